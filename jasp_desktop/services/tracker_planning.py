"""Compare a tracker's rows with the register: what each would do, and what is missing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from jasp_desktop.domain.changes import Change
from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.identity import ActionUid, ReportUid, Uid
from jasp_desktop.domain.imports import ImportProblem, MissingRow
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.record_fields import table_of
from jasp_desktop.domain.records import Action, Finding, Record, Report
from jasp_desktop.domain.tracker_actions import changed_action, new_action
from jasp_desktop.domain.tracker_findings import FindingPlaces, kind_of_finding
from jasp_desktop.domain.tracker_history import Export, KnownHistory, Told
from jasp_desktop.domain.tracker_keys import RowKey, folded
from jasp_desktop.domain.tracker_matching import KeyedRow, KnownAction, Match, RowMatcher
from jasp_desktop.domain.tracker_rules import (
    outcome_of,
    sort_rows,
    why_it_cannot_be_new,
    why_it_waits,
)
from jasp_desktop.domain.trackers import (
    Decisions,
    Fate,
    RowOutcome,
    TrackerField,
    TrackerMapping,
    TrackerRow,
)
from jasp_desktop.domain.vocabulary import FindingKind
from jasp_desktop.exchange.trackers.likeness import alike, same
from jasp_desktop.store import register
from jasp_desktop.store.database import Database
from jasp_desktop.store.trackers import (
    PastImport,
    findings_of,
    histories,
    known_actions,
    past_imports,
)

_EVERY = 100
"""Rows between two reports of progress."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the register has before the import.

    ``past`` are the imports of this tracker, the newest first; ``keys`` the actions of its exports
    by the keys of their rows, where they are still on the register.
    """

    past: Sequence[PastImport]
    actions: Mapping[ActionUid, KnownAction]
    reports: Sequence[Report]
    keys: Mapping[str, ActionUid]


def standing_of(database: Database, tracker: str) -> Standing:
    """Read what the register has before a tracker is imported."""
    with database.reading() as session:
        every = past_imports(session)
        own = [each for each in every if folded(each.certificate.tracker) == folded(tracker)]
        elsewhere = {
            uid for each in every if each not in own for uid in each.certificate.rows.values()
        }
        keys = {
            key: ActionUid(Uid(uid))
            for each in reversed(own)
            for key, uid in each.certificate.rows.items()
        }
        actions = known_actions(session, elsewhere - set(keys.values()))
        reports = list(register.read_records(session, Report))
    kept = {key: uid for key, uid in keys.items() if uid in actions}
    return Standing(own, actions, reports, kept)


@dataclass(slots=True)
class Compared:
    """What the rows would do: in order, and all that would change.

    ``present`` gives the keys of the rows that are an action of the register, or become one.
    """

    outcomes: list[RowOutcome] = field(default_factory=list)
    changes: list[Change[Record]] = field(default_factory=list)
    present: dict[str, ActionUid] = field(default_factory=dict)
    missing: tuple[MissingRow, ...] = ()
    remarks: list[ImportProblem] = field(default_factory=list)


class Comparison:
    """Compares the rows of one export with one register."""

    def __init__(
        self, database: Database, mapping: TrackerMapping, standing: Standing, export: Export
    ) -> None:
        self._database = database
        self._standing = standing
        self._export = export
        self._mapping = mapping
        wording = mapping.column_of(TrackerField.FINDING_TEXT)
        self._places = FindingPlaces(
            tracker=mapping.tracker,
            reports=standing.reports,
            findings_of=self._findings_of,
            same=same,
            fallback=mapping.report,
            kind=kind_of_finding(wording.heading if wording else None) or FindingKind.OTHER,
        )
        self._actions: dict[ActionUid, Action] = {}
        self._histories: dict[ActionUid, KnownHistory] = {}
        self._alone: list[int] = []
        self._compared = Compared()

    def compare(
        self, rows: Iterable[TrackerRow], decisions: Decisions, progress: Progress
    ) -> Compared:
        """Return what the rows would do.

        Raises:
            Cancelled: The person asked for a stop.
        """
        sorted_rows = sort_rows(rows, self._mapping, decisions)
        standing = self._standing
        matcher = RowMatcher(self._mapping.tracker, standing.actions, standing.keys, alike)
        matches = matcher.match(sorted_rows.counting, decisions, progress)
        self._read(matches)
        counting = {each.row.number: each for each in sorted_rows.counting}
        total = len(sorted_rows.rows)
        for done, (row, key) in enumerate(sorted_rows.rows):
            if done % _EVERY == 0:
                progress.report(done, total, "Comparing with the register")
            keyed = counting.get(row.number)
            self._compared.outcomes.append(
                self._outcome(keyed, matches[row.number])
                if keyed
                else self._rejected(row, key, sorted_rows.rejected[row.number])
            )
        self._bring_in_findings()
        self._compared.missing = self._missing()
        self._remark()
        return self._compared

    def _read(self, matches: Mapping[int, Match]) -> None:
        known = [each.action for each in matches.values() if each.action and not each.is_new]
        with self._database.reading() as session:
            self._actions = {each.uid: each for each in register.fetch(session, Action, known)}
            self._histories = histories(session, known)

    def _findings_of(self, report: ReportUid) -> list[Finding]:
        with self._database.reading() as session:
            return findings_of(session, report)

    def _outcome(self, keyed: KeyedRow, match: Match) -> RowOutcome:
        """Return what a row that may count does."""
        row, uid = keyed.row, match.action
        name = self._name(uid)
        before = self._actions.get(uid) if uid else None
        if before is not None:
            self._compared.present[keyed.key.text] = before.uid
        if problems := why_it_cannot_be_new(row, match):
            return outcome_of(row, Fate.REJECTED, None, problems=problems)
        problems = why_it_waits(row, match)
        if problems or uid is None:
            return outcome_of(row, Fate.WAITING, match, name=name, problems=problems)
        told = Told(row, self._export)
        fate = self._change(told, before) if before else self._add(told, keyed.key, uid)
        return outcome_of(row, fate, match, name=name, changes=told.changes, problems=told.remarks)

    def _rejected(
        self, row: TrackerRow, key: RowKey | None, problems: Sequence[ImportProblem]
    ) -> RowOutcome:
        """Reject a row; what it is about is not missing, where an earlier export had it."""
        uid = self._standing.keys.get(key.text) if key else None
        if key is not None and uid is not None:
            self._compared.present.setdefault(key.text, uid)
        match = Match(uid) if uid else None
        return outcome_of(row, Fate.REJECTED, match, name=self._name(uid), problems=problems)

    def _add(self, told: Told, key: RowKey, uid: ActionUid) -> Fate:
        findings = self._places.findings_for(told.row)
        if not findings:
            self._alone.append(told.row.number)
        self._compared.present[key.text] = uid
        self._take(told, None, new_action(told, uid, findings))
        return Fate.ADDED

    def _change(self, told: Told, before: Action) -> Fate:
        told.known = self._histories[before.uid]
        is_bare = not before.findings and not self._export.is_older
        findings = self._places.findings_for(told.row) if is_bare else ()
        after = changed_action(told, before, findings)
        self._take(told, before, after)
        return Fate.CHANGED if told.changes else Fate.UNCHANGED

    def _take(self, told: Told, before: Action | None, after: Action) -> None:
        changes = self._compared.changes
        # Not ``Change[Record](…)``: at each call it would try, in vain, to keep what it is of.
        if before != after:
            changes.append(Change(before, after))
        changes += [Change(old, new) for old, new in told.changed]
        changes += [Change(None, record) for record in told.added]

    def _bring_in_findings(self) -> None:
        """Add the reports and findings that rows bring, but for those that moved meanwhile."""
        by_table: dict[str, list[Record]] = {"report": [], "finding": []}
        for record in self._places.added:
            by_table[table_of(record)].append(record)
        with self._database.reading() as session:
            for table, records in by_table.items():
                there = register.existing(session, table, [each.uid for each in records])
                self._compared.changes += [
                    Change(None, each) for each in records if each.uid not in there
                ]

    def _missing(self) -> tuple[MissingRow, ...]:
        """Return what an earlier export had; an older export than the newest misses nothing."""
        if self._export.is_older:
            return ()
        here = set(self._compared.present.values())
        gone = dict.fromkeys(uid for uid in self._standing.keys.values() if uid not in here)
        found = [MissingRow(uid=uid, label=self._standing.actions[uid].label) for uid in gone]
        return tuple(sorted(found, key=lambda each: (each.label, each.uid)))

    def _name(self, uid: ActionUid | None) -> str | None:
        known = self._standing.actions.get(uid) if uid else None
        return (known.reference or known.tracker_reference) if known else None

    def _remark(self) -> None:
        if self._export.is_older and self._export.previous is not None:
            self._say(
                f"An export as at {in_words(self._export.previous)} has been imported already. "
                "Of this older one, updates and statuses are added at their dates; targets, "
                "owners and texts stay as they are."
            )
        if self._alone:
            rows = "1 row" if len(self._alone) == 1 else f"{len(self._alone):,} rows"
            self._say(
                f"No report is known for {rows} (the first is row {self._alone[0]}). The actions "
                "stand alone until they are linked to findings."
            )

    def _say(self, message: str) -> None:
        self._compared.remarks.append(ImportProblem(row=None, message=message))
