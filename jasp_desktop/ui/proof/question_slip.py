"""One question of a proof of scrutiny, and what followed it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.proof import ProvenQuestion, Timing, followed_words
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.prose import Prose
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type

_LOUD = frozenset({Timing.LATE, Timing.WAITING_PAST_DUE})


class QuestionSlip(Column):
    """The words, who asked and when, how the answer came, the verdict, and what followed.

    ``opened`` comes when the person wants to see the finding behind it.
    """

    opened = Signal()

    def __init__(
        self, appearance: Appearance, proven: ProvenQuestion, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            appearance,
            gap=Space.TIGHT,
            margins=(0, Space.GAP, 0, Space.GAP),
            edges="b",
            parent=parent,
        )
        self.setAccessibleName(f"Question on {proven.label}")
        self.add(self._head(proven), Prose(appearance, proven.question.text, Type.BODY))
        if proven.question.answer:
            self.add(Label(appearance, "Answer", Type.SMALL_BOLD, Colour.INK2))
            self.add(Prose(appearance, proven.question.answer, Type.UI, Colour.INK2))
        ink = Colour.OVERDUE if proven.timing in _LOUD else Colour.INK
        self.add(Label(appearance, " · ".join(proven.stands), Type.SMALL_BOLD, ink, wrap=True))
        if proven.followed:
            self.add(Label(appearance, "What followed", Type.SMALL_BOLD, Colour.INK2))
        for fact in proven.followed:
            self.add(Label(appearance, followed_words(fact), Type.SMALL, wrap=True))

    def _head(self, proven: ProvenQuestion) -> Row:
        row = Row(self.appearance, gap=Space.GAP)
        self.subject: Button | None = None
        if proven.finding is None:
            row.add(Label(self.appearance, proven.label, Type.UI_BOLD, wrap=True))
        else:
            self.subject = Button(self.appearance, proven.label, ButtonKind.LINK)
            self.subject.clicked.connect(self.opened)
            row.add(self.subject)
        kind = proven.question.kind
        who = ", ".join(
            part
            for part in (
                proven.member or "Member not known",
                kind.in_sentence if kind else "",
                f"asked {in_words(proven.asked_on)}",
            )
            if part
        )
        row.add(Label(self.appearance, who, Type.SMALL, Colour.INK2, wrap=True), stretch=1)
        return row
