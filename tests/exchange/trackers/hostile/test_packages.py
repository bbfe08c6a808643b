"""Packages that lie, hide, burst or are something else are refused in a sentence, in time."""

import random
import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path

import pytest

from tests.damage import packed
from tests.exchange.trackers.hostile.built_workbooks import (
    RELATIONS,
    SHEET,
    STRINGS,
    TYPES,
    WORKBOOK,
    built,
    parts,
    relation,
    relations,
    sheet,
    value,
    with_rows,
    workbook,
)
from tests.exchange.trackers.hostile.trial import by_outcome, check_outcome, tried

MEGABYTE = 1024 * 1024
DIRECTORY = b"PK\x01\x02"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _with(name: str, part: bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a sound tracker with one more part."""
    written = BytesIO(built())
    with zipfile.ZipFile(written, "a", method) as package:
        package.writestr(name, part)
    return written.getvalue()


def _in_directory(package: bytes, name: str, offset: int, form: str, *said: int) -> bytes:
    """Return a package whose directory says something else of a part."""
    found = bytearray(package)
    at = found.rindex(name.encode()) - 46
    assert found[at : at + 4] == DIRECTORY
    struct.pack_into(form, found, at + offset, *said)
    return bytes(found)


def a_sheet_of_150_mb_in_150_kb() -> bytes:
    return packed(parts(sheet=sheet(after=" " * (150 * MEGABYTE))))


def a_picture_that_bursts() -> bytes:
    return _with("xl/media/image1.png", bytes(64 * MEGABYTE))


def a_sheet_larger_than_it_says() -> bytes:
    package = packed(parts(sheet=sheet(after=" " * (150 * MEGABYTE))))
    return _in_directory(package, SHEET, 24, "<L", 3_000)


def a_size_of_four_gigabytes() -> bytes:
    return _in_directory(built(), SHEET, 20, "<LL", 2**32 - 2, 2**32 - 2)


def packages_in_packages() -> bytes:
    inner = bytes(10 * MEGABYTE)
    for level in range(6):
        inner = packed({f"{level}-{copy}.zip": inner for copy in range(4)})
    return _with("xl/embeddings/inner.zip", inner, zipfile.ZIP_STORED)


def a_package_in_place_of_the_sheet() -> bytes:
    return built(sheet=built())


def six_thousand_parts() -> bytes:
    return packed({**parts(), **{f"xl/media/{number}.png": b"" for number in range(6_000)}})


def half_a_million_parts() -> bytes:
    package = built()
    start, end = package.index(DIRECTORY), package.index(b"PK\x05\x06")
    entry = package[start : package.index(DIRECTORY, start + 1)]
    directory = entry * 500_000
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65_535, 65_535, len(directory), start, 0)
    assert end > start
    return package[:start] + directory + tail


def a_part_twice() -> bytes:
    written = BytesIO(built())
    with (
        zipfile.ZipFile(written, "a") as package,
        pytest.warns(UserWarning, match="Duplicate name"),
    ):
        package.writestr(SHEET, sheet(value("A3", "9")))
    return written.getvalue()


def a_part_twice_in_other_letters() -> bytes:
    return _with("XL/Worksheets/SHEET1.xml", sheet().encode())


def a_part_twice_behind_a_slash() -> bytes:
    return _with("/xl\\worksheets\\sheet1.xml", sheet().encode())


def two_names_for_the_same_bytes() -> bytes:
    package = packed({**parts(), "xl/worksheets/sheet2.xml": sheet().encode()})
    at = package.rindex(SHEET.encode()) - 46
    offset = struct.unpack_from("<L", package, at + 42)
    return _in_directory(package, "xl/worksheets/sheet2.xml", 42, "<L", *offset)


def parts_that_overlap() -> bytes:
    package = packed({**parts(), "xl/worksheets/sheet2.xml": sheet().encode()})
    return _in_directory(package, SHEET, 20, "<L", 4_000)


def another_name_in_front_of_the_part() -> bytes:
    package = bytearray(built())
    at = package.index(SHEET.encode())
    package[at : at + len(SHEET)] = SHEET.replace("sheet1", "sheet2").encode()
    return bytes(package)


def a_part_outside_the_package() -> bytes:
    return _with("../../../../outside.txt", b"outside")


def a_part_with_a_whole_path() -> bytes:
    return _with("/outside.txt", b"outside")


def every_part_behind_a_slash() -> bytes:
    return packed({f"/{name}": part for name, part in parts().items()})


def a_locked_part() -> bytes:
    return _in_directory(built(), SHEET, 8, "<H", 1)


def a_part_packed_in_another_way() -> bytes:
    return packed(parts(), zipfile.ZIP_LZMA)


def a_way_of_packing_that_nobody_knows() -> bytes:
    return _in_directory(built(), STRINGS, 10, "<H", 99)


def a_wrong_checksum() -> bytes:
    return _in_directory(built(), SHEET, 16, "<L", 12_345)


def a_program_in_front() -> bytes:
    return b"MZ" + bytes(5_000) + built()


def junk_behind() -> bytes:
    return built() + random.Random(1).randbytes(70_000)


def a_directory_far_away() -> bytes:
    package = bytearray(built())
    struct.pack_into("<L", package, package.rindex(b"PK\x05\x06") + 16, 2**32 - 10)
    return bytes(package)


def no_workbook() -> bytes:
    return packed({name: part for name, part in parts().items() if name != WORKBOOK})


def no_relations() -> bytes:
    return packed({name: part for name, part in parts().items() if name != RELATIONS})


def no_sheet() -> bytes:
    return packed({name: part for name, part in parts().items() if name != SHEET})


def no_types() -> bytes:
    return packed({name: part for name, part in parts().items() if name != TYPES})


def a_letter() -> bytes:
    return packed({TYPES: b"<Types/>", "word/document.xml": b"<document/>"})


def an_open_document() -> bytes:
    spreadsheet = b"application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": spreadsheet, "content.xml": b"<content/>"})


def a_binary_workbook() -> bytes:
    return packed({TYPES: b"<Types/>", "xl/workbook.bin": b"\x83\x01\0"})


def a_workbook_of_another_maker() -> bytes:
    return packed({"Index/Document.iwa": b"\0"})


def an_old_workbook() -> bytes:
    return OLE + bytes(600) + "Workbook".encode("utf-16-le") + bytes(600)


def a_locked_workbook() -> bytes:
    return OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)


def a_package_of_nothing() -> bytes:
    return packed({})


def relations_outside() -> bytes:
    return _related("../../../../../../etc/passwd")


def a_relation_to_this_computer() -> bytes:
    return _related("file:///etc/passwd", outside=True)


def a_relation_to_a_whole_path() -> bytes:
    return _related("/etc/passwd")


def a_relation_to_a_share() -> bytes:
    return _related("\\\\127.0.0.1\\share\\sheet1.xml", outside=True)


def a_sheet_that_is_the_workbook() -> bytes:
    return _related("workbook.xml")


def a_sheet_that_is_its_relations() -> bytes:
    return _related("_rels/workbook.xml.rels")


def a_sheet_that_is_the_shared_words() -> bytes:
    return _related("sharedStrings.xml")


def a_relation_without_end() -> bytes:
    return _related("../xl/" * 200_000 + "worksheets/sheet1.xml")


def _related(target: str, *, outside: bool = False) -> bytes:
    return built(relations=relations(relation("rId1", target, outside=outside)))


def one_sheet_five_hundred_times() -> bytes:
    names = [f"Tracker {number}" for number in range(1, 501)]
    led = [relation(f"rId{number}", "worksheets/sheet1.xml") for number in range(1, 501)]
    return with_rows(
        *(f"<row r='{number}'/>" for number in range(3, 60_000)),
        workbook=workbook(names),
        relations=relations(*led),
    )


def a_hundred_thousand_sheets() -> bytes:
    return built(workbook=workbook([f"T{number}" for number in range(100_000)]))


def four_hundred_sheets_of_one_name() -> bytes:
    files = [f"worksheets/sheet{number}.xml" for number in range(1, 401)]
    led = [relation(f"rId{number}", file) for number, file in enumerate(files, 1)]
    book = parts(workbook=workbook(["Tracker"] * 400), relations=relations(*led))
    return packed({**book, **{f"xl/{file}": sheet().encode() for file in files}})


def a_workbook_of_many_elements() -> bytes:
    noise = "".join(f"<a b='{number}'/>" for number in range(300_000))
    return built(workbook=workbook(settings=noise))


EXPECTED: Mapping[str, Sequence[Callable[[], bytes]]] = {
    "read": [
        a_part_outside_the_package,
        a_part_with_a_whole_path,
        a_workbook_of_many_elements,
        every_part_behind_a_slash,
        four_hundred_sheets_of_one_name,
        no_types,
        packages_in_packages,
        two_names_for_the_same_bytes,
    ],
    "DamagedFile": [
        a_directory_far_away,
        a_relation_to_a_share,
        a_relation_to_a_whole_path,
        a_relation_to_this_computer,
        a_relation_without_end,
        a_sheet_larger_than_it_says,
        a_wrong_checksum,
        another_name_in_front_of_the_part,
        junk_behind,
        no_relations,
        no_sheet,
        parts_that_overlap,
        relations_outside,
    ],
    "EmptyFile": [
        a_sheet_that_is_its_relations,
        a_sheet_that_is_the_shared_words,
        a_sheet_that_is_the_workbook,
    ],
    "UnknownFileType": [
        a_binary_workbook,
        a_letter,
        a_package_in_place_of_the_sheet,
        a_package_of_nothing,
        a_part_packed_in_another_way,
        a_part_twice,
        a_part_twice_behind_a_slash,
        a_part_twice_in_other_letters,
        a_program_in_front,
        a_way_of_packing_that_nobody_knows,
        a_workbook_of_another_maker,
        an_old_workbook,
        an_open_document,
        no_workbook,
        one_sheet_five_hundred_times,
    ],
    "TooLargeFile": [
        a_hundred_thousand_sheets,
        a_picture_that_bursts,
        a_sheet_of_150_mb_in_150_kb,
        a_size_of_four_gigabytes,
        half_a_million_parts,
        six_thousand_parts,
    ],
    "PasswordProtectedFile": [a_locked_part, a_locked_workbook],
}
# What a busy computer may give up.
LARGE: Sequence[Callable[[], bytes]] = [
    a_hundred_thousand_sheets,
    a_sheet_larger_than_it_says,
    a_workbook_of_many_elements,
]


@pytest.mark.parametrize(
    ("craft", "outcome"), by_outcome(EXPECTED), ids=lambda each: getattr(each, "__name__", each)
)
def test_a_crafted_package_is_read_or_refused(
    tmp_path: Path, craft: Callable[[], bytes], outcome: str
):
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(craft())
    check_outcome(tried(path, tmp_path / "home"), outcome, is_large=craft in LARGE)


@pytest.mark.parametrize("part", range(0, 100, 5))
def test_a_workbook_that_was_cut_off_is_damaged(tmp_path: Path, part: int):
    whole = built()
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(whole[: max(1, len(whole) * part // 100)])
    expected = "read" if part == 0 else "DamagedFile"
    assert tried(path, tmp_path / "home").outcome == expected


@pytest.mark.parametrize("name", ["tracker.csv", "tracker.xlsm", "tracker.docx", "tracker"])
def test_a_workbook_is_told_by_what_it_holds(tmp_path: Path, name: str):
    path = tmp_path / name
    path.write_bytes(built())
    assert tried(path, tmp_path / "home").outcome == "read"
