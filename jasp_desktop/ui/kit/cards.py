"""What stands on paper of its own: a prompt, a question's slip; and what an empty place says."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column, Flow, Row
from jasp_desktop.ui.kit.space import Measure, Space
from jasp_desktop.ui.kit.type_scale import Type


class IconMark(QWidget):
    """An icon beside the words that it belongs to."""

    def __init__(
        self,
        appearance: Appearance,
        icon: str,
        colour: Colour = Colour.INK2,
        size: int = Measure.ICON,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self._icon, self._colour, self._size = icon, colour, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._on_appearance_changed)

    def _on_appearance_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the icon's size."""
        side = self.appearance.theme.px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        size = self.sizeHint()
        colour = self.appearance.theme.colour(self._colour)
        rect = QRectF(0, 0, size.width(), size.height())
        self.appearance.icons.paint(QPainter(self), self._icon, colour, rect)


class PromptCard(Column):
    """A line of enquiry: the rule, what it rests on, what to ask, and that it is no proof.

    ``body`` takes what is asked for after an answer.
    """

    question_started = Signal()
    dismissed = Signal()

    def __init__(
        self,
        appearance: Appearance,
        title: str,
        words: str,
        facts: Sequence[str] = (),
        *,
        proof: str = "Not proof of anything",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            appearance,
            Colour.MOVED_SOFT,
            gap=Space.TIGHT,
            margins=(Space.SIDE, Space.GAP, Space.ROOM, Space.GAP),
            bar=Colour.MOVED,
            parent=parent,
        )
        self.setAccessibleName(f"Worth asking: {title}")
        self.words = Label(appearance, words, Type.UI, wrap=True)
        self.start = Button(appearance, "Start a question", icon="plus")
        self.dismiss = Button(appearance, "Not relevant because…", ButtonKind.LINK)
        self.body = Column(appearance, gap=Space.CLOSE)
        self.start.clicked.connect(self.question_started)
        self.dismiss.clicked.connect(self.dismissed)
        self._add_head(title)
        for fact in facts:
            self.add(Label(appearance, fact, Type.UI, Colour.INK2, wrap=True))
        self.add_space(Space.HAIR)
        self.add(self.words)
        self.add_space(Space.HAIR)
        self._add_answers(proof)

    def _add_head(self, title: str) -> None:
        head = Row(self.appearance, gap=Space.CLOSE, top=True)
        head.add(IconMark(self.appearance, "lightbulb", Colour.MOVED))
        words = Label(self.appearance, f"Worth asking: {title}", Type.UI_BOLD, wrap=True)
        head.add(words, stretch=1)
        self.add(head)

    def _add_answers(self, proof: str) -> None:
        self._answers = Flow(self.appearance, gap=Space.GAP)
        self._answers.add(self.start, self.dismiss)
        foot = Row(self.appearance, gap=Space.GAP)
        foot.add(self._answers, stretch=1)
        foot.add(Label(self.appearance, proof, Type.SMALL, Colour.INK2))
        self.add(foot, self.body)


class FormBand(Column):
    """A raised band across a page, with the accent at its left. Add a form's fields to it."""

    def __init__(
        self, appearance: Appearance, *, side: int = Space.APART, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            appearance,
            Colour.RAISED,
            gap=Space.GAP,
            margins=(side, Space.ROOM, side, Space.ROOM),
            bar=Colour.ACCENT,
            parent=parent,
        )


class NotePaper(Column):
    """A slip on the notebook: white paper with a plum edge. Add the question's parts to it."""

    def __init__(self, appearance: Appearance, name: str, parent: QWidget | None = None) -> None:
        super().__init__(
            appearance,
            Colour.PAGE,
            gap=Space.TIGHT,
            margins=(Space.ROOM + Space.HAIR, Space.GAP, Space.GAP, Space.GAP),
            bar=Colour.MINE,
            outline=Colour.RULE,
            parent=parent,
        )
        self.setAccessibleName(name)


class EmptyState(Column):
    """What would be here, and the next step."""

    stepped = Signal()

    def __init__(
        self,
        appearance: Appearance,
        sentence: str,
        step: str = "",
        *,
        icon: str | None = None,
        is_primary: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            appearance, gap=Space.GAP, margins=(0, Space.ROOM, 0, Space.ROOM), parent=parent
        )
        self.sentence = Label(appearance, sentence, Type.BODY, Colour.INK2, wrap=True)
        self.add(self.sentence)
        self._steps = Flow(appearance, gap=Space.GAP)
        self.add(self._steps)
        kind = ButtonKind.PRIMARY if is_primary else ButtonKind.SECONDARY
        self.step = Button(appearance, step, kind, icon=icon)
        self.step.clicked.connect(self.stepped)
        self._steps.add(self.step)
        self.step.setVisible(bool(step))

    def add_step(self, button: Button) -> None:
        """Offer another way on."""
        self._steps.add(button)
