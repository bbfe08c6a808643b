"""Proof of scrutiny: what the panel asked in a period, and what came of it."""

from PySide6.QtCore import Slot

from jasp_desktop.domain.proof import ProofOfScrutiny, ProvenQuestion, Timing, verdict_words
from jasp_desktop.domain.vocabulary import Verdict
from jasp_desktop.services.list_sheets import proof_sheet
from jasp_desktop.ui.beside import Beside
from jasp_desktop.ui.figure_row import FigureRow
from jasp_desktop.ui.kit.cards import EmptyState
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.facts import Figure
from jasp_desktop.ui.kit.labels import Label, SectionHeading
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.page import Page, PrintedPage, ShownList
from jasp_desktop.ui.page_switch import PageSwitch
from jasp_desktop.ui.paper_buttons import PaperButtons
from jasp_desktop.ui.places import Crumb, PageKey, Place
from jasp_desktop.ui.proof.period_choice import PeriodChoice
from jasp_desktop.ui.proof.question_slip import QuestionSlip
from jasp_desktop.ui.workspace import Workspace

TITLE = "Proof of scrutiny"
_SIDE_BY_SIDE = 640
_EMPTY = (
    "No question was asked in this period. A question counts here from the day it is recorded as "
    "asked, with its answer, the member’s verdict and what its record did afterwards."
)
_FOLLOWED = (
    "A record changed when a status, a target, evidence or a response is dated after the day of "
    "the question. It followed the question; the question need not be the cause."
)


class ProofPage(Page):
    """A period, its counts, and each question with what followed it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._proof: ProofOfScrutiny | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        appearance = self.workspace.appearance
        self.sheet = ScrollPage(appearance, gap=Space.ROOM)
        self.sheet.setAccessibleName(TITLE)
        self.period = PeriodChoice(appearance)
        self.paper = PaperButtons(self)
        head = Row(appearance, gap=Space.ROOM, top=True)
        head.add(Label(appearance, TITLE, Type.H1, wrap=True), stretch=1)
        head.add(PageSwitch(self.workspace, PageKey.PROOF))
        choice = Beside(
            appearance,
            self.period,
            self.paper,
            least=_SIDE_BY_SIDE,
            gap=Space.ROOM,
            stretches=(1, 0),
        )
        self.empty = EmptyState(appearance, _EMPTY, "Open the questions", icon="shield-check")
        self.counts = Column(appearance, gap=Space.ROOM)
        self.questions = Column(appearance)
        self._build_counts()
        self.sheet.body.add(head, choice, self.empty, self.counts, self.questions)
        self.outer.addWidget(self.sheet)

    def _build_counts(self) -> None:
        appearance = self.workspace.appearance
        self.asked = Figure(appearance, 0, "asked")
        self.answered = Figure(appearance, 0, "answered")
        self.in_time = Figure(appearance, 0, "in time")
        self.followed = Figure(appearance, 0, "records changed afterwards")
        self.figures = FigureRow(
            appearance, (self.asked, self.answered, self.in_time, self.followed)
        )
        self.timings = Column(appearance, gap=Space.TIGHT)
        self.verdicts = Column(appearance, gap=Space.TIGHT)
        tables = Beside(
            appearance, self.timings, self.verdicts, least=_SIDE_BY_SIDE, gap=Space.WIDE
        )
        note = Label(appearance, _FOLLOWED, Type.SMALL, Colour.INK2, wrap=True)
        self.counts.add(self.figures, tables, note)

    def _connect(self) -> None:
        self.period.chosen.connect(self.reload)
        self.empty.stepped.connect(self._on_questions_asked)
        for figure in (self.asked, self.answered, self.in_time, self.followed):
            figure.clicked.connect(self._on_figure_clicked)

    @Slot()
    def reload(self) -> None:
        """Load the period that is chosen."""
        service = self.workspace.desk.proof
        self.period.offer(service.years())
        period = self.period.period
        if period is None:
            return
        self._proof = proof = service.proof(period)
        self.empty.setVisible(not proof.questions)
        for part in (self.counts, self.questions, self.paper):
            part.setVisible(bool(proof.questions))
        self._show_counts(proof)
        position = self.sheet.position
        self.questions.clear()
        quiet = f"{len(proof.questions):,}, in the order they were asked"
        self.questions.add(SectionHeading(self.workspace.appearance, "The questions", quiet))
        for proven in proof.questions:
            self.questions.add(self._slip(proven))
        self.sheet.scroll_to(position)

    def _show_counts(self, proof: ProofOfScrutiny) -> None:
        timings, verdicts = proof.timings, proof.verdicts
        self.asked.set_number(len(proof.questions))
        self.answered.set_number(proof.answered)
        self.in_time.set_number(timings[Timing.IN_TIME])
        self.followed.set_number(proof.followed)
        rows = [(each.words, timings[each]) for each in Timing]
        self._show_table(self.timings, "How answers came", rows)
        judged = [(verdict_words(each), verdicts[each]) for each in (*Verdict, None)]
        self._show_table(self.verdicts, "Was the member satisfied?", judged)

    def _show_table(self, column: Column, title: str, rows: list[tuple[str, int]]) -> None:
        appearance = self.workspace.appearance
        column.clear()
        column.add(SectionHeading(appearance, title, f"{sum(count for _, count in rows):,}"))
        for words, count in rows:
            if count:
                row = Row(appearance, gap=Space.ROOM)
                row.add(Label(appearance, words, Type.UI, wrap=True), stretch=1)
                row.add(Label(appearance, f"{count:,}", Type.UI, right=True))
                column.add(row)
        column.add_stretch()

    def _slip(self, proven: ProvenQuestion) -> QuestionSlip:
        slip = QuestionSlip(self.workspace.appearance, proven)
        place = Place(PageKey.FINDING, proven.finding)
        slip.opened.connect(lambda: self.workspace.navigator.open(place))
        return slip

    @property
    def shown_questions(self) -> tuple[ProvenQuestion, ...]:
        """Return the questions of the period that is shown."""
        return self._proof.questions if self._proof is not None else ()

    def crumbs(self) -> list[Crumb]:
        """Return the path to this page."""
        return [Crumb("Questions", Place(PageKey.QUESTIONS)), Crumb(TITLE)]

    def shown_list(self) -> ShownList | None:
        """Return the questions of the period."""
        proof = self._proof
        if proof is None:
            return None
        return ShownList(TITLE, lambda _progress: proof_sheet(proof))

    def printed_page(self) -> PrintedPage | None:
        """Return the proof of the period, on paper."""
        service, proof = self.workspace.desk.proof, self._proof
        if proof is None or not proof.questions:
            return None
        title = f"{TITLE} {proof.period.first.year} to {proof.period.last.year}"
        return PrintedPage(title, lambda progress: service.printed(proof.period, progress))

    def scroll_position(self) -> int:
        """Return how far it is scrolled."""
        return self.sheet.position

    def scroll_to(self, position: int) -> None:
        """Come back to a scroll position."""
        self.sheet.scroll_to(position)

    @Slot()
    def _on_figure_clicked(self) -> None:
        self.sheet.show_widget(self.questions)

    @Slot()
    def _on_questions_asked(self) -> None:
        self.workspace.navigator.open(Place(PageKey.QUESTIONS))
