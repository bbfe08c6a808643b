"""Write the register by hand: list, look up, keep, remove, merge, split, put in order.

Everything that changes is planned as an act; whoever asked carries it out, and can take it back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.errors import InvalidInput, UserError
from jasp_desktop.domain.field_words import field_words, table_words
from jasp_desktop.domain.form_parts import SHOWN_ONLY
from jasp_desktop.domain.identity import (
    ActionUid,
    FindingUid,
    ReportUid,
    TargetChangeUid,
    Uid,
    made_uid,
)
from jasp_desktop.domain.record_fields import RECORD_TYPES, table_of
from jasp_desktop.domain.record_lines import RecordLine, line_of
from jasp_desktop.domain.record_links import Reference
from jasp_desktop.domain.record_rules import refuse_faults, remarks_on
from jasp_desktop.domain.records import Action, Finding, Record, TargetChange, Update
from jasp_desktop.domain.remarks import Remark
from jasp_desktop.store import record_lists, register
from jasp_desktop.store.database import Database
from jasp_desktop.store.register_tables import FindingRow

UPDATES_STAND = (
    "An update is never rewritten: it is what the force said then. Remove it if it was mistyped, "
    "and write it again."
)
IMPORTED_UPDATES_STAND = (
    "This update came with an import and stays: it is what the force said then."
)
IMPORTS_STAND = "An import is kept as it happened. Take it back under Import."


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetMove:
    """What is known of a target that moves: when, why, and who agreed."""

    changed_on: date | None
    reason: str | None = None
    agreed_by: str | None = None


class PlannedRegister:
    """Records as they will be: those of an act that is being planned, else those on the disk."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._planned: dict[Uid, Record | None] = {}

    def known(self, table: str, uid: Uid) -> Record | None:
        """Return a record; None where it is not there, or would not be."""
        if uid not in self._planned:
            record_type = RECORD_TYPES.get(table)
            if record_type is None:
                return None
            with self._database.reading() as session:
                self._planned[uid] = register.fetch_one(session, record_type, uid)
        return self._planned[uid]

    def plan(self, uid: Uid, record: Record | None) -> None:
        """Let a record be so; None for removed."""
        self._planned[uid] = record


class EditingService:
    """The open register, record by record. Every call is one short transaction or a few."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def counts(self) -> dict[str, int]:
        """Return how many records each table has."""
        with self._database.reading() as session:
            return record_lists.record_counts(session)

    def ids(self, table: str, words: str = "") -> list[int]:
        """Return the row ids of the records of a table that hold some words, in its order."""
        with self._database.reading() as session:
            return record_lists.record_ids(session, table, words)

    def row_id(self, table: str, uid: str) -> int | None:
        """Return a record's row id; None where it is not there."""
        with self._database.reading() as session:
            return record_lists.record_id(session, table, uid)

    def lines(self, table: str, ids: Sequence[int]) -> list[RecordLine]:
        """Return the lines of these records, in their order."""
        with self._database.reading() as session:
            records = record_lists.listed_records(session, table, ids)
            names = {name for record in records for name in record_lists.named_by(record)}
            around = record_lists.records_named(session, names)
        return [line_of(record, lambda _table, uid: around.get(uid)) for record in records]

    def lines_named(self, names: Iterable[tuple[str, Uid]]) -> list[RecordLine]:
        """Return the lines of these records of any tables; those not there are left out."""
        wanted = list(dict.fromkeys(names))
        by_table: dict[str, list[int]] = {}
        with self._database.reading() as session:
            for table, uid in wanted:
                if (row_id := record_lists.record_id(session, table, uid)) is not None:
                    by_table.setdefault(table, []).append(row_id)
        found = {
            line.uid: line for table in by_table for line in self.lines(table, by_table[table])
        }
        return [found[uid] for _, uid in wanted if uid in found]

    def suggestions(self, table: str, words: str, most: int) -> list[RecordLine]:
        """Return the first few records of a table that hold some words."""
        with self._database.reading() as session:
            ids = record_lists.record_ids(session, table, words, most)
        return self.lines(table, ids)

    def findings_of(self, report: ReportUid, words: str) -> list[RecordLine]:
        """Return a report's findings in their order whose lines hold some words."""
        lines = self.lines_named(("finding", each.uid) for each in self.tree(report, nested=True))
        wanted = words.casefold().split()
        return [line for line in lines if all(word in line.name.casefold() for word in wanted)]

    def record(self, table: str, uid: str) -> Record | None:
        """Return one record whole."""
        with self._database.reading() as session:
            return register.fetch_one(session, RECORD_TYPES[table], uid)

    def references_to(self, record: Record) -> list[Reference]:
        """Return who names a record, in which field."""
        with self._database.reading() as session:
            return record_lists.references_to(session, table_of(record), [record.uid])

    def remarks(self, record: Record) -> tuple[Remark, ...]:
        """Return what the rules say of a record as it would be kept."""
        around = PlannedRegister(self._database)
        around.plan(record.uid, record)
        return remarks_on(record, around.known)

    def kept(
        self, before: Record | None, after: Record, move: TargetMove | None = None
    ) -> Act[Record]:
        """Plan to add a record, or to change one.

        ``move`` writes down that an action's target moved; without it the new date only puts a
        mistyped one right. Sub-findings go with a finding to another report.

        Raises:
            InvalidInput: A rule is broken.
            UserError: Records of this kind are not written by hand, or never rewritten.
        """
        table = table_of(after)
        if table in SHOWN_ONLY:
            raise UserError(IMPORTS_STAND)
        if isinstance(before, Update):
            raise UserError(UPDATES_STAND)
        around = PlannedRegister(self._database)
        if before is None:
            after = self._begun(after)
        around.plan(after.uid, after)
        changes = [Change[Record](before, after)]
        if isinstance(before, Finding) and isinstance(after, Finding):
            changes += self._followers(before, after, around)
        if isinstance(before, Action) and isinstance(after, Action) and move is not None:
            changes += _moves(before, after, move)
        for change in changes:
            if change.after is not None:
                refuse_faults(change.after, around.known)
        deed = "Add" if before is None else "Change"
        return Act(f"{deed} {table_words(table).one.lower()}", tuple(changes))

    def _begun(self, record: Record) -> Record:
        """Return a new record with what follows from its being new."""
        if isinstance(record, Action) and record.original_target is None:
            return replace(record, original_target=record.target)
        if isinstance(record, Finding):
            last = max((each.position for each in self.tree(record.report)), default=0)
            return replace(record, position=last + 1)
        return record

    def _followers(
        self, before: Finding, after: Finding, around: PlannedRegister
    ) -> list[Change[Record]]:
        if before.report == after.report:
            return []
        changes: list[Change[Record]] = []
        uppers = {before.uid}
        for each in self.tree(before.report, nested=True):
            if each.parent in uppers and each.uid != before.uid:
                uppers.add(each.uid)
                moved = replace(each, report=after.report)
                around.plan(each.uid, moved)
                changes.append(Change[Record](each, moved))
        return changes

    def tree(self, report: ReportUid, *, nested: bool = False) -> list[Finding]:
        """Return a report's findings in their order; ``nested``: each under the one above it."""
        with self._database.reading() as session:
            row_id = record_lists.record_id(session, "report", report)
            found = register.fetch_where(
                session,
                Finding,
                FindingRow.report_id == row_id,
                FindingRow.position,
                FindingRow.id,
            )
        return _nested(found) if nested else found

    def reordered(self, finding: Finding, by: int) -> Act[Record] | None:
        """Plan to put a finding before (-1) or after (1) its neighbour; None where it has none."""
        whole = self.tree(finding.report)
        siblings = [each.uid for each in whole if each.parent == finding.parent]
        place = siblings.index(finding.uid) + by if finding.uid in siblings else -1
        if not 0 <= place < len(siblings):
            return None
        order = [each.uid for each in whole]
        here, there = order.index(finding.uid), order.index(siblings[place])
        whole[here], whole[there] = whole[there], whole[here]
        changes = [
            Change[Record](each, replace(each, position=number))
            for number, each in enumerate(whole, start=1)
            if each.position != number
        ]
        return Act("Move finding", tuple(changes))

    def linked(self, action: ActionUid, finding: FindingUid) -> Act[Record]:
        """Plan to let an action answer a finding.

        Raises:
            InvalidInput: It does already, or a rule is broken.
            UserError: The action is not on the register any more.
        """
        before = self.record("action", action)
        if not isinstance(before, Action):
            raise UserError("This action is not on the register any more.")
        if finding in before.findings:
            raise InvalidInput("findings", "This action answers the finding already.")
        return self.kept(before, replace(before, findings=(*before.findings, finding)))

    def what_names(self, references: Iterable[Reference]) -> dict[Reference, tuple[str, str]]:
        """Return, for places in which a record is named, the line and the field in words."""
        places = list(references)
        lines = {line.uid: line for line in self.lines_named((r.table, r.uid) for r in places)}
        return {
            place: (
                f"{table_words(place.table).one}: {lines[place.uid].name}",
                field_words(place.table, place.field).name,
            )
            for place in places
            if place.uid in lines
        }


def _moves(before: Action, after: Action, move: TargetMove) -> list[Change[Record]]:
    """Write down that a target moved; one that is set for the first time did not move."""
    if before.target == after.target or before.target is None:
        return []
    moved = TargetChange(
        uid=TargetChangeUid(made_uid()),
        action=after.uid,
        from_=before.target,
        to=after.target,
        changed_on=move.changed_on,
        reason=move.reason,
        agreed_by=move.agreed_by,
    )
    return [Change[Record](None, moved)]


def _nested(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings each followed by those under it; one whose parent is elsewhere is a top."""
    here = {each.uid for each in findings}
    under: dict[FindingUid | None, list[Finding]] = {}
    for each in findings:
        parent = each.parent if each.parent in here else None
        under.setdefault(parent, []).append(each)
    ordered: list[Finding] = []
    waiting = list(reversed(under.get(None, [])))
    while waiting:
        upper = waiting.pop()
        ordered.append(upper)
        waiting += reversed(under.get(upper.uid, []))
    # Findings that stand under one another in a ring are reached from no top.
    reached = {each.uid for each in ordered}
    return ordered + [each for each in findings if each.uid not in reached]
