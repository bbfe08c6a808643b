"""Lines of enquiry: everything the rules see, beside what the member set aside."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.notebook import DismissedPrompt
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.prompts.prompt import Prompt, PromptIdentity, RuleName
from jasp_desktop.domain.prompts.rules import rule_named
from jasp_desktop.domain.records import Subject
from jasp_desktop.exchange.sheets_out.tables import SheetTable
from jasp_desktop.services.prompt_sheet import prompts_sheet
from jasp_desktop.ui.board_page import BoardPage
from jasp_desktop.ui.enquiries.answering import PromptAnswers
from jasp_desktop.ui.enquiries.entries import Entry, Narrowing, Standing, counted_words, row_of
from jasp_desktop.ui.enquiries.filters import EnquiryFilters
from jasp_desktop.ui.enquiries.reading import EnquiryReading
from jasp_desktop.ui.jobs import Job
from jasp_desktop.ui.kit.list_pane import ListPane
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.rows import RowsModel
from jasp_desktop.ui.kit.space import Measure
from jasp_desktop.ui.page import ShownList
from jasp_desktop.ui.places import Crumb, PageKey, Place
from jasp_desktop.ui.two_panes import Pane, TwoPanes
from jasp_desktop.ui.workspace import Workspace

_TITLE = "Lines of enquiry"
_LIST_WIDTH = 340
_NOT_YET = "Looking for lines of enquiry…"
_NONE = "No rule sees anything here. Rules can be switched on and off in Settings."
_NONE_ASIDE = (
    "What you set aside stands here with your reason. Choose “Not relevant because…” on a card."
)


class EnquiriesPage(BoardPage):
    """A list of prompts and one of them to read. They are looked for in the worker.

    What was found stays on screen until the register, or the choice of rules, has changed and the
    worker has looked again.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, _TITLE, PageKey.ENQUIRIES, has_paper=False, parent=parent)
        self._found: tuple[Prompt, ...] = ()
        self._looked_with: frozenset[RuleName] | None = None
        self._is_old = False
        self._job: Job | None = None
        self._aside: list[DismissedPrompt] = []
        self._entries: list[Entry] = []
        self._chosen: PromptIdentity | None = None
        self._answers = PromptAnswers(workspace)
        self._build()
        self._connect()

    def _build(self) -> None:
        appearance = self.workspace.appearance
        self.filters = EnquiryFilters(appearance)
        self.rows = RowsModel(parent=self)
        self.list = ListPane(appearance, _TITLE)
        self.list.setModel(self.rows)
        self.reading = EnquiryReading(self.workspace)
        self.panes = TwoPanes(
            appearance,
            Pane("List", self.list, _LIST_WIDTH, Measure.LIST_SMALL),
            Pane("Line of enquiry", self.reading, None, Measure.PAGE_LEAST),
        )
        below = Column(appearance, edges="t")
        below.add(self.panes, stretch=1)
        self.head.add(self.filters)
        self.plane.add(below, stretch=1)

    def _connect(self) -> None:
        self.filters.changed.connect(self._on_narrowed)
        self.list.chosen.connect(self._on_row_chosen)
        self.list.clicked.connect(self._on_row_clicked)
        self.list.opened.connect(self._on_row_opened)
        self.reading.brought_back.connect(self._on_brought_back)
        self.workspace.acts.register_changed.connect(self._on_register_changed)

    def show_place(self, place: Place) -> None:
        """Show all of them, those of one rule, or those that were set aside."""
        if place.detail == Standing.ASIDE:
            self.filters.narrow(Narrowing(Standing.ASIDE))
        elif place.detail and rule_named(place.detail):
            self.filters.narrow(Narrowing(rule=place.detail))
        self.panes.show_left()
        self.reload()
        self.crumbs_changed.emit()

    def reload(self) -> None:
        """Show what was found, and look again where that is out of date."""
        self._show()
        is_other = self._looked_with != self.workspace.desk.prompting.rules
        if (is_other or self._is_old) and self._job is None:
            self._look()

    def crumbs(self) -> list[Crumb]:
        """Return the path to what is shown."""
        return [Crumb("Findings", Place(PageKey.FINDINGS)), Crumb(_TITLE)]

    def subject(self) -> Subject | None:
        """Return the finding or meeting that the chosen line of enquiry is on."""
        return self.reading.subject

    def subject_label(self) -> str:
        """Return what a question says that it is on."""
        return self.reading.label

    def shown_list(self) -> ShownList:
        """Return the open lines of enquiry that the filters leave."""
        shown = self.filters.narrowing.prompts(self._open())

        def gather(_progress: Progress) -> SheetTable:
            return prompts_sheet(shown)

        return ShownList(_TITLE, gather)

    def scroll_position(self) -> int:
        """Return how far the list is scrolled."""
        return self.list.verticalScrollBar().value()

    def scroll_to(self, position: int) -> None:
        """Come back to a scroll position."""
        self.list.verticalScrollBar().setValue(position)

    def _look(self) -> None:
        prompting = self.workspace.desk.prompting
        self._looked_with, self._is_old = prompting.rules, False
        self._job = self.workspace.jobs.start("Looking for lines of enquiry", prompting.everything)
        self._job.succeeded.connect(self._on_found)
        self._job.failed.connect(self._on_failed)
        self._job.ended.connect(self._on_ended)

    def _open(self) -> list[Prompt]:
        aside = {each.identity for each in self._aside}
        return [prompt for prompt in self._found if prompt.identity not in aside]

    def _show(self) -> None:
        self._aside = self.workspace.desk.prompting.dismissed()
        open_ones, started = self._open(), self._answers.started()
        self.filters.offer(open_ones, self._aside)
        self._entries = self.filters.narrowing.of(open_ones, self._aside)
        is_found = self._job is None or bool(self._found)
        self.head.quiet.setText(
            counted_words(open_ones, len(self._aside)) if is_found else _NOT_YET
        )
        position, chosen = self.scroll_position(), self._row_of_chosen()
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own shape
        self.rows.set_rows([row_of(entry, started) for entry in self._entries])
        self.list.choose(chosen)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's own shape
        self.scroll_to(position)
        self._show_entry(chosen)

    def _row_of_chosen(self) -> int:
        """Return the row of what was chosen; once that is answered, the row that took its place."""
        places = [entry.identity for entry in self._entries]
        if self._chosen in places:
            return places.index(self._chosen)
        return min(max(self.list.currentIndex().row(), 0), len(places) - 1)

    def _show_entry(self, row: int) -> None:
        entry = self._entries[row] if 0 <= row < len(self._entries) else None
        self._chosen = entry.identity if entry else None
        self.reading.show_entry(entry, self._answers.started(), self._nothing())
        self.subject_changed.emit()

    def _nothing(self) -> str:
        if self.filters.narrowing.standing is Standing.ASIDE:
            return _NONE_ASIDE
        return _NONE if self._job is None else _NOT_YET

    @Slot(object)
    def _on_found(self, found: tuple[Prompt, ...]) -> None:
        self._found = found

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.workspace.notices.fail(str(error))

    @Slot()
    def _on_ended(self) -> None:
        self._job = None
        if self.isVisible():
            self.reload()

    @Slot()
    def _on_register_changed(self) -> None:
        self._is_old = True
        if self.isVisible():
            self.reload()

    @Slot()
    def _on_narrowed(self) -> None:
        self._show()

    @Slot(int)
    def _on_row_chosen(self, row: int) -> None:
        self._show_entry(row)

    @Slot()
    def _on_row_clicked(self) -> None:
        self.panes.show_right()

    @Slot(int)
    def _on_row_opened(self, row: int) -> None:
        if self.panes.is_folded:
            self.panes.show_right()
            return
        entry = self._entries[row]
        if isinstance(entry, Prompt) and entry.findings:
            self.workspace.navigator.open(Place(PageKey.FINDING, entry.findings[0]))
        elif isinstance(entry, Prompt):
            self.workspace.navigator.open(Place(PageKey.MEETING, entry.found.subject.uid))

    @Slot(object)
    def _on_brought_back(self, entry: DismissedPrompt) -> None:
        act = self.workspace.desk.notebook.brought_back(entry)
        try:
            self.workspace.acts.write(act)
        except UserError as error:
            self.workspace.notices.fail(str(error))
