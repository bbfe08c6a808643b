"""Where the cards of one record stand in a page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.prompts.prompt import Prompt
from jasp_desktop.domain.records import Subject
from jasp_desktop.ui.enquiries.answering import PromptAnswers
from jasp_desktop.ui.enquiries.card import EnquiryCard
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.space import Space


class EnquirySlot(Column):
    """Cards under one another. Those that stay keep their widgets, and with them what is typed."""

    def __init__(
        self, appearance: Appearance, answers: PromptAnswers, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, gap=Space.GAP, parent=parent)
        self._answers = answers
        self._subject: Subject | None = None
        self._label = ""
        self.cards: list[EnquiryCard] = []

    def show_prompts(
        self,
        prompts: Sequence[Prompt],
        started: frozenset[str],
        subject: Subject | None,
        label: str,
    ) -> None:
        """Show these prompts; a question that is started is about ``subject``."""
        self._subject, self._label = subject, label
        kept = {card.prompt: card for card in self.cards if card.prompt in prompts}
        for card in self.cards:
            if card.prompt not in kept:
                self._remove(card)
        self.cards = [kept.get(prompt) or self._card(prompt) for prompt in prompts]
        for place, card in enumerate(self.cards):
            self._put(place, card)
            card.show_started(is_started=card.prompt.identity.key in started)
        self.setVisible(bool(self.cards))

    def _put(self, place: int, card: EnquiryCard) -> None:
        layout = self.layout()
        if isinstance(layout, QVBoxLayout) and layout.indexOf(card) != place:
            layout.insertWidget(place, card)

    @staticmethod
    def _remove(card: EnquiryCard) -> None:
        card.hide()
        card.setParent(None)
        card.deleteLater()

    def _card(self, prompt: Prompt) -> EnquiryCard:
        card = EnquiryCard(self.appearance, prompt)
        card.question_started.connect(self._on_started)
        card.reason_given.connect(self._on_reason_given)
        return card

    @Slot()
    def _on_started(self) -> None:
        card = self.sender()
        if isinstance(card, EnquiryCard) and self._subject is not None:
            self._answers.start(card.prompt, self._subject, self._label)

    @Slot(str)
    def _on_reason_given(self, reason: str) -> None:
        card = self.sender()
        if not isinstance(card, EnquiryCard):
            return
        try:
            self._answers.set_aside(card.prompt, reason)
        except UserError as error:
            card.show_fault(str(error))
            return
        self._focus_next()

    def _focus_next(self) -> None:
        """Keep the focus near where the card was: on the next card, else on what comes after."""
        if self.cards:
            self.cards[0].start.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focusNextChild()
