"""Take records away, make one of two, and two of one: what hangs on them goes where it belongs."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.field_words import table_words
from jasp_desktop.domain.form_parts import form_fields
from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.imports import Certificate
from jasp_desktop.domain.record_drafts import record_of
from jasp_desktop.domain.record_fields import RECORD_TYPES, record_fields, table_of
from jasp_desktop.domain.record_lines import RecordLine
from jasp_desktop.domain.record_links import (
    Reference,
    chosen_draft,
    differing,
    is_tied,
    pointed_elsewhere,
    pointed_to_both,
)
from jasp_desktop.domain.record_rules import refuse_faults
from jasp_desktop.domain.records import Finding, ImportBatch, Record, Update
from jasp_desktop.services.editing import (
    IMPORTED_UPDATES_STAND,
    IMPORTS_STAND,
    EditingService,
    PlannedRegister,
)
from jasp_desktop.store import record_lists, register
from jasp_desktop.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """What goes with a record, and what only lets go of it; nothing is removed yet."""

    act: Act[Record]
    goes: tuple[RecordLine, ...]
    lets_go: tuple[RecordLine, ...]


class JoiningService:
    """Removes, merges and splits records of the open register."""

    def __init__(self, database: Database, editing: EditingService) -> None:
        self._database = database
        self._editing = editing

    def removal(self, record: Record) -> Removal:
        """Plan to remove a record with all that cannot be without it.

        Raises:
            UserError: It may not be removed by hand.
        """
        if isinstance(record, ImportBatch):
            raise UserError(IMPORTS_STAND)
        if isinstance(record, Update) and record.batch is not None:
            raise UserError(IMPORTED_UPDATES_STAND)
        going, looser = self._tied_to(record)
        changed: dict[Uid, Change[Record]] = {}
        for reference in looser:
            before = self._record(reference)
            if before is not None:
                now = changed[before.uid].after if before.uid in changed else before
                after = pointed_elsewhere(now or before, reference.target, None)
                changed[before.uid] = Change[Record](before, after)
        removed = [Change[Record](each, None) for each in going.values()]
        words = f"Remove {table_words(table_of(record)).one.lower()}"
        return Removal(
            act=Act(words, (*changed.values(), *removed)),
            goes=self._lines(each for uid, each in going.items() if uid != record.uid),
            lets_go=self._lines(change.before for change in changed.values() if change.before),
        )

    def _tied_to(self, record: Record) -> tuple[dict[Uid, Record], list[Reference]]:
        """Return all that goes with a record, and where what stays names any of it."""
        going: dict[Uid, Record] = {record.uid: record}
        looser: list[Reference] = []
        fresh = [record]
        while fresh:
            found = [each for record in fresh for each in self._editing.references_to(record)]
            tied = [each for each in found if is_tied(each.table, each.field)]
            looser += [each for each in found if not is_tied(each.table, each.field)]
            records = [self._record(each) for each in tied if each.uid not in going]
            fresh = list({each.uid: each for each in records if each is not None}.values())
            going |= {each.uid: each for each in fresh}
        return going, [each for each in looser if each.uid not in going]

    def _record(self, reference: Reference) -> Record | None:
        return self._editing.record(reference.table, reference.uid)

    def _lines(self, records: Iterable[Record]) -> tuple[RecordLine, ...]:
        return tuple(self._editing.lines_named((table_of(each), each.uid) for each in records))

    def to_choose(self, kept: Record, lost: Record) -> tuple[str, ...]:
        """Return the fields in which two records that are one say different things."""
        return differing(kept, lost, form_fields(table_of(kept)))

    def merged(self, kept: Record, lost: Record, theirs: Collection[str]) -> Act[Record]:
        """Plan to make one record of two: all that names the lost one comes to name the kept one.

        ``theirs`` are the fields in which the lost one's word counts. The rows of earlier imports
        lead to the kept one, so that the next export finds it.

        Raises:
            InvalidInput: The record that would come of it breaks a rule.
            UserError: The two cannot be one.
        """
        table = table_of(kept)
        if table_of(lost) != table or lost.uid == kept.uid:
            raise UserError("Choose another record of the same kind.")
        if table in {"import_batch", "update"}:
            raise UserError("Records of this kind are kept as they came: they are not merged.")
        whole = record_of(table, kept.uid, chosen_draft(kept, lost, theirs))
        whole = pointed_elsewhere(whole, lost.uid, None)
        whole = pointed_elsewhere(whole, kept.uid, None)
        around = PlannedRegister(self._database)
        around.plan(kept.uid, whole)
        around.plan(lost.uid, None)
        changes = [Change[Record](kept, whole)] if whole != kept else []
        changes += self._pointed(lost, whole, around)
        changes += self._certificates(lost.uid, kept.uid)
        for change in changes:
            if isinstance(change.after, type(kept)):
                refuse_faults(change.after, around.known)
        words = f"Merge {table_words(table).several.lower()}"
        return Act(words, (*changes, Change[Record](lost, None)))

    def _pointed(self, lost: Record, kept: Record, around: PlannedRegister) -> list[Change[Record]]:
        places = [each for each in self._editing.references_to(lost) if each.uid != kept.uid]
        changes = []
        for uid in dict.fromkeys(each.uid for each in places):
            before = self._record(next(each for each in places if each.uid == uid))
            if before is None or uid == lost.uid:
                continue
            after = pointed_elsewhere(before, lost.uid, kept.uid)
            if (
                isinstance(kept, Finding)
                and isinstance(after, Finding)
                and after.parent == kept.uid
            ):
                after = replace(after, report=kept.report)
            around.plan(uid, after)
            changes.append(Change[Record](before, after))
        return changes

    def _certificates(self, lost: Uid, kept: Uid) -> list[Change[Record]]:
        changes = []
        with self._database.reading() as session:
            ids = record_lists.batches_that_hold(session, lost)
            batches = register.fetch_rows(session, ImportBatch, ids)
        for batch in batches:
            certificate = Certificate.from_text(batch.certificate)
            if certificate is not None and lost in certificate.rows.values():
                rows = {key: kept if uid == lost else uid for key, uid in certificate.rows.items()}
                text = replace(certificate, rows=rows).to_text()
                changes.append(Change[Record](batch, replace(batch, certificate=text)))
        return changes

    def split(
        self,
        original: Record,
        rest: Record,
        new: Record,
        *,
        going: Collection[Reference] = (),
        both: Collection[Reference] = (),
    ) -> Act[Record]:
        """Plan to make two records of one, each with the words that were given it.

        Of what names the original, ``going`` comes to name the new one, and ``both`` each of them.

        Raises:
            InvalidInput: One of the two breaks a rule.
            UserError: Records of this kind are not split.
        """
        table = table_of(original)
        if table in {"import_batch", "update", "document"}:
            raise UserError("Records of this kind are kept as they came: they are not split.")
        around = PlannedRegister(self._database)
        around.plan(rest.uid, rest)
        around.plan(new.uid, new)
        changes = [Change[Record](None, new)]
        if rest != original:
            changes.append(Change[Record](original, rest))
        pointed: dict[Uid, Change[Record]] = {}
        for reference in (*going, *both):
            before = self._record(reference)
            if before is None:
                continue
            now = pointed[before.uid].after if before.uid in pointed else before
            turn = pointed_to_both if reference in both else pointed_elsewhere
            after = turn(now or before, original.uid, new.uid, [reference.field])
            pointed[before.uid] = Change[Record](before, after)
            around.plan(before.uid, after)
        for record in (new, rest):
            refuse_faults(record, around.known)
        words = f"Split {table_words(table).one.lower()}"
        return Act(words, (*changes, *pointed.values()))

    def can_be_both(self, reference: Reference) -> bool:
        """Tell whether what names a record could name two: it does so in a list."""
        fields = record_fields(RECORD_TYPES[reference.table])
        return any(each.name == reference.field and each.is_list for each in fields)
