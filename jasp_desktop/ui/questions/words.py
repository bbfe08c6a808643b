"""How the page says where a question stands."""

from datetime import date

from jasp_desktop.domain.dates import days, in_table, in_words
from jasp_desktop.domain.marks import OVERDUE, PRIVATE
from jasp_desktop.domain.question_board import QuestionLine, Stage
from jasp_desktop.ui.kit.rows import ListRow

_WAITING = frozenset({Stage.ASKED, Stage.OUTSTANDING})


def list_row(line: QuestionLine, today: date) -> ListRow:
    """Return a question's row in the list."""
    who = ", ".join([line.member or "", *line.merged]).strip(", ")
    meeting = in_table(line.held_on) if line.held_on else ""
    if line.is_private:
        return ListRow(
            line.text,
            reference=line.stage.words,
            kind=meeting,
            mark=PRIVATE,
            status=PRIVATE.words,
        )
    if late := overdue_words(line.stage, line.answer_due, today):
        return ListRow(line.text, reference=line.stage.words, kind=who, mark=OVERDUE, status=late)
    return ListRow(line.text, reference=line.stage.words, kind=who, status=_status(line, meeting))


def overdue_words(stage: Stage, due: date | None, today: date) -> str:
    """Return by how much an answer is late; nothing where none is. Due today is not late."""
    if stage not in _WAITING or due is None or due >= today:
        return ""
    return f"Answer overdue {days((today - due).days)}"


def _status(line: QuestionLine, meeting: str) -> str:
    if line.stage is Stage.OUTSTANDING and line.answer_due is not None:
        return f"Answer due {in_table(line.answer_due)}"
    if line.verdict is not None:
        return f"Verdict: {line.verdict.words.lower()}"
    return f"Meeting of {meeting}" if meeting else line.about


def meeting_words(held_on: date) -> str:
    """Return “Meeting of 1 December 2026”."""
    return f"Meeting of {in_words(held_on)}"
