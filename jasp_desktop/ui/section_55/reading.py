"""One report of the board: its position, clock, dates, and what is not explained."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.dossier import finding_label
from jasp_desktop.domain.marks import NO_RESPONSE
from jasp_desktop.domain.records import Response
from jasp_desktop.domain.section_55_board import BoardLine
from jasp_desktop.ui.clock_bar import ClockBar
from jasp_desktop.ui.counting import counted
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Hairline, Label, SectionHeading
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.prose import Prose
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.tab_order import follow_layout
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.record_line import RecordLine
from jasp_desktop.ui.reports.words import author_words, clock_sentences, published_words

_WIDEST = 720
_NAME_WIDTH = 190
_NOT_RECORDED = "Not recorded"


class BoardReading(ScrollPage):
    """Reads out one report; ``report_asked`` and ``finding_asked`` carry a uid."""

    report_asked = Signal(str)
    finding_asked = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(
            appearance, gap=Space.CLOSE, margin=Space.APART, widest=_WIDEST, parent=parent
        )
        self.setAccessibleName("The chosen report")
        self._shown: BoardLine | None = None

    def show_nothing(self) -> None:
        """Say that there is none."""
        self._shown = None
        self.body.clear()
        words = "No report here. Each is listed with its clock and its dates."
        self.body.add(Label(self.appearance, words, Type.BODY, Colour.INK2, wrap=True))

    def show_line(self, line: BoardLine) -> None:
        """Show a report; one that has not changed keeps its widgets, and with them the focus."""
        if line == self._shown:
            return
        self._shown = line
        appearance, body, report = self.appearance, self.body, line.report
        body.clear()
        kicker = f"{report.kind.words}, published {published_words(report)}"
        body.add(Label(appearance, kicker, Type.SMALL, Colour.INK2, wrap=True))
        body.add(Label(appearance, report.name, Type.H2, wrap=True))
        self._add_clock(line)
        self._add_responses(line)
        self._add_recommendations(line)
        button = Button(appearance, "Open the report", icon="arrow-right")
        button.clicked.connect(lambda: self.report_asked.emit(report.uid))
        body.add_space(Space.CLOSE)
        body.add(button)
        follow_layout(body)
        self.scroll_to(0)

    def _add_clock(self, line: BoardLine) -> None:
        appearance, body = self.appearance, self.body
        body.add_space(Space.CLOSE)
        body.add(SectionHeading(appearance, "Position and clock", line.position_words))
        if line.report.s55_reason:
            body.add(Label(appearance, line.report.s55_reason, Type.UI, Colour.INK2, wrap=True))
        if line.clock is None:
            words = "No clock runs for this report."
            body.add(Label(appearance, words, Type.BODY, wrap=True))
            return
        body.add(Label(appearance, clock_sentences(line.clock), Type.BODY, wrap=True))
        body.add(ClockBar(appearance, line.clock))

    def _add_responses(self, line: BoardLine) -> None:
        self.body.add_space(Space.CLOSE)
        count = len(line.responses)
        quiet = counted(count, "response") if count else ""
        self.body.add(SectionHeading(self.appearance, "Letters and dates", quiet))
        if not line.responses:
            words = "No response to this report is in the register."
            self.body.add(Label(self.appearance, words, Type.BODY, Colour.INK2, wrap=True))
        for response in line.responses:
            self.body.add(_ResponseDates(self.appearance, response))

    def _add_recommendations(self, line: BoardLine) -> None:
        self.body.add_space(Space.CLOSE)
        self.body.add(SectionHeading(self.appearance, "Recommendations explained"))
        sentence = Label(self.appearance, line.explanation_sentence, Type.BODY, wrap=True)
        self.body.add(sentence)
        if not line.lacks_explanation:
            return
        for finding in line.unexplained:
            row = RecordLine(
                self.appearance,
                " ".join(finding.text.split()),
                remark=finding_label(finding),
                mark=NO_RESPONSE,
                status="No explanation",
            )
            uid: str = finding.uid
            row.clicked.connect(lambda _checked=False, uid=uid: self.finding_asked.emit(uid))
            self.body.add(row)


class _ResponseDates(Column):
    """The four dates of a response; each that is missing is said to be."""

    def __init__(self, appearance: Appearance, response: Response) -> None:
        super().__init__(appearance)
        self.add(Label(appearance, author_words(response), Type.UI_BOLD, wrap=True))
        for name, words in _dates(response):
            row = Row(appearance, gap=Space.GAP, margins=(0, Space.TIGHT, 0, Space.TIGHT))
            label = Column(appearance)
            label.add(Label(appearance, name, Type.UI, Colour.INK2, wrap=True))
            label.fix(width=_NAME_WIDTH)
            row.add(label)
            value = Prose(appearance, words, Type.UI)
            value.setAccessibleName(name)
            row.add(value, stretch=1)
            self.add(row, Hairline(appearance))


def _dates(response: Response) -> tuple[tuple[str, str], ...]:
    written, published = response.written_on, response.published_on
    hmicfrs, secretary = response.copied_hmicfrs, response.copied_home_secretary
    return (
        ("Letter", written.words if written else _NOT_RECORDED),
        ("Published", published.words if published else _NOT_RECORDED),
        ("Copied to HMICFRS", in_words(hmicfrs) if hmicfrs else _NOT_RECORDED),
        ("Copied to Home Secretary", in_words(secretary) if secretary else _NOT_RECORDED),
    )
