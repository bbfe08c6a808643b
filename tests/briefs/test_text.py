"""What becomes of odd text before it is printed."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.briefs.fonts import Faces
from jasp_desktop.briefs.text import PlainText, one_line

WELSH = "".join(
    unicodedata.normalize("NFC", letter + accent)
    for letter in "aeiouwyAEIOUWY"
    for accent in "\u0302\u0301\u0300\u0308"
)


def plain_text() -> PlainText:
    return PlainText(Faces().covers)


def test_every_welsh_letter_is_in_both_weights():
    text = plain_text()
    assert text.clean(WELSH) == WELSH
    assert text.substituted == ()


def test_welsh_letters_typed_as_letter_and_accent_are_composed():
    assert plain_text().clean("dw\u0302r y ty\u0302") == "dŵr y tŷ"


def test_markup_is_only_letters():
    written = "see <finding 3>, &amp; <b>not bold</b> <br/> <a href='x'>"
    assert plain_text().clean(written) == written


def test_what_the_typeface_lacks_is_shown_as_its_code_point_and_reported():
    text = plain_text()
    assert text.clean("up 📈 漢 ש") == "up [U+1F4C8] [U+6F22] [U+05E9]"
    assert text.substituted == ("ש", "漢", "📈")


def test_a_code_point_that_was_typed_is_not_reported():
    text = plain_text()
    assert text.clean("[U+1F4C8]") == "[U+1F4C8]"
    assert text.substituted == ()


def test_control_characters_and_overrides_of_direction_are_shown():
    assert plain_text().clean("a\x07b\u202ec\ud800d") == "a[U+0007]b[U+202E]c[U+D800]d"


def test_tabs_are_spaces_and_every_kind_of_line_end_is_a_line_feed():
    assert plain_text().clean("a\tb\r\nc\rd\x0be\x0cf\u2028g") == "a b\nc\nd\ne\nf\ng"


def test_characters_without_a_shape_leave_words_whole():
    assert plain_text().clean("super\u00advision\u200b \ufefflist\ufe0f") == "supervision list"


@given(st.text())
def test_no_letter_vanishes(written):
    text = plain_text()
    cleaned = text.clean(written)
    assert all(Faces().covers(letter) for letter in cleaned if letter != "\n")
    kept = [letter for letter in unicodedata.normalize("NFC", written) if letter.isalnum()]
    shown = "".join(
        f"[U+{ord(letter):04X}]" if letter in text.substituted else letter for letter in kept
    )
    remaining = iter(cleaned)
    assert all(letter in remaining for letter in shown)


@given(st.text())
def test_cleaning_twice_changes_nothing_more(written):
    text = plain_text()
    assert text.clean(text.clean(written)) == text.clean(written)


def test_titles_stand_on_one_line():
    assert one_line(" Supervise\n family\tabuse ") == "Supervise family abuse"
