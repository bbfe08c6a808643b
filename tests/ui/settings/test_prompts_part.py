"""The rules in Settings: each is switched on and off, at once and for good."""

from PySide6.QtCore import Qt

from jasp_desktop.domain.prompts.rules import RULES, USUAL_RULES, rules_after
from jasp_desktop.ui.preferences import Preferences
from jasp_desktop.ui.settings.prompts_part import PromptsPart

SPACE = Qt.Key.Key_Space


def a_part(make_workspace, desk, qtbot):
    part = PromptsPart(make_workspace(desk))
    qtbot.addWidget(part)
    part.show()
    return part


def test_every_rule_has_its_tick_as_it_looks(make_workspace, demo_desk, qtbot):
    part = a_part(make_workspace, demo_desk, qtbot)
    assert list(part.ticks) == [rule.name for rule in RULES]
    assert {name for name, tick in part.ticks.items() if tick.isChecked()} == USUAL_RULES
    assert part.usual.isHidden()


def test_a_rule_is_switched_at_once_and_remembered(make_workspace, demo_desk, qtbot):
    part = a_part(make_workspace, demo_desk, qtbot)
    qtbot.keyClick(part.ticks["central_words_absent"], SPACE)
    qtbot.keyClick(part.ticks["no_named_post"], SPACE)
    wanted = USUAL_RULES - {"no_named_post"} | {"central_words_absent"}
    assert demo_desk.prompting.rules == wanted
    assert rules_after(Preferences(demo_desk.home.path).rule_choices) == wanted
    assert part.usual.isVisible()


def test_the_usual_rules_come_back(make_workspace, demo_desk, qtbot):
    part = a_part(make_workspace, demo_desk, qtbot)
    qtbot.keyClick(part.ticks["no_named_post"], SPACE)
    qtbot.mouseClick(part.usual, Qt.MouseButton.LeftButton)
    assert demo_desk.prompting.rules == USUAL_RULES
    assert part.ticks["no_named_post"].isChecked()
    assert Preferences(demo_desk.home.path).rule_choices == {}
