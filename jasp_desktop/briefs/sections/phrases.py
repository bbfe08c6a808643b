"""Phrases that several sections print the same way."""

from collections.abc import Iterable
from datetime import date

from jasp_desktop.briefs.blocks import Cell, CellLine, Prose, Role, cell, plain, quiet, strong
from jasp_desktop.domain.dates import in_table, in_words
from jasp_desktop.domain.dossier import AskedQuestion, Dossier
from jasp_desktop.domain.marks import Mark, mark_for_force_status, mark_for_hmicfrs_position
from jasp_desktop.domain.records import AgendaItem, StatusEvent
from jasp_desktop.domain.vocabulary import (
    ForceStatus,
    HmicfrsPosition,
    Marking,
    Openness,
    QuestionState,
)

NONE_RECORDED = "None recorded"
NOT_KNOWN = "Not known"

_MARKINGS = (Marking.NONE, Marking.OFFICIAL, Marking.OFFICIAL_SENSITIVE)
_ENDED_QUESTIONS = {QuestionState.ANSWERED, QuestionState.PANEL_ACTION, QuestionState.WITHDRAWN}


def highest(markings: Iterable[Marking]) -> Marking:
    """Return the highest of some markings."""
    return max(markings, key=_MARKINGS.index, default=Marking.NONE)


def marking_words(marking: Marking) -> str:
    """Return a marking as it is printed."""
    return "No marking" if marking is Marking.NONE else marking.value


def as_at_words(as_at: date | None) -> str:
    """Return “Data as at 13 November 2026”."""
    return f"Data as at {in_words(as_at)}" if as_at else "Date of the data not known"


def day_or_unknown(day: date | None) -> str:
    """Return a date in prose, or that it is not known."""
    return in_words(day) if day else NOT_KNOWN


def paragraphs(text: str) -> tuple[str, ...]:
    """Return a text's paragraphs: its lines that are not empty."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def prose(text: str, role: Role = Role.BODY) -> tuple[Prose, ...]:
    """Return a text as paragraphs without numbers."""
    return tuple(Prose(plain(part), role) for part in paragraphs(text))


def none_recorded(what: str) -> Prose:
    """Return “Evidence: none recorded.”: what is missing is printed, in little room."""
    return Prose((*strong(f"{what}: "), *plain("none recorded.")), Role.SMALL)


def sentence(text: str) -> str:
    """Return words ended by a full stop, unless they end in a stop of their own."""
    words = text.strip()
    return words if words.endswith((".", "?", "!", "…")) else f"{words}."


def joined(parts: Iterable[str | None], separator: str = ", ") -> str:
    """Return the parts that are there, joined."""
    return separator.join(part for part in parts if part)


def listed(parts: tuple[str, ...]) -> str:
    """Return “a, b and c”."""
    if len(parts) <= 1:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def force_cell(event: StatusEvent | None) -> Cell:
    """Return the force's word with its mark and its date."""
    if event is None:
        return cell(NONE_RECORDED)
    return _event_cell(event, mark_for_force_status(event.status), ForceStatus(event.status).words)


def hmicfrs_cell(dossier: Dossier) -> Cell:
    """Return the inspectorate's position with its mark and its date; not known if none is told."""
    event = dossier.hmicfrs_event
    position = dossier.hmicfrs_position
    mark = mark_for_hmicfrs_position(position)
    if event is None:
        return (CellLine(plain(HmicfrsPosition.NOT_KNOWN.words), mark),)
    return _event_cell(event, mark, position.words)


def force_column(event: StatusEvent | None) -> Cell:
    """Return the force's word for a column of words, its date under it."""
    if event is None:
        return cell(NONE_RECORDED)
    words = ForceStatus(event.status).words
    return _in_column(mark_for_force_status(event.status), words, event)


def hmicfrs_column(dossier: Dossier) -> Cell:
    """Return the inspectorate's position for a column of words, its date under it."""
    position = dossier.hmicfrs_position
    return _in_column(mark_for_hmicfrs_position(position), position.words, dossier.hmicfrs_event)


def _in_column(mark: Mark, words: str, event: StatusEvent | None) -> Cell:
    line = CellLine(plain(words), mark)
    return (line, CellLine(quiet(in_table(event.date)))) if event else (line,)


def _event_cell(event: StatusEvent, mark: Mark, words: str) -> Cell:
    line = CellLine(plain(f"{words}, {in_words(event.date)}"), mark)
    if not event.comment:
        return (line,)
    return (line, *(CellLine(plain(part)) for part in paragraphs(event.comment)))


def awaits_answer(asked: AskedQuestion) -> bool:
    """Tell whether a question has still to be asked or answered."""
    return asked.question.answer is None and asked.question.state not in _ENDED_QUESTIONS


def openness_words(item: AgendaItem) -> str:
    """Return whether an item is public, with the reason if it is not."""
    if item.openness is Openness.PUBLIC or not item.openness_reason:
        return item.openness.words
    return f"{item.openness.words}: {item.openness_reason}"
