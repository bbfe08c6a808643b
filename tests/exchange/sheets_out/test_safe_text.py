"""A cell's text runs nothing, breaks nothing, and can be had back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.exchange.sheets_out.safe_text import (
    LONGEST_CELL,
    cell_text,
    csv_text,
    cut_to_cell,
    freed,
)

STARTS = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")
TEXTS = st.text() | st.tuples(st.sampled_from([*STARTS, "'", "''", "'="]), st.text()).map("".join)


@given(TEXTS)
def test_no_cell_begins_as_a_formula(text):
    assert not csv_text(text).startswith(STARTS)


@given(TEXTS)
def test_the_apostrophe_can_be_taken_away_again(text):
    assert freed(csv_text(text)) == cell_text(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("- first point", "'- first point"),
        ("'tis so", "'tis so"),
        ("'=1", "''=1"),
        ("\r=1", "'\n=1"),
        ("Plain, “quoted”", "Plain, “quoted”"),
    ],
)
def test_only_what_could_run_gets_an_apostrophe(text, written):
    assert csv_text(text) == written


def test_control_characters_are_shown_and_line_ends_are_one_kind():
    assert cell_text("a\x00b\x07c\x7f\r\nd\re\ttab") == "a␀b␇c␡\nd\ne\ttab"
    assert cell_text("half \ud800 pair \uffff") == "half � pair �"


def test_text_too_long_for_a_cell_is_cut_with_a_mark_that_says_so():
    text, was_cut = cut_to_cell("ŵ" * LONGEST_CELL)
    assert (len(text), was_cut) == (LONGEST_CELL, False)
    # One emoji takes two of a workbook's units.
    text, was_cut = cut_to_cell("🙂" * 20_000)
    assert was_cut
    assert text.endswith(
        "[Cut here: too long for a spreadsheet. The register holds 20,000 characters.]"
    )
    assert len(text.encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert "\ufffd" not in text
