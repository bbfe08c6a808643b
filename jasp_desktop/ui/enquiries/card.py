"""One line of enquiry as a card: start a question, or say why it is not relevant."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.prompts.prompt import NOT_PROOF, Prompt
from jasp_desktop.domain.vocabulary import lower_first
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.cards import PromptCard
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Field, TextBox
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Flow
from jasp_desktop.ui.kit.type_scale import Type

_STARTED = "A draft question of yours began here."


class EnquiryCard(PromptCard):
    """A prompt; ``reason_given`` carries why it is not relevant."""

    reason_given = Signal(str)

    def __init__(
        self, appearance: Appearance, prompt: Prompt, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            appearance,
            lower_first(prompt.rule.title),
            prompt.found.line,
            [fact.words for fact in prompt.found.facts],
            proof=NOT_PROOF,
            parent=parent,
        )
        self.prompt = prompt
        self._build_started()
        self._build_reason()
        self.show_started(is_started=False)
        self.dismissed.connect(self._on_dismissed)
        self.keep.clicked.connect(self._on_kept)
        self.leave.clicked.connect(self._on_left)

    def _build_started(self) -> None:
        self.started = Label(self.appearance, _STARTED, Type.SMALL, Colour.INK2, wrap=True)
        self.body.add(self.started)

    def show_started(self, *, is_started: bool) -> None:
        """Say whether a question has begun here already."""
        self.started.setVisible(is_started)
        self.start.set_words("Start another question" if is_started else "Start a question")

    def _build_reason(self) -> None:
        self.reason = TextBox(self.appearance, role=Type.UI)
        self.field = Field(
            self.appearance,
            "Not relevant because",
            self.reason,
            "Kept in your notebook. The line of enquiry stands again if its facts change.",
        )
        self.keep = Button(self.appearance, "Set aside", small=True)
        self.leave = Button(self.appearance, "Leave it here", ButtonKind.LINK, small=True)
        self._reasons = Flow(self.appearance)
        self._reasons.add(self.keep, self.leave)
        self.body.add(self.field, self._reasons)
        self._show_reason(is_asked=False)

    def show_fault(self, sentence: str) -> None:
        """Say under the reason what is wrong with it."""
        self.field.show_fault(sentence)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_reason(self, *, is_asked: bool) -> None:
        self.field.setVisible(is_asked)
        self._reasons.setVisible(is_asked)
        self.dismiss.setVisible(not is_asked)

    @Slot()
    def _on_dismissed(self) -> None:
        self._show_reason(is_asked=True)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_kept(self) -> None:
        self.field.clear_fault()
        self.reason_given.emit(self.reason.toPlainText())

    @Slot()
    def _on_left(self) -> None:
        self.field.clear_fault()
        self._show_reason(is_asked=False)
        self.dismiss.setFocus(Qt.FocusReason.OtherFocusReason)
