"""Cells that lie about their kind, their size or their worth harm nothing."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from jasp_desktop.domain.progress import Silent
from jasp_desktop.exchange.trackers.reading import read_tracker
from jasp_desktop.exchange.trackers.sheets import CellError
from tests.damage import packed
from tests.exchange.trackers.hostile.built_workbooks import (
    DATE_STYLE,
    HOSTILE_WORDS,
    built,
    cell,
    parts,
    relation,
    relations,
    row,
    sheet,
    strings,
    styles,
    value,
    with_rows,
    workbook,
)
from tests.exchange.trackers.hostile.trial import by_outcome, check_outcome, tried

MEGABYTE = 1024 * 1024


def a_cell_of_ten_megabytes() -> bytes:
    return with_rows(row(3, [cell("A3", "word " * (2 * MEGABYTE))]))


def shared_words_of_ten_megabytes() -> bytes:
    words = strings("word " * (2 * MEGABYTE))
    return with_rows(row(3, [value("A3", 0, kind="s")] * 2), strings=words)


def a_megabyte_shared_by_a_thousand_cells() -> bytes:
    cells = (row(n, [value(f"A{n}", 0, kind="s")]) for n in range(3, 1_003))
    return with_rows(*cells, strings=strings("w" * 990_000))


def a_formula_of_ten_megabytes() -> bytes:
    return with_rows(row(3, [value("A3", 1, formula="1+" * (5 * MEGABYTE) + "1")]))


def a_number_of_ten_megabytes() -> bytes:
    return with_rows(row(3, [value("A3", "9" * (10 * MEGABYTE))]))


def an_error_of_ten_megabytes() -> bytes:
    return with_rows(row(3, [value("A3", "#" * (10 * MEGABYTE), kind="e")]))


def thirty_megabytes_of_words_nobody_shares() -> bytes:
    return built(strings=strings(*("word" for _ in range(1_500_000))))


def shared(index: object) -> bytes:
    return with_rows(row(3, [value("A3", index, kind="s")]))


def a_shared_word_that_is_not_there() -> bytes:
    return shared(999_999_999)


def a_shared_word_before_the_first() -> bytes:
    return shared(-1)


def a_shared_word_by_its_name() -> bytes:
    return shared("first")


def a_shared_word_beyond_counting() -> bytes:
    return shared("9" * 400)


def a_count_of_shared_words_that_lies() -> bytes:
    said = strings("a", "b").replace('count="2"', 'count="4294967295" uniqueCount="4294967295"')
    return with_rows(row(3, [value("A3", 1, kind="s")]), strings=said)


def styles_that_are_not_there() -> bytes:
    styled = (value(f"A{n}", 46_000, style=style) for n, style in enumerate((99, -1, 10**30), 3))
    return with_rows(*(row(n, [each]) for n, each in enumerate(styled, 3)))


def _dated(*values: object, from_1904: bool = False, kind: str = "n") -> bytes:
    rows = (
        row(n, [cell(f"A{n}", f"4A-{n}"), cell(f"B{n}", "Check the new standard in every area."),
                value(f"D{n}", each, style=DATE_STYLE, kind=kind)])
        for n, each in enumerate(values, 3)
    )  # fmt: skip
    settings = '<workbookPr date1904="1"/>' if from_1904 else ""
    return with_rows(*rows, workbook=workbook(settings=settings))


HOSTILE_NUMBERS = (
    "1e300", "-1e300", "1.7976931348623157e308", "1e999", "-1e999", "NaN", "-NaN", "INF", "-INF",
    "inf", "infinity", "nan", "0", "-0", "-1", "-1e9", "60", "59.9999999", "2958465.99999999",
    "2958466", "1e15", "4e-324", "9007199254740993", "0x41", "1_000", "١٢٣", "1,5", " 1 ", "",
    "--1", "1e", "+", "99999999999999999999",
)  # fmt: skip


def dates_from_1900() -> bytes:
    return _dated(*(each for each in HOSTILE_NUMBERS if _is_number(each)))


def dates_from_1904() -> bytes:
    return _dated(*(each for each in HOSTILE_NUMBERS if _is_number(each)), from_1904=True)


def _is_number(words: str) -> bool:
    return words.isascii() and words not in {"0x41", "1_000", "1,5", "", "--1", "1e", "+", " 1 "}


def times_longer_than_all_time() -> bytes:
    return with_rows(
        *(row(n, [value(f"D{n}", each, style=DATE_STYLE)])
          for n, each in enumerate(("1e300", "-1e300", "1e18", "-5", "1e9"), 3)),
        styles=styles("[h]:mm:ss"),
    )  # fmt: skip


def days_written_out() -> bytes:
    days = ("9999-12-31", "10000-01-01", "-0001-01-01", "2026-02-31", "2026-13-01T99:99:99Z",
            "2026-01-01T00:00:00+99:99", "x" * 9_000, "PT1H", "P99999999Y")  # fmt: skip
    return _dated(*days, kind="d")


def kinds_that_nobody_knows() -> bytes:
    kinds = ("zzz", "", "b", "str", "inlineStr", "d", "n")
    return with_rows(*(row(n, [value(f"A{n}", "7", kind=kind)]) for n, kind in enumerate(kinds, 3)))


def errors_that_nobody_knows() -> bytes:
    said = ("#HACK!", "#REF!", "&lt;script&gt;", "#N/A", "", "#DIV/0!" * 9)
    return with_rows(*(row(n, [value(f"A{n}", e, kind="e")]) for n, e in enumerate(said, 3)))


def words_of_every_bad_kind() -> bytes:
    """Return a tracker with each of the words in every column, and all of them in one."""
    rows = [
        row(n, [cell(f"{letter}{n}", words) for letter in "ABCDE"])
        for n, words in enumerate(HOSTILE_WORDS, 3)
    ]
    rest = [
        row(n, [cell(f"A{n}", f"4A-{n}"), *(cell(f"{letter}{n}", words) for letter in "BCDE")])
        for n, words in enumerate(HOSTILE_WORDS, 200)
    ]
    return with_rows(*rows, *rest)


def a_zero_character() -> bytes:
    return with_rows(row(3, [cell("A3", "a&#0;b")]))


def a_control_character() -> bytes:
    return with_rows(row(3, [cell("A3", "a&#1;b\x02c")]))


def half_of_a_pair() -> bytes:
    return with_rows(row(3, [cell("A3", "a&#xD800;b")]))


def bytes_that_are_no_text() -> bytes:
    return built(sheet=sheet(row(3, [cell("A3", "bad")])).encode().replace(b"bad", b"\xff\xed\xa0"))


def formulas_that_call_programs() -> bytes:
    said = ("cmd|&apos;/c calc&apos;!A0", "HYPERLINK(&quot;file:///etc/passwd&quot;)",
            "WEBSERVICE(&quot;http://127.0.0.1&quot;)", "1/0", "A3", "[1]Sheet!A1")  # fmt: skip
    with_value = [
        row(n, [value(f"A{n}", "x", kind="str", formula=f)]) for n, f in enumerate(said, 3)
    ]
    without = [row(n, [f'<c r="A{n}"><f>{f}</f></c>']) for n, f in enumerate(said, 20)]
    return with_rows(*with_value, *without)


def fifty_thousand_formulas_without_a_value() -> bytes:
    return with_rows(*(row(n, [f'<c r="D{n}"><f>A1</f></c>']) for n in range(3, 50_000)))


def columns_hidden_without_end() -> bytes:
    return with_rows(before=f"<cols>{'<col min="-5" max="999999999" hidden="1"/>' * 2_000}</cols>")


def one_row_hidden_half_a_million_times() -> bytes:
    return with_rows('<row r="2" hidden="1"/>' * 500_000)


def a_blank_sheet_with_a_hidden_column() -> bytes:
    blank = '<worksheet><cols><col min="2" max="2" hidden="1"/></cols><sheetData/></worksheet>'
    led = relations(
        relation("rId1", "worksheets/sheet1.xml"), relation("rId2", "worksheets/sheet2.xml")
    )
    book = parts(workbook=workbook(["Tracker", "Blank"]), relations=led)
    return packed({**book, "xl/worksheets/sheet2.xml": blank.encode()})


EXPECTED: Mapping[str, Sequence[Callable[[], bytes]]] = {
    "read": [
        a_blank_sheet_with_a_hidden_column,
        a_control_character,
        a_formula_of_ten_megabytes,
        a_number_of_ten_megabytes,
        a_shared_word_before_the_first,
        a_shared_word_beyond_counting,
        a_shared_word_by_its_name,
        columns_hidden_without_end,
        days_written_out,
        errors_that_nobody_knows,
        fifty_thousand_formulas_without_a_value,
        formulas_that_call_programs,
        one_row_hidden_half_a_million_times,
        styles_that_are_not_there,
        thirty_megabytes_of_words_nobody_shares,
        words_of_every_bad_kind,
    ],
    "DamagedFile": [
        a_shared_word_that_is_not_there,
        a_zero_character,
        bytes_that_are_no_text,
        dates_from_1900,
        dates_from_1904,
        half_of_a_pair,
        kinds_that_nobody_knows,
        times_longer_than_all_time,
    ],
    "TooLargeFile": [
        a_cell_of_ten_megabytes,
        a_count_of_shared_words_that_lies,
        a_megabyte_shared_by_a_thousand_cells,
        an_error_of_ten_megabytes,
        shared_words_of_ten_megabytes,
    ],
}
# What a busy computer may give up.
LARGE: Sequence[Callable[[], bytes]] = [
    a_megabyte_shared_by_a_thousand_cells,
    columns_hidden_without_end,
    fifty_thousand_formulas_without_a_value,
    one_row_hidden_half_a_million_times,
    thirty_megabytes_of_words_nobody_shares,
]


@pytest.mark.parametrize(
    ("craft", "outcome"), by_outcome(EXPECTED), ids=lambda each: getattr(each, "__name__", each)
)
def test_crafted_cells_are_read_or_refused(
    tmp_path: Path, craft: Callable[[], bytes], outcome: str
):
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(craft())
    check_outcome(tried(path, tmp_path / "home"), outcome, is_large=craft in LARGE)


@pytest.mark.parametrize("number", HOSTILE_NUMBERS)
def test_a_number_of_any_worth_is_read_or_refused(tmp_path: Path, number: str):
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(_dated(number))
    assert tried(path, tmp_path / "home").outcome in {"read", "DamagedFile"}


@pytest.mark.parametrize("words", ["#SPILL!", "#GETTING_DATA", "#FIELD!", "#REF!"])
def test_a_failed_formula_of_any_kind_is_read_as_one(tmp_path: Path, words: str):
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(with_rows(row(3, [cell("A3", "4A-3"), value("C3", words, kind="e")])))
    with read_tracker(path, Silent()) as file:
        *_, last = file.rows("Tracker")
    assert isinstance(last.cells[2], CellError)
    assert last.cells[2] == words
