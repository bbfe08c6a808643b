"""What must hold, and what should be looked at, before a record is kept."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from jasp_desktop.domain import action_rules, meeting_rules, report_rules
from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.record_fields import FieldKind, RecordField, record_fields, table_of
from jasp_desktop.domain.records import Record
from jasp_desktop.domain.remarks import Known, Remark, fault

_FIRST_YEAR, _LAST_YEAR = 1950, 2100
_TOO_HIGH = re.compile(
    r"^[^\w\n]*((?:TOP[^\S\n]+)?SECRET|CONFIDENTIAL)\b(?![^\S\n]+[a-z])", re.MULTILINE
)

_RULES: Mapping[str, Callable[[Any, Known], Iterator[Remark]]] = {
    "action": action_rules.action,
    "agenda_item": meeting_rules.agenda_item,
    "evidence": action_rules.evidence,
    "finding": report_rules.finding,
    "judgement": report_rules.judgement,
    "meeting": meeting_rules.meeting,
    "panel_action": meeting_rules.panel_action,
    "person": meeting_rules.person,
    "phase": report_rules.phase,
    "question": meeting_rules.question,
    "report": report_rules.report,
    "response": report_rules.response,
    "response_item": report_rules.response_item,
    "status_event": action_rules.status_event,
    "target_change": action_rules.target_change,
    "update": action_rules.update,
}


def remarks_on(record: Record, known: Known) -> tuple[Remark, ...]:
    """Return every fault and doubt about a record, faults first; ``known`` looks others up."""
    rules = _RULES.get(table_of(record))
    said = [*_general(record), *(rules(record, known) if rules else ())]
    return tuple(sorted(said, key=lambda remark: not remark.is_fault))


def refuse_faults(record: Record, known: Known) -> None:
    """Raise the first fault of a record.

    Raises:
        InvalidInput: A rule is broken; the sentence says what to do.
    """
    for remark in remarks_on(record, known):
        if remark.is_fault:
            raise InvalidInput(remark.field, remark.sentence)


def _general(record: Record) -> Iterator[Remark]:
    """Yield what holds of every table: years that can be meant, and no marking too high."""
    for field in record_fields(type(record)):
        value = getattr(record, field.attribute)
        if isinstance(value, date) and not _FIRST_YEAR <= value.year <= _LAST_YEAR:
            yield fault(field.name, f"{in_words(value)} cannot be meant. Look at the year.")
        if sentence := _too_high(field, value):
            yield fault(field.name, sentence)


def _too_high(field: RecordField, value: object) -> str:
    """Return why words may not be held here: a marking above OFFICIAL-SENSITIVE stands in them."""
    if field.kind is not FieldKind.TEXT:
        return ""
    words = [value] if isinstance(value, str) else list(value) if isinstance(value, tuple) else []
    for each in words:
        if marked := _TOO_HIGH.search(each):
            marking = " ".join(marked[1].split())
            return f"This is marked {marking}. Nothing above OFFICIAL-SENSITIVE may be held here."
    return ""
