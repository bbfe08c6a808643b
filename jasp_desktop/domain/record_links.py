"""Which records a record names, and how it is made to name others."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.record_drafts import Draft, draft_of
from jasp_desktop.domain.record_fields import (
    RECORD_TYPES,
    FieldKind,
    RecordField,
    record_fields,
    table_of,
)
from jasp_desktop.domain.records import Record


@dataclass(frozen=True, slots=True)
class Reference:
    """One record that names another: its table and uid, and the field in which it does."""

    table: str
    field: str
    uid: Uid
    target: Uid


def is_tied(table: str, field: str) -> bool:
    """Tell whether a record cannot be without what a field names: it goes when that goes."""
    named = next(each for each in record_fields(RECORD_TYPES[table]) if each.name == field)
    return not named.is_list and not named.is_optional


def fields_that_name(table: str, target: str) -> tuple[str, ...]:
    """Return the fields of a table in which a record names one of another table."""
    return tuple(
        field.name
        for field in record_fields(RECORD_TYPES[table])
        if field.target == target
        or field.kind is FieldKind.SUBJECT
        or (field.type_ is not None and field.kind is FieldKind.PART and _has(field.type_, target))
    )


def _has(part: type[Any], target: str) -> bool:
    return any(each.target == target for each in record_fields(part))


def pointed_elsewhere(
    record: Record, old: Uid, new: Uid | None, fields: Iterable[str] | None = None
) -> Record:
    """Return a record that names ``new`` wherever it named ``old``, each but once in a list.

    None takes the mention out. ``fields`` narrows it to some fields.
    """
    return _with_names(record, lambda uid: (new,) if uid == old else (uid,), fields)


def pointed_to_both(record: Record, old: Uid, new: Uid, fields: Iterable[str]) -> Record:
    """Return a record whose lists name ``new`` beside ``old``."""
    return _with_names(record, lambda uid: (old, new) if uid == old else (uid,), fields)


type _Naming = Callable[[Uid], tuple[Uid | None, ...]]


def _with_names(record: Record, naming: _Naming, fields: Iterable[str] | None) -> Record:
    wanted = None if fields is None else set(fields)
    values = {
        field.attribute: _renamed(field, getattr(record, field.attribute), naming)
        for field in record_fields(type(record))
        if field.kind in {FieldKind.REFERENCE, FieldKind.SUBJECT, FieldKind.PART}
        and (wanted is None or field.name in wanted)
    }
    return cast("Record", replace(cast("Any", record), **values))


def _renamed(field: RecordField, value: Any, naming: _Naming) -> object:  # noqa: ANN401 - any field’s value
    if value is None:
        return None
    if field.kind is FieldKind.SUBJECT:
        uid = naming(value.uid)[0]
        return None if uid is None else replace(value, uid=uid)
    if field.kind is FieldKind.PART:
        return _renamed_parts(field, value, naming)
    if not field.is_list:
        return naming(value)[0]
    if all(naming(uid) == (uid,) for uid in value):
        return value
    names = [name for uid in value for name in naming(uid) if name is not None]
    return tuple(dict.fromkeys(names))


def _renamed_parts(field: RecordField, parts: Any, naming: _Naming) -> tuple[object, ...]:  # noqa: ANN401 - any field’s value
    """Rename what each part names; of two parts that come to name the same one, the first stays."""
    named = [part for part in record_fields(cast("Any", field.type_)) if part.target is not None]
    attribute = named[0].attribute if named else ""
    if not named or all(naming(uid) == (uid,) for uid in (getattr(p, attribute) for p in parts)):
        return tuple(parts)
    kept: dict[Uid, object] = {}
    for part in parts:
        for uid in naming(getattr(part, attribute)):
            if uid is not None:
                kept.setdefault(uid, replace(part, **{attribute: uid}))
    return tuple(kept.values())


def joined_draft(kept: Record, lost: Record) -> dict[str, object]:
    """Return what two records that are one say together.

    What the kept one says stays; a blank is filled from the other; lists hold what is in either.
    """
    table, old, draft = table_of(kept), draft_of(lost), draft_of(kept)
    for field in record_fields(type(kept)):
        name = field.name
        if field.is_list:
            draft[name] = _either(field, draft[name], old[name])
        # How much of a date is known comes with its date, never by itself.
        elif name in draft and not name.endswith("_precision") and draft[name] in {None, ""}:
            draft |= {each: old[each] for each in with_precisions(table, [name])}
    return draft


def differing(kept: Record, lost: Record, names: Iterable[str]) -> tuple[str, ...]:
    """Return those of some fields in which both records say something, and not the same."""
    fields = {field.name: field for field in record_fields(type(kept))}
    mine, theirs = draft_of(kept), draft_of(lost)
    return tuple(
        name
        for name in names
        if not fields[name].is_list
        and mine[name] not in {None, ""}
        and theirs[name] not in {None, ""}
        and mine[name] != theirs[name]
    )


def with_precisions(table: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the fields, each date with the field that says how much of it is known."""
    all_names = {field.name for field in record_fields(RECORD_TYPES[table])}
    return tuple(
        each for name in names for each in (name, f"{name}_precision") if each in all_names
    )


def chosen_draft(kept: Record, lost: Record, theirs: Iterable[str]) -> Mapping[str, object]:
    """Return the joined draft with the other record's word in the fields that a person chose."""
    draft: Draft = joined_draft(kept, lost)
    old = draft_of(lost)
    chosen = with_precisions(table_of(kept), theirs)
    return {**draft, **{name: old[name] for name in chosen}}


def _either(field: RecordField, mine: Any, theirs: Any) -> tuple[object, ...]:  # noqa: ANN401 - any field’s value
    named = [part for part in record_fields(field.type_) if part.target] if field.type_ else []
    if field.kind is not FieldKind.PART or not named:
        return tuple(dict.fromkeys((*mine, *theirs)))
    attribute = named[0].attribute
    spoken_of = {getattr(part, attribute) for part in mine}
    return (*mine, *(part for part in theirs if getattr(part, attribute) not in spoken_of))
