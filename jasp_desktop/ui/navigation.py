"""Which pages there are, and the way back through those that were visited."""

from collections.abc import Mapping
from dataclasses import dataclass

from jasp_desktop.ui.places import PageKey, Place

PAGES: Mapping[PageKey, tuple[str, str]] = {
    PageKey.HOME: ("jasp_desktop.ui.home.page", "HomePage"),
    PageKey.CHANGES: ("jasp_desktop.ui.changes.page", "ChangesPage"),
    PageKey.REPORTS: ("jasp_desktop.ui.reports.page", "ReportsPage"),
    PageKey.REPORT: ("jasp_desktop.ui.reports.report_page", "ReportPage"),
    PageKey.SECTION_55: ("jasp_desktop.ui.section_55.page", "Section55Page"),
    PageKey.GRADES: ("jasp_desktop.ui.grades.page", "GradesPage"),
    PageKey.FINDINGS: ("jasp_desktop.ui.findings.page", "FindingsPage"),
    PageKey.FINDING: ("jasp_desktop.ui.findings.dossier_page", "DossierPage"),
    PageKey.COVERAGE: ("jasp_desktop.ui.coverage.page", "CoveragePage"),
    PageKey.PROMISES: ("jasp_desktop.ui.promises.page", "PromisesPage"),
    PageKey.ENQUIRIES: ("jasp_desktop.ui.enquiries.page", "EnquiriesPage"),
    PageKey.MEETINGS: ("jasp_desktop.ui.meetings.page", "MeetingsPage"),
    PageKey.MEETING: ("jasp_desktop.ui.meetings.meeting_page", "MeetingPage"),
    PageKey.LIVE: ("jasp_desktop.ui.live.page", "LivePage"),
    PageKey.PANEL_ACTIONS: ("jasp_desktop.ui.panel_actions.page", "PanelActionsPage"),
    PageKey.WORK_PLAN: ("jasp_desktop.ui.work_plan.page", "WorkPlanPage"),
    PageKey.BRIEF: ("jasp_desktop.ui.briefs.page", "BriefPage"),
    PageKey.QUESTIONS: ("jasp_desktop.ui.questions.page", "QuestionsPage"),
    PageKey.PROOF: ("jasp_desktop.ui.proof.page", "ProofPage"),
    PageKey.REGISTER: ("jasp_desktop.ui.register.page", "RegisterPage"),
    PageKey.IMPORT: ("jasp_desktop.ui.importing.page", "ImportPage"),
    PageKey.SETTINGS: ("jasp_desktop.ui.settings.page", "SettingsPage"),
}
"""Module and class of each page: it is imported when it is first visited."""

_RAIL_ROWS: Mapping[PageKey, PageKey] = {
    PageKey.CHANGES: PageKey.HOME,
    PageKey.REPORT: PageKey.REPORTS,
    PageKey.SECTION_55: PageKey.REPORTS,
    PageKey.GRADES: PageKey.REPORTS,
    PageKey.FINDING: PageKey.FINDINGS,
    PageKey.COVERAGE: PageKey.FINDINGS,
    PageKey.PROMISES: PageKey.FINDINGS,
    PageKey.ENQUIRIES: PageKey.FINDINGS,
    PageKey.MEETING: PageKey.MEETINGS,
    PageKey.LIVE: PageKey.MEETINGS,
    PageKey.PANEL_ACTIONS: PageKey.MEETINGS,
    PageKey.WORK_PLAN: PageKey.MEETINGS,
    PageKey.BRIEF: PageKey.MEETINGS,
    PageKey.PROOF: PageKey.QUESTIONS,
}


def rail_row(page: PageKey) -> PageKey:
    """Return the row of the rail under which a page stands."""
    return _RAIL_ROWS.get(page, page)


@dataclass(slots=True)
class Visit:
    """A place and how far it was scrolled when the person left."""

    place: Place
    position: int = 0


class History:
    """The places visited, and where among them the person is."""

    def __init__(self) -> None:
        self._visits: list[Visit] = []
        self._at = -1

    @property
    def here(self) -> Place | None:
        """Return where the person is; None before the first visit."""
        return self._visits[self._at].place if self._visits else None

    @property
    def previous(self) -> Visit | None:
        """Return where Back leads."""
        return self._visits[self._at - 1] if self._at > 0 else None

    @property
    def following(self) -> Visit | None:
        """Return where Forward leads."""
        ahead = self._at + 1
        return self._visits[ahead] if ahead < len(self._visits) else None

    def leave(self, position: int) -> None:
        """Keep how far this place is scrolled."""
        if self._visits:
            self._visits[self._at].position = position

    def arrive(self, place: Place) -> None:
        """Add a place after this one; what lay ahead is forgotten. The same place is no step."""
        if place == self.here:
            return
        del self._visits[self._at + 1 :]
        self._visits.append(Visit(place))
        self._at += 1

    def step(self, by: int) -> None:
        """Be at the previous (-1) or the following (1) place, which must be there."""
        self._at += by
