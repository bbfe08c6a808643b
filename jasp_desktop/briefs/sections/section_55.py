"""The section 55 board on paper: positions, clocks and dates; no verdict."""

from collections.abc import Sequence

from jasp_desktop.briefs.blocks import (
    Block,
    Brief,
    Cell,
    CellLine,
    Column,
    Heading,
    Kept,
    Prose,
    Role,
    Table,
    cell,
    plain,
    quiet,
)
from jasp_desktop.briefs.sections.board import board_of
from jasp_desktop.domain.dossier import finding_label
from jasp_desktop.domain.records import Panel, Response
from jasp_desktop.domain.section_55_board import BoardLine, response_dates

TITLE = "Section 55: comments on each report"

_RULE = (
    "Police Act 1996, section 55: the commissioner’s comments are published before the end of "
    "56 days beginning with the day of publication; that day is day 1."
)


def section_55_of_panel(panel: Panel, chosen: str, lines: Sequence[BoardLine]) -> Brief:
    """Return the board of some reports; ``chosen`` says which they are."""
    if not lines:
        return board_of(panel, TITLE, (Prose(plain(f"{chosen}: none.")),))
    columns = (
        Column("Report", share=1.3),
        Column("Position and clock", share=1.3),
        Column("Letter, publication and copies", share=2),
        Column("Recommendations"),
    )
    table = Table(columns, tuple(map(_row, lines)), caption=chosen)
    return board_of(panel, TITLE, (Prose(plain(_RULE), Role.SMALL), table, *_unexplained(lines)))


def _row(line: BoardLine) -> tuple[Cell, ...]:
    published = line.report.published_on
    report = (
        CellLine(plain(line.report.name)),
        CellLine(quiet(published.words if published else "Date not known")),
    )
    return (report, _clock(line), _dates(line.responses), cell(line.explanation_words))


def _clock(line: BoardLine) -> Cell:
    position = CellLine(plain(line.position_words))
    if line.clock is None:
        return (position,)
    answered = line.clock.answered
    day = f"answered on {line.clock.day_words}" if answered else line.clock.day_words
    words = (day, line.clock.last_day_short)
    return (position, *(CellLine(quiet(each[:1].upper() + each[1:])) for each in words))


def _dates(responses: Sequence[Response]) -> Cell:
    if not responses:
        return cell("None seen")
    return tuple(line for response in responses for line in _of_response(response))


def _of_response(response: Response) -> Cell:
    return (
        CellLine(plain(response.author_role.words)),
        CellLine(quiet(response_dates(response))),
    )


def _unexplained(lines: Sequence[BoardLine]) -> list[Block]:
    blocks: list[Block] = []
    for line in lines:
        if not line.lacks_explanation:
            continue
        found = [
            Prose(plain(f"{finding_label(each)}: {' '.join(each.text.split())}"), Role.LIST, "•")
            for each in line.unexplained
        ]
        opening = (Heading(3, line.report.name), found[0])
        title = () if blocks else (Heading(2, "Recommendations on which nothing is explained"),)
        blocks += [Kept((*title, *opening)), *found[1:]]
    return blocks
