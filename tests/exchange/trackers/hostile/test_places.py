"""Cells that are far away, nowhere, everywhere or on top of each other harm nothing."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from tests.damage import packed
from tests.exchange.trackers.hostile.built_workbooks import (
    built,
    cell,
    parts,
    row,
    sheet,
    value,
    with_rows,
)
from tests.exchange.trackers.hostile.trial import by_outcome, check_outcome, tried

LAST = "XFD1048576"


def the_last_cell_of_all() -> bytes:
    return with_rows(row(1_048_576, [cell(LAST, "far")]))


def the_last_cell_in_small_letters() -> bytes:
    return with_rows(row(1_048_576, [cell(LAST.lower(), "far")]))


def the_last_cell_behind_a_tab() -> bytes:
    return with_rows(row(1_048_576, [cell(LAST, "far").replace("<c ", "<c\t")]))


def the_last_cell_behind_a_prefix() -> bytes:
    far = row(1_048_576, [cell(LAST, "far").replace("c ", "x:c ").replace("</c>", "</x:c>")])
    return built(sheet=sheet(far).replace("xmlns=", 'xmlns:x="urn:x" xmlns=', 1))


def the_last_cell_between_spaces() -> bytes:
    return with_rows(row(1_048_576, [f'<c r = "{LAST}" ><v>1</v></c>']))


def the_last_cell_in_single_marks() -> bytes:
    return with_rows(row(1_048_576, [f"<c r='{LAST}'><v>1</v></c>"]))


def the_last_cell_by_its_code() -> bytes:
    return with_rows(row(1_048_576, ['<c r="&#88;FD1048576"><v>1</v></c>']))


def many_cells_without_a_place_in_the_last_row() -> bytes:
    return with_rows(row(1_048_576, ["<c><v>1</v></c>"] * 16_384))


def many_cells_without_a_place_behind_a_prefix() -> bytes:
    far = row(1_048_576, ["<x:c><x:v>1</x:v></x:c>"] * 16_384)
    return built(sheet=sheet(far).replace("xmlns=", 'xmlns:x="urn:x" xmlns=', 1))


def a_cell_in_the_last_column() -> bytes:
    return with_rows(row(3, [cell("XFD3", "far")]))


def a_cell_far_to_the_right_and_a_thousand_rows() -> bytes:
    rows = (row(number, [value(f"A{number}", number)]) for number in range(3, 999))
    return with_rows(*rows, row(999, [cell("XFD999", "far")]))


def a_cell_in_the_last_row() -> bytes:
    return with_rows(row(1_048_576, [cell("A1048576", "4A-9")]))


def two_hundred_thousand_cells_on_a_diagonal() -> bytes:
    rows = [row(n, [f'<c r="{_letters(n % 16_000)}{n}"><v>1</v></c>']) for n in range(3, 200_000)]
    return with_rows(*rows)


def a_million_cells_without_a_word() -> bytes:
    return _squeezed(*(row(n, [f'<c r="A{n}" s="1"/>'] * 2) for n in range(3, 500_000)))


def half_a_million_rows_without_a_cell() -> bytes:
    return with_rows(*(f'<row r="{number}"/>' for number in range(3, 500_000)))


def three_hundred_thousand_rows_of_nothing_and_one_number() -> bytes:
    return _squeezed(*(row(n, [f'<c r="Z{n}"><v></v></c>']) for n in range(3, 300_000)))


def sixty_rows_of_every_column() -> bytes:
    wide = "".join(f"<c><v>{number}</v></c>" for number in range(16_384))
    return _squeezed(*(f'<row r="{number}">{wide}</row>' for number in range(3, 60)))


def a_row_of_sixteen_thousand_headings() -> bytes:
    heads = "".join(f'<c t="inlineStr"><is><t>Update {n}</t></is></c>' for n in range(16_384))
    below = "".join(f"<c><v>{number}</v></c>" for number in range(16_384))
    rows = "".join(f'<row r="{number}">{below}</row>' for number in range(4, 60))
    return built(sheet=sheet(row(3, [heads]), rows))


def beyond_the_last_column() -> bytes:
    return with_rows(row(3, [cell("XFE3", "far")]))


def beyond_the_last_row() -> bytes:
    return with_rows(row(1_048_577, [cell("A1048577", "far")]))


def a_column_of_ten_letters() -> bytes:
    return with_rows(row(3, [cell("ZZZZZZZZZZ3", "far")]))


def a_row_of_twenty_digits() -> bytes:
    return with_rows(f'<row r="{"9" * 20}">{cell("A" + "9" * 20, "far")}</row>')


def a_row_of_five_thousand_digits() -> bytes:
    return with_rows(f'<row r="{"9" * 5_000}">{cell("A" + "9" * 5_000, "far")}</row>')


def a_row_before_the_first() -> bytes:
    return with_rows(row(-1, [cell("A-1", "before")]), row(0, [cell("A0", "before")]))


def a_place_of_digits() -> bytes:
    return with_rows(row(3, [cell("33", "nowhere")]))


def a_place_of_letters() -> bytes:
    return with_rows(row(3, [cell("AAA", "nowhere")]))


def a_place_of_signs() -> bytes:
    return with_rows(row(3, [cell("$Å٣!", "nowhere")]))


def an_error_at_no_place() -> bytes:
    return with_rows(row(3, [value("3", "#REF!", kind="e")]))


def an_error_far_away() -> bytes:
    return with_rows(row(3, [value("XFE3", "#REF!", kind="e")]))


def twenty_thousand_errors() -> bytes:
    rows = (row(n, [value(f"A{n}", "#REF!", kind="e")]) for n in range(3, 20_000))
    return with_rows(*rows)


def one_cell_a_hundred_thousand_times() -> bytes:
    return with_rows(row(3, (value("A3", number) for number in range(100_000))))


def one_error_a_hundred_thousand_times() -> bytes:
    return with_rows(row(3, [value("A3", "#REF!", kind="e")] * 100_000))


def rows_from_the_last_to_the_first() -> bytes:
    return with_rows(*(row(n, [cell(f"A{n}", f"4A-{n}")]) for n in range(900, 2, -1)))


def a_dimension_of(words: str) -> bytes:
    return with_rows(before=f'<dimension ref="{words}"/>')


def a_dimension_of_everything() -> bytes:
    return a_dimension_of(f"A1:{LAST}")


def a_dimension_turned_round() -> bytes:
    return a_dimension_of("Z99:A1")


def a_dimension_beyond_all() -> bytes:
    return a_dimension_of("A0:ZZZZZZZZ99999999999999999999")


def a_dimension_of_junk() -> bytes:
    return a_dimension_of("::-1:$&#x20;A")


def merged(*ranges: str) -> bytes:
    said = "".join(f'<mergeCell ref="{each}"/>' for each in ranges)
    rows = [row(n, [cell(f"A{n}", f"4A-{n}"), cell(f"C{n}", "x")]) for n in range(3, 3_000)]
    return with_rows(*rows, after=f'<mergeCells count="{len(ranges)}">{said}</mergeCells>')


def everything_merged() -> bytes:
    return merged(f"A1:{LAST}")


def everything_merged_thousands_of_times() -> bytes:
    return merged(*[f"A1:{LAST}"] * 9_000)


def merged_cells_that_overlap() -> bytes:
    return merged(*(f"A{1 + n % 900}:XFD{9_000 + n}" for n in range(9_000)))


def merged_cells_in_steps() -> bytes:
    return merged(*(f"A{n}:XFD{n + 500}" for n in range(1, 2_900)))


def merged_cells_turned_round() -> bytes:
    return merged("C9:A3", "A9:C3", "C3:A9")


def merged_cells_of_junk() -> bytes:
    return merged("", "A", ":", "A1:", "$A$1:$B$2", "A0:B0")


def merged_cells_beyond_all() -> bytes:
    return merged("A1:ZZZZZZ99999999999")


def three_hundred_thousand_merged_cells() -> bytes:
    return merged(*(f"A{number}:B{number}" for number in range(1, 300_001)))


def _squeezed(*rows: str) -> bytes:
    """Return a tracker that is too large to be sent as it is."""
    return packed(parts(sheet=sheet(*rows)))


def _letters(column: int) -> str:
    letters, rest = "", column + 1
    while rest:
        rest, place = divmod(rest - 1, 26)
        letters = chr(65 + place) + letters
    return letters


EXPECTED: Mapping[str, Sequence[Callable[[], bytes]]] = {
    "read": [
        a_cell_in_the_last_column,
        a_cell_in_the_last_row,
        a_dimension_of_everything,
        a_dimension_turned_round,
        a_million_cells_without_a_word,
        a_row_of_sixteen_thousand_headings,
        everything_merged,
        half_a_million_rows_without_a_cell,
        merged_cells_turned_round,
        one_cell_a_hundred_thousand_times,
        one_error_a_hundred_thousand_times,
        rows_from_the_last_to_the_first,
        sixty_rows_of_every_column,
        three_hundred_thousand_rows_of_nothing_and_one_number,
        twenty_thousand_errors,
    ],
    "DamagedFile": [
        a_dimension_beyond_all,
        a_dimension_of_junk,
        a_place_of_digits,
        a_place_of_letters,
        a_place_of_signs,
        a_row_before_the_first,
        a_row_of_five_thousand_digits,
        an_error_at_no_place,
        merged_cells_of_junk,
        the_last_cell_by_its_code,
    ],
    "UnknownFileType": [
        everything_merged_thousands_of_times,
        merged_cells_beyond_all,
        merged_cells_in_steps,
        merged_cells_that_overlap,
    ],
    "TooLargeFile": [
        a_cell_far_to_the_right_and_a_thousand_rows,
        a_column_of_ten_letters,
        a_row_of_twenty_digits,
        an_error_far_away,
        beyond_the_last_column,
        beyond_the_last_row,
        many_cells_without_a_place_behind_a_prefix,
        many_cells_without_a_place_in_the_last_row,
        the_last_cell_behind_a_prefix,
        the_last_cell_behind_a_tab,
        the_last_cell_between_spaces,
        the_last_cell_in_single_marks,
        the_last_cell_in_small_letters,
        the_last_cell_of_all,
        three_hundred_thousand_merged_cells,
        two_hundred_thousand_cells_on_a_diagonal,
    ],
}
# What a busy computer may give up.
LARGE: Sequence[Callable[[], bytes]] = [
    a_cell_in_the_last_row,
    a_million_cells_without_a_word,
    a_row_of_sixteen_thousand_headings,
    beyond_the_last_row,
    half_a_million_rows_without_a_cell,
    one_error_a_hundred_thousand_times,
    sixty_rows_of_every_column,
    three_hundred_thousand_merged_cells,
    three_hundred_thousand_rows_of_nothing_and_one_number,
    two_hundred_thousand_cells_on_a_diagonal,
]


@pytest.mark.parametrize(
    ("craft", "outcome"), by_outcome(EXPECTED), ids=lambda each: getattr(each, "__name__", each)
)
def test_cells_in_crafted_places_are_read_or_refused(
    tmp_path: Path, craft: Callable[[], bytes], outcome: str
):
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(craft())
    check_outcome(tried(path, tmp_path / "home"), outcome, is_large=craft in LARGE)
