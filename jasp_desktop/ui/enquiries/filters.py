"""What narrows the lines of enquiry: open or set aside, one rule, one report."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.notebook import DismissedPrompt
from jasp_desktop.domain.prompts.prompt import Prompt
from jasp_desktop.domain.prompts.rules import RULES
from jasp_desktop.ui.enquiries.entries import Narrowing, Standing
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.chip_row import ChipRow
from jasp_desktop.ui.kit.fields import Choice
from jasp_desktop.ui.kit.planes import Flow
from jasp_desktop.ui.kit.space import Space

_LETTERS = 13
_CHIPS = ((Standing.OPEN, "To look at", None), (Standing.ASIDE, "Set aside", None))


class EnquiryFilters(Flow):
    """Two chips and two choices; ``changed`` on any."""

    changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, gap=Space.CLOSE, parent=parent)
        self.narrowing = Narrowing()
        self.chips = ChipRow(appearance, _CHIPS)
        self.rule, self.report = self._choice("Rule"), self._choice("Report")
        self.add(self.chips, self.rule, self.report)
        self.chips.chosen.connect(self._on_chip)
        self.rule.activated.connect(self._on_choice)
        self.report.activated.connect(self._on_choice)

    def _choice(self, name: str) -> Choice:
        choice = Choice(self.appearance)
        choice.setAccessibleName(name)
        choice.keep_to(_LETTERS)
        return choice

    def narrow(self, narrowing: Narrowing) -> None:
        """Choose without telling."""
        self.narrowing = narrowing

    def offer(self, prompts: Sequence[Prompt], aside: Sequence[DismissedPrompt]) -> None:
        """Offer what there is, each with its count; what is chosen stays chosen."""
        totals = {Standing.OPEN: len(prompts), Standing.ASIDE: len(aside)}
        self.chips.show_counts(totals, self.narrowing.standing)
        is_aside = self.narrowing.standing is Standing.ASIDE
        of_rules = Counter([x.rule for x in aside] if is_aside else [x.rule.name for x in prompts])
        _fill(
            self.rule,
            "Every rule",
            [(f"{rule.title} ({of_rules[rule.name]})", rule.name) for rule in RULES],
            self.narrowing.rule,
        )
        reports = Counter(prompt.report_name for prompt in prompts if prompt.report_name)
        _fill(
            self.report,
            "Every report",
            [(f"{name} ({count})", name) for name, count in sorted(reports.items())],
            self.narrowing.report,
        )
        self.report.setVisible(not is_aside)

    @Slot(str)
    def _on_chip(self, standing: str) -> None:
        self.narrowing = Narrowing(Standing(standing), self.narrowing.rule)
        self.changed.emit()

    @Slot()
    def _on_choice(self) -> None:
        rule, report = self.rule.value, self.report.value
        self.narrowing = Narrowing(
            self.narrowing.standing,
            rule if isinstance(rule, str) else None,
            report if isinstance(report, str) else None,
        )
        self.changed.emit()


def _fill(
    choice: Choice, everything: str, offered: Sequence[tuple[str, str]], chosen: str | None
) -> None:
    choice.clear()
    choice.addItem(everything, None)
    for words, value in offered:
        choice.addItem(words, value)
    choice.choose(chosen)
    if choice.currentIndex() < 0:
        # What was chosen has gone: its last line was answered.
        choice.addItem(chosen or everything, chosen)
        choice.choose(chosen)
