"""The sheet and the headings of a tracker are found in real files of every layout."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from jasp_desktop.domain.progress import Silent
from jasp_desktop.exchange.trackers.heads import headings, likely_header, likely_sheet
from jasp_desktop.exchange.trackers.reading import read_tracker
from tests.exchange.trackers.sample_sheets import (
    Sheet,
    answers,
    four_action,
    headings_of,
    plain_words,
    rounds,
    sections,
    two_row_headings,
    write_csv,
    write_xlsx,
)

_LAYOUTS = (four_action, rounds, answers, sections, two_row_headings, plain_words)


@pytest.mark.parametrize("layout", _LAYOUTS)
def test_headings_are_found_in_a_workbook(layout: Callable[[], Sheet], tmp_path: Path):
    sheet = layout()
    with read_tracker(write_xlsx(tmp_path / "tracker.xlsx", sheet), Silent()) as file:
        assert likely_sheet(file) == sheet.name
        assert likely_header(file, sheet.name) == sheet.header_row
        assert headings(file, sheet.name, sheet.header_row) == headings_of(sheet)


@pytest.mark.parametrize("layout", [four_action, rounds, answers, plain_words])
def test_headings_are_found_in_a_text_file(layout: Callable[[], Sheet], tmp_path: Path):
    sheet = layout()
    with read_tracker(write_csv(tmp_path / "tracker.csv", sheet), Silent()) as file:
        (name,) = (head.name for head in file.sheets)
        assert likely_header(file, name) == sheet.header_row
        found = headings(file, name, sheet.header_row)
        assert [each for each in found if each] == [each for each in headings_of(sheet) if each]


def test_a_longer_sheet_without_headings_is_not_taken_for_the_tracker(tmp_path: Path):
    lists = Sheet(name="Lists", cells=tuple((str(n), "Yes") for n in range(200)), header_row=0)
    path = write_xlsx(tmp_path / "tracker.xlsx", lists, four_action())
    with read_tracker(path, Silent()) as file:
        assert likely_sheet(file) == four_action().name


def test_a_hidden_sheet_is_taken_only_where_there_is_no_other(tmp_path: Path):
    hidden = replace(four_action(), name="Old", is_hidden=True)
    path = write_xlsx(tmp_path / "tracker.xlsx", answers(), hidden)
    with read_tracker(path, Silent()) as file:
        assert likely_sheet(file) == answers().name
        assert file.head("Old").is_hidden


def test_headings_that_nobody_knows_are_the_first_row_of_words(tmp_path: Path):
    cells = (("Pennod", "Lliw", "Maint"), ("Un", 3, 4), ("Dau", 5, 6))
    path = write_xlsx(tmp_path / "x.xlsx", Sheet(name="A", cells=cells, header_row=1))
    with read_tracker(path, Silent()) as file:
        assert likely_header(file, "A") == 1
        assert headings(file, "A", 1) == ("Pennod", "Lliw", "Maint")


def test_a_sheet_of_numbers_has_no_headings(tmp_path: Path):
    cells = tuple((n, n + 1) for n in range(5))
    path = write_xlsx(tmp_path / "x.xlsx", Sheet(name="A", cells=cells, header_row=0))
    with read_tracker(path, Silent()) as file:
        assert likely_header(file, "A") == 0
        assert headings(file, "A", 0) == ("", "")


def test_a_row_that_follows_the_headings_is_no_second_row_of_headings(tmp_path: Path):
    cells = (("Report", "Recommendation", "Status"), ("Update", "Owner", "Action"))
    path = write_xlsx(tmp_path / "x.xlsx", Sheet(name="A", cells=cells, header_row=1))
    with read_tracker(path, Silent()) as file:
        assert likely_header(file, "A") == 1
