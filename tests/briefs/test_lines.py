"""Breaking words into lines."""

from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.briefs.blocks import Role, Run, plain
from jasp_desktop.briefs.fonts import Faces
from jasp_desktop.briefs.layout.lines import TypeSetter
from jasp_desktop.briefs.style import STANDARD
from jasp_desktop.briefs.text import PlainText

BODY = STANDARD[Role.BODY]
FACES = Faces()


def setter() -> TypeSetter:
    return TypeSetter(FACES, PlainText(FACES.covers))


def words_of(lines) -> list[str]:
    return ["".join(part.text for part in line.stretches) for line in lines]


def test_words_fill_lines_and_no_line_is_wider_than_its_room():
    text = "the force should make sure that a supervisor reviews every investigation " * 20
    lines = setter().lines(plain(text), BODY, 300)
    assert " ".join(words_of(lines)) == text.strip()
    assert all(240 < line.width <= 300 for line in lines[:-1])


def test_a_line_feed_ends_a_line():
    assert words_of(setter().lines(plain("one\n\ntwo"), BODY, 300)) == ["one", "", "two"]


def test_a_date_never_breaks():
    day = "30\u00a0March\u00a02020"
    room = setter().width(day, BODY.size) + 1
    assert words_of(setter().lines(plain(f"by {day}"), BODY, room)) == ["by", day]


def test_a_date_typed_with_spaces_does_not_break_either():
    room = setter().width("1 December 2026", BODY.size) + 1
    lines = words_of(setter().lines(plain("by 1 December 2026 or 3 May"), BODY, room))
    assert lines == ["by", "1\u00a0December\u00a02026", "or 3\u00a0May"]


def test_a_word_of_ten_thousand_letters_is_cut_to_lines():
    lines = setter().lines(plain("w" * 10_000), BODY, 465)
    assert "".join(words_of(lines)) == "w" * 10_000
    assert max(line.width for line in lines) <= 465


def test_an_address_is_cut_after_its_punctuation():
    address = "https://example.invalid/reports/2020/" + "joint-inspection-" * 6
    lines = words_of(setter().lines(plain(address), BODY, 200))
    assert "".join(lines) == address
    assert all(line[-1] in "/-" for line in lines)


def test_bold_and_regular_meet_without_a_space_inside_a_word():
    lines = setter().lines((Run("A-031", bold=True), Run(", then")), BODY, 300)
    assert words_of(lines) == ["A-031, then"]
    assert [part.bold for part in lines[0].stretches] == [True, False]


def test_a_running_title_that_is_too_long_ends_in_an_ellipsis():
    line = setter().shortened("Item 6.1 · " + "a very long title " * 10, BODY, 200)
    assert line.width <= 200
    assert words_of([line])[0].endswith("…")


@given(st.text(max_size=400), st.floats(min_value=20, max_value=465))
def test_lines_hold_every_letter_in_order(written, room):
    type_setter = setter()
    lines = type_setter.lines(plain(written), BODY, room)
    cleaned = PlainText(FACES.covers).clean(written)
    assert "".join("".join(words_of(lines)).split()) == "".join(cleaned.split())
    widest = max(FACES.face(bold=False).width(letter, BODY.size) for letter in cleaned or "m")
    assert all(line.width <= max(room, widest) + 0.01 for line in lines)


@given(st.lists(st.tuples(st.text(max_size=30), st.booleans()), max_size=8))
def test_runs_of_two_weights_hold_every_letter_in_order(parts):
    runs = tuple(Run(text, bold=bold) for text, bold in parts)
    lines = setter().lines(runs, BODY, 120)
    cleaned = "".join(PlainText(FACES.covers).clean(text) for text, _ in parts)
    assert "".join("".join(words_of(lines)).split()) == "".join(cleaned.split())
