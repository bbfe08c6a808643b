"""The list of meetings, and planning one."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.records import Meeting
from jasp_desktop.domain.vocabulary import MeetingStatus
from jasp_desktop.services.list_sheets import meetings_sheet
from jasp_desktop.services.meetings import new_meeting
from jasp_desktop.ui.board_page import BoardPage
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.cards import EmptyState
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.register_table import RegisterTable
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.meetings.plan_form import PlanMeetingForm
from jasp_desktop.ui.meetings.table import COLUMNS, MeetingsModel
from jasp_desktop.ui.page import ShownList
from jasp_desktop.ui.places import Crumb, PageKey, Place
from jasp_desktop.ui.workspace import Workspace

_EMPTY = (
    "No meetings yet. A meeting holds the agenda, the findings that the panel takes up, and the "
    "brief that is made of them."
)
_NO_PANEL = (
    "The register has no panel yet. Name the panel first: its clear working days say when papers "
    "are due."
)


class MeetingsPage(BoardPage):
    """Every meeting, the next one first; Enter or a double click opens one."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, "Meetings", PageKey.MEETINGS, has_paper=False, parent=parent)
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self.workspace.appearance
        self.counts, self.export = self.head.quiet, self.head.paper.export
        self.plan = Button(look, "Plan a meeting", ButtonKind.PRIMARY, icon="plus", small=True)
        self.head.switch.add(self.plan)
        margins = (Space.MARGIN, Space.CLOSE, Space.MARGIN, Space.ROOM)
        whole = Column(look, gap=Space.ROOM, margins=margins)
        self.form = PlanMeetingForm(look)
        self.form.hide()
        self.no_panel = EmptyState(look, _NO_PANEL, "Name the panel")
        self.empty = EmptyState(look, _EMPTY)
        self.model = MeetingsModel(self)
        self.table = RegisterTable(look, "Meetings", COLUMNS, two_lines=True)
        self.table.setModel(self.model)
        whole.add(self.form, self.no_panel, self.empty)
        whole.add(self.table, stretch=1)
        self._rest = Column(look)
        whole.add(self._rest, stretch=1)
        self.plane.add(whole, stretch=1)

    def _connect(self) -> None:
        self.plan.clicked.connect(self._on_plan)
        self.form.planned.connect(self._on_planned)
        self.form.left.connect(self._on_form_left)
        self.no_panel.stepped.connect(self._on_name_panel)
        self.table.opened.connect(self._on_opened)

    def show_place(self, place: Place) -> None:
        """Show the list; the detail “plan” opens the form too."""
        self.reload()
        if place.detail == "plan":
            self._on_plan()
        elif self.model.rowCount():
            self.table.choose(max(self.table.chosen_row, 0))
            # Who comes to a list means its rows, not the buttons above them.
            if not self.isVisible():
                self.table.setFocus()

    def reload(self) -> None:
        """Load the meetings; the same meeting stays chosen."""
        row = self.table.chosen_row
        chosen = self.model.meeting(row).uid if row >= 0 else None
        lines = self.workspace.desk.register.meetings()
        self.model.set_lines(lines)
        for number in range(self.model.rowCount()):
            if self.model.meeting(number).uid == chosen:
                self.table.choose(number)
        has_panel = self.workspace.desk.register.panel() is not None
        self.no_panel.setVisible(not has_panel)
        self.plan.setVisible(has_panel and self.form.isHidden())
        self.empty.setVisible(has_panel and not lines)
        self.table.setVisible(bool(lines))
        self.export.setVisible(bool(lines))
        self._rest.setVisible(not lines)
        planned = sum(line.meeting.status is MeetingStatus.PLANNED for line in lines)
        held = sum(line.meeting.status is MeetingStatus.HELD for line in lines)
        self.counts.setText(f"{planned:,} planned, {held:,} held" if lines else "")

    def crumbs(self) -> list[Crumb]:
        """Return the page's name."""
        return [Crumb("Meetings")]

    def shown_list(self) -> ShownList:
        """Return the meetings in the table's order."""
        lines = self.model.lines
        return ShownList("Meetings", lambda _progress: meetings_sheet(lines))

    @Slot()
    def _on_plan(self) -> None:
        register = self.workspace.desk.register
        panel = register.panel()
        if panel is None:
            return
        taken = {
            line.meeting.held_on
            for line in register.meetings()
            if line.meeting.status is not MeetingStatus.CANCELLED
        }
        self.form.show()
        self.plan.hide()
        self.form.begin(panel, taken, self.workspace.now().date())

    @Slot(Meeting)
    def _on_planned(self, meeting: Meeting) -> None:
        panel = self.workspace.desk.register.panel()
        if panel is None:
            return
        try:
            self.workspace.acts.do(new_meeting(panel, meeting))
        except UserError as error:
            self.workspace.notices.fail(str(error))
            return
        self._on_form_left()
        self.workspace.navigator.open(Place(PageKey.MEETING, meeting.uid))

    @Slot()
    def _on_form_left(self) -> None:
        self.form.hide()
        self.plan.show()
        self.plan.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_name_panel(self) -> None:
        self.workspace.navigator.open(Place(PageKey.SETTINGS))

    @Slot(int)
    def _on_opened(self, row: int) -> None:
        self.workspace.navigator.open(Place(PageKey.MEETING, self.model.meeting(row).uid))
