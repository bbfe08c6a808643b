"""Grades across inspections, with the phases of monitoring."""

from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.grade_drawing import grade_axis
from jasp_desktop.domain.grade_timeline import SCALE_CHANGED, GradeTimeline, phase_words
from jasp_desktop.services.board_sheets import grades_sheet
from jasp_desktop.ui.board_page import BoardPage
from jasp_desktop.ui.counting import counted
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.cards import EmptyState
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.grade_view import GradeTimelineView
from jasp_desktop.ui.kit.labels import Hairline, Label, SectionHeading
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.tab_order import follow_layout
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.page import PrintedPage, ShownList
from jasp_desktop.ui.places import Crumb, PageKey, Place
from jasp_desktop.ui.record_line import RecordLine
from jasp_desktop.ui.workspace import Workspace

_HOW_TO_READ = (
    "A square stands where a report graded the area, the best grade of its scale at the top. "
    "HMICFRS says that its two scales cannot be compared, so nothing joins them. A dashed square: "
    "the report gave no grade. The thick foot under a phase marks Engage."
)


class GradesPage(BoardPage):
    """Every area's grades on one axis, in words and drawn; and the reports that gave them."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, "Grades", PageKey.GRADES, parent=parent)
        self._timeline: GradeTimeline | None = None
        self.sheet = ScrollPage(workspace.appearance, top=Space.CLOSE, widest=None)
        self.sheet.setAccessibleName("Grades")
        self.plane.add(self.sheet, stretch=1)

    def show_place(self, place: Place) -> None:
        """Show the timeline from the top."""
        del place
        self.reload()
        self.sheet.scroll_to(0)
        if not self.isVisible():
            self.sheet.setFocus()

    def reload(self) -> None:
        """Load the grades; what has not changed keeps its widgets and the scroll."""
        timeline = self.workspace.desk.boards.grades()
        if timeline == self._timeline:
            return
        self._timeline = timeline
        position, body = self.sheet.position, self.sheet.body
        body.clear()
        count = len(timeline.grades)
        self.head.quiet.setText(
            f"{counted(count, 'grade')} of {counted(len(timeline.rows), 'area')}"
        )
        self._add_timeline(timeline)
        self._add_phases(timeline)
        self._add_reports(timeline)
        follow_layout(body)
        self.sheet.scroll_to(position)

    def _add_timeline(self, timeline: GradeTimeline) -> None:
        appearance, body = self.workspace.appearance, self.sheet.body
        axis = grade_axis(timeline)
        if axis is None:
            sentence = "No grades yet. Each is drawn here once a report with its grades is written."
            empty = EmptyState(appearance, sentence, "Open the register")
            empty.stepped.connect(self._on_register_asked)
            body.add(empty)
            return
        body.add(Label(appearance, _HOW_TO_READ, Type.UI, Colour.INK2, wrap=True))
        if any(row.changes_scale for row in timeline.rows):
            body.add(Label(appearance, SCALE_CHANGED, Type.UI, Colour.INK2, wrap=True))
        body.add_space(Space.GAP)
        body.add(GradeTimelineView(appearance, timeline, axis))

    def _add_phases(self, timeline: GradeTimeline) -> None:
        if not timeline.phases:
            return
        appearance, body = self.workspace.appearance, self.sheet.body
        body.add_space(Space.APART)
        body.add(SectionHeading(appearance, "Monitoring by HMICFRS"))
        for phase in timeline.phases:
            source = phase.source or "source not recorded"
            body.add(_Entry(appearance, phase_words(phase), source), Hairline(appearance))

    def _add_reports(self, timeline: GradeTimeline) -> None:
        graded = {each.report: each for each in timeline.grades}
        if not graded:
            return
        appearance, body = self.workspace.appearance, self.sheet.body
        body.add_space(Space.APART)
        body.add(SectionHeading(appearance, "Reports that graded"))
        for uid, each in graded.items():
            count = sum(one.report == uid for one in timeline.grades)
            published = each.published.words if each.published else "on a day not recorded"
            line = RecordLine(
                appearance,
                each.report_name,
                remark=f"Published {published}. {each.scale.words}",
                status=counted(count, "grade"),
            )
            line.clicked.connect(lambda _checked=False, uid=uid: self._open_report(uid))
            body.add(line)

    def crumbs(self) -> list[Crumb]:
        """Return where this is."""
        return [Crumb("Reports", Place(PageKey.REPORTS)), Crumb("Grades")]

    def shown_list(self) -> ShownList:
        """Return every grade, area by area."""
        timeline = self._timeline or self.workspace.desk.boards.grades()
        return ShownList("Grades", lambda _progress: grades_sheet(timeline))

    def printed_page(self) -> PrintedPage:
        """Return the timeline, on paper."""
        return PrintedPage("Grades", self.workspace.desk.boards.printed_grades)

    def scroll_position(self) -> int:
        """Return how far it is scrolled."""
        return self.sheet.position

    def scroll_to(self, position: int) -> None:
        """Come back to a scroll position."""
        self.sheet.scroll_to(position)

    def _open_report(self, uid: str) -> None:
        self.workspace.navigator.open(Place(PageKey.REPORT, uid))

    def _on_register_asked(self) -> None:
        self.workspace.navigator.open(Place(PageKey.REGISTER))


class _Entry(Column):
    """A line and its quiet source."""

    def __init__(self, appearance: Appearance, words: str, source: str) -> None:
        super().__init__(appearance, gap=Space.HAIR, margins=(0, Space.CLOSE, 0, Space.CLOSE))
        self.add(
            Label(appearance, words, Type.UI, wrap=True),
            Label(appearance, source, Type.SMALL, Colour.INK2, wrap=True),
        )
