"""The help on a question's life: the table of permitted moves, as the program goes by it."""

from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.question_moves import RULES, MoveRule
from jasp_desktop.domain.vocabulary import QuestionState
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, SectionHeading
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type

_ABOUT = (
    "A question goes from state to state by these moves and no others. Every one can be undone. "
    "Who makes a move is for the panel to keep to: the program does not know who sits before it."
)


class QuestionMovesPart(Column):
    """Each move: what it means, from which states it leads where, and whose it is."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, gap=Space.GAP, parent=parent)
        self.add(SectionHeading(appearance, "A question’s life"))
        self.add(Label(appearance, _ABOUT, Type.UI, wrap=True))
        for rule in RULES.values():
            part = Column(appearance, gap=Space.HAIR)
            part.add(Label(appearance, rule.words, Type.UI_BOLD))
            part.add(Label(appearance, rule.about, Type.UI, wrap=True))
            part.add(Label(appearance, way_words(rule), Type.SMALL, Colour.INK2, wrap=True))
            self.add(part)


def way_words(rule: MoveRule) -> str:
    """Return from where a move leads to where, and who makes it."""
    who = ", ".join(kind.in_sentence for kind in rule.who)
    if set(rule.leads) == set(QuestionState):
        return f"From any state, which stays. By: {who}."
    ways: dict[str, list[str]] = {}
    for before, after in rule.leads.items():
        target = "the same state" if after is before else f"“{after.words}”"
        ways.setdefault(target, []).append(f"“{before.words}”")
    leads = "; ".join(f"{', '.join(froms)} → {target}" for target, froms in ways.items())
    return f"{leads}. By: {who}."
