"""The help shows the table of moves that the program goes by, whole."""

from pytestqt.qtbot import QtBot

from jasp_desktop.domain.question_moves import RULES, Move
from jasp_desktop.ui.help.moves_part import QuestionMovesPart, way_words
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.labels import Label


def test_every_move_is_explained(qtbot: QtBot, appearance: Appearance):
    part = QuestionMovesPart(appearance)
    qtbot.addWidget(part)
    said = [label.text() for label in part.findChildren(Label)]
    for rule in RULES.values():
        assert rule.words in said
        assert rule.about in said
        assert way_words(rule) in said


def test_the_way_of_a_move_is_put_into_words():
    assert way_words(RULES[Move.SHARE]) == "“Ready” → “Shared with the chair”. By: member."
    assert way_words(RULES[Move.JUDGE]).startswith(
        "“Answered”, “Answer outstanding”, “Panel action” → the same state."
    )
    assert way_words(RULES[Move.PART]) == "From any state, which stays. By: chair, secretariat."
