"""The head of a dossier: what was found, in the inspectors' words, and where it stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.dates import days, in_table
from jasp_desktop.domain.dossier import Dossier, finding_label
from jasp_desktop.domain.listings import FindingLine
from jasp_desktop.domain.marks import (
    DATE_MOVED,
    DONE,
    NO_RESPONSE,
    OVERDUE,
    Mark,
    mark_for_force_status,
    mark_for_hmicfrs_position,
)
from jasp_desktop.domain.vocabulary import ResponsePosition
from jasp_desktop.ui.findings import phrases
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.facts import Fact
from jasp_desktop.ui.kit.labels import Label, Separator
from jasp_desktop.ui.kit.planes import Column, Flow, Row
from jasp_desktop.ui.kit.prose import Prose
from jasp_desktop.ui.kit.space import Measure, Space
from jasp_desktop.ui.kit.type_scale import Type


class DossierHead(Column):
    """Kicker, heading, the finding's own text, four facts.

    ``shown`` follows the first time that a finding has been painted.
    """

    shown = Signal()
    report_opened = Signal()
    _painted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, gap=Space.SNUG, parent=parent)
        self._awaits_paint = False
        self.reference = Label(appearance, "", Type.SMALL_BOLD)
        self.label = Label(appearance, "", Type.SMALL, Colour.INK2)
        self.report = Button(appearance, "", ButtonKind.LINK, small=True)
        self.report_kind = Label(appearance, "", Type.SMALL, Colour.INK2, wrap=True)
        self.title = Label(appearance, "", Type.H1, wrap=True)
        self.text = Prose(appearance, "", Type.LEAD)
        self.facts = Flow(appearance, gap=Measure.FACT_GAP, line_gap=Space.GAP)
        self.particulars = Column(appearance, gap=Space.TIGHT)
        kicker = Flow(appearance, gap=Space.CLOSE, line_gap=Space.HAIR)
        kicker.add(self.reference, self.label, Separator(appearance), self.report, self.report_kind)
        self.add(kicker, self.title, self.text)
        self.add_space(Space.CLOSE)
        self.add(self.facts)
        self.add_space(Space.TIGHT)
        self.add(self.particulars)
        self.report.clicked.connect(self.report_opened)
        # Queued: what follows from having been shown must not run inside a paint.
        self._painted.connect(self.shown, Qt.ConnectionType.QueuedConnection)

    def show_dossier(self, dossier: Dossier, line: FindingLine | None) -> None:
        """Show another finding."""
        finding = dossier.finding
        self.reference.setText(line.reference if line else finding.number or "")
        self.reference.setVisible(bool(self.reference.text()))
        self.label.setText(finding_label(finding))
        self.report.set_words(dossier.report.name)
        self.report_kind.setText(phrases.report_words(dossier))
        self.title.setText(phrases.title_of(finding))
        self.text.setText(finding.text)
        self.text.setAccessibleName(f"Finding: {finding.text}")
        self._show_facts(dossier, line)
        self._show_particulars(dossier)
        self._awaits_paint = True
        self.update()

    def _show_facts(self, dossier: Dossier, line: FindingLine | None) -> None:
        self.facts.clear()
        for fact in (_target, _force_status, _hmicfrs_position, _response):
            self.facts.add(fact(self.appearance, dossier, line))

    def _show_particulars(self, dossier: Dossier) -> None:
        finding = dossier.finding
        self.particulars.clear()
        self._particular("Addressed to", "; ".join(finding.addressees) or "Nobody named")
        self._particular("Deadline in the report", phrases.deadline_words(finding))
        if applies := phrases.applies_words(finding):
            self._particular("Applies to the force", applies)

    def _particular(self, name: str, words: str) -> None:
        row = Row(self.appearance, gap=Space.CLOSE, top=True)
        named = Label(self.appearance, name, Type.SMALL, Colour.INK2)
        row.add(named)
        row.add(Label(self.appearance, words, Type.SMALL, Colour.INK, wrap=True), stretch=1)
        self.particulars.add(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell that the finding has been painted."""
        super().paintEvent(event)
        if self._awaits_paint:
            self._awaits_paint = False
            self._painted.emit()


def _target(appearance: Appearance, dossier: Dossier, line: FindingLine | None) -> QWidget:
    target = line.target if line else None
    if line and line.overdue_days and target:
        words = f"Overdue {days(line.overdue_days)}"
        return Fact(appearance, "Target", OVERDUE, words, source=f"was due {in_table(target)}")
    if target is None:
        words = "No date promised" if dossier.open_actions else "None open"
        if not dossier.actions:
            words = "No action yet"
        return PlainFact(appearance, "Target", words, "")
    moves = line.moves if line else 0
    if moves:
        source = "moved once" if moves == 1 else f"moved {moves} times"
        return Fact(appearance, "Target", DATE_MOVED, in_table(target), source=source)
    return PlainFact(appearance, "Target", in_table(target), "as first promised")


def _force_status(appearance: Appearance, dossier: Dossier, line: FindingLine | None) -> QWidget:
    event, status = dossier.force_event, line.force_status if line else None
    if status is None:
        return PlainFact(appearance, "Force status", "Not recorded", "")
    source = in_table(event.date) if event else "least advanced action"
    return Fact(
        appearance, "Force status", mark_for_force_status(status), status.words, source=source
    )


def _hmicfrs_position(
    appearance: Appearance, dossier: Dossier, _line: FindingLine | None
) -> QWidget:
    event, position = dossier.hmicfrs_event, dossier.hmicfrs_position
    source = in_table(event.date) if event else "nothing recorded"
    mark = mark_for_hmicfrs_position(position)
    return Fact(appearance, "HMICFRS position", mark, position.words, source=source)


def _response(appearance: Appearance, dossier: Dossier, line: FindingLine | None) -> QWidget:
    words, clock = phrases.response_fact(dossier)
    mark: Mark | None = None
    if phrases.wants_response(dossier, line):
        mark = NO_RESPONSE
    elif words == ResponsePosition.ACCEPTED.words:
        mark = DONE
    elif not (dossier.answers or dossier.report_answers):
        words = "None recorded"
    if mark is None:
        return PlainFact(appearance, "Response", words, clock)
    return Fact(appearance, "Response", mark, words, source=clock)


class PlainFact(Column):
    """A fact whose words need no mark."""

    def __init__(self, appearance: Appearance, name: str, words: str, source: str) -> None:
        super().__init__(appearance, gap=Space.HAIR)
        self.add(
            Label(appearance, name, Type.SMALL, Colour.INK2),
            Label(appearance, words, Type.UI_BOLD, Colour.INK2, wrap=True),
            Label(appearance, source, Type.SMALL, Colour.INK2, wrap=True),
        )
        self.setAccessibleName(f"{name}: {', '.join(part for part in (words, source) if part)}")
