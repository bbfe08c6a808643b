"""Read the register, and change it by acts that can be taken back."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.dates import papers_due
from jasp_desktop.domain.dossier import Dossier
from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.identity import (
    AgendaItemUid,
    FindingUid,
    MeetingUid,
    PersonUid,
    ReportUid,
    Uid,
    made_uid,
)
from jasp_desktop.domain.journal import Origin
from jasp_desktop.domain.listings import (
    FindingLine,
    FindingQuery,
    FindingTotals,
    HomeContent,
    MeetingLine,
    ReportLine,
)
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.records import (
    AgendaItem,
    Finding,
    Meeting,
    Panel,
    Person,
    Record,
    Report,
    Response,
    Subject,
)
from jasp_desktop.domain.vocabulary import ForceStatus, MeetingStatus, Openness, Purpose
from jasp_desktop.services.acting import carry_out
from jasp_desktop.store import dossiers, finding_lists, journal, overviews, register
from jasp_desktop.store.clocks import responses_to
from jasp_desktop.store.database import Database

STANDING_ITEM = "Audit and Inspection"


class RegisterService:
    """The open register. Every call is one short transaction; any thread may call it."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def panel(self) -> Panel | None:
        """Return the panel; None in an empty register."""
        with self._database.reading() as session:
            return register.read_panel(session)

    def is_empty(self) -> bool:
        """Tell whether there is nothing to show yet."""
        with self._database.reading() as session:
            return register.is_empty(session)

    def home(self) -> HomeContent | None:
        """Return what Home shows; None in a register without a panel."""
        with self._database.reading() as session:
            return overviews.home_content(session)

    def reports(self) -> list[ReportLine]:
        """Return every report, the newest first."""
        with self._database.reading() as session:
            return overviews.report_lines(session)

    def report(self, uid: ReportUid) -> Report | None:
        """Return one report."""
        with self._database.reading() as session:
            return register.fetch_one(session, Report, uid)

    def responses(self, report: Report) -> list[Response]:
        """Return the responses to a report, by the dates of their letters."""
        with self._database.reading() as session:
            return responses_to(session, [report])[report.uid]

    def finding_ids(self, query: FindingQuery) -> list[int]:
        """Return the row ids of the findings a list shows, in its order."""
        with self._database.reading() as session:
            panel = register.read_panel(session)
            return finding_lists.finding_ids(session, query, panel.as_at if panel else None)

    def finding_lines(self, ids: Sequence[int]) -> list[FindingLine]:
        """Return the lines of these findings, in their order."""
        with self._database.reading() as session:
            panel = register.read_panel(session)
            return finding_lists.finding_lines(session, ids, panel.as_at if panel else None)

    def finding_totals(self, query: FindingQuery) -> FindingTotals:
        """Return how many findings each filter would show."""
        with self._database.reading() as session:
            panel = register.read_panel(session)
            return finding_lists.finding_totals(session, query, panel.as_at if panel else None)

    def finding_statuses(self, query: FindingQuery) -> Counter[ForceStatus | None]:
        """Return how many findings a list shows of each force status; None: not recorded."""
        with self._database.reading() as session:
            panel = register.read_panel(session)
            return finding_lists.finding_statuses(session, query, panel.as_at if panel else None)

    def dossier(self, uid: FindingUid) -> Dossier | None:
        """Return a finding with all that hangs on it."""
        with self._database.reading() as session:
            panel = register.read_panel(session)
            found = dossiers.fetch_dossiers(session, [uid], panel.as_at if panel else None)
            return found[0] if found else None

    def meetings(self) -> list[MeetingLine]:
        """Return every meeting, the latest first."""
        with self._database.reading() as session:
            return overviews.meeting_lines(session)

    def meeting(self, uid: MeetingUid) -> Meeting | None:
        """Return one meeting."""
        with self._database.reading() as session:
            return register.fetch_one(session, Meeting, uid)

    def agenda(self, meeting: MeetingUid) -> list[AgendaItem]:
        """Return a meeting's items in the order of their numbers."""
        with self._database.reading() as session:
            return overviews.agenda_of(session, meeting)

    def findings(self, uids: Sequence[FindingUid]) -> list[Finding]:
        """Return these findings, in their order."""
        with self._database.reading() as session:
            return register.fetch(session, Finding, uids)

    def absent(self, subjects: Iterable[Subject]) -> set[Subject]:
        """Return those of these subjects that are not in the register (any more)."""
        wanted = set(subjects)
        with self._database.reading() as session:
            return wanted - register.present(session, wanted)

    def people(self, uids: Sequence[PersonUid]) -> list[Person]:
        """Return these people, in their order."""
        with self._database.reading() as session:
            return register.fetch(session, Person, uids)

    def carry_out(self, act: Act[Record], progress: Progress | None = None) -> None:
        """Do an act, or take one back by its inverse: all of it or nothing.

        Raises:
            StoreError: A record has changed since, or another record still needs one that would
                go.
            Cancelled: The person asked for a stop; nothing changed.
        """
        carry_out(self._database, act, self._now(), progress)

    def origin(self, table: str, uid: Uid) -> Origin:
        """Return where a record comes from, and what has been done to it since."""
        with self._database.reading() as session:
            return Origin(tuple(journal.traces_of(session, table, uid)))

    def named(self, panel: Panel) -> Act[Record]:
        """Return the act of naming the panel whose register this is.

        Raises:
            InvalidInput: The name or the force is missing.
        """
        if not panel.name.strip():
            raise InvalidInput("name", "Write the panel’s name.")
        if not panel.force.strip():
            raise InvalidInput("force", "Write the force’s name.")
        return Act("Name the panel", (), Change(self.panel(), panel))


def new_meeting(panel: Panel, meeting: Meeting) -> Act[Record]:
    """Plan a meeting with the panel's standing items.

    The day the papers are due is counted back from the meeting by the panel's clear working days.
    """
    due = papers_due(meeting.held_on, panel.paper_lead_days, frozenset(panel.bank_holidays))
    planned = replace(meeting, paper_deadline=due, status=MeetingStatus.PLANNED)
    items = [
        AgendaItem(
            uid=AgendaItemUid(made_uid()),
            meeting=meeting.uid,
            number=str(number),
            title=title,
            purpose=purpose,
            openness=Openness.PUBLIC,
            marking=panel.default_marking,
        )
        for number, (title, purpose) in enumerate(_STANDING_AGENDA, start=1)
    ]
    added: list[Record] = [planned, *items]
    return Act("Plan meeting", tuple(Change[Record](None, record) for record in added))


def put_on_agenda(item: AgendaItem, finding: Finding) -> Act[Record]:
    """Put a finding, and with it its report, on an agenda item.

    Raises:
        InvalidInput: It is on the item already.
    """
    if finding.uid in item.findings:
        raise InvalidInput("finding", "This finding is on that item already.")
    reports = item.reports if finding.report in item.reports else (*item.reports, finding.report)
    after = replace(item, findings=(*item.findings, finding.uid), reports=reports)
    return Act("Add to meeting", (Change[Record](item, after),))


def take_off_agenda(item: AgendaItem, finding: FindingUid) -> Act[Record]:
    """Take a finding off an agenda item; its report stays."""
    kept = tuple(uid for uid in item.findings if uid != finding)
    return Act("Take off agenda", (Change[Record](item, replace(item, findings=kept)),))


_STANDING_AGENDA = (
    ("Apologies for absence", Purpose.FOR_INFORMATION),
    ("Declarations of interest", Purpose.FOR_INFORMATION),
    ("Minutes of the last meeting", Purpose.FOR_CONSIDERATION),
    ("Progress against the action tracker", Purpose.FOR_CONSIDERATION),
    (STANDING_ITEM, Purpose.FOR_CONSIDERATION),
    ("Work plan and meeting schedule", Purpose.FOR_CONSIDERATION),
)
