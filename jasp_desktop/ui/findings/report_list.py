"""The list beside a dossier: the findings of its report, with what is not read yet."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.identity import FindingUid
from jasp_desktop.domain.listings import FindingLine
from jasp_desktop.domain.marks import mark_for_force_status, mark_named
from jasp_desktop.domain.vocabulary import lower_first
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Hairline, Label
from jasp_desktop.ui.kit.list_pane import ListPane
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.rows import ListRow, RowsModel
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type


class ReportFindings(Column):
    """The findings of one report; ``opened`` carries the uid of the one asked for."""

    opened = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, Colour.LIST, parent=parent)
        self._lines: tuple[FindingLine, ...] = ()
        self._rows: tuple[ListRow, ...] = ()
        self.title = Label(appearance, "", Type.H3, wrap=True)
        self.counts = Label(appearance, "", Type.SMALL, Colour.INK2)
        head = Column(
            appearance, gap=Space.HAIR, margins=(Space.SIDE, Space.GAP, Space.ROOM, Space.ROOM)
        )
        head.add(self.title, self.counts)
        self.model = RowsModel((), self)
        self.pane = ListPane(appearance, "Findings of this report")
        self.pane.setModel(self.model)
        self.add(head, Hairline(appearance))
        self.add(self.pane, stretch=1)
        self.pane.opened.connect(self._on_opened)
        self.pane.clicked.connect(self._on_clicked)

    @property
    def lines(self) -> tuple[FindingLine, ...]:
        """Return the findings in the order they are listed in."""
        return self._lines

    def show_lines(self, title: str, lines: Sequence[FindingLine], read: Collection[str]) -> None:
        """Show a report's findings and which of them are not read yet."""
        self._lines = tuple(lines)
        self.title.setText(title)
        unread = sum(line.uid not in read for line in lines)
        found = "1 finding" if len(lines) == 1 else f"{len(lines):,} findings"
        self.counts.setText(f"{found}, {unread:,} not read" if unread else f"{found}, all read")
        rows = tuple(row_of(line, is_read=line.uid in read) for line in lines)
        if rows == self._rows:
            return
        current, position = self.pane.currentIndex().row(), self.pane.verticalScrollBar().value()
        self._rows = rows
        self.model.set_rows(rows)
        self.pane.choose(current)
        self.pane.verticalScrollBar().setValue(position)

    def choose(self, uid: FindingUid) -> None:
        """Make a finding the current one."""
        self.pane.choose(self.place_of(uid))

    def place_of(self, uid: FindingUid) -> int:
        """Return where a finding stands in the list; -1 if it is not there."""
        return next((n for n, line in enumerate(self._lines) if line.uid == uid), -1)

    def _on_opened(self, row: int) -> None:
        self.opened.emit(self._lines[row].uid)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._on_opened(index.row())


def row_of(line: FindingLine, *, is_read: bool) -> ListRow:
    """Return a finding's row: its reference and kind, its words, what most needs a look."""
    mark, status = None, "No status recorded"
    if line.attention is not None:
        mark, status = mark_named(line.attention[0]), line.attention[1]
        if line.overdue_days and line.actions > 1:
            status = f"{line.overdue_actions} of {line.actions} actions overdue"
        elif line.overdue_days and line.moves:
            status = f"{status}, {lower_first(_moved(line.moves))}"
    elif line.force_status is not None:
        mark, status = mark_for_force_status(line.force_status), line.force_status.words
    return ListRow(
        title=" ".join(line.text.split()),
        reference=line.reference,
        kind=line.kind.words,
        mark=mark,
        status=status,
        note="" if is_read else "Not read",
        is_strong=not is_read,
    )


def _moved(moves: int) -> str:
    return f"Moved {({1: 'once', 2: 'twice'}).get(moves, f'{moves} times')}"
