"""Open one home: its register, its vault, and the services that work on them."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from jasp_desktop.domain.progress import Progress
from jasp_desktop.exchange.notebook_file import read_notebook
from jasp_desktop.services.boards import BoardService
from jasp_desktop.services.briefs import BriefService
from jasp_desktop.services.certificates import CertificateService
from jasp_desktop.services.comparing import ComparingService
from jasp_desktop.services.editing import EditingService
from jasp_desktop.services.exports import Exported, ExportService
from jasp_desktop.services.form_drafts import FormDrafts
from jasp_desktop.services.home_folder import HomeFolder
from jasp_desktop.services.imports import ImportService
from jasp_desktop.services.joining import JoiningService
from jasp_desktop.services.letters import LetterService
from jasp_desktop.services.live import LiveService
from jasp_desktop.services.meetings import MeetingService
from jasp_desktop.services.notebook import NotebookService
from jasp_desktop.services.panel_tracker import PanelTrackerService
from jasp_desktop.services.prompting import PromptingService
from jasp_desktop.services.proof import ProofService
from jasp_desktop.services.questions import QuestionService
from jasp_desktop.services.register import RegisterService
from jasp_desktop.services.trackers import TrackerService
from jasp_desktop.services.undoing import UndoService
from jasp_desktop.services.work_plan import WorkPlanService
from jasp_desktop.shipped import shipped
from jasp_desktop.store.backups import back_up, latest_backup
from jasp_desktop.store.checks import Checked, check_file
from jasp_desktop.store.database import REGISTER, VAULT, Database
from jasp_desktop.store.migrations import open_database

DEMO_NOW = datetime(2026, 11, 13, 17, 30, tzinfo=UTC)
"""The sample data's own evening: its meetings and clocks are told from here."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that is open for one person."""

    home: HomeFolder
    register: RegisterService
    editing: EditingService
    joining: JoiningService
    meetings: MeetingService
    live: LiveService
    letters: LetterService
    panel_tracker: PanelTrackerService
    work_plan: WorkPlanService
    notebook: NotebookService
    prompting: PromptingService
    imports: ImportService
    trackers: TrackerService
    undoing: UndoService
    briefs: BriefService
    boards: BoardService
    proof: ProofService
    questions: QuestionService
    exports: ExportService
    certificates: CertificateService
    comparing: ComparingService
    drafts: FormDrafts
    _databases: tuple[Database, Database]

    def export(self, output: Path, progress: Progress) -> Exported:
        """Write the register, in the kind of file that its name asks for.

        Raises:
            UserError: There is nothing to export, or the file cannot be written.
            Cancelled: The person asked for a stop.
        """
        return self.exports.register(output, progress)

    def back_up(self, now: datetime, progress: Progress) -> None:
        """Make a checked copy of the register and of the vault.

        Raises:
            StoreError: A copy could not be made.
            Cancelled: The person asked for a stop.
        """
        for database in self._databases:
            back_up(database.path, self.home.backups, now, progress)

    def check(self, progress: Progress) -> list[Checked]:
        """Check the register, the vault and every backup.

        Raises:
            Cancelled: The person asked for a stop.
        """
        paths = [database.path for database in self._databases]
        paths += sorted(self.home.backups.glob("*.jasp*"))
        found = []
        for done, path in enumerate(paths):
            progress.report(done, len(paths), f"Checking {path.name}")
            found.append(check_file(path))
        return found

    def last_backup(self) -> datetime | None:
        """Return when both files were last copied and checked; None when either never was."""
        moments = [latest_backup(database.path, self.home.backups) for database in self._databases]
        known = [moment for moment in moments if moment is not None]
        return min(known) if len(known) == len(moments) else None

    def close(self) -> None:
        """Let go of the files."""
        for database in self._databases:
            database.close()


def open_desk(home: HomeFolder, now: Callable[[], datetime], progress: Progress) -> Desk:
    """Open a home's register and vault, making them when they are not there.

    Raises:
        StoreError: One of them cannot be used; it was left as it is.
    """
    with ExitStack() as opened:
        vault = open_database(home.vault, VAULT, home.backups, progress)
        opened.callback(vault.close)
        register = open_database(home.register, REGISTER, home.backups, progress)
        opened.callback(register.close)
        notebook = NotebookService(vault, now)
        notebook.empty_bin()
        opened.pop_all()
    editing = EditingService(register)
    joining = JoiningService(register, editing)
    meetings = MeetingService(register, editing, joining)
    panel_tracker = PanelTrackerService(register, editing, now)
    trackers = TrackerService(register, now)
    comparing = ComparingService(register)
    questions = QuestionService(register, notebook, now)
    questions.clear_shared()
    return Desk(
        home=home,
        register=RegisterService(register, now),
        editing=editing,
        joining=joining,
        meetings=meetings,
        live=LiveService(register, questions, meetings, home.path, now),
        letters=LetterService(register, meetings, panel_tracker),
        panel_tracker=panel_tracker,
        work_plan=WorkPlanService(register, editing),
        notebook=notebook,
        prompting=PromptingService(register, notebook),
        imports=ImportService(register, home.backups, now, trackers),
        trackers=trackers,
        undoing=UndoService(register, now),
        briefs=BriefService(register, notebook, comparing),
        boards=BoardService(register, notebook),
        proof=ProofService(register, now),
        questions=questions,
        exports=ExportService(register),
        certificates=CertificateService(register),
        comparing=comparing,
        drafts=FormDrafts(home.unsaved_forms),
        _databases=(register, vault),
    )


def fill_with_samples(desk: Desk, progress: Progress) -> None:
    """Load the sample register and notebook into an empty home."""
    samples = shipped("db") / "demo"
    desk.imports.accept(desk.imports.propose(samples / "register.json", progress), progress)
    desk.notebook.take_in(read_notebook(samples / "notebook.json"))
