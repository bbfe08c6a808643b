"""Invented registers of every table, field by field, for Hypothesis."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache, partial
from typing import Any, cast

from hypothesis import strategies as st

from jasp_desktop.domain.dates import MOST_CLEAR_DAYS
from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.notebook import NOTEBOOK_TYPES, DismissedPrompt, NotebookRecord, OwnMark
from jasp_desktop.domain.record_fields import RECORD_TYPES, FieldKind, RecordField, record_fields
from jasp_desktop.domain.records import Json, Panel, Record, StatusEvent, Subject
from jasp_desktop.domain.vocabulary import ForceStatus, HmicfrsPosition, Track, Vocabulary

type Tables = dict[str, list[Record]]
type Uids = Mapping[str, Sequence[str]]

SUBJECTS = {
    "status_event": ("report", "finding", "action"),
    "question": (
        "report",
        "finding",
        "response",
        "response_item",
        "action",
        "meeting",
        "agenda_item",
    ),
}
"""The tables that a record of each table may be about (db/README.md)."""

_PIECES = (
    "%",
    "_",
    "\\",
    "'",
    '"',
    "Gŵyr",
    "ŷ",
    "→",
    "’",
    "<b>",
    "&amp;",
    "\x00",
    "\n",
    " ",
    "🙂",
    "עברית",
)
TEXTS: st.SearchStrategy[str] = st.one_of(
    st.lists(st.sampled_from([*_PIECES, "custody", "Stalking", "041/03"]), max_size=6).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)
DATES = st.one_of(
    st.dates(date(2026, 10, 1), date(2027, 1, 31)), st.dates(date(1000, 1, 1), date(9000, 12, 31))
)
MOMENTS = st.builds(datetime.combine, DATES, st.times(), st.just(UTC))
_UNKNOWN_WORDS = st.from_regex(r"[a-z][a-z0-9_]{0,20}", fullmatch=True)
_JSON_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
JSON_OBJECTS: st.SearchStrategy[Mapping[str, Json]] = st.dictionaries(
    TEXTS, _JSON_VALUES, max_size=3
)
_NUMBERS = st.integers(0, 9)


def uid_of(table: str, number: int) -> Uid:
    """Return the uid of one of few records of a table, so that two registers share some."""
    place = sorted([*RECORD_TYPES, "note"]).index(table)
    return Uid(f"{place:08x}-0000-7000-8000-{number:012x}")


@dataclass(frozen=True)
class GeneratedRegister:
    """A whole register: its panel and its records by table, each table by uid."""

    panel: Panel
    tables: Tables

    @property
    def records(self) -> list[Record]:
        """Return all records."""
        return [record for rows in self.tables.values() for record in rows]


@st.composite
def registers(draw: st.DrawFn) -> GeneratedRegister:
    """Generate a register whose references all lead somewhere."""
    drafts = draw(_TABLES_OF_DRAFTS)
    uids = {table: sorted(drafts[table]) for table in RECORD_TYPES}
    while homeless := [table for table in uids if uids[table] and not _has_homes(table, uids)]:
        uids |= {table: [] for table in homeless}
    tables: Tables = {
        table: [cast("Record", _made(kind, drafts[table][uid], uids, uid)) for uid in uids[table]]
        for table, kind in RECORD_TYPES.items()
    }
    panel = cast("Panel", _made(Panel, draw(_draft(Panel)), uids))
    days = min(panel.paper_lead_days, MOST_CLEAR_DAYS)
    return GeneratedRegister(replace(panel, paper_lead_days=days), tables)


@st.composite
def notebooks(draw: st.DrawFn) -> list[NotebookRecord]:
    """Generate notes, draft questions and marks on records that are nowhere."""
    elsewhere = {table: [uid_of(table, draw(_NUMBERS))] for table in ("report", "meeting")}
    found: dict[object, NotebookRecord] = {}
    drafts = draw(st.dictionaries(_NUMBERS, _ANY_NOTEBOOK_DRAFT, max_size=6))
    for number, (kind, draft) in drafts.items():
        uid = uid_of("note", number)
        record = cast("NotebookRecord", _made(kind, draft, elsewhere, uid))
        found.setdefault(_own_key(record), record)
    return list(found.values())


def _own_key(record: NotebookRecord) -> tuple[str, ...]:
    """Return what a notebook holds once: a mark on a record, a prompt set aside, else a uid."""
    if isinstance(record, OwnMark):
        return record.subject.uid, record.kind
    if isinstance(record, DismissedPrompt):
        return record.subject.uid, record.rule, record.fingerprint
    return (record.uid,)


def _has_homes(table: str, uids: Uids) -> bool:
    """Tell whether there is a record for each reference that a table cannot do without."""
    fields = record_fields(RECORD_TYPES[table])
    needed = [field for field in fields if not field.is_list and not field.is_optional]
    return all(
        _targets(table, field, uids)
        for field in needed
        if field.kind in {FieldKind.REFERENCE, FieldKind.SUBJECT}
    )


def _targets(table: str, field: RecordField, uids: Uids) -> list[Any]:
    """Return what a reference or a subject may name."""
    if field.kind is FieldKind.REFERENCE:
        return list(uids.get(str(field.target), ()))
    tables = SUBJECTS.get(table, tuple(uids))
    return [Subject(name, Uid(uid)) for name in tables for uid in uids[name]]


@cache
def _draft(kind: type[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Generate a record's values, with a number wherever another record is to be named."""
    return st.fixed_dictionaries(
        {
            field.attribute: _values(field)
            for field in record_fields(kind)
            if field.attribute != "uid"
        }
    )


def _values(field: RecordField) -> st.SearchStrategy[Any]:
    one = _one_value(field)
    if field.is_list:
        return st.lists(one, max_size=3).map(tuple)
    return st.none() | one if field.is_optional else one


def _one_value(field: RecordField) -> st.SearchStrategy[Any]:
    if field.kind is FieldKind.PART:
        return _draft(cast("Any", field.type_))
    if field.kind is FieldKind.WORD:
        return _words(cast("Any", field.type_))
    return _PLAIN[field.kind]


def _words(type_: type[Any]) -> st.SearchStrategy[Any]:
    known = st.sampled_from(list(type_))
    return known | _UNKNOWN_WORDS.map(type_) if issubclass(type_, Vocabulary) else known


def _made(kind: type[Any], draft: Mapping[str, Any], uids: Uids, uid: str | None = None) -> object:
    """Make a record of a draft: its numbers become names of records that are there."""
    values: dict[str, Any] = {} if uid is None else {"uid": uid}
    table = next((name for name, each in RECORD_TYPES.items() if each is kind), "")
    for field in record_fields(kind):
        if field.attribute == "uid":
            continue
        value = draft[field.attribute]
        choices = value if field.is_list else [value]
        made = [_resolved(table, field, each, uids) for each in choices]
        if field.is_list:
            values[field.attribute] = tuple(each for each in made if each is not None)
        else:
            values[field.attribute] = made[0]
    if kind is StatusEvent and values["status"] not in _STATUSES[values["track"]]:
        values["status"] = "a_word_of_a_later_program"
    return kind(**values)


def _resolved(table: str, field: RecordField, value: Any, uids: Uids) -> Any:
    if value is None:
        return None
    if field.kind in {FieldKind.REFERENCE, FieldKind.SUBJECT}:
        targets = _targets(table, field, uids)
        return targets[value % len(targets)] if targets else None
    if field.kind is FieldKind.PART:
        part = cast("Any", field.type_)
        named = [each for each in record_fields(part) if each.kind is FieldKind.REFERENCE]
        # A part that names a record nobody has cannot be made.
        there = all(uids.get(str(each.target)) for each in named)
        return _made(part, value, uids) if there else None
    return value


_PLAIN: Mapping[FieldKind, st.SearchStrategy[Any]] = {
    FieldKind.TEXT: TEXTS,
    FieldKind.NUMBER: st.integers(0, 1_000_000),
    FieldKind.DATE: DATES,
    FieldKind.TIME: MOMENTS,
    FieldKind.BYTES: st.binary(max_size=20),
    FieldKind.JSON: JSON_OBJECTS,
    FieldKind.REFERENCE: st.integers(0, 5),
    FieldKind.SUBJECT: st.integers(0, 20),
}
_STATUSES = {
    Track.FORCE: frozenset(map(str, ForceStatus)),
    Track.HMICFRS: frozenset(map(str, HmicfrsPosition)),
}
_TABLES_OF_DRAFTS = st.fixed_dictionaries(
    {
        table: st.dictionaries(_NUMBERS.map(partial(uid_of, table)), _draft(kind), max_size=3)
        for table, kind in RECORD_TYPES.items()
    }
)
_ANY_NOTEBOOK_DRAFT = st.sampled_from(list(NOTEBOOK_TYPES.values())).flatmap(
    lambda kind: st.tuples(st.just(kind), _draft(kind))
)
