"""Which fields of a record a person edits, in which order and under which headings."""

from collections.abc import Mapping
from dataclasses import dataclass

from jasp_desktop.domain.record_fields import RECORD_TYPES, FieldKind, record_fields, table_of
from jasp_desktop.domain.records import Finding, Record, Subject


@dataclass(frozen=True, slots=True)
class FormPart:
    """Some fields of a form under a heading; the first part of a form needs none."""

    title: str
    fields: tuple[str, ...]


LISTED_TABLES = (
    "report",
    "judgement",
    "finding",
    "response",
    "response_item",
    "action",
    "target_change",
    "update",
    "status_event",
    "evidence",
    "phase",
    "person",
    "meeting",
    "agenda_item",
    "question",
    "panel_action",
    "work_plan_entry",
    "document",
    "import_batch",
)
"""Every table, in the order in which a person thinks of them: the chain, then the panel's own."""

SHOWN_ONLY = frozenset({"import_batch"})
"""Tables that only the program writes."""

NOT_MADE_BY_HAND = frozenset({"import_batch", "document"})
"""Tables to which a form adds nothing: a document comes as a file."""

ADDED_FROM: Mapping[str, tuple[tuple[str, str], ...]] = {
    "report": (("finding", "report"), ("judgement", "report"), ("response", "reports")),
    "finding": (("finding", "parent"), ("action", "findings"), ("status_event", "subject")),
    "response": (("response_item", "response"),),
    "action": (("status_event", "subject"), ("evidence", "action"), ("update", "action")),
    "meeting": (
        ("agenda_item", "meeting"),
        ("question", "meeting"),
        ("work_plan_entry", "meeting"),
    ),
    "agenda_item": (("question", "agenda_item"),),
    "question": (("panel_action", "question"),),
}
"""What is added from a record: the table, and the field in which the new record names it."""

KEPT_BY_THE_PROGRAM: Mapping[str, frozenset[str]] = {
    "report": frozenset({"published_precision"}),
    "response": frozenset({"letter_date_precision", "published_precision"}),
    "finding": frozenset({"position"}),
    "target_change": frozenset({"batch"}),
    "update": frozenset({"batch"}),
    "status_event": frozenset({"batch"}),
    "question": frozenset({"asked_of_snapshot"}),
    "document": frozenset({"media_type", "sha256", "content", "text"}),
    "import_batch": frozenset(
        {"file", "sha256", "kind", "at", "mapping", "counts", "certificate", "undone_at"}
    ),
}
"""Fields that no form edits: sources, fingerprints, what other fields or the order say."""


def form_parts(table: str) -> tuple[FormPart, ...]:
    """Return the parts of a table's form."""
    return _PARTS.get(table, ())


def given_from(record: Record, table: str, field: str) -> dict[str, object]:
    """Return what a new record of a table begins with when it is added from another one."""
    named = next(each for each in record_fields(RECORD_TYPES[table]) if each.name == field)
    given: dict[str, object] = {field: (record.uid,) if named.is_list else record.uid}
    if named.kind is FieldKind.SUBJECT:
        given[field] = Subject(table_of(record), record.uid)
    if isinstance(record, Finding) and field == "parent":
        given["report"] = record.report
    return given


def form_fields(table: str) -> tuple[str, ...]:
    """Return every field of a table's form, in order."""
    return tuple(field for part in form_parts(table) for field in part.fields)


_PARTS: Mapping[str, tuple[FormPart, ...]] = {
    "report": (
        FormPart("", ("title", "short_title", "kind", "published", "inspectorates", "summary")),
        FormPart("This force", ("scope", "force_position", "areas")),
        FormPart("Section 55", ("s55_position", "s55_reason")),
        FormPart("The inspection", ("fieldwork_from", "fieldwork_to", "cycle", "link", "related")),
        FormPart("Handling", ("marking",)),
    ),
    "judgement": (FormPart("", ("report", "area", "scale", "grade")),),
    "finding": (
        FormPart("", ("report", "parent", "kind", "number", "theme", "text", "addressees")),
        FormPart("Deadline", ("deadline_words", "deadline", "deadline_kind")),
        FormPart("This force", ("applies", "applies_reason", "repeats")),
    ),
    "response": (
        FormPart("", ("reports", "author_role", "author", "addressee", "status")),
        FormPart("Dates", ("letter_date", "published", "copied_hmicfrs", "copied_home_secretary")),
        FormPart("Words", ("text", "document")),
    ),
    "response_item": (FormPart("", ("response", "findings", "position", "text")),),
    "action": (
        FormPart("", ("text", "reference", "tracker_reference", "findings")),
        FormPart("Promise", ("executive_lead", "owner", "original_target", "target")),
        FormPart("Judging it", ("evidence_test", "risk", "rag_as_reported")),
    ),
    "target_change": (FormPart("", ("action", "from", "to", "changed_on", "reason", "agreed_by")),),
    "update": (FormPart("", ("action", "as_at", "author", "text")),),
    "status_event": (FormPart("", ("subject", "track", "status", "date", "source", "comment")),),
    "evidence": (
        FormPart("", ("action", "title", "kind", "dated", "held_at")),
        FormPart("Seen by the panel", ("seen_by", "seen_on")),
    ),
    "phase": (FormPart("", ("phase", "from", "to", "source")),),
    "person": (FormPart("", ("name", "role", "organisation", "kind", "term_from", "term_to")),),
    "meeting": (
        FormPart("", ("held_on", "starts_at", "venue", "openness", "status")),
        FormPart("Papers", ("paper_deadline", "despatched_on")),
        FormPart("Attendance", ("attendance",)),
    ),
    "agenda_item": (
        FormPart("", ("meeting", "number", "title", "purpose", "author")),
        FormPart("What it is about", ("reports", "findings", "documents")),
        FormPart("Handling", ("openness", "openness_reason", "marking")),
        FormPart("Covering report", ("covering_sections",)),
    ),
    "question": (
        FormPart("", ("text", "kind", "member", "subject", "meeting", "agenda_item", "follows")),
        FormPart("Where it stands", ("state", "states", "minute", "merged_into")),
        FormPart("Answer", ("answer", "answered_by", "answered_on", "answer_due", "verdict")),
    ),
    "panel_action": (
        FormPart("", ("number", "text", "owner", "due", "question", "carried_from")),
        FormPart("Outcome", ("outcome", "closed_on")),
    ),
    "work_plan_entry": (FormPart("", ("title", "meeting")),),
    "document": (FormPart("", ("title",)),),
}
