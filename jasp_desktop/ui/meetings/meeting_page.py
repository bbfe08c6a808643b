"""One meeting: its agenda at the left, the chosen item in the middle."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from jasp_desktop.domain.brief_content import BriefItem
from jasp_desktop.domain.dates import in_table, in_words
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.identity import FindingUid, MeetingUid, Uid
from jasp_desktop.domain.marks import mark_named
from jasp_desktop.domain.records import AgendaItem, Subject
from jasp_desktop.domain.vocabulary import MeetingStatus, Openness
from jasp_desktop.services.meetings import take_off_agenda
from jasp_desktop.ui.beside import Beside
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.rows import ListRow
from jasp_desktop.ui.kit.space import Measure, Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.live.addresses import after_place, live_place
from jasp_desktop.ui.meetings.about_view import AboutView
from jasp_desktop.ui.meetings.agenda_pane import AgendaPane
from jasp_desktop.ui.meetings.agenda_steps import AgendaSteps
from jasp_desktop.ui.meetings.item_form import ItemForm
from jasp_desktop.ui.meetings.item_view import ItemView
from jasp_desktop.ui.meetings.meeting_view import MeetingView, read_meeting
from jasp_desktop.ui.meetings.table import day_and_time
from jasp_desktop.ui.page import Page
from jasp_desktop.ui.places import Crumb, PageKey, Place
from jasp_desktop.ui.register.deeds import meeting_deeds
from jasp_desktop.ui.two_panes import Pane, TwoPanes
from jasp_desktop.ui.workspace import Workspace

_ABOUT = 0
_ITEM_LEAST = 480
_HEAD_LEAST = 800


class MeetingPage(Page):
    """A meeting; its place's detail is the uid of the item to show."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._uid: MeetingUid | None = None
        self._view: MeetingView | None = None
        self._shown: str | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self.workspace.appearance
        margins = (Space.SIDE, Space.GAP, Space.MARGIN, Space.GAP)
        head = Column(look, Colour.PAGE, margins=margins, edges="b")
        names = Column(look)
        self.title = Label(look, "", Type.H2, wrap=True)
        self.facts = Label(look, "", Type.SMALL, Colour.INK2, wrap=True)
        self.deeds = meeting_deeds(self.workspace)
        names.add(self.title, self.facts, self.deeds)
        self.make = Button(look, "Make the brief", ButtonKind.PRIMARY, icon="book-open")
        self.live = Button(look, "Run it live", icon="message-circle-question-mark")
        self.after = Button(look, "After the meeting", icon="list-checks")
        onward = Flow(look, gap=Space.CLOSE)
        onward.add(self.live, self.after, self.make)
        gap, stretches = Space.ROOM, (1, 0)
        head.add(Beside(look, names, onward, least=_HEAD_LEAST, gap=gap, stretches=stretches))
        self.agenda_pane = AgendaPane(look)
        self.rows, self.agenda = self.agenda_pane.rows, self.agenda_pane.list
        self.steps = AgendaSteps(self.workspace, self.agenda_pane, self)
        self.item = ItemView(self.workspace)
        self.about = AboutView(self.workspace)
        self.form = ItemForm(self.workspace)
        self.stack = QStackedWidget()
        for view in (self.about, self.item, self.form):
            self.stack.addWidget(view)
        self.panes = TwoPanes(
            look,
            Pane("Agenda", self.agenda_pane, Measure.LIST, Measure.LIST_SMALL),
            Pane("Item", self.stack, None, _ITEM_LEAST),
        )
        self.outer.addWidget(head)
        self.outer.addWidget(self.panes, 1)

    def _connect(self) -> None:
        self.agenda.chosen.connect(self._on_chosen)
        self.agenda.opened.connect(self._on_opened)
        self.agenda.clicked.connect(self.panes.show_right)
        self.steps.turned_to.connect(self._on_turned_to)
        self.make.clicked.connect(self._on_make)
        self.live.clicked.connect(self._on_live)
        self.after.clicked.connect(self._on_after)
        self.about.planned.connect(self.steps.do)
        self.item.planned.connect(self.steps.do)
        self.item.opened.connect(self.workspace.navigator.open)
        self.item.taken_off.connect(self._on_taken_off)
        self.item.findings_wanted.connect(self._on_findings_wanted)
        self.item.edit_asked.connect(self._on_edit_asked)
        self.item.removal_asked.connect(self._on_removal_asked)
        self.form.done.connect(self._on_form_done)

    def show_place(self, place: Place) -> None:
        """Show the meeting, at the item named or else at its first with findings."""
        uid = MeetingUid(Uid(place.uid or ""))
        view = read_meeting(self.workspace.desk, uid)
        if uid != self._uid or place.detail:
            self._shown = place.detail or _first_worth_reading(view)
        self._uid = uid
        self._show(view)
        self._current_scroll().scroll_to(0)
        self.crumbs_changed.emit()

    def reload(self) -> None:
        """Load the meeting again; the same item stays chosen, at the same scroll."""
        if self._uid is None:
            return
        try:
            view = read_meeting(self.workspace.desk, self._uid)
        except UserError as error:
            # Undoing its planning takes a meeting away under the page that shows it.
            self.workspace.notices.fail(str(error))
            self.workspace.navigator.open(Place(PageKey.MEETINGS))
            return
        position = self.scroll_position()
        self._show(view)
        self.scroll_to(position)
        self.crumbs_changed.emit()

    def crumbs(self) -> list[Crumb]:
        """Return the list of meetings and this one's day."""
        last = [Crumb(in_words(self._view.meeting.held_on))] if self._view else []
        return [Crumb("Meetings", Place(PageKey.MEETINGS)), *last]

    def subject(self) -> Subject | None:
        """Return the item that is shown, or the meeting."""
        if self._view is None:
            return None
        item = self._item()
        if item is None:
            return Subject("meeting", self._view.meeting.uid)
        return Subject("agenda_item", item.item.uid)

    def subject_label(self) -> str:
        """Return the item's number and title with the meeting's day, or that day alone."""
        if self._view is None:
            return ""
        item, day = self._item(), in_words(self._view.meeting.held_on)
        if item is None:
            return f"Meeting of {day}"
        return f"Item {item.item.number}, {item.item.title}, meeting of {day}"

    def step(self, by: int) -> None:
        """Go to the next or previous item."""
        if self.can_step(by):
            self.agenda.choose(self.agenda.currentIndex().row() + by)

    def can_step(self, by: int) -> bool:
        """Tell whether there is one."""
        return 0 <= self.agenda.currentIndex().row() + by < self.rows.rowCount()

    def scroll_position(self) -> int:
        """Return how far the item is scrolled."""
        return self._current_scroll().position

    def scroll_to(self, position: int) -> None:
        """Come back to a scroll position."""
        self._current_scroll().scroll_to(position)

    def save(self) -> None:
        """Save the form of the item."""
        if self.stack.currentWidget() is self.form:
            self.form.save()

    def unsaved(self) -> tuple[str, ...]:
        """Return the item whose form holds words that are not saved."""
        item = self.form.item
        return (f"Item {item.number}: {item.title}",) if item and self.form.is_edited else ()

    def _current_scroll(self) -> AboutView | ItemView:
        return self.about if self._shown is None else self.item

    def _item(self) -> BriefItem | None:
        items = self._view.items if self._view else ()
        return next((each for each in items if each.item.uid == self._shown), None)

    def _show(self, view: MeetingView) -> None:
        self._view = view
        self.title.setText(day_and_time(view.meeting))
        self.deeds.show_record(view.meeting.uid)
        self.facts.setText(_facts(view))
        is_cancelled = view.meeting.status is MeetingStatus.CANCELLED
        self.live.setVisible(view.meeting.status is MeetingStatus.PLANNED)
        self.after.setVisible(not is_cancelled)
        self.rows.set_rows([ListRow("About this meeting"), *(_row(view, i) for i in view.items)])
        uids: list[str | None] = [None, *(item.item.uid for item in view.items)]
        row = uids.index(self._shown) if self._shown in uids else _ABOUT
        self.agenda.choose(row)
        self.steps.show_items(view.meeting.uid, self._records())
        self._show_row(row)

    def _show_row(self, row: int) -> None:
        if self._view is None:
            return
        if row == _ABOUT:
            self._shown = None
            self.about.show_meeting(self._view.meeting)
            self.stack.setCurrentWidget(self.about)
        else:
            item = self._view.items[row - 1]
            self._shown = item.item.uid
            self.item.show_item(self._view, item)
            self.stack.setCurrentWidget(self._item_widget(item.item))
        self.subject_changed.emit()

    def _item_widget(self, item: AgendaItem) -> QWidget:
        """Return the item's form while it is being edited, else what shows it."""
        if self.form.item is None or self.form.item.uid != item.uid:
            return self.item
        self.form.reload(item)
        return self.form

    def _records(self) -> list[AgendaItem]:
        return [each.item for each in self._view.items] if self._view else []

    @Slot(int)
    def _on_chosen(self, row: int) -> None:
        items = self._view.items if self._view else ()
        uid = None if row == _ABOUT or row > len(items) else items[row - 1].item.uid
        if uid != self._shown:
            self._show_row(row)
            self._current_scroll().scroll_to(0)

    @Slot(int)
    def _on_opened(self, _row: int) -> None:
        self.panes.show_right()
        self._current_scroll().setFocus()

    @Slot(object)
    def _on_turned_to(self, uid: str | None) -> None:
        self._shown = uid

    @Slot()
    def _on_edit_asked(self) -> None:
        item = self._item()
        if item is not None:
            self.form.begin(item.item)
            self.stack.setCurrentWidget(self.form)

    @Slot()
    def _on_removal_asked(self) -> None:
        item = self._item()
        if item is not None:
            self.steps.remove(item.item)

    @Slot()
    def _on_form_done(self) -> None:
        item = self._item()
        if item is not None and self._view is not None:
            self.item.show_item(self._view, item)
            self.stack.setCurrentWidget(self.item)
        self.agenda.setFocus()

    @Slot()
    def _on_live(self) -> None:
        if self._uid is not None:
            self.workspace.navigator.open(live_place(self._uid))

    @Slot()
    def _on_after(self) -> None:
        if self._uid is not None:
            self.workspace.navigator.open(after_place(self._uid))

    @Slot()
    def _on_make(self) -> None:
        self.workspace.navigator.open(Place(PageKey.BRIEF, self._uid))

    @Slot()
    def _on_findings_wanted(self) -> None:
        self.workspace.navigator.open(Place(PageKey.FINDINGS))

    @Slot(str)
    def _on_taken_off(self, finding: str) -> None:
        item = self._item()
        if item is None:
            return
        self.steps.do(take_off_agenda(item.item, FindingUid(Uid(finding))))


def _first_worth_reading(view: MeetingView) -> str | None:
    return next((item.item.uid for item in view.items if item.item.findings), None)


def _facts(view: MeetingView) -> str:
    meeting = view.meeting
    parts = [meeting.status.words, meeting.openness.words]
    if meeting.venue:
        parts.append(meeting.venue)
    if meeting.despatched_on:
        parts.append(f"papers sent {in_table(meeting.despatched_on)}")
    elif meeting.paper_deadline and meeting.status is MeetingStatus.PLANNED:
        parts.append(f"papers due {in_table(meeting.paper_deadline)}, not sent yet")
    return " · ".join(parts)


def _row(view: MeetingView, item: BriefItem) -> ListRow:
    record = item.item
    lines = view.lines_of(item)
    overdue = sum(bool(line.overdue_days) for line in lines)
    kind = record.purpose.words if record.purpose else ""
    if record.openness is Openness.NON_PUBLIC:
        kind = record.openness.words
    status = ""
    if lines:
        status = "1 finding" if len(lines) == 1 else f"{len(lines):,} findings"
        if overdue:
            status += f", {overdue:,} overdue"
    return ListRow(
        record.title,
        reference=record.number,
        kind=kind,
        mark=mark_named("overdue") if overdue else None,
        status=status,
    )
