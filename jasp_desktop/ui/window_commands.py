"""What the window's commands do."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.identity import MeetingUid
from jasp_desktop.domain.listings import FindingQuery
from jasp_desktop.ui.commands import CommandKey, bind
from jasp_desktop.ui.exporting import export_list, export_register
from jasp_desktop.ui.focus import focus_next_pane
from jasp_desktop.ui.help.sheet import HelpSheet
from jasp_desktop.ui.kit.fields import SearchField
from jasp_desktop.ui.kit.list_pane import ListPane
from jasp_desktop.ui.kit.prose import Prose
from jasp_desktop.ui.notebook_side import NotebookSide
from jasp_desktop.ui.page_printing import PagePrinting
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.visits import Visits
from jasp_desktop.ui.window import MainWindow
from jasp_desktop.ui.workspace import Workspace

_USUAL_TEXT = 100
_NO_SUBJECT = "Open a finding, a report or a meeting first: what you write is kept with it."
_NO_MEETING = "No meeting is planned yet, so there is no brief. Plan one under Meetings."


class WindowCommands(QObject):
    """Carries out what keys, notices and the top bar ask of the whole window."""

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        visits: Visits,
        notebook: NotebookSide,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._workspace = window, workspace
        self._visits, self._notebook = visits, notebook
        self.actions = bind(window, self._deeds())
        self._printing = PagePrinting(workspace, self)
        self._help: HelpSheet | None = None
        window.top_bar.reference_entered.connect(self.go_to)
        window.notices.undo_requested.connect(self._undo)
        window.notices.redo_requested.connect(self._redo)
        window.escaped.connect(visits.up)

    def _deeds(self) -> Mapping[CommandKey, Callable[[], None]]:
        appearance, visits = self._workspace.appearance, self._visits
        return {
            CommandKey.HOME: self._open_home,
            CommandKey.REPORTS: self._open_reports,
            CommandKey.FINDINGS: self._open_findings,
            CommandKey.MEETINGS: self._open_meetings,
            CommandKey.QUESTIONS: self._open_questions,
            CommandKey.REGISTER: self._open_register,
            CommandKey.IMPORT: self._open_import,
            CommandKey.SETTINGS: self._open_settings,
            CommandKey.CHANGES: self._open_changes,
            CommandKey.GO_TO: self._window.show_go_to,
            CommandKey.FIND: self._find,
            CommandKey.BACK: visits.back,
            CommandKey.FORWARD: visits.forward,
            CommandKey.PREVIOUS: visits.previous_record,
            CommandKey.NEXT: visits.next_record,
            CommandKey.TO_LIST: visits.up,
            CommandKey.NEXT_PANE: self._next_pane,
            CommandKey.PREVIOUS_PANE: self._previous_pane,
            CommandKey.LARGER: appearance.enlarge,
            CommandKey.SMALLER: appearance.reduce,
            CommandKey.USUAL_SIZE: self._usual_size,
            CommandKey.HELP: self.show_help,
            CommandKey.NOTE: self._new_note,
            CommandKey.QUESTION: self._new_question,
            CommandKey.SAVE: self._save,
            CommandKey.UNDO: self._undo,
            CommandKey.REDO: self._redo,
            CommandKey.EXPORT: self.export,
            CommandKey.BRIEF: self._print_or_open_brief,
        }

    @Slot(str)
    def go_to(self, words: str) -> None:
        """Open the one finding that a reference or words fit, else the list of those that do."""
        if not words:
            return
        register = self._workspace.desk.register
        query = FindingQuery(words=words)
        ids = register.finding_ids(query)
        lines = register.finding_lines(ids[:100])
        exact = [line for line in lines if line.reference.casefold() == words.casefold()]
        if len(ids) == 1 or len(exact) == 1:
            found = exact[0] if len(exact) == 1 else lines[0]
            self._visits.open(Place(PageKey.FINDING, found.uid))
        elif ids:
            self._visits.open(Place(PageKey.FINDINGS, detail=f"words:{words}"))
        else:
            self._workspace.notices.tell(f"Nothing in the register fits “{words}”.")
            return
        self._window.top_bar.go_to.clear()

    @Slot()
    def show_help(self) -> None:
        """Show the keys sheet beside the window, or bring it to the front."""
        if self._help is None:
            self._help = HelpSheet(
                self._workspace.appearance, self._workspace.desk.home, self._window
            )
        self._help.show()
        self._help.activateWindow()

    @Slot()
    def export(self) -> None:
        """Export the list that is shown; where none is, the whole register."""
        shown = self._visits.page.shown_list() if self._visits.page is not None else None
        if shown is None:
            export_register(self._workspace)
        else:
            export_list(self._workspace, shown)

    def _open(self, page: PageKey) -> None:
        self._visits.open(Place(page))

    def _open_home(self) -> None:
        self._open(PageKey.HOME)

    def _open_reports(self) -> None:
        self._open(PageKey.REPORTS)

    def _open_findings(self) -> None:
        self._open(PageKey.FINDINGS)

    def _open_meetings(self) -> None:
        self._open(PageKey.MEETINGS)

    def _open_questions(self) -> None:
        self._open(PageKey.QUESTIONS)

    def _open_changes(self) -> None:
        self._open(PageKey.CHANGES)

    def _open_register(self) -> None:
        self._open(PageKey.REGISTER)

    def _open_import(self) -> None:
        self._open(PageKey.IMPORT)

    def _open_settings(self) -> None:
        self._open(PageKey.SETTINGS)

    def _find(self) -> None:
        page = self._visits.page
        fields = page.findChildren(SearchField) if page is not None else []
        shown = [field for field in fields if field.isVisible()]
        if shown:
            shown[0].setFocus()
            shown[0].selectAll()
        else:
            self._window.show_go_to()

    def _panes(self) -> list[QWidget]:
        page = self._visits.page
        lists = page.findChildren(ListPane) if page is not None else []
        pages: list[QWidget] = [*lists[:1], page] if page is not None else []
        return [self._window.rail, *pages, self._notebook.panel]

    def _next_pane(self) -> None:
        focus_next_pane(self._panes(), 1)

    def _previous_pane(self) -> None:
        focus_next_pane(self._panes(), -1)

    def _save(self) -> None:
        if self._visits.page is not None:
            self._visits.page.save()

    def _usual_size(self) -> None:
        self._workspace.appearance.choose_text_size(_USUAL_TEXT)

    def _new_note(self) -> None:
        quote = self._chosen_words()
        if self._notebook.open():
            self._notebook.panel.new_note(quote)
        else:
            self._workspace.notices.tell(_NO_SUBJECT)

    def _new_question(self) -> None:
        if self._notebook.open():
            self._notebook.panel.new_question()
        else:
            self._workspace.notices.tell(_NO_SUBJECT)

    def _chosen_words(self) -> str | None:
        """Return the words that are selected in the page, to be quoted."""
        page = self._visits.page
        prose = page.findChildren(Prose) if page is not None else []
        return next((words for one in prose if (words := one.selectedText())), None)

    @Slot()
    def _undo(self) -> None:
        self._workspace.acts.undo()

    @Slot()
    def _redo(self) -> None:
        self._workspace.acts.redo()

    def _print_or_open_brief(self) -> None:
        """Print the page where it has paper of its own, else open the meeting's brief."""
        page = self._visits.page
        printed = page.printed_page() if page is not None else None
        if printed is not None:
            self._printing.print_page(printed)
        else:
            self._open_brief()

    def _open_brief(self) -> None:
        meeting = self._meeting_in_view()
        if meeting is None:
            self._workspace.notices.tell(_NO_MEETING)
        else:
            self._visits.open(Place(PageKey.BRIEF, meeting))

    def _meeting_in_view(self) -> MeetingUid | str | None:
        here = self._visits.history.here
        if here is not None and here.page in {PageKey.MEETING, PageKey.BRIEF}:
            return here.uid
        home = self._workspace.desk.register.home()
        coming = home.next_meeting if home is not None else None
        return coming.meeting.uid if coming is not None else None
