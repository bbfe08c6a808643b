"""Read the register, and change it by acts that can be taken back."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.dossier import Dossier
from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.identity import (
    FindingUid,
    MeetingUid,
    PersonUid,
    ReportUid,
    Uid,
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
from jasp_desktop.domain.vocabulary import ForceStatus
from jasp_desktop.services.acting import carry_out
from jasp_desktop.store import dossiers, finding_lists, journal, overviews, register
from jasp_desktop.store.clocks import responses_to
from jasp_desktop.store.database import Database


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
