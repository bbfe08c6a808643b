"""Where the files are, when they were last backed up, and a backup now."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.errors import UserError
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, SectionHeading
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.prose import Prose
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.workspace import Workspace

_KEPT = (
    "A checked backup is made once a day, before every import and before the register is brought "
    "up to date by a newer program. Kept are the newest five, one a day for a week and one a week "
    "for four weeks."
)


class FilesPart(Column):
    """The folder, the last checked backup, and the button that makes one."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.appearance, gap=Space.CLOSE, parent=parent)
        self._workspace = workspace
        self._build()
        self.back_up.clicked.connect(self._on_back_up_clicked)

    def _build(self) -> None:
        appearance = self.appearance
        home = self._workspace.desk.home
        self.folder = Prose(appearance, str(home.path), Type.UI)
        self.folder.setAccessibleName("Folder of your files")
        self.last = Label(appearance, "", Type.UI, wrap=True)
        self.back_up = Button(appearance, "Back up now", icon="shield-check")
        buttons = Flow(appearance)
        buttons.add(self.back_up)
        self.add(
            SectionHeading(appearance, "Your files"),
            Label(appearance, "Everything is kept in this folder", Type.UI_BOLD, wrap=True),
            self.folder,
        )
        self.add_space(Space.CLOSE)
        self.add(
            Label(appearance, "Last checked backup", Type.UI_BOLD, wrap=True),
            self.last,
            buttons,
            Label(appearance, _KEPT, Type.SMALL, Colour.INK2, wrap=True),
        )

    @Slot()
    def load(self) -> None:
        """Show when the last backup was made."""
        made = self._workspace.desk.last_backup()
        if made is None:
            self.last.setText("None yet")
        else:
            here = made.astimezone()
            self.last.setText(f"{in_words(here.date())}, {here:%H:%M}")

    @Slot()
    def _on_back_up_clicked(self) -> None:
        desk, now = self._workspace.desk, self._workspace.now()
        job = self._workspace.jobs.start(
            "Making a checked backup", lambda progress: desk.back_up(now, progress)
        )
        self.back_up.setEnabled(False)
        job.succeeded.connect(self._on_backed_up)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._on_ended)

    @Slot(object)
    def _on_backed_up(self, _nothing: object) -> None:
        self.load()
        self._workspace.notices.tell("A checked backup of the register and your notes was made.")

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._workspace.notices.fail(str(error))

    @Slot()
    def _on_ended(self) -> None:
        self.back_up.setEnabled(True)
