"""One report."""

from PySide6.QtCore import Slot

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.identity import ReportUid, Uid
from jasp_desktop.domain.listings import FindingOrder, FindingQuery, ReportLine
from jasp_desktop.domain.records import Subject
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.page import Page
from jasp_desktop.ui.places import Crumb, PageKey, Place
from jasp_desktop.ui.register.deeds import report_deeds
from jasp_desktop.ui.reports.parts import (
    clock_part,
    facts_part,
    findings_part,
    responses_part,
    summary_part,
)
from jasp_desktop.ui.reports.words import published_words
from jasp_desktop.ui.workspace import Workspace


class ReportPage(Page):
    """Title, facts, the section 55 clock, responses and findings of one report."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._uid: str | None = None
        self._line: ReportLine | None = None
        self._order: list[str] = []
        self._build()

    def _build(self) -> None:
        appearance = self.workspace.appearance
        self.sheet = ScrollPage(appearance)
        self.sheet.setAccessibleName("Report")
        self.kicker = Label(appearance, "", Type.SMALL, Colour.INK2, wrap=True)
        self.title = Label(appearance, "", Type.H1, wrap=True)
        self.parts = Column(appearance, gap=Space.APART)
        self.deeds = report_deeds(self.workspace)
        self.sheet.body.add(self.kicker, self.title)
        self.sheet.body.add_space(Space.SNUG)
        self.sheet.body.add(self.deeds)
        self.sheet.body.add_space(Space.GAP)
        self.sheet.body.add(self.parts)
        self.outer.addWidget(self.sheet)

    def show_place(self, place: Place) -> None:
        """Show a report from the top.

        Raises:
            UserError: It is not in the register any more.
        """
        before, self._uid = self._uid, place.uid
        try:
            self.reload()
        except UserError:
            self._uid = before
            raise
        self.sheet.scroll_to(0)

    def reload(self) -> None:
        """Load the report again.

        Raises:
            UserError: It is not in the register any more.
        """
        register = self.workspace.desk.register
        lines = {line.report.uid: line for line in register.reports()}
        found = lines.get(ReportUid(Uid(self._uid or "")))
        if found is None:
            raise UserError("This report is not in the register any more.")
        self._line, self._order = found, list(lines)
        self._load(found)
        self.crumbs_changed.emit()
        self.subject_changed.emit()

    def _load(self, line: ReportLine) -> None:
        report, appearance = line.report, self.workspace.appearance
        register, navigator = self.workspace.desk.register, self.workspace.navigator
        self.kicker.setText(f"{report.kind.words}, published {published_words(report)}")
        self.title.setText(report.title)
        self.deeds.show_record(report.uid)
        query = FindingQuery(report=report.uid, order=FindingOrder.REFERENCE)
        findings = register.finding_lines(register.finding_ids(query))
        position = self.sheet.position
        self.parts.clear()
        if report.summary:
            self.parts.add(summary_part(appearance, report.summary))
        self.parts.add(
            facts_part(appearance, report),
            clock_part(appearance, line),
            responses_part(appearance, register.responses(report)),
            findings_part(appearance, navigator, line, findings),
        )
        self.sheet.scroll_to(position)

    def crumbs(self) -> list[Crumb]:
        """Return the path to this report."""
        name = self._line.report.name if self._line else "Report"
        return [Crumb("Reports", Place(PageKey.REPORTS)), Crumb(name)]

    def subject(self) -> Subject | None:
        """Return the report: the notebook is about it."""
        return Subject("report", self._line.report.uid) if self._line else None

    def subject_label(self) -> str:
        """Return its name."""
        return self._line.report.name if self._line else ""

    def step(self, by: int) -> None:
        """Go to the next or previous report."""
        if self.can_step(by):
            uid = self._order[self._order.index(self._uid or "") + by]
            self.workspace.navigator.open(Place(PageKey.REPORT, uid))

    def can_step(self, by: int) -> bool:
        """Tell whether there is one."""
        if self._uid not in self._order:
            return False
        return 0 <= self._order.index(self._uid) + by < len(self._order)

    def scroll_position(self) -> int:
        """Return how far it is scrolled."""
        return self.sheet.position

    @Slot(int)
    def scroll_to(self, position: int) -> None:
        """Come back to a scroll position."""
        self.sheet.scroll_to(position)
