"""Workbooks and text files are read in the child process; what cannot be read is told."""

import zipfile
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.progress import Silent
from jasp_desktop.exchange.reading_child import (
    DamagedFile,
    EmptyFile,
    MissingFile,
    PasswordProtectedFile,
    TooLargeFile,
    UnknownFileType,
)
from jasp_desktop.exchange.trackers.reading import is_spreadsheet, read_tracker
from tests.exchange.trackers.sample_sheets import (
    Sheet,
    four_action,
    rounds,
    rows_of,
    write_csv,
    write_xlsx,
)


def _rows(path: Path) -> list[tuple[object, ...]]:
    with read_tracker(path, Silent()) as file:
        return [row.cells for row in file.rows(file.sheets[0].name)]


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("a.xlsx", True), ("A.CSV", True), ("a.xls", True), ("a.docx", False), ("letter.txt", False)],
)
def test_a_spreadsheet_is_told_by_its_name(name: str, *, is_one: bool):
    assert is_spreadsheet(Path(name)) is is_one


@pytest.mark.parametrize("sheet", [four_action(), rounds()])
def test_cells_and_merged_cells_are_read_as_they_stand(sheet: Sheet, tmp_path: Path):
    said = [row.cells for row in rows_of(sheet) if not row.is_blank]
    assert _rows(write_xlsx(tmp_path / "tracker.xlsx", sheet)) == said


def test_rows_can_be_gone_through_several_times_at_once(tmp_path: Path):
    with read_tracker(write_xlsx(tmp_path / "t.xlsx", four_action()), Silent()) as file:
        one, other = file.rows("Tracker"), file.rows("Tracker")
        assert [row.number for row in one] == [row.number for row in other]


def test_hidden_rows_are_read_and_named_so(tmp_path: Path):
    sheet = Sheet(name="A", cells=(("Ref",), ("1",), ("2",)), header_row=1, hidden_rows=(2,))
    with read_tracker(write_xlsx(tmp_path / "t.xlsx", sheet), Silent()) as file:
        assert [row.is_hidden for row in file.rows("A")] == [False, True, False]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_text_files_of_every_kind_say_the_same(encoding: str, delimiter: str, tmp_path: Path):
    lines = [
        ["Ref", "Action", "Owner"],
        ["1", "Café – “policy”, agreed; done", "ACC"],
        ["2", "Two\nlines", "D/Supt"],
    ]
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in line) for line in lines)
    path = tmp_path / "t.csv"
    path.write_bytes(text.encode(encoding))
    assert _rows(path) == [tuple(line) for line in lines]


def test_a_date_cell_is_a_date_and_a_text_stays_text(tmp_path: Path):
    sheet = Sheet(name="A", cells=((date(2026, 3, 4), "03/04/2026"),), header_row=0)
    assert _rows(write_xlsx(tmp_path / "t.xlsx", sheet)) == [(date(2026, 3, 4), "03/04/2026")]
    path = write_csv(
        tmp_path / "t.csv", Sheet(name="A", cells=(("1", "2026-03-04"),), header_row=0)
    )
    assert _rows(path) == [("1", "2026-03-04")]


def _zip(path: Path, **parts: bytes) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def test_what_is_no_tracker_is_told_in_a_sentence(tmp_path: Path):
    for name, content, error in (
        ("empty.xlsx", b"", EmptyFile),
        ("blank.csv", b"\n\n", EmptyFile),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), UnknownFileType),
        (
            "locked.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            PasswordProtectedFile,
        ),
        ("page.csv", b"<html><body>Sign in</body></html>", UnknownFileType),
        ("cut.xlsx", b"PK\x03\x04" + bytes(40), DamagedFile),
        ("long.csv", b"a,b\n1," + b"x" * 2_000_000, TooLargeFile),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(error, match=path.name):
            read_tracker(path, Silent())
    with pytest.raises(MissingFile):
        read_tracker(tmp_path / "gone.xlsx", Silent())
    with pytest.raises(UnknownFileType):
        read_tracker(_zip(tmp_path / "other.xlsx", a=b"1"), Silent())


def test_a_workbook_that_declares_entities_is_refused(tmp_path: Path):
    path = write_xlsx(tmp_path / "t.xlsx", four_action())
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"):
        bad = tmp_path / "bad.xlsx"
        with zipfile.ZipFile(bad, "w") as package:
            for each, content in parts.items():
                entity = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
                at = content.index(b"?>") + 2 if each == name else 0
                package.writestr(each, content[:at] + (entity if at else b"") + content[at:])
        with pytest.raises(UnknownFileType):
            read_tracker(bad, Silent())


@settings(max_examples=25)
@given(
    place=st.floats(0, 1, exclude_max=True),
    damage=st.binary(min_size=1, max_size=8),
    cut=st.booleans(),
)
def test_a_damaged_workbook_is_read_or_refused_and_never_fails(
    tmp_path_factory: pytest.TempPathFactory, place: float, damage: bytes, *, cut: bool
):
    folder = tmp_path_factory.mktemp("damaged")
    content = write_xlsx(folder / "t.xlsx", four_action()).read_bytes()
    at = int(place * len(content))
    rest = b"" if cut else content[at + len(damage) :]
    (folder / "t.xlsx").write_bytes(content[:at] + damage + rest)
    with suppress(UserError), read_tracker(folder / "t.xlsx", Silent()) as file:
        for head in file.sheets:
            list(file.rows(head.name))
