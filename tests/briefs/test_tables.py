"""Tables laid out: measured columns, whole rows, repeated heads."""

from jasp_desktop.briefs.blocks import Cell, CellLine, Column, Role, Section, Table, cell, plain
from jasp_desktop.briefs.fonts import Faces
from jasp_desktop.briefs.layout.composing import strips_of
from jasp_desktop.briefs.layout.flow import paginate
from jasp_desktop.briefs.layout.lines import TypeSetter
from jasp_desktop.briefs.layout.pieces import Letters, Page
from jasp_desktop.briefs.layout.setting import Setting
from jasp_desktop.briefs.style import A4, STANDARD
from jasp_desktop.briefs.text import PlainText
from jasp_desktop.domain.marks import OVERDUE

FACES = Faces()
COLUMNS = (Column("Ref"), Column("Text", share=1), Column("Due", right=True))


def setting() -> Setting:
    return Setting(TypeSetter(FACES, PlainText(FACES.covers)), STANDARD, A4.measure)


def pages_of(table: Table) -> list[Page]:
    strips = strips_of(table, setting())
    return paginate(Section("key", "Title", "Running", ()), strips, A4.depth, STANDARD.unit)


def letters_on(page: Page) -> list[Letters]:
    return [
        piece for _, strip in page.placed for piece in strip.pieces if isinstance(piece, Letters)
    ]


def row(number: int, text: str = "A short row") -> tuple[Cell, ...]:
    return (cell(f"A-{number:04}"), cell(text), cell("30\u00a0Sep\u00a02026"))


def test_a_long_table_repeats_its_head_and_tears_no_row():
    text = "words that run to a second and a third line " * 4
    table = Table(COLUMNS, tuple(row(n, text) for n in range(100)), caption="Rows", number=4)
    pages = pages_of(table)
    seen: list[str] = []
    for number, page in enumerate(pages):
        words = [piece.text for piece in letters_on(page)]
        assert words[0] == ("Table 4, continued" if number else "Table 4. Rows")
        assert words[1:4] == ["Ref", "Text", "Due"]
        references = [word for word in words if word.startswith("A-")]
        assert words.count("30\u00a0Sep\u00a02026") == len(references)
        assert len(references) > 1
        seen += references
    assert seen == [f"A-{n:04}" for n in range(100)]


def test_a_row_taller_than_a_page_is_continued_under_the_head():
    table = Table(COLUMNS, (row(1), row(2, "word " * 3000), row(3)), caption="Rows", number=1)
    pages = pages_of(table)
    assert len(pages) > 3
    words = [piece.text for page in pages for piece in letters_on(page)]
    assert sum(word.split().count("word") for word in words) == 3000
    for page in pages:
        assert all(top + strip.height <= A4.depth + 0.1 for top, strip in page.placed)


def test_numbers_are_set_right_and_stand_on_the_margin():
    table = Table(COLUMNS, (row(1),))
    (page,) = pages_of(table)
    dated = next(piece for piece in letters_on(page) if "Sep" in piece.text)
    width = setting().type.width(dated.text, dated.size)
    assert abs(dated.x + width - A4.measure) < 0.01


def test_a_date_column_is_as_wide_as_its_dates():
    table = Table(COLUMNS, (row(1, "word " * 40),))
    (page,) = pages_of(table)
    assert sum("Sep" in piece.text for piece in letters_on(page)) == 1


def test_columns_that_want_more_than_the_page_still_leave_room_for_words():
    wide = "W" * 60
    columns = (*(Column(f"C{number}") for number in range(4)), Column("Text", share=1))
    cells = (*(cell(wide) for _ in range(4)), cell("some words"))
    (page,) = pages_of(Table(columns, (cells,)))
    ends = [
        piece.x + setting().type.width(piece.text, piece.size, bold=piece.bold)
        for piece in letters_on(page)
    ]
    assert max(ends) <= A4.measure + 0.01


def test_a_table_without_a_sharing_column_fills_its_first():
    (page,) = pages_of(Table((Column("Ref"), Column("Due", right=True)), ((row(1)[0], row(1)[2]),)))
    dated = next(piece for piece in letters_on(page) if "Sep" in piece.text)
    assert dated.x > A4.measure / 2


def test_a_word_after_a_mark_wraps_under_itself():
    marked = (CellLine(plain("overdue since the summer of last year " * 3), OVERDUE),)
    (page,) = pages_of(Table((Column("Status", share=1), *COLUMNS), ((marked, *row(1)),)))
    size = STANDARD[Role.CELL].size
    starts = {piece.x for piece in letters_on(page) if "overdue" in piece.text}
    assert starts == {size * 1.25}
