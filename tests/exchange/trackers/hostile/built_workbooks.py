"""A small sound tracker as the parts of a workbook, so that a test can make any of them lie."""

import zipfile
from collections.abc import Iterable, Sequence

from tests.damage import packed

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"
WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
PACKAGE_RELATIONS = "_rels/.rels"
TYPES = "[Content_Types].xml"
READ_PARTS = (SHEET, STRINGS, STYLES, WORKBOOK, RELATIONS, PACKAGE_RELATIONS, TYPES)

DATE_STYLE = 1
HEADINGS = ("Ref", "Action plan", "Owner", "Target date", "Status")
ACTION = "Train every sergeant in the new standard."

HOSTILE_WORDS = (
    "_x0000_", "_x0001__x001F_", "_xD800_", "_xDFFF__xD800_", "_xFFFF_", "_x005F_x0000_", "_x000D_",
    "&#x202E;tob&#x202C;", "&#x2067;&#x200F;&#x202B;", "\ufeff\ufeff", "\ufffd\u0000".strip("\0"),
    "Z" + "\u0301" * 5_000, "\U0001f9d1\u200d" * 500, "\u2028\u2029\u0085\u000b".replace("\v", ""),
    "&lt;b onload=&quot;x&quot;&gt;", "{0.__class__}%s%n%x", "'; drop table action; --",
    "../../../etc/passwd", "CON", "a\n\n\nb\tc", "=cmd|'/c calc'!A0", "+1+1", "-2+3", "@SUM(1)",
    "\t=1+1", "=HYPERLINK(&quot;http://127.0.0.1&quot;)", "=DDE(&quot;x&quot;;&quot;y&quot;)",
    " " * 10_000, "\u3000\u00a0\u200b", "0" * 1_000, "9" * 1_000, "31/02/2026", "Q9 2026",
    "99th May",
    "1/1/1", "00/00/0000", "2026-99-99", "١٢/٣/٢٠٢٦", "²²/³/2026", "Ⅻ/Ⅳ/2026",
)  # fmt: skip

_START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def cell(place: str, words: str) -> str:
    """Return a cell of text."""
    return f'<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>'


def value(place: str, words: object, *, kind: str = "n", style: int = 0, formula: str = "") -> str:
    """Return a cell with a value of some kind, as it stands."""
    said = f"<f>{formula}</f>" if formula else ""
    return f'<c r="{place}" s="{style}" t="{kind}">{said}<v>{words}</v></c>'


def row(number: int, cells: Iterable[str], attributes: str = "") -> str:
    """Return a row of cells."""
    return f'<row r="{number}"{attributes}>{"".join(cells)}</row>'


def texts(number: int, words: Sequence[str]) -> str:
    """Return a row of words from column A."""
    return row(number, (cell(f"{chr(65 + at)}{number}", each) for at, each in enumerate(words)))


def sheet(*rows: str, before: str = "", after: str = "") -> str:
    """Return a sheet: the headings, one sound action, and the rows given."""
    head = texts(1, HEADINGS)
    sound = texts(2, ("4A-1", ACTION, "Insp A", "31/03/2026", "In progress"))
    body = f"<sheetData>{head}{sound}{''.join(rows)}</sheetData>"
    return f'{_START}<worksheet xmlns="{_MAIN}">{before}{body}{after}</worksheet>'


def strings(*words: str) -> str:
    """Return the words that cells share."""
    said = "".join(f"<si><t>{each}</t></si>" for each in words)
    return f'{_START}<sst xmlns="{_MAIN}" count="{len(words)}">{said}</sst>'


def styles(date_format: str = "dd/mm/yyyy") -> str:
    """Return two styles of cells: plain, and a date."""
    return (
        f'{_START}<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt numFmtId="165" '
        f'formatCode="{date_format}"/></numFmts><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>'
    )


def workbook(names: Sequence[str] = ("Tracker",), *, settings: str = "") -> str:
    """Return the list of sheets; the first is related by “rId1”, and so on."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, 1)
    )
    return (
        f'{_START}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{settings}'
        f"<sheets>{listed}</sheets></workbook>"
    )


def relation(identity: str, target: str, *, kind: str = "worksheet", outside: bool = False) -> str:
    """Return what a relation's name leads to."""
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="{identity}" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'


def relations(*targets: str) -> str:
    """Return relations, the sheets' first."""
    inside = "".join(targets)
    return f'{_START}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def parts(**changed: str | bytes) -> dict[str, bytes]:
    """Return the parts of a sound tracker, with some put in their place.

    They are called by what they are: ``sheet``, ``strings``, ``styles``, ``workbook``,
    ``relations``.
    """
    said: dict[str, str | bytes] = {
        TYPES: (
            f'{_START}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/{WORKBOOK}" ContentType="{_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/{SHEET}" ContentType="{_TYPE}.worksheet+xml"/></Types>'
        ),
        PACKAGE_RELATIONS: relations(relation("rId1", WORKBOOK, kind="officeDocument")),
        WORKBOOK: changed.get("workbook", workbook()),
        RELATIONS: changed.get(
            "relations",
            relations(
                relation("rId1", "worksheets/sheet1.xml"),
                relation("rId8", "styles.xml", kind="styles"),
                relation("rId9", "sharedStrings.xml", kind="sharedStrings"),
            ),
        ),
        SHEET: changed.get("sheet", sheet()),
        STRINGS: changed.get("strings", strings("Shared words")),
        STYLES: changed.get("styles", styles()),
    }
    return {name: part if isinstance(part, bytes) else part.encode() for name, part in said.items()}


def built(**changed: str | bytes) -> bytes:
    """Return a sound tracker's workbook with some parts put in their place.

    Nothing in it is squeezed, which alone would be a reason to refuse what is large.
    """
    return packed(parts(**changed), zipfile.ZIP_STORED)


def with_rows(*rows: str, before: str = "", after: str = "", **changed: str | bytes) -> bytes:
    """Return a sound tracker's workbook with more rows."""
    return built(sheet=sheet(*rows, before=before, after=after), **changed)
