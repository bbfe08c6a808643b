"""The draft of the chair’s letter: saved as a PDF, or printed."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.briefs.writing import BriefResult
from jasp_desktop.domain.dates import in_table
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.meeting_outcome import MeetingOutcome
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.records import Meeting
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, SectionHeading
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.page import PrintedPage
from jasp_desktop.ui.workspace import Workspace

_KINDS = "PDF (*.pdf)"
_ABOUT = (
    "A draft, made of what is recorded: who came, each question with its answer and verdict, the "
    "numbered actions, and what goes on. The chair dates it, changes it and signs it."
)


class LetterPart(Column):
    """Writes the letter in the worker; it is made anew of the register each time."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.appearance, gap=Space.CLOSE, parent=parent)
        self._workspace = workspace
        self._meeting: Meeting | None = None
        self._build()
        self.save.clicked.connect(self._on_save)

    def _build(self) -> None:
        look = self.appearance
        self.add(SectionHeading(look, "3  The chair’s letter"))
        self.add(Label(look, _ABOUT, Type.UI, Colour.INK2, wrap=True))
        self.waits = Label(look, "", Type.UI_BOLD, Colour.MOVED, wrap=True)
        self.save = Button(look, "Save the draft as PDF…", ButtonKind.PRIMARY, icon="file-text")
        key = Label(look, "Ctrl+P prints it", Type.SMALL, Colour.INK2)
        buttons = Flow(look, gap=Space.ROOM)
        buttons.add(self.save, key)
        self.add(self.waits, buttons)

    def show_outcome(self, outcome: MeetingOutcome) -> None:
        """Be about a meeting, and say what the letter does not know yet."""
        self._meeting = outcome.meeting
        waits = []
        if not outcome.meeting.attendance:
            waits.append("nobody’s attendance is recorded")
        if outcome.left:
            count = len(outcome.left)
            questions = "1 question is" if count == 1 else f"{count:,} questions are"
            waits.append(f"{questions} still to be carried forward")
        words = " and ".join(waits)
        self.waits.setText(f"{words[:1].upper()}{words[1:]}." if words else "")
        self.waits.setVisible(bool(words))

    def printed_page(self) -> PrintedPage | None:
        """Return the letter, to be printed."""
        if self._meeting is None:
            return None
        letters, uid = self._workspace.desk.letters, self._meeting.uid
        return PrintedPage("The chair’s letter", lambda progress: letters.printed(uid, progress))

    @Slot()
    def _on_save(self) -> None:
        if self._meeting is None:
            return
        uid, letters = self._meeting.uid, self._workspace.desk.letters
        day = in_table(self._meeting.held_on).replace("\u00a0", " ")
        path = self._workspace.files.save_file(
            "Save the draft of the chair’s letter", f"Chair’s letter {day}.pdf", _KINDS
        )
        if path is None:
            return

        def write(progress: Progress) -> BriefResult:
            return letters.write(uid, path, progress)

        job = self._workspace.jobs.start("Writing the letter", write)
        job.succeeded.connect(lambda result: self._on_saved(path, result))
        job.failed.connect(self._on_failed)

    def _on_saved(self, path: Path, result: BriefResult) -> None:
        pages = "1 page" if result.pages == 1 else f"{result.pages:,} pages"
        self._workspace.notices.tell(f"The draft was saved as “{path.name}”, {pages}.")

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._workspace.notices.fail(str(error))
