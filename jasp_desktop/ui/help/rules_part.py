"""The rules behind the lines of enquiry, each with its reasoning."""

from jasp_desktop.domain.prompts.prompt import About, Rule
from jasp_desktop.domain.prompts.rules import RULES
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, SectionHeading
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.prose import Prose
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type

_WORDS = (
    "A rule looks for one thing in the register and quotes what it found, with the source and the "
    "date. It proves nothing: there may be a good answer, and the words of a question are yours. "
    "Start a question from a card, or set the card aside with a reason; it stands again only when "
    "what it rests on has changed. Settings switches rules on and off."
)
_PLACES = {
    About.ACTION: "Beside its action",
    About.RESPONSE: "Under the responses",
    About.FINDING: "Under the actions of its finding",
    About.MEETING: "With the findings it names",
}


class RulesPart(Column):
    """Every rule: its name in words, why it looks, and the kind of question it leads to."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, gap=Space.GAP)
        self.add(
            SectionHeading(appearance, "Lines of enquiry: the rules and why they look"),
            Prose(appearance, _WORDS, Type.UI),
        )
        for rule in RULES:
            self._add_rule(rule)

    def _add_rule(self, rule: Rule) -> None:
        part = Column(self.appearance, gap=Space.HAIR)
        off = "" if rule.is_on else ". Off unless it is switched on in Settings"
        part.add(
            Label(self.appearance, rule.title, Type.UI_BOLD, wrap=True),
            Prose(self.appearance, rule.reasoning, Type.UI),
            Label(
                self.appearance,
                f"{_PLACES[rule.about]}. Kind of question: {rule.kind.in_sentence}{off}.",
                Type.SMALL,
                Colour.INK2,
                wrap=True,
            ),
        )
        self.add(part)
