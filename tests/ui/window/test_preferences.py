"""How the window is set is kept in the home; a file that makes no sense does no harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.ui.kit.colours import Scheme
from jasp_desktop.ui.preferences import Preferences


def test_what_was_set_is_there_again(tmp_path):
    first = Preferences(tmp_path)
    first.text_size, first.scheme, first.panel = 150, Scheme.DARK, "Tŷ Newydd, panel"
    first.widths = {"notebook": 340, "page": 800}
    first.keep()
    second = Preferences(tmp_path)
    assert second.text_size == 150
    assert second.scheme is Scheme.DARK
    assert second.panel == "Tŷ Newydd, panel"
    assert second.widths == {"notebook": 340, "page": 800}


def test_the_choice_of_rules_is_there_again(tmp_path):
    first = Preferences(tmp_path)
    assert first.rule_choices == {}
    first.rule_choices = {"no_named_post": False, "central_words_absent": True}
    first.keep()
    assert Preferences(tmp_path).rule_choices == {
        "no_named_post": False,
        "central_words_absent": True,
    }


def test_following_the_system_again_is_kept(tmp_path):
    preferences = Preferences(tmp_path)
    preferences.scheme = Scheme.CONTRAST
    preferences.scheme = None
    preferences.keep()
    assert Preferences(tmp_path).scheme is None


@pytest.mark.parametrize("words", ["", "a=b c", "notebook=-3 =5 x", "\x00"])
@given(noise=st.text(st.characters(codec="utf-8", exclude_characters="\r\n\x00"), max_size=40))
def test_a_file_that_makes_no_sense_counts_as_not_there(tmp_path, words: str, noise: str):
    (tmp_path / "window.ini").write_text(
        f"[reading]\ntext_size={noise}x\ntheme=x{noise}\n[window]\nwidths={words}\n"
        f"[prompts]\nrules=a={noise} {words}\n",
        encoding="utf-8",
    )
    preferences = Preferences(tmp_path)
    assert preferences.text_size == 100
    assert preferences.scheme is None
    assert set(preferences.rule_choices.values()) <= {True, False}
    assert all(width > 0 for width in preferences.widths.values())
    assert preferences.geometry is not None
