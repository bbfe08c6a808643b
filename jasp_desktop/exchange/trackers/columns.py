"""Proposes what each column of a tracker is read as, and recognises a tracker seen before."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from jasp_desktop.domain.trackers import ColumnUse, TrackerField, TrackerMapping
from jasp_desktop.exchange.trackers.cell_dates import round_in
from jasp_desktop.exchange.trackers.column_shapes import ColumnShape, shapes_of
from jasp_desktop.exchange.trackers.heading_words import fields_of, plain_heading
from jasp_desktop.exchange.trackers.sheets import SheetRow

_SURE = 68
"""The least certainty, in per cent, at which a column is proposed as anything."""
_NEW_COLUMNS = 4
"""A recognised tracker has at most one new column for so many known ones."""
_ROUND_WORDS = frozenset(
    ("update", "updates", "progress", "position", "narrative", "comment", "comments", "commentary",
     "as", "at", "of", "on", "to", "the", "for", "jasp", "panel", "meeting", "board", "round",
     "latest", "force", "action", "response", "from", "hmicfrs", "quarter", "quarterly", "audit",
     "committee")
)  # fmt: skip


def propose_columns(headings: Sequence[str], rows: Iterable[SheetRow]) -> tuple[ColumnUse, ...]:
    """Return a use for every column; ``rows`` are those under the headings.

    A column whose heading is not known, or whose cells do not look like what the heading says, is
    not read. But for updates, no two columns are proposed as the same field.
    """
    shapes = shapes_of(rows, len(headings))
    uses = [
        _round_or_nothing(*each)
        for each in zip(range(len(headings)), headings, shapes, strict=True)
    ]
    taken: set[TrackerField] = set()
    for column, field in _by_certainty(uses, shapes):
        if uses[column].field is None and (field is TrackerField.UPDATE or field not in taken):
            uses[column] = replace(uses[column], field=field)
            taken.add(field)
    return tuple(_with_date_of_report(uses, shapes))


def recognise(headings: Sequence[str], saved: Sequence[TrackerMapping]) -> TrackerMapping | None:
    """Return the saved mapping that was made for these headings, fitted to where they stand now.

    The columns may have moved, rounds may have come and gone, and a few other columns may be new;
    every other column that the mapping reads must be there.
    """
    fitted = [each for mapping in saved if (each := _fitted(headings, mapping))]
    return max(fitted, key=lambda each: len(each.headings()), default=None)


def _round_or_nothing(column: int, heading: str, shape: ColumnShape) -> ColumnUse:
    """Return the use of a column of one round, of which its heading gives the date."""
    use = ColumnUse(column=column, heading=heading)
    if not _names_a_round(heading) or not shape.suits(TrackerField.UPDATE):
        return use
    return replace(use, field=TrackerField.UPDATE, as_at=round_in(heading))


def _names_a_round(heading: str) -> bool:
    if round_in(heading) is None:
        return False
    words = [each for each in plain_heading(heading).split() if each.isalpha()]
    return all(word in _ROUND_WORDS or _is_part_of_date(word) for word in words)


def _is_part_of_date(word: str) -> bool:
    return round_in(f"{word} 2026") is not None or word in {"st", "nd", "rd", "th", "end"}


def _by_certainty(
    uses: Sequence[ColumnUse], shapes: Sequence[ColumnShape]
) -> list[tuple[int, TrackerField]]:
    """Return which columns may be which fields, the surest first, then the leftmost."""
    found = [
        (-surely, use.column, field)
        for use, shape in zip(uses, shapes, strict=True)
        if use.field is None
        for field, surely in fields_of(use.heading).items()
        if surely >= _SURE and shape.suits(field)
    ]
    return [(column, field) for _, column, field in sorted(found, key=lambda each: each[:2])]


def _with_date_of_report(
    uses: Sequence[ColumnUse], shapes: Sequence[ColumnShape]
) -> Iterable[ColumnUse]:
    """Read a bare “Date” right of the report's title as the day it was published."""
    has_published = any(use.field is TrackerField.PUBLISHED for use in uses)
    before: ColumnUse | None = None
    for use, shape in zip(uses, shapes, strict=True):
        is_date = plain_heading(use.heading) == "date" and shape.suits(TrackerField.PUBLISHED)
        if is_date and before and before.field is TrackerField.REPORT and not has_published:
            yield replace(use, field=TrackerField.PUBLISHED)
        else:
            yield use
        before = use


def _fitted(headings: Sequence[str], mapping: TrackerMapping) -> TrackerMapping | None:
    """Return a mapping with its columns where the headings are now; None where it is another's."""
    known: defaultdict[str, list[ColumnUse]] = defaultdict(list)
    for use in mapping.columns:
        known[plain_heading(use.heading)].append(use)
    uses: list[ColumnUse] = []
    new = 0
    for column, heading in enumerate(headings):
        plain = plain_heading(heading)
        if plain and known[plain]:
            uses.append(replace(known[plain].pop(0), column=column, heading=heading))
            continue
        use = _new_column(column, heading, mapping)
        new += bool(plain) and use.field is None
        uses.append(use)
    left = [use for each in known.values() for use in each if use.field is not None]
    is_gone = any(use.heading.strip() and not _is_round(use) for use in left)
    read = sum(use.field is not None for use in uses)
    if is_gone or not read or new * _NEW_COLUMNS > len(mapping.columns):
        return None
    return replace(mapping, columns=tuple(uses))


def _new_column(column: int, heading: str, mapping: TrackerMapping) -> ColumnUse:
    """Return the use of a column that the mapping has not: a new round, a spacer, or not read."""
    use = ColumnUse(column=column, heading=heading)
    if not heading.strip():
        same = (each for each in mapping.columns if each.column == column)
        blank = next((each for each in same if not each.heading.strip()), None)
        return blank or use
    has_rounds = any(map(_is_round, mapping.columns))
    if has_rounds and _names_a_round(heading):
        return replace(use, field=TrackerField.UPDATE, as_at=round_in(heading))
    return use


def _is_round(use: ColumnUse) -> bool:
    return use.field is TrackerField.UPDATE and use.as_at is not None
