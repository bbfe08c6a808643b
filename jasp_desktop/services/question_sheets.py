"""The list of questions as a table for a spreadsheet."""

from collections.abc import Iterable

from jasp_desktop.domain.question_board import QuestionLine
from jasp_desktop.exchange.sheets_out.tables import ColumnRole, SheetColumn, SheetLine, SheetTable

_COLUMNS = (
    SheetColumn("Question", ColumnRole.NAME),
    SheetColumn("Stage"),
    SheetColumn("Member"),
    SheetColumn("Merged from"),
    SheetColumn("Kind"),
    SheetColumn("About"),
    SheetColumn("Owner"),
    SheetColumn("Meeting"),
    SheetColumn("Asked"),
    SheetColumn("Answer due"),
    SheetColumn("Verdict"),
)


def questions_sheet(lines: Iterable[QuestionLine]) -> SheetTable:
    """Return the panel's questions in their order.

    A draft of the member's own is left out: a file may go anywhere, and it is only the member's.
    """
    return SheetTable("Questions", _COLUMNS, (_line(each) for each in lines if not each.is_private))


def _line(line: QuestionLine) -> SheetLine:
    return (
        line.text,
        line.stage.words,
        line.member,
        ", ".join(line.merged),
        line.kind.words if line.kind else None,
        line.about,
        ", ".join(line.owners),
        line.held_on,
        line.asked_on,
        line.answer_due,
        line.verdict.words if line.verdict else None,
    )
