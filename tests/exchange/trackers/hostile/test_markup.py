"""XML that swells, loops or asks for files from elsewhere is refused, and nothing is fetched."""

import os
import socket
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from tests.damage import packed
from tests.exchange.trackers.hostile.built_workbooks import (
    ACTION,
    READ_PARTS,
    SHEET,
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
NEVER_READ = "a-secret-of-this-computer"
LAUGHS = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))


class Neighbours:
    """A file and a server of this computer that no reading may touch."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._secret = folder / "secret.txt"
        self._secret.write_text(NEVER_READ, encoding="utf-8")
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.setblocking(False)
        self.file = self._secret.as_uri()
        self.address = f"http://127.0.0.1:{self._server.getsockname()[1]}/secret"
        # Reading a file moves its time of access only where that is older than its writing.
        os.utime(self._secret, (1, self._secret.stat().st_mtime))

    @property
    def were_touched(self) -> bool:
        """Tell whether anything has read the file or called the server."""
        try:
            caller, _ = self._server.accept()
        except BlockingIOError:
            return self._secret.stat().st_atime != 1
        caller.close()
        return True

    def read(self) -> str:
        return self._secret.read_text(encoding="utf-8")

    def call(self) -> None:
        socket.create_connection(self._server.getsockname()).close()

    def close(self) -> None:
        self._server.close()


@pytest.fixture
def neighbours(tmp_path: Path) -> Iterator[Neighbours]:
    found = Neighbours(tmp_path / "elsewhere")
    yield found
    found.close()


def test_a_neighbour_knows_when_it_is_touched(neighbours: Neighbours):
    assert not neighbours.were_touched
    neighbours.call()
    assert neighbours.were_touched
    assert not neighbours.were_touched
    assert neighbours.read() == NEVER_READ
    if not neighbours.were_touched:
        pytest.skip("This file system keeps no times of access.")


TYPES_OF_DOCUMENT: Mapping[str, str] = {
    "laughs": f'<!DOCTYPE x [<!ENTITY e0 "ha">{LAUGHS}]>',
    "a file": '<!DOCTYPE x [<!ENTITY e11 SYSTEM "{file}">]>',
    "an address": '<!DOCTYPE x [<!ENTITY e11 SYSTEM "{address}">]>',
    "a type elsewhere": '<!DOCTYPE x SYSTEM "{address}">',
    "a parameter": '<!DOCTYPE x [<!ENTITY % p SYSTEM "{address}"> %p; ]>',
    "in small letters": '<!doctype x [<!entity e11 SYSTEM "{file}">]>',
}


@pytest.mark.parametrize("part", READ_PARTS)
@pytest.mark.parametrize("kind", TYPES_OF_DOCUMENT)
def test_a_part_that_declares_its_type_is_refused(
    tmp_path: Path, neighbours: Neighbours, part: str, kind: str
):
    book = {**parts(sheet=sheet(value("A3", 0, kind="s")))}
    declared = TYPES_OF_DOCUMENT[kind].replace("{file}", neighbours.file)
    declared = declared.replace("{address}", neighbours.address)
    head, rest = book[part].split(b"?>", 1)
    used = rest.replace(b"Shared words", b"&e11;").replace(ACTION.encode(), b"&e11;")
    book[part] = head + b"?>" + declared.encode() + used
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(packed(book))
    assert tried(path, tmp_path / "home").outcome == "UnknownFileType"
    assert not neighbours.were_touched


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp037", "utf-7"])
@pytest.mark.parametrize("part", READ_PARTS)
def test_an_encoding_hides_nothing(
    tmp_path: Path, neighbours: Neighbours, part: str, encoding: str
):
    book = parts()
    declared = f'<!DOCTYPE x [<!ENTITY e11 SYSTEM "{neighbours.address}">]>'
    rest = book[part].decode().split("?>", 1)[1].replace(ACTION, "&e11;")
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    if encoding == "cp037":
        book[part] = head.encode() + (declared + rest).encode(encoding)
    elif encoding == "utf-7":
        hidden = "".join(f"+{declared[0].encode('utf-16-be').hex()}-") + declared[1:]
        book[part] = (head + hidden + rest).encode()
    else:
        book[part] = (head + declared + rest).encode(encoding)
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(packed(book))
    # A part that nobody looks into may say what it likes.
    trial = tried(path, tmp_path / "home")
    assert trial.outcome in {"UnknownFileType", "DamagedFile", "read"}
    assert NEVER_READ not in trial.words
    assert not neighbours.were_touched


def test_nothing_that_a_workbook_points_to_is_fetched(tmp_path: Path, neighbours: Neighbours):
    book = parts(
        sheet=sheet(
            row(
                3,
                [
                    cell("A3", "4A-3"),
                    value(
                        "B3",
                        "x",
                        kind="str",
                        formula=(f"WEBSERVICE(&quot;{neighbours.address}&quot;)"),
                    ),
                ],
            ),
            after=f'<legacyDrawing r:id="rId1"/><hyperlinks><hyperlink ref="A1" location='
            f'"{neighbours.address}"/></hyperlinks>'.replace("r:id", "id"),
        ),
        relations=relations(
            relation("rId1", "worksheets/sheet1.xml"),
            relation("rId2", neighbours.address, kind="externalLink", outside=True),
            relation("rId3", neighbours.file, kind="attachedTemplate", outside=True),
        ),
    )
    for name, part in list(book.items()):
        style_sheet = f'<?xml-stylesheet type="text/xsl" href="{neighbours.address}"?>'.encode()
        book[name] = part.replace(b"?>", b"?>" + style_sheet, 1)
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{neighbours.file}"/>'
    book[SHEET] = book[SHEET].replace(b"<sheetData>", b"<sheetData>" + include.encode())
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(packed(book))
    trial = tried(path, tmp_path / "home")
    assert trial.outcome == "read"
    assert NEVER_READ not in trial.words
    assert not neighbours.were_touched


def a_million_levels_in_the_sheet() -> bytes:
    return with_rows(before="<a>" * 1_000_000 + "</a>" * 1_000_000)


def a_million_levels_in_the_shared_words() -> bytes:
    deep = "<r>" * 1_000_000 + "<t>x</t>" + "</r>" * 1_000_000
    return built(strings=strings().replace("</sst>", f"<si>{deep}</si></sst>"))


def a_million_levels_in_the_workbook() -> bytes:
    return built(workbook=workbook(settings="<a>" * 1_000_000 + "</a>" * 1_000_000))


def a_hundred_thousand_attributes() -> bytes:
    many = " ".join(f'a{number}="1"' for number in range(100_000))
    return with_rows(row(3, [f'<c r="A3" {many}><v>1</v></c>']))


def an_attribute_of_ten_megabytes() -> bytes:
    return with_rows(row(3, [f'<c r="A3" t="{"x" * 10 * MEGABYTE}"><v>1</v></c>']))


def a_name_of_ten_megabytes() -> bytes:
    return with_rows(f"<{'x' * 10 * MEGABYTE}/>")


def a_comment_of_ten_megabytes() -> bytes:
    return with_rows(f"<!--{' ' * 10 * MEGABYTE}-->")


def cells_in_a_comment() -> bytes:
    return with_rows(f"<!--{row(3, [cell('A3', 'hidden')])}-->")


def cells_in_plain_text() -> bytes:
    return with_rows(row(3, ['<c r="A3" t="inlineStr"><is><t><![CDATA[<v>1</v>]]></t></is></c>']))


def a_prefix_on_every_element() -> bytes:
    plain = sheet(row(3, [cell("A3", "4A-3"), cell("B3", "Check.")])).replace("xmlns=", "xmlns:x=")
    for name in ("worksheet", "sheetData", "row", "c", "is", "t"):
        for end in ("<", "</"):
            for after in (" ", ">"):
                plain = plain.replace(f"{end}{name}{after}", f"{end}x:{name}{after}")
    return built(sheet=plain)


def a_sheet_without_its_end() -> bytes:
    return built(sheet=sheet(row(3, [cell("A3", "9")])).removesuffix("</sheetData></worksheet>"))


def two_roots() -> bytes:
    return built(sheet=sheet() + sheet().split("?>", 1)[1])


def elements_that_cross() -> bytes:
    return with_rows('<row r="3"><c r="A3"><v>1</c></v></row>')


def an_attribute_twice() -> bytes:
    return with_rows(row(3, ['<c r="A3" r="XFD1048576"><v>1</v></c>']))


def an_entity_that_nobody_declared() -> bytes:
    return with_rows(row(3, [cell("A3", "&secret;")]))


def no_xml_at_all() -> bytes:
    return built(sheet=bytes(range(1, 256)) * 40)


def every_part_empty() -> bytes:
    return packed(dict.fromkeys(parts(), b""))


def no_words_where_they_are_shared() -> bytes:
    return built(strings="", sheet=sheet(row(3, [value("A3", 0, kind="s")])))


def styles_that_are_no_styles() -> bytes:
    return built(styles="<html><body/></html>")


def a_format_of_ten_megabytes() -> bytes:
    return with_rows(row(3, [value("A3", 46_000, style=1)]), styles=styles("d" * 10 * MEGABYTE))


def a_sheet_with_a_name_of_a_megabyte() -> bytes:
    return built(workbook=workbook(["x" * MEGABYTE]))


def sheets_named_by_marks() -> bytes:
    return built(workbook=workbook(["&#x202e;_x0000_&lt;b&gt;/../..\\&quot;&#10;"]))


def a_sheet_without_a_name() -> bytes:
    return built(workbook=workbook([""]))


EXPECTED: Mapping[str, Sequence[Callable[[], bytes]]] = {
    "read": [
        a_comment_of_ten_megabytes,
        a_format_of_ten_megabytes,
        a_hundred_thousand_attributes,
        a_million_levels_in_the_shared_words,
        a_million_levels_in_the_sheet,
        a_million_levels_in_the_workbook,
        a_name_of_ten_megabytes,
        a_prefix_on_every_element,
        a_sheet_with_a_name_of_a_megabyte,
        a_sheet_without_a_name,
        cells_in_a_comment,
        cells_in_plain_text,
        sheets_named_by_marks,
        two_roots,
    ],
    "DamagedFile": [
        a_sheet_without_its_end,
        an_attribute_of_ten_megabytes,
        an_entity_that_nobody_declared,
        elements_that_cross,
        every_part_empty,
        no_words_where_they_are_shared,
        no_xml_at_all,
        styles_that_are_no_styles,
    ],
    "TooLargeFile": [an_attribute_twice],
}
# What a busy computer may give up.
LARGE: Sequence[Callable[[], bytes]] = [
    a_million_levels_in_the_workbook,
    an_attribute_of_ten_megabytes,
]


@pytest.mark.parametrize(
    ("craft", "outcome"), by_outcome(EXPECTED), ids=lambda each: getattr(each, "__name__", each)
)
def test_crafted_markup_is_read_or_refused(
    tmp_path: Path, craft: Callable[[], bytes], outcome: str
):
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(craft())
    check_outcome(tried(path, tmp_path / "home"), outcome, is_large=craft in LARGE)
