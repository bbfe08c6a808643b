"""Show what a panel's questions came to, for its annual report."""

from collections.abc import Callable
from datetime import date, datetime

from jasp_desktop.briefs.sections.proof import proof_of
from jasp_desktop.briefs.writing import printed_document
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.proof import Period, ProofOfScrutiny, financial_year
from jasp_desktop.domain.records import Panel
from jasp_desktop.services.panel_dates import UNNAMED_FORCE, UNNAMED_PANEL
from jasp_desktop.store import proof, register
from jasp_desktop.store.database import Database

_UNNAMED = Panel(name=UNNAMED_PANEL, force=UNNAMED_FORCE)


class ProofService:
    """The questions of one register by period. Any thread may call it."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def years(self) -> tuple[Period, ...]:
        """Return the financial years in which something was asked, the newest first.

        The year of the data is among them, asked or not.
        """
        with self._database.reading() as session:
            panel = register.read_panel(session)
            days = {*proof.days_asked(session), self._as_at(panel)}
        years = {financial_year(day) for day in days}
        return tuple(sorted(years, key=lambda year: year.first, reverse=True))

    def proof(self, period: Period) -> ProofOfScrutiny:
        """Return the proof of scrutiny of a period, as at the date of the data."""
        return self._gathered(period)[1]

    def printed(self, period: Period, progress: Progress) -> bytes:
        """Return the proof of scrutiny as the bytes of a PDF, to be printed.

        Raises:
            Cancelled: The person asked for a stop.
        """
        panel, found = self._gathered(period)
        return printed_document(proof_of(found, panel.default_marking), progress=progress)[0]

    def _gathered(self, period: Period) -> tuple[Panel, ProofOfScrutiny]:
        with self._database.reading() as session:
            panel = register.read_panel(session) or _UNNAMED
            as_at = self._as_at(panel)
            questions = tuple(proof.proven_questions(session, period, as_at))
        return panel, ProofOfScrutiny(panel.name, period, as_at, questions)

    def _as_at(self, panel: Panel | None) -> date:
        """Return the date of the data; today's where it is not known."""
        known = panel.as_at if panel else None
        return known or self._now().astimezone().date()
