"""Which rules look for lines of enquiry: each with its reasoning, on or off."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.prompts.prompt import Rule
from jasp_desktop.domain.prompts.rules import RULES, USUAL_RULES, choices_of
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, SectionHeading
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.ticks import Tick
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.preferences import Preferences
from jasp_desktop.ui.workspace import Workspace

_WORDS = (
    "The program looks through the register for what may be worth a question. It quotes what is "
    "recorded and proves nothing; you decide. Why each rule looks is told in the help (F1)."
)


class PromptsPart(Column):
    """A tick for each rule; it counts at once and is remembered on this computer."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.appearance, gap=Space.CLOSE, parent=parent)
        self._workspace = workspace
        self._preferences = Preferences(workspace.desk.home.path)
        self.ticks: dict[str, Tick] = {}
        self._build()
        self.load()
        self._connect()

    def _build(self) -> None:
        appearance = self.appearance
        self.add(
            SectionHeading(appearance, "Lines of enquiry"),
            Label(appearance, _WORDS, Type.UI, Colour.INK2, wrap=True),
        )
        for rule in RULES:
            self.ticks[rule.name] = Tick(appearance, rule.title, _remark(rule))
            self.add(self.ticks[rule.name])
        self.usual = Button(appearance, "The usual rules", ButtonKind.LINK, small=True)
        row = Row(appearance)
        row.add(self.usual)
        row.add_stretch()
        self.add(row)

    def _connect(self) -> None:
        for tick in self.ticks.values():
            tick.clicked.connect(self._on_ticked)
        self.usual.clicked.connect(self._on_usual)

    def load(self) -> None:
        """Show which rules look."""
        rules = self._workspace.desk.prompting.rules
        for name, tick in self.ticks.items():
            tick.setChecked(name in rules)
        self.usual.setVisible(rules != USUAL_RULES)

    def _choose(self, rules: frozenset[str]) -> None:
        chosen = frozenset(rule.name for rule in RULES if rule.name in rules)
        self._workspace.desk.prompting.rules = chosen
        self._preferences.rule_choices = choices_of(chosen)
        self._preferences.keep()
        self.load()

    @Slot()
    def _on_ticked(self) -> None:
        self._choose(frozenset(name for name, tick in self.ticks.items() if tick.isChecked()))

    @Slot()
    def _on_usual(self) -> None:
        self._choose(frozenset(USUAL_RULES))
        self.ticks[RULES[0].name].setFocus()


def _remark(rule: Rule) -> str:
    return rule.kind.words if rule.is_on else f"{rule.kind.words}. Off unless you switch it on"
