"""Since when each record of a register has been on it, by what the records say of themselves.

For a register that came whole, of which no journal tells how it grew. What came with an import
counts from the import; anything else from its own date: a status event, an update, a moved target
from theirs; evidence from the day it was seen, else its own; a response from its letter or its
publication, whichever came first; a report from its publication; a question from its first stage.
What has no date begins with what it belongs to: a finding with its report, a passage with its
response, an action with the first thing recorded of it, else with its findings. What has neither,
but was made by hand, carries the moment in its uid. A record without any of these counts as there
always. A date known to the month or the year counts from its last day: only then was it surely so.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import chain
from typing import Any, cast

from jasp_desktop.domain.dates import PartialDate
from jasp_desktop.domain.identity import ImportBatchUid, Uid
from jasp_desktop.domain.imports import Certificate
from jasp_desktop.domain.records import (
    Action,
    Evidence,
    Finding,
    ImportBatch,
    Judgement,
    Phase,
    Question,
    Record,
    Report,
    Response,
    ResponseItem,
    StatusEvent,
    TargetChange,
    Update,
)
from jasp_desktop.domain.register_states import Tables, every
from jasp_desktop.domain.uid_origins import made_by_hand_at

EVER = datetime.min.replace(tzinfo=UTC)
"""Before all that is known."""

type Beginnings = Mapping[str, Mapping[Uid, datetime]]
"""Since when each record has been there, by table and uid."""

_OWNED_FIRST = ("report", "response", "finding", "response_item", "judgement")
"""Tables in whose order a record comes after what it belongs to."""
_HANGING = ("target_change", "update", "status_event", "evidence")


def beginnings(tables: Tables) -> Beginnings:
    """Return since when each record of a register has been there."""
    return _Reckoning(tables).all()


def first_instant(day: date | None) -> datetime | None:
    """Return when a day begins, in UTC."""
    return None if day is None else datetime.combine(day, time.min, UTC)


@dataclass(frozen=True, slots=True)
class _Reckoning:
    """Goes through the tables, those on which others lean first."""

    tables: Tables

    def all(self) -> Beginnings:
        found: dict[str, dict[Uid, datetime]] = {}
        rest = [table for table in self.tables if table not in (*_OWNED_FIRST, *_HANGING, "action")]
        batches = {each.uid: each.at for each in every(self.tables, ImportBatch).values()}
        for table in (*rest, *_OWNED_FIRST):
            found[table] = {
                uid: self._begins(record, found) for uid, record in self._of(table).items()
            }
        hanging = {table: self._hanging(table, batches, found) for table in _HANGING}
        found["action"] = self._actions(hanging, found)
        return found | hanging

    def _of(self, table: str) -> Mapping[Uid, Record]:
        return self.tables.get(table, {})

    def _begins(self, record: Record, found: Beginnings) -> datetime:
        own = _OWN_DATES.get(type(record))
        began = own(record) if own else None
        if began is None and (owner := _owner(record)) is not None:
            began = found[owner[0]].get(owner[1])
        return began or made_by_hand_at(record.uid) or EVER

    def _hanging(
        self, table: str, batches: Mapping[ImportBatchUid, datetime], found: Beginnings
    ) -> dict[Uid, datetime]:
        """Return since when each record of what happened has been there; never before a finding."""
        begun = {}
        for uid, record in self._of(table).items():
            batch = cast("Any", record).batch if not isinstance(record, Evidence) else None
            began = batches.get(batch) if batch else None
            began = began or self._begins(record, found)
            if isinstance(record, StatusEvent):
                subject = record.subject
                began = max(began, found.get(subject.table, {}).get(subject.uid, EVER))
            begun[uid] = began
        return begun

    def _actions(self, hanging: Beginnings, found: Beginnings) -> dict[Uid, datetime]:
        told: defaultdict[Uid, list[datetime]] = defaultdict(list)
        for action, began in chain(self._told(hanging), self._imported()):
            told[action].append(began)
        begun = {}
        for uid, record in every(self.tables, Action).items():
            named = [found["finding"].get(each) for each in record.findings]
            moments = told.get(uid) or [each for each in named if each is not None]
            begun[uid] = min(moments) if moments else made_by_hand_at(uid) or EVER
        return begun

    def _told(self, hanging: Beginnings) -> Iterator[tuple[Uid, datetime]]:
        for table, begun in hanging.items():
            for uid, record in self._of(table).items():
                if not isinstance(record, StatusEvent):
                    yield cast("Any", record).action, begun[uid]
                elif record.subject.table == "action":
                    yield record.subject.uid, begun[uid]

    def _imported(self) -> Iterator[tuple[Uid, datetime]]:
        """Yield the actions that an export had, by its certificate."""
        for batch in every(self.tables, ImportBatch).values():
            certificate = Certificate.from_text(batch.certificate)
            for uid in certificate.rows.values() if certificate else ():
                yield Uid(uid), batch.at


def _owner(record: Record) -> tuple[str, Uid] | None:
    if isinstance(record, Finding | Judgement):
        return "report", record.report
    return ("response", record.response) if isinstance(record, ResponseItem) else None


def _surely(day: PartialDate | None) -> date | None:
    return None if day is None else day.last


def _of_response(response: Response) -> datetime | None:
    days = [_surely(response.written_on), _surely(response.published_on)]
    return first_instant(min((day for day in days if day), default=None))


def _of_question(question: Question) -> datetime | None:
    return first_instant(min((stage.on for stage in question.states), default=None))


_OWN_DATES: Mapping[type[Any], Callable[[Any], datetime | None]] = {
    Evidence: lambda each: first_instant(each.seen_on or each.dated),
    ImportBatch: lambda each: each.at,
    Phase: lambda each: first_instant(each.from_),
    Question: _of_question,
    Report: lambda each: first_instant(_surely(each.published_on)),
    Response: _of_response,
    StatusEvent: lambda each: first_instant(each.date),
    TargetChange: lambda each: first_instant(each.changed_on),
    Update: lambda each: first_instant(each.as_at),
}
