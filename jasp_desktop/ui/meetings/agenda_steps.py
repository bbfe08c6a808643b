"""What a person does to an agenda as a whole: add, move, number, remove."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from jasp_desktop.domain.changes import Act
from jasp_desktop.domain.errors import InvalidInput, UserError
from jasp_desktop.domain.identity import AgendaItemUid, MeetingUid
from jasp_desktop.domain.meeting_agenda import has_gaps
from jasp_desktop.domain.records import AgendaItem, Record
from jasp_desktop.ui.announcing import announce
from jasp_desktop.ui.meetings.agenda_pane import AgendaPane
from jasp_desktop.ui.workspace import Workspace


class AgendaSteps(QObject):
    """Carries out what the agenda's pane asks for.

    ``turned_to`` comes before an act with the uid of the item that is to be shown after it.
    """

    turned_to = Signal(object)

    def __init__(self, workspace: Workspace, pane: AgendaPane, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._pane = workspace, pane
        self._meeting: MeetingUid | None = None
        self._items: tuple[AgendaItem, ...] = ()
        pane.list.stepped.connect(self._on_stepped)
        pane.list.dropped.connect(self._on_dropped)
        pane.list.removal_asked.connect(self._on_removal_asked)
        pane.added.connect(self._on_added)
        pane.numbering_asked.connect(self._on_numbering_asked)

    def show_items(self, meeting: MeetingUid, items: Sequence[AgendaItem]) -> None:
        """Be about a meeting's items, in their order."""
        self._meeting, self._items = meeting, tuple(items)
        self._pane.offer_numbering(is_wanted=has_gaps(self._items))

    def do(self, act: Act[Record]) -> None:
        """Carry an act out, or say why it was refused."""
        try:
            self._workspace.acts.do(act)
        except UserError as error:
            self._workspace.notices.fail(str(error))

    def remove(self, item: AgendaItem) -> None:
        """Take an item off the agenda; the one in its place is shown."""
        try:
            act = self._workspace.desk.meetings.removed_item(item)
        except UserError as error:
            self._workspace.notices.fail(str(error))
            return
        self.turned_to.emit(self._uid_beside(item))
        self.do(act)

    def _uid_beside(self, item: AgendaItem) -> str | None:
        uids = [each.uid for each in self._items]
        place = uids.index(item.uid)
        left = uids[:place] + uids[place + 1 :]
        return left[min(place, len(left) - 1)] if left else None

    def _at(self, row: int) -> AgendaItem | None:
        """Return the item of a row; None for the meeting's own."""
        return self._items[row - 1] if 0 < row <= len(self._items) else None

    @Slot(str)
    def _on_added(self, title: str) -> None:
        if self._meeting is None:
            return
        try:
            act = self._workspace.desk.meetings.added_item(self._meeting, title)
        except InvalidInput as error:
            self._pane.field.show_fault(str(error))
            return
        added = act.changes[0].after
        self._pane.title.clear()
        if added is not None:
            self.turned_to.emit(added.uid)
        self.do(act)

    @Slot(int, int)
    def _on_stepped(self, row: int, by: int) -> None:
        item = self._at(row)
        if item is not None:
            self._move(item, self._workspace.desk.meetings.stepped_item(item, by))

    @Slot(int, int)
    def _on_dropped(self, row: int, above_row: int) -> None:
        item, above = self._at(row), self._at(above_row)
        if item is not None:
            uid = AgendaItemUid(above.uid) if above else None
            self._move(item, self._workspace.desk.meetings.dropped_item(item, uid))

    def _move(self, item: AgendaItem, act: Act[Record] | None) -> None:
        if act is None:
            announce(self._pane.list, f"“{item.title}” cannot go any further this way.")
            return
        self.turned_to.emit(item.uid)
        self.do(act)
        moved = next((each for each in self._items if each.uid == item.uid), item)
        announce(self._pane.list, f"“{moved.title}” is item {moved.number} now.")

    @Slot(int)
    def _on_removal_asked(self, row: int) -> None:
        item = self._at(row)
        if item is not None:
            self.remove(item)

    @Slot()
    def _on_numbering_asked(self) -> None:
        if self._meeting is None:
            return
        act = self._workspace.desk.meetings.numbered_agenda(self._meeting)
        if act is not None:
            self.do(act)
