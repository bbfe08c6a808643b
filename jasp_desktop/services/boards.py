"""The boards: coverage, promises, section 55 and grades, to be shown and to be printed."""

from collections import Counter
from collections.abc import Sequence
from itertools import batched

from jasp_desktop.briefs.sections.coverage import coverage_of_panel
from jasp_desktop.briefs.sections.grades import grades_of_panel
from jasp_desktop.briefs.sections.promises import promises_of_panel
from jasp_desktop.briefs.sections.section_55 import section_55_of_panel
from jasp_desktop.briefs.style import A4_LANDSCAPE
from jasp_desktop.briefs.writing import printed_document
from jasp_desktop.domain.coverage import (
    CoverageLine,
    CoverageQuery,
    CoverageSurvey,
    survey,
)
from jasp_desktop.domain.grade_timeline import GradeTimeline
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.records import Panel
from jasp_desktop.domain.section_55_board import BoardFilter, BoardLine
from jasp_desktop.domain.slips import SlipBoard, SlipLine, SlipQuery, slip_board
from jasp_desktop.services.notebook import NotebookService
from jasp_desktop.services.panel_dates import UNNAMED_FORCE, UNNAMED_PANEL
from jasp_desktop.store import boards, coverage_lists, register, slip_lists
from jasp_desktop.store.coverage_lists import Drafts
from jasp_desktop.store.database import Database

_LINES_AT_ONCE = 400
_UNNAMED = Panel(name=UNNAMED_PANEL, force=UNNAMED_FORCE)


class BoardService:
    """Overviews over one register. Each call is one short reading; any thread may call it.

    The coverage on screen counts the member's own drafts; no printed page knows of them.
    """

    def __init__(self, database: Database, notebook: NotebookService) -> None:
        self._database = database
        self._notebook = notebook

    def coverage(self, query: CoverageQuery, progress: Progress) -> CoverageSurvey:
        """Return which findings the matrix shows, in its order, and what it counts.

        Raises:
            Cancelled: The person asked for a stop.
        """
        return self._survey(query, self._drafts_of_findings(), progress)

    def coverage_lines(self, ids: Sequence[int]) -> list[CoverageLine]:
        """Return the lines of these findings, in their order."""
        drafts = self._drafts_of_findings()
        with self._database.reading() as session:
            panel = register.read_panel(session)
            as_at = panel.as_at if panel else None
            return coverage_lists.coverage_lines(session, ids, as_at, drafts)

    def slips(self, progress: Progress) -> SlipBoard:
        """Return the slip of every action and the totals of each owner.

        Raises:
            Cancelled: The person asked for a stop.
        """
        with self._database.reading() as session:
            panel = register.read_panel(session)
            as_at = panel.as_at if panel else None
            return slip_board(slip_lists.slips(session, as_at, progress))

    def slip_lines(self, ids: Sequence[int]) -> list[SlipLine]:
        """Return the lines of these actions, in their order."""
        with self._database.reading() as session:
            panel = register.read_panel(session)
            return slip_lists.slip_lines(session, ids, panel.as_at if panel else None)

    def section_55(self) -> list[BoardLine]:
        """Return every report's position, clock, dates and unexplained recommendations."""
        with self._database.reading() as session:
            panel = register.read_panel(session)
            return boards.board_lines(session, panel.as_at if panel else None)

    def grades(self) -> GradeTimeline:
        """Return every grade on record and the phases of monitoring."""
        with self._database.reading() as session:
            panel = register.read_panel(session)
            return boards.timeline(session, panel.as_at if panel else None)

    def printed_coverage(self, query: CoverageQuery, chosen: str, progress: Progress) -> bytes:
        """Return the matrix as a PDF, without the member's own drafts; ``chosen`` says which.

        Raises:
            Cancelled: The person asked for a stop.
        """
        ids = self._survey(query, {}, progress).row_ids
        lines: list[CoverageLine] = []
        with self._database.reading() as session:
            panel = register.read_panel(session)
            as_at = panel.as_at if panel else None
            for some in batched(ids, _LINES_AT_ONCE):
                progress.report(len(lines), len(ids), "Reading the findings")
                lines += coverage_lists.coverage_lines(session, some, as_at, {})
        brief = coverage_of_panel(panel or _UNNAMED, chosen, lines)
        return printed_document(brief, progress=progress, paper=A4_LANDSCAPE)[0]

    def printed_promises(self, query: SlipQuery, chosen: str, progress: Progress) -> bytes:
        """Return a ranking of actions and the totals of their owners as a PDF.

        Raises:
            Cancelled: The person asked for a stop.
        """
        board = self.slips(progress)
        ids, owner = board.ranked(query), query.owner
        owners = [each for each in board.owners if owner is None or each.owner == owner]
        lines: list[SlipLine] = []
        for some in batched(ids, _LINES_AT_ONCE):
            progress.report(len(lines), len(ids), "Reading the actions")
            lines += self.slip_lines(some)
        brief = promises_of_panel(self._panel(), chosen, owners, lines)
        return printed_document(brief, progress=progress)[0]

    def printed_section_55(self, which: BoardFilter, chosen: str, progress: Progress) -> bytes:
        """Return the section 55 board as a PDF.

        Raises:
            Cancelled: The person asked for a stop.
        """
        lines = [line for line in self.section_55() if which.shows(line)]
        brief = section_55_of_panel(self._panel(), chosen, lines)
        return printed_document(brief, progress=progress, paper=A4_LANDSCAPE)[0]

    def printed_grades(self, progress: Progress) -> bytes:
        """Return the timeline of grades as a PDF.

        Raises:
            Cancelled: The person asked for a stop.
        """
        brief = grades_of_panel(self._panel(), self.grades())
        return printed_document(brief, progress=progress)[0]

    def _panel(self) -> Panel:
        with self._database.reading() as session:
            return register.read_panel(session) or _UNNAMED

    def _survey(self, query: CoverageQuery, drafts: Drafts, progress: Progress) -> CoverageSurvey:
        with self._database.reading() as session:
            panel = register.read_panel(session)
            as_at = panel.as_at if panel else None
            return survey(coverage_lists.surveyed(session, query, as_at, drafts, progress), query)

    def _drafts_of_findings(self) -> Drafts:
        """Return how many of the member's drafts hang on each finding and on its actions."""
        subjects = [draft.subject for draft in self._notebook.drafts()]
        with self._database.reading() as session:
            return Counter(coverage_lists.finding_rows_of(session, subjects))
