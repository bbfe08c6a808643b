"""The help tells of every rule, and why it looks."""

from jasp_desktop.domain.prompts.rules import RULES
from jasp_desktop.ui.help.rules_part import RulesPart
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.prose import Prose


def test_every_rule_is_told_with_its_reasoning(appearance, qtbot):
    part = RulesPart(appearance)
    qtbot.addWidget(part)
    titles = [label.text() for label in part.findChildren(Label)]
    texts = [prose.text() for prose in part.findChildren(Prose)]
    for rule in RULES:
        assert rule.title in titles
        assert rule.reasoning in texts
    assert any("Off unless it is switched on" in words for words in titles)
