"""Starts every part once and says a line for each; used on the frozen program."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.listings import FindingQuery
from jasp_desktop.domain.progress import Silent
from jasp_desktop.services.home_folder import HomeFolder
from jasp_desktop.services.opening import open_desk
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.sitting import Sitting

_LETTER = """Police and Crime Commissioner for Trent Vale (invented)
12 December 2026

Dear Home Secretary

HMICFRS report: Report on an inspection visit to police custody suites in Trent Vale

On 20 October 2026, HMICFRS published its report on an inspection visit to police custody
suites in Trent Vale. I publish my response under section 55 of the Police Act 1996.

Recommendation 1
The force should check every detention log.

The Chief Constable accepts this recommendation and has appointed an inspector to check each log.

Yours sincerely

A. N. Other (invented)
Police and Crime Commissioner for Trent Vale
"""


class SelfCheck(QObject):
    """Ends the application with 0 when every part started, with 1 at the first that did not."""

    def __init__(self, home: HomeFolder, say: Callable[[str], None]) -> None:
        super().__init__()
        self._home, self._say = home, say
        self._has_failed = False

    @Slot(object)
    def run(self, sitting: Sitting) -> None:
        """Go through the parts."""
        self._say("Window: opened on the sample data")
        part = "Start"
        try:
            for part, outcome in self._parts(sitting):
                self._say(f"{part}: {outcome}")
        except Exception as error:
            what = str(error) if isinstance(error, UserError) else type(error).__name__
            self.fail(f"after “{part}”: {what}")
            raise
        if not self._has_failed:
            self._say("Every part started")
            QApplication.exit(0)

    @Slot(str)
    def fail(self, what: str) -> None:
        """Say what failed and end."""
        if not self._has_failed:
            self._has_failed = True
            self._say(f"The self-check failed {what}")
            QApplication.exit(1)

    def _parts(self, sitting: Sitting) -> Iterator[tuple[str, str]]:
        for place in _places(sitting):
            yield f"Page {place.page.value}", self._shown(sitting, place)
        yield "Import", self._imported(sitting)
        yield "Brief", self._briefed(sitting)
        yield "Export", self._exported(sitting)

    def _shown(self, sitting: Sitting, place: Place) -> str:
        sitting.visits.open(place)
        if sitting.visits.history.here != place or sitting.visits.page is None:
            raise UserError(f"the page {place.page.value} cannot be shown")
        picture = sitting.visits.page.grab()
        return f"painted, {picture.width()} by {picture.height()}"

    def _imported(self, sitting: Sitting) -> str:
        letter = self._home.path / "letter.txt"
        letter.write_text(_LETTER, encoding="utf-8")
        imports = sitting.workspace.desk.imports
        plan = imports.propose(letter, Silent())
        if not plan.proposal.records:
            raise UserError("a letter was read but nothing in it was understood")
        imports.accept(plan, Silent())
        return f"read by a child process, {len(plan.proposal.records)} records proposed"

    def _briefed(self, sitting: Sitting) -> str:
        desk, output = sitting.workspace.desk, self._home.path / "brief.pdf"
        meeting = desk.register.meetings()[0].meeting.uid
        result = desk.briefs.write(meeting, output, with_notes=True, progress=Silent())
        document = QPdfDocument()
        document.load(str(output))
        pages = document.pageCount()
        document.close()
        if pages != result.pages:
            raise UserError(f"the brief has {result.pages} pages but {pages} are read back")
        return f"{pages} pages written and read back"

    def _exported(self, sitting: Sitting) -> str:
        first, second = (self._home.path / f"export-{number}.json" for number in (1, 2))
        sitting.workspace.desk.export(first, Silent())
        other = self._home.path / "other"
        other.mkdir()
        desk = open_desk(HomeFolder(other), sitting.workspace.now, Silent())
        try:
            desk.imports.accept(desk.imports.propose(first, Silent()), Silent())
            desk.export(second, Silent())
        finally:
            desk.close()
        return _same(first, second)


def _same(first: Path, second: Path) -> str:
    if first.read_bytes() != second.read_bytes():
        raise UserError("an export that was imported is not exported the same")
    return f"{first.stat().st_size:,} bytes, the same after importing them"


def _places(sitting: Sitting) -> list[Place]:
    """Return a place on every page, with the first record of each kind."""
    register = sitting.workspace.desk.register
    report = register.reports()[0].report.uid
    finding = register.finding_lines(register.finding_ids(FindingQuery())[:1])[0].uid
    meeting = register.meetings()[0].meeting.uid
    uids = {
        PageKey.REPORT: report,
        PageKey.FINDING: finding,
        PageKey.MEETING: meeting,
        PageKey.BRIEF: meeting,
        PageKey.LIVE: meeting,
    }
    return [Place(page, uids.get(page)) for page in PageKey]
