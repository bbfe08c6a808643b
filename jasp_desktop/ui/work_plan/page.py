"""The work plan, meeting by meeting: what each is to take, and what waits for one."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.changes import Act
from jasp_desktop.domain.dates import in_table, with_weekday
from jasp_desktop.domain.errors import InvalidInput, UserError
from jasp_desktop.domain.identity import MeetingUid, Uid
from jasp_desktop.domain.records import AgendaItem, Record, WorkPlanEntry
from jasp_desktop.services.work_plan import PlannedMeeting, plan_sheet
from jasp_desktop.ui.beside import beside_field
from jasp_desktop.ui.board_head import BoardHead
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Choice, Field, Line
from jasp_desktop.ui.kit.labels import Label, SectionHeading
from jasp_desktop.ui.kit.planes import NO_MARGINS, Column, Flow
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.tab_order import follow_layout
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.page import Page, ShownList
from jasp_desktop.ui.places import Crumb, PageKey, Place
from jasp_desktop.ui.work_plan.entry_row import EntryRow, Meetings, QuietRow
from jasp_desktop.ui.workspace import Workspace

_WAITING = "No meeting yet"
_TITLE_WIDTH, _MEETING_WIDTH = 420, 240
_NOTHING = "Nothing is planned for it yet."


class WorkPlanPage(Page):
    """Every entry under the meeting that is to take it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._plan: list[PlannedMeeting] = []
        self.rows: list[EntryRow] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self.workspace.appearance
        self.sheet = ScrollPage(look, gap=Space.APART, top=Space.SIDE)
        self.sheet.setAccessibleName("Work plan")
        head = BoardHead(self, "Work plan", PageKey.WORK_PLAN, has_paper=False)
        # The page, which the head scrolls with, has its margins already.
        head.set_margins(*NO_MARGINS)
        self.totals, self.export = head.quiet, head.paper.export
        self.title, self.meeting = Line(look), Choice(look)
        self.field = Field(look, "Add to the plan", self.title)
        self.field.fix(width=_TITLE_WIDTH)
        taken_by = Field(look, "For", self.meeting)
        taken_by.fix(width=_MEETING_WIDTH)
        self.add_button = Button(look, "Add", ButtonKind.PRIMARY, icon="plus")
        adding = Flow(look, gap=Space.ROOM)
        adding.add(self.field, taken_by, beside_field(look, self.add_button))
        self._sections = Column(look, gap=Space.APART)
        self.sheet.body.add(head, adding, self._sections)
        self.outer.addWidget(self.sheet)

    def _connect(self) -> None:
        self.title.returnPressed.connect(self._on_add)
        self.title.textChanged.connect(self.field.clear_fault)
        self.add_button.clicked.connect(self._on_add)

    def reload(self) -> None:
        """Load the plan again, at the same scroll."""
        position = self.scroll_position()
        self._plan = self.workspace.desk.work_plan.plan()
        meetings = _meetings(self._plan)
        chosen = self.meeting.value
        self.meeting.clear()
        for words, uid in meetings:
            self.meeting.addItem(words, uid)
        self.meeting.choose(chosen)
        if self.meeting.currentIndex() < 0:
            self.meeting.setCurrentIndex(0)
        self._sections.clear()
        self.rows = []
        for planned in self._plan:
            self._sections.add(self._section(planned, meetings))
        follow_layout(self.sheet.body)
        count = sum(len(each.entries) for each in self._plan)
        waiting = sum(len(each.entries) for each in self._plan if each.meeting is None)
        self.totals.setText(f"{count:,} in the plan, {waiting:,} without a meeting")
        self.export.setVisible(bool(count))
        self.scroll_to(position)

    def _section(self, planned: PlannedMeeting, meetings: Meetings) -> Column:
        look = self.workspace.appearance
        section = Column(look)
        meeting = planned.meeting
        title = with_weekday(meeting.held_on) if meeting else _WAITING
        quiet = meeting.status.words if meeting else ""
        heading = SectionHeading(look, title, quiet)
        if meeting is not None:
            go = Button(look, "Open meeting", ButtonKind.LINK, small=True)
            go.setAccessibleName(f"Open the meeting of {title}")
            place = Place(PageKey.MEETING, meeting.uid)
            go.clicked.connect(lambda: self.workspace.navigator.open(place))
            heading.add_right(go)
        section.add(heading)
        if not planned.entries:
            section.add_space(Space.CLOSE)
            section.add(Label(look, _NOTHING, Type.UI, Colour.INK2, wrap=True))
        for entry in planned.entries:
            if meeting is None or planned.is_coming:
                section.add(self._row(EntryRow(look, entry, meetings, is_coming=planned.is_coming)))
            else:
                section.add(QuietRow(look, entry))
        return section

    def _row(self, row: EntryRow) -> EntryRow:
        row.moved.connect(self._on_moved)
        row.renamed.connect(self._on_renamed)
        row.removed.connect(self._on_removed)
        row.put_on_agenda.connect(self._on_put)
        row.item_opened.connect(self._on_item_opened)
        self.rows.append(row)
        return row

    def crumbs(self) -> list[Crumb]:
        """Return the page's name under that of the meetings."""
        return [Crumb("Meetings", Place(PageKey.MEETINGS)), Crumb("Work plan")]

    def shown_list(self) -> ShownList:
        """Return the whole plan."""
        plan = self._plan
        return ShownList("Work plan", lambda _progress: plan_sheet(plan))

    def scroll_position(self) -> int:
        """Return how far the page is scrolled."""
        return self.sheet.position

    def scroll_to(self, position: int) -> None:
        """Come back to a scroll position."""
        self.sheet.scroll_to(position)

    @Slot()
    def _on_add(self) -> None:
        try:
            act = self.workspace.desk.work_plan.added(self.title.text(), _uid(self.meeting.value))
        except InvalidInput as error:
            self.field.show_fault(str(error))
            self.title.setFocus()
            return
        self.title.clear()
        self._do(act)

    @Slot(object, object)
    def _on_moved(self, entry: WorkPlanEntry, meeting: object) -> None:
        self._do(self.workspace.desk.work_plan.moved(entry, _uid(meeting)))

    @Slot(object, str)
    def _on_renamed(self, entry: WorkPlanEntry, title: str) -> None:
        self._do(self.workspace.desk.work_plan.renamed(entry, title))

    @Slot(object)
    def _on_removed(self, entry: WorkPlanEntry) -> None:
        self._do(self.workspace.desk.work_plan.removed(entry))

    @Slot(object)
    def _on_put(self, entry: WorkPlanEntry) -> None:
        if entry.meeting is not None:
            self._do(self.workspace.desk.meetings.added_item(entry.meeting, entry.title))

    @Slot(object)
    def _on_item_opened(self, item: AgendaItem) -> None:
        self.workspace.navigator.open(Place(PageKey.MEETING, item.meeting, item.uid))

    def _do(self, act: Act[Record]) -> None:
        try:
            self.workspace.acts.do(act)
        except UserError as error:
            self.workspace.notices.fail(str(error))


def _meetings(plan: list[PlannedMeeting]) -> Meetings:
    coming = [each.meeting for each in plan if each.meeting is not None and each.is_coming]
    return [(_WAITING, None), *((in_table(each.held_on), each.uid) for each in coming)]


def _uid(value: object) -> MeetingUid | None:
    return MeetingUid(Uid(str(value))) if value else None
