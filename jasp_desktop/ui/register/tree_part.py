"""A report's findings as a tree: in which order they stand, and which stand under which."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.changes import Act
from jasp_desktop.domain.dossier import finding_label
from jasp_desktop.domain.identity import FindingUid, ReportUid
from jasp_desktop.domain.records import Finding
from jasp_desktop.services.editing import EditingService
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, SectionHeading
from jasp_desktop.ui.kit.list_pane import ListPane
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.rows import ListRow, RowsModel
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.register.addresses import Added

_HEIGHT = 340
_EMPTY = "No findings of this report are on the register yet."


class TreePart(Column):
    """The findings of one report; buttons act on the chosen one."""

    opened = Signal(str, str)
    added = Signal(Added)
    done = Signal(Act)

    def __init__(
        self, appearance: Appearance, editing: EditingService, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, gap=Space.CLOSE, parent=parent)
        self._editing = editing
        self._findings: list[Finding] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self.appearance
        self.rows = RowsModel(parent=self)
        self.list = ListPane(look, "Findings of this report, in their order")
        self.list.setModel(self.rows)
        self.frame = Column(look, margins=(1, 1, 1, 1), outline=Colour.RULE)
        self.frame.add(self.list)
        self.frame.fix(height=_HEIGHT)
        self.nothing = Label(look, _EMPTY, Type.UI, Colour.INK2, wrap=True)
        self.up = Button(look, "Move up", icon="chevron-up", small=True)
        self.down = Button(look, "Move down", icon="chevron-down", small=True)
        self.open = Button(look, "Open", small=True)
        self.under = Button(look, "Add under it", icon="plus", small=True)
        self.steps = Flow(look, gap=Space.CLOSE)
        self.steps.add(self.up, self.down, self.open, self.under)
        self.heading = SectionHeading(look, "Findings in their order")
        self.add(self.heading, self.nothing, self.frame, self.steps)

    def _connect(self) -> None:
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.open.clicked.connect(self._on_open)
        self.under.clicked.connect(self._on_under)
        self.list.opened.connect(self._on_open)
        self.list.chosen.connect(self._allow)

    def show_report(self, report: ReportUid) -> None:
        """Show a report's findings; the chosen one stays chosen."""
        chosen = self._chosen()
        self._findings = self._editing.tree(report, nested=True)
        depths = depths_of(self._findings)
        self.rows.set_rows([_row(each, depths[each.uid]) for each in self._findings])
        self.nothing.setVisible(not self._findings)
        self.frame.setVisible(bool(self._findings))
        self.steps.setVisible(bool(self._findings))
        uids = [each.uid for each in self._findings]
        self.list.choose(uids.index(chosen.uid) if chosen and chosen.uid in uids else 0)
        self._allow()

    def _chosen(self) -> Finding | None:
        row = self.list.currentIndex().row()
        return self._findings[row] if 0 <= row < len(self._findings) else None

    def _allow(self) -> None:
        chosen = self._chosen()
        siblings = [each.uid for each in self._findings if chosen and each.parent == chosen.parent]
        place = siblings.index(chosen.uid) if chosen else -1
        self.up.setEnabled(place > 0)
        self.down.setEnabled(0 <= place < len(siblings) - 1)

    def _move(self, by: int) -> None:
        chosen = self._chosen()
        act = self._editing.reordered(chosen, by) if chosen else None
        if act is not None:
            self.done.emit(act)

    def _on_open(self) -> None:
        if chosen := self._chosen():
            self.opened.emit("finding", chosen.uid)

    def _on_under(self) -> None:
        if chosen := self._chosen():
            self.added.emit(Added("finding", "parent", "finding", chosen.uid))


def depths_of(findings: list[Finding]) -> dict[FindingUid, int]:
    """Return how deep each finding stands; the upper ones come first in the list."""
    depths: dict[FindingUid, int] = {}
    for each in findings:
        depths[each.uid] = depths[each.parent] + 1 if each.parent in depths else 0
    return depths


def _row(finding: Finding, depth: int) -> ListRow:
    step = "\u2003" * depth
    sign = f"{step}↳ " if depth else ""
    return ListRow(
        f"{step}{finding.theme or ' '.join(finding.text.split())}",
        reference=f"{sign}{finding_label(finding)}",
    )
