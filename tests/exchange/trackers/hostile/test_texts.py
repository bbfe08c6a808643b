"""Delimited texts that are no text, no table or far too much of one harm nothing."""

import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from tests.exchange.trackers.hostile.built_workbooks import ACTION, HEADINGS, HOSTILE_WORDS, built
from tests.exchange.trackers.hostile.trial import by_outcome, check_outcome, tried

MEGABYTE = 1024 * 1024
SOUND = f"{','.join(HEADINGS)}\r\n4A-1,{ACTION},Insp A,31/03/2026,In progress\r\n"


def _below(rest: str | bytes) -> bytes:
    """Return a sound tracker with something below it."""
    return SOUND.encode() + (rest if isinstance(rest, bytes) else rest.encode())


def zero_bytes_among_words() -> bytes:
    return _below(f"4A-2,Che\0ck all.,Insp\0B,\0,\r\n{'4A-3,Words without a zero.,,,' * 9}\r\n")


def nothing_but_zero_bytes() -> bytes:
    return bytes(5 * MEGABYTE)


def a_line_of_ten_megabytes() -> bytes:
    return _below("word " * (2 * MEGABYTE))


def a_quoted_cell_of_ten_megabytes() -> bytes:
    return _below(f'4A-2,"{"word " * (2 * MEGABYTE)}",,,\r\n')


def a_quoted_cell_of_ten_megabytes_at_odds_with_the_rule() -> bytes:
    return _below(f'4A-2,"a"b{"word " * (2 * MEGABYTE)}",,,\r\n')


def a_megabyte_of_marks() -> bytes:
    return _below('"' * MEGABYTE)


def ten_million_delimiters() -> bytes:
    return _below("," * 10_000_000)


def sixteen_thousand_delimiters_above_many_rows() -> bytes:
    return _below("," * 16_000 + "x\r\n" + "1\r\n" * 100_000)


def a_thousand_wide_rows() -> bytes:
    return _below(("," * 16_000 + "x\r\n") * 1_000)


def twenty_thousand_rows_of_one_number() -> bytes:
    return _below("".join(f"{number}\r\n" for number in range(20_000)))


def more_rows_than_a_sheet_has() -> bytes:
    return _below("1\n" * 1_100_000)


def two_million_blank_lines() -> bytes:
    return _below("\n" * 2_000_000)


def every_kind_of_line_end() -> bytes:
    return _below("4A-2,a\r4A-3,b\n4A-4,c\n\r4A-5,d\v4A-6,e\f4A-7,f\u20284A-8,g\u00854A-9,h")


def a_mark_that_is_never_closed() -> bytes:
    return _below('4A-2,"Check all.,,,\r\n' + "4A-3,Words,,,\r\n" * 20_000)


def a_mark_that_is_never_closed_above_megabytes() -> bytes:
    return _below('4A-2,"Check all.,,,\r\n' + "4A-3,Words,,,\r\n" * 400_000)


def marks_that_never_end_a_row() -> bytes:
    return _below('x","\r\n' * 4_000)


def marks_and_delimiters_by_chance() -> bytes:
    chance = random.Random(1)
    return _below("".join(chance.choice("a\",;\n\r\t|'= ") for _ in range(60_000)))


def several_encodings() -> bytes:
    return _below("4A-2,Café,,,\r\n".encode() + "4A-3,Café – “policy”,,,\r\n".encode("cp1252"))


def bytes_that_no_encoding_has() -> bytes:
    return _below(b"4A-2,\x81\x8d\x8f\x90\x9d\xff,,,\r\n")


def utf_16_of_an_odd_length() -> bytes:
    return SOUND.encode("utf-16") + b"x"


def utf_16_with_half_of_a_pair() -> bytes:
    return (SOUND + "4A-2,\ud800,,,").encode("utf-16", "surrogatepass")


def utf_16_of_an_odd_length_without_a_mark() -> bytes:
    return SOUND.encode("utf-16-le") + b"x"


def utf_8_with_half_of_a_pair() -> bytes:
    return _below("4A-2,\udfff,,,".encode("utf-8", "surrogatepass"))


def utf_8_that_is_too_long() -> bytes:
    return _below(b"4A-2,\xc0\xaf\xe0\x80\xaf\xf8\x88\x80\x80\x80,,,")


def utf_32() -> bytes:
    return SOUND.encode("utf-32")


def two_byte_order_marks() -> bytes:
    return "\ufeff\ufeff".encode() + SOUND.encode()


def characters_that_steer_a_terminal() -> bytes:
    return _below(
        "4A-2,\x1b]0;title\x07\x1b[2J,,,\r\n" + "4A-3,Plain words as they are.,,,\r\n" * 9
    )


def words_of_every_bad_kind() -> bytes:
    rows = [",".join([f'"{words}"'] * 5) for words in HOSTILE_WORDS if '"' not in words]
    return _below("\r\n".join(rows))


def formulas_that_call_programs() -> bytes:
    return _below('4A-2,"=cmd|\'/c calc\'!A0","@SUM(1+1)*cmd|x",+1,-1\r\n')


def a_delimiter_that_is_said_to_be(character: str) -> bytes:
    return f"sep={character}\r\n{SOUND}".encode()


def a_delimiter_that_is_a_mark() -> bytes:
    return a_delimiter_that_is_said_to_be('"')


def a_delimiter_that_is_a_zero() -> bytes:
    return a_delimiter_that_is_said_to_be("\0")


def a_delimiter_that_is_a_space() -> bytes:
    return a_delimiter_that_is_said_to_be(" ")


def a_delimiter_that_is_a_picture() -> bytes:
    return a_delimiter_that_is_said_to_be("\U0001f9d1")


def a_delimiter_that_is_a_line_end() -> bytes:
    return a_delimiter_that_is_said_to_be("\r")


def a_page() -> bytes:
    return b"\n\n <!DocType html><html><body>Sign in</body></html>"


def rich_text() -> bytes:
    return b"{\\rtf1\\ansi 4A-1,Train all.}"


def a_picture() -> bytes:
    return b"\x89PNG\r\n\x1a\n" + random.Random(2).randbytes(50_000)


def a_program() -> bytes:
    return b"MZ" + random.Random(3).randbytes(50_000)


def a_pdf() -> bytes:
    return b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n"


def a_database() -> bytes:
    return b"SQLite format 3\0" + bytes(4_000)


def a_workbook_behind_a_byte_order_mark() -> bytes:
    return b"\xef\xbb\xbf" + built()


def nothing_but_spaces() -> bytes:
    return b" \t\r\n\xc2\xa0" * 1_000


def nothing_but_delimiters() -> bytes:
    return b",,,,\r\n;;;;\r\n"


def one_character() -> bytes:
    return b"x"


def one_mark() -> bytes:
    return b'"'


EXPECTED: Mapping[str, Sequence[Callable[[], bytes]]] = {
    "read": [
        a_delimiter_that_is_a_line_end,
        a_delimiter_that_is_a_mark,
        a_delimiter_that_is_a_picture,
        a_delimiter_that_is_a_space,
        a_delimiter_that_is_a_zero,
        a_mark_that_is_never_closed,
        a_megabyte_of_marks,
        characters_that_steer_a_terminal,
        every_kind_of_line_end,
        formulas_that_call_programs,
        marks_and_delimiters_by_chance,
        marks_that_never_end_a_row,
        nothing_but_delimiters,
        one_character,
        one_mark,
        several_encodings,
        ten_million_delimiters,
        twenty_thousand_rows_of_one_number,
        two_byte_order_marks,
        two_million_blank_lines,
        utf_8_that_is_too_long,
        utf_8_with_half_of_a_pair,
        words_of_every_bad_kind,
        zero_bytes_among_words,
    ],
    "EmptyFile": [nothing_but_spaces],
    "UnknownFileType": [
        a_database,
        a_page,
        a_pdf,
        a_picture,
        a_program,
        a_workbook_behind_a_byte_order_mark,
        bytes_that_no_encoding_has,
        nothing_but_zero_bytes,
        rich_text,
        utf_16_of_an_odd_length,
        utf_16_of_an_odd_length_without_a_mark,
        utf_16_with_half_of_a_pair,
        utf_32,
    ],
    "TooLargeFile": [
        a_line_of_ten_megabytes,
        a_mark_that_is_never_closed_above_megabytes,
        a_quoted_cell_of_ten_megabytes,
        a_quoted_cell_of_ten_megabytes_at_odds_with_the_rule,
        a_thousand_wide_rows,
        more_rows_than_a_sheet_has,
        sixteen_thousand_delimiters_above_many_rows,
    ],
}
# What a busy computer may give up.
LARGE: Sequence[Callable[[], bytes]] = [
    a_thousand_wide_rows,
    marks_that_never_end_a_row,
    more_rows_than_a_sheet_has,
    nothing_but_zero_bytes,
    sixteen_thousand_delimiters_above_many_rows,
    ten_million_delimiters,
    two_million_blank_lines,
]


@pytest.mark.parametrize(
    ("craft", "outcome"), by_outcome(EXPECTED), ids=lambda each: getattr(each, "__name__", each)
)
def test_a_crafted_text_is_read_or_refused(
    tmp_path: Path, craft: Callable[[], bytes], outcome: str
):
    path = tmp_path / "tracker.csv"
    path.write_bytes(craft())
    check_outcome(tried(path, tmp_path / "home"), outcome, is_large=craft in LARGE)


@pytest.mark.parametrize("name", ["tracker.xlsx", "tracker.tsv", "tracker.xls", "tracker"])
def test_a_text_is_told_by_what_it_holds(tmp_path: Path, name: str):
    path = tmp_path / name
    path.write_bytes(SOUND.encode())
    assert tried(path, tmp_path / "home").outcome == "read"
