"""Real-looking trackers, and ways in which chance damages them."""

import random
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from jasp_desktop.shipped import shipped
from tests.damage import damaged, packed, parts_of
from tests.exchange.trackers.sample_sheets import (
    LAYOUTS,
    LINES,
    Sheet,
    in_words,
    iso,
    month_first,
    sections,
    two_row_headings,
    write_csv,
    write_xlsx,
)

_TAG = re.compile(rb"(<[^<>]*>)")
_VALUE = re.compile(rb'"([^"]*)"')
_RANDOM_VALUES = (
    b"", b"-1", b"0", b"1", b"99999999999", b"1e300", b"-1e300", b"NaN", b"XFD1048576", b"A0",
    b"A1", b"A1:XFD1048576", b"zz", b"e", b"s", b"str", b"b", b"d", b"inlineStr", b"true",
    b"hidden", b"_x0000_", b"&#0;", b"&#xD800;", b"&#x202E;", b"&e;", b"\xff\xfe", b"../../x",
    b"rId1", b"rId2", b"#SPILL!", b"31/02/2026", b"=1+1",
)  # fmt: skip
_SIGNS = (
    b'"',
    b'""',
    b",",
    b";",
    b"\t",
    b"|",
    b"\r",
    b"\n",
    b"\0",
    b"'",
    b"=",
    b"sep=;\n",
    b"\xff",
)


def _sheets() -> list[Sheet]:
    """Return every layout, and some with their dates written in other ways."""
    dated = [sections(dates=month_first), sections(dates=in_words), two_row_headings(dates=iso)]
    return [*(layout(LINES) for layout in LAYOUTS.values()), *dated]


@cache
def workbooks() -> tuple[bytes, ...]:
    """Return sound workbooks: every layout, and those that the program ships."""
    demo = [each.read_bytes() for each in sorted((shipped("db") / "demo").glob("*.xlsx"))]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "tracker.xlsx"
        return (*demo, *(write_xlsx(path, each).read_bytes() for each in _sheets()))


@cache
def texts() -> tuple[bytes, ...]:
    """Return sound delimited texts: every layout, in the encodings that offices send."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "tracker.csv"
        written = [
            write_csv(path, each, delimiter=delimiter, encoding=encoding).read_bytes()
            for each in _sheets()
            for delimiter, encoding in ((",", "utf-8-sig"), (";", "cp1252"), ("\t", "utf-16"))
        ]
    return tuple(written)


def _damaged_workbook(chance: random.Random) -> bytes:
    return damaged(chance.choice(workbooks()), chance)


def _damaged_part(chance: random.Random) -> bytes:
    return _with_a_part(chance, damaged)


def _damaged_elements(chance: random.Random) -> bytes:
    return _with_a_part(chance, with_damaged_elements)


def _damaged_text(chance: random.Random) -> bytes:
    return damaged(chance.choice(texts()), chance)


def _damaged_signs(chance: random.Random) -> bytes:
    """Return a text with signs put in or taken out that part it into rows and cells."""
    found = bytearray(chance.choice(texts()))
    for _ in range(chance.randint(1, 30)):
        at = chance.randrange(len(found))
        found[at : at + chance.choice((0, 0, 1, 40))] = chance.choice(_SIGNS)
    return bytes(found)


def _with_a_part(chance: random.Random, damage: Callable[[bytes, random.Random], bytes]) -> bytes:
    """Return a workbook with some parts damaged inside, under sound checksums."""
    parts = parts_of(chance.choice(workbooks()))
    read = [name for name in parts if not name.startswith(("docProps/", "xl/theme/"))]
    sheets = [name for name in read if "/worksheets/" in name]
    for _ in range(chance.choice((1, 1, 2))):
        name = chance.choice(sheets if chance.random() < 0.5 else read)
        parts[name] = damage(parts[name], chance)
    return packed(parts)


def with_damaged_elements(markup: bytes, chance: random.Random) -> bytes:
    """Return XML after a few blows that keep most of its form.

    Elements go, come twice or change places; attributes and words become others.
    """
    pieces = _TAG.split(markup)
    for _ in range(chance.randint(1, 8)):
        at, other = chance.randrange(len(pieces)), chance.randrange(len(pieces))
        length = chance.choice((1, 2, 10, 60))
        match chance.randrange(7):
            case 0 if len(pieces) > 2 * length:
                del pieces[at : at + length]
            case 1:
                pieces[at:at] = pieces[at : at + length] * chance.choice((1, 2, 50))
            case 2:
                pieces[at], pieces[other] = pieces[other], pieces[at]
            case 3:
                pieces[other:other] = pieces[at : at + length]
            case 4 if not pieces[at].startswith(b"<"):
                pieces[at] = chance.choice(_RANDOM_VALUES)
            case _:
                pieces[at] = _with_another_value(pieces[at], pieces[other], chance)
    return b"".join(pieces)


def _with_another_value(tag: bytes, other: bytes, chance: random.Random) -> bytes:
    """Return a tag with the value of one attribute from another tag, or out of the blue."""
    places = [found.span(1) for found in _VALUE.finditer(tag)]
    if not places:
        return tag
    start, end = chance.choice(places)
    found = _VALUE.findall(other)
    value = chance.choice(found if found and chance.random() < 0.4 else _RANDOM_VALUES)
    return tag[:start] + value + tag[end:]


KINDS: Mapping[str, tuple[str, Callable[[random.Random], bytes]]] = {
    "workbook": ("xlsx", _damaged_workbook),
    "part": ("xlsx", _damaged_part),
    "elements": ("xlsx", _damaged_elements),
    "text": ("csv", _damaged_text),
    "signs": ("csv", _damaged_signs),
}
"""What is damaged, with the ending of its file."""


def mutated(kind: str, seed: int) -> bytes:
    """Return the damaged tracker of a kind and a seed, which is always the same."""
    return KINDS[kind][1](random.Random(f"{kind} {seed}"))
