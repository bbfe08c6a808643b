"""Take the pictures of the README: every page of the window, light and dark, off screen.

python docs/take_pictures.py [--size 1440x900] [--text 100] [--out docs/pictures]
"""

import argparse
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from jasp_desktop.app import Program
from jasp_desktop.domain.listings import FindingQuery
from jasp_desktop.domain.question_board import Stage
from jasp_desktop.services.home_folder import HomeFolder
from jasp_desktop.ui.faults import Faults
from jasp_desktop.ui.jobs import Job
from jasp_desktop.ui.kit.colours import Scheme
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.sitting import Sitting

CLONE = Path(__file__).parents[1]
LETTER = CLONE / "tests/exchange/letters/corpus/pcc-response-csa-family-2020-02.txt"
TRACKER = CLONE / "db/demo/4ACTION export 2026-11-13.xlsx"
SCHEMES = {"light": Scheme.LIGHT, "dark": Scheme.DARK, "contrast": Scheme.CONTRAST}
SETTLED_MS = 400


class Photographer(QObject):
    """Goes from page to page and grabs the window once no work is in hand."""

    def __init__(self, options: argparse.Namespace) -> None:
        super().__init__()
        self._options = options
        self._timer = QTimer(self)
        self._timer.setInterval(SETTLED_MS)
        self._timer.timeout.connect(self._take)

    @Slot(object)
    def begin(self, sitting: Sitting) -> None:
        """Start the round."""
        self._sitting = sitting
        places = [
            (scheme, name, place)
            for scheme in self._options.schemes
            for name, place in _places(sitting)
        ]
        self._round = iter(places)
        self._next()

    def _next(self) -> None:
        self._shot = next(self._round, None)
        if self._shot is None:
            QApplication.quit()
            return
        scheme, _, place = self._shot
        self._sitting.workspace.appearance.choose_scheme(SCHEMES[scheme])
        self._sitting.visits.open(place)
        self._timer.start()

    @Slot()
    def _take(self) -> None:
        if self._sitting.workspace.jobs.findChildren(Job):
            return  # the page is still being made
        self._timer.stop()
        scheme, name, _ = self._shot
        output = self._options.out / f"{name}-{scheme}.png"
        self._sitting.window.grab().save(str(output))
        self._next()


def _places(sitting: Sitting) -> list[tuple[str, Place]]:
    register = sitting.workspace.desk.register
    lines = register.finding_lines(register.finding_ids(FindingQuery()))
    finding = next(line for line in lines if line.reference == "041/03")
    meeting = register.home().next_meeting.meeting.uid
    return [
        ("home", Place(PageKey.HOME)),
        ("changes", Place(PageKey.CHANGES)),
        ("reports", Place(PageKey.REPORTS)),
        ("report", Place(PageKey.REPORT, finding.report)),
        ("section-55", Place(PageKey.SECTION_55)),
        ("grades", Place(PageKey.GRADES)),
        ("findings", Place(PageKey.FINDINGS)),
        ("coverage", Place(PageKey.COVERAGE)),
        ("promises", Place(PageKey.PROMISES)),
        ("enquiries", Place(PageKey.ENQUIRIES)),
        ("finding", Place(PageKey.FINDING, finding.uid)),
        ("meetings", Place(PageKey.MEETINGS)),
        ("meeting", Place(PageKey.MEETING, meeting)),
        ("live", Place(PageKey.LIVE, meeting)),
        ("after-the-meeting", Place(PageKey.LIVE, meeting, "after")),
        ("panel-actions", Place(PageKey.PANEL_ACTIONS)),
        ("work-plan", Place(PageKey.WORK_PLAN)),
        ("questions", Place(PageKey.QUESTIONS, _asked(sitting))),
        ("proof", Place(PageKey.PROOF)),
        ("import", Place(PageKey.IMPORT, detail=str(LETTER))),
        ("tracker", Place(PageKey.IMPORT, detail=str(TRACKER))),
        ("register", Place(PageKey.REGISTER)),
        ("brief", Place(PageKey.BRIEF, meeting)),
        ("settings", Place(PageKey.SETTINGS)),
    ]


def _asked(sitting: Sitting) -> str:
    lines = sitting.workspace.desk.questions.board().lines
    return next(line.uid for line in lines if line.stage is Stage.PANEL_ACTION)


def main() -> None:
    """Take them all."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", default="1440x900")
    parser.add_argument("--text", type=int, default=100)
    parser.add_argument("--out", type=Path, default=CLONE / "docs" / "pictures")
    parser.add_argument("--schemes", nargs="+", choices=list(SCHEMES), default=["light", "dark"])
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    with TemporaryDirectory() as folder:
        program = Program(application, HomeFolder(Path(folder)), Faults(), is_demo=True)
        program.appearance.choose_text_size(options.text)
        photographer = Photographer(options)
        program.opened.connect(photographer.begin)
        program.start(None)
        program.window.resize(*map(int, options.size.split("x")))
        program.open()
        application.exec()
        program.end()


if __name__ == "__main__":
    main()
