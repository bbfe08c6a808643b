"""Two texts side by side."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from jasp_desktop.domain.word_differences import word_differences
from jasp_desktop.ui.changes.compared_words import ComparedWords
from jasp_desktop.ui.kit.prose import Prose
from jasp_desktop.ui.kit.text_block import Standing

WORDS = st.lists(st.sampled_from(["every", "most", "sergeants", "trained,", "Gŵyr", "\n", "<b>"]))


def sides(view: ComparedWords) -> list[Prose]:
    return view.findChildren(Prose)


def marked(prose: Prose) -> list[tuple[str, Standing]]:
    words = prose.text()
    return [(words[each.start : each.start + each.length], each.standing) for each in prose.ranges]


def test_what_went_is_marked_at_left_and_what_came_at_right(qtbot: QtBot, appearance):
    found = word_differences(
        "Evidence: every sergeant trained.", "Evidence: most sergeants trained."
    )
    view = ComparedWords(appearance, ("Meeting of 8 September 2026", "Now"), found)
    qtbot.addWidget(view)
    before, after = sides(view)
    assert before.text() == "Evidence: every sergeant trained."
    assert marked(before) == [("every sergeant", Standing.REMOVED)]
    assert after.text() == "Evidence: most sergeants trained."
    assert marked(after) == [("most sergeants", Standing.ADDED)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(WORDS, WORDS)
def test_each_side_says_its_own_words_and_no_other(appearance, before, after):
    found = word_differences(" ".join(before), " ".join(after))
    view = ComparedWords(appearance, ("Then", "Now"), found)
    left, right = sides(view)
    assert left.text().split() == (" ".join(before).split() or ["Nothing"])
    assert right.text().split() == (" ".join(after).split() or ["Nothing"])
    for prose, standing in ((left, Standing.REMOVED), (right, Standing.ADDED)):
        assert all(kind is standing and words for words, kind in marked(prose))
    view.deleteLater()
