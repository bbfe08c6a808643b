"""The saved mappings of trackers: what each reads, and a way to be rid of it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.identity import ReportUid
from jasp_desktop.domain.trackers import TrackerMapping
from jasp_desktop.ui.importing.tracker.words import counted, heading_words
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.cards import EmptyState
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, SectionHeading
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.tab_order import follow_layout
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.workspace import Workspace

_LINES = 3
_NONE = (
    "No mapping is saved yet. When a tracker is imported, how its columns are read can be saved "
    "under a name: the next export is then recognised by its headings."
)
_GONE = "a report that is not on the register any more"


class MappingsPart(Column):
    """Lists the mappings; deleting one can be undone, and imports that it read stay."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.appearance, gap=Space.CLOSE, parent=parent)
        self._workspace = workspace
        self._shown: list[TrackerMapping] | None = None
        self.deletes: dict[str, Button] = {}
        self._build()

    def _build(self) -> None:
        look = self.appearance
        self.list = Column(look, gap=Space.ROOM)
        self.empty = EmptyState(look, _NONE, "Import a tracker", icon="file-input")
        self.empty.stepped.connect(self._on_import_wanted)
        self.add(SectionHeading(look, "Saved mappings"), self.list, self.empty)

    def load(self) -> None:
        """Show the mappings of the register."""
        mappings = self._workspace.desk.trackers.mappings()
        if mappings == self._shown:
            return
        self._shown = mappings
        self.list.clear()
        self.deletes.clear()
        for mapping in mappings:
            self.list.add(self._mapping(mapping))
        self.list.setVisible(bool(mappings))
        self.empty.setVisible(not mappings)
        follow_layout(self.list)

    def _mapping(self, mapping: TrackerMapping) -> Row:
        look = self.appearance
        words = Column(look, gap=Space.HAIR)
        words.add(Label(look, mapping.name, Type.UI_BOLD, wrap=True))
        words.add(Label(look, self._facts(mapping), Type.UI, wrap=True))
        read = [heading_words(use) for use in mapping.columns if use.field is not None]
        columns = f"{counted(len(read), 'column')} read: {', '.join(read)}"
        words.add(Label(look, columns, Type.SMALL, Colour.INK2, wrap=True, lines=_LINES))
        delete = Button(look, "Delete", icon="trash-2", small=True)
        delete.setAccessibleName(f"Delete the mapping “{mapping.name}”")
        delete.clicked.connect(partial(self._on_delete, mapping))
        self.deletes[mapping.name] = delete
        row = Row(look, gap=Space.ROOM, top=True)
        row.add(words, stretch=1)
        row.add(delete)
        return row

    def _facts(self, mapping: TrackerMapping) -> str:
        facts = f"Tracker {mapping.tracker}"
        return f"{facts}, about {self._report(mapping.report)}" if mapping.report else facts

    def _report(self, uid: ReportUid) -> str:
        report = self._workspace.desk.register.report(uid)
        return f"“{report.short_title or report.title}”" if report is not None else _GONE

    def _on_delete(self, mapping: TrackerMapping, *_: object) -> None:
        trackers, names = self._workspace.desk.trackers, list(self.deletes)
        place = names.index(mapping.name)
        try:
            self._workspace.acts.take(
                f"Delete the mapping “{mapping.name}”",
                lambda: trackers.forget_mapping(mapping.name),
                lambda: self._bring_back(mapping),
            )
        except UserError as error:
            self._workspace.notices.fail(str(error))
            return
        left = list(self.deletes.values())
        after = left[min(place, len(left) - 1)] if left else self.empty.step
        after.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_back(self, mapping: TrackerMapping) -> None:
        trackers = self._workspace.desk.trackers
        if any(each.name == mapping.name for each in trackers.mappings()):
            raise UserError(
                f"Another mapping was saved as “{mapping.name}” meanwhile. It stays as it is."
            )
        trackers.save_mapping(mapping)

    def _on_import_wanted(self) -> None:
        self._workspace.navigator.open(Place(PageKey.IMPORT))
