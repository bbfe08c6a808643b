"""Bring a file's records into the register: propose, look at, accept."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, date, datetime
from hashlib import file_digest
from pathlib import Path

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.identity import ImportBatchUid, made_uid
from jasp_desktop.domain.imports import Certificate, ImportProblem, ReportedTotal, RowCounts
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.record_fields import table_of
from jasp_desktop.domain.records import ImportBatch, Json, Panel, Record
from jasp_desktop.domain.trackers import Decisions, Fate, TrackerPlan
from jasp_desktop.domain.vocabulary import BatchKind, Section55Position
from jasp_desktop.exchange.letters.proposing import propose, propose_text
from jasp_desktop.exchange.open_format import is_open_format, read_register
from jasp_desktop.exchange.proposals import Proposal
from jasp_desktop.exchange.trackers.reading import is_spreadsheet
from jasp_desktop.services.acting import carry_out
from jasp_desktop.services.panel_dates import moved_on
from jasp_desktop.services.still_collector import still_collector
from jasp_desktop.services.tracker_certificates import with_totals_kept
from jasp_desktop.services.trackers import TrackerService
from jasp_desktop.store import register
from jasp_desktop.store.backups import back_up
from jasp_desktop.store.database import Database

_NOT_SETTLED = "Not imported: settle it in the window, or save a mapping that does."
_LEFT_OPEN = (None, (), "", Section55Position.TO_BE_DECIDED)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What accepting a proposal would do; its rows count against the register as it was."""

    proposal: Proposal
    act: Act[Record]


class ImportService:
    """Imports into one register. Plans are made and carried out in the worker thread."""

    def __init__(
        self,
        database: Database,
        backups: Path,
        now: Callable[[], datetime],
        trackers: TrackerService,
    ) -> None:
        self._database = database
        self._backups = backups
        self._now = now
        self._trackers = trackers

    def propose(
        self,
        path: Path,
        progress: Progress,
        as_at: date | None = None,
        mapping: str | None = None,
    ) -> ImportPlan:
        """Read a file and tell what importing it would do. Nothing changes.

        A spreadsheet is read by the saved ``mapping`` of that name, else as its headings propose.

        Raises:
            UserError: The file cannot be read; a sentence says why.
            Cancelled: The person asked for a stop.
        """
        if is_open_format(path):
            return self._register_plan(path, progress)
        if is_spreadsheet(path):
            return self._tracker_plan(path, progress, as_at, mapping)
        proposal = propose(path, today=self._now().date(), progress=progress)
        return self.plan(proposal, proposal.records, as_at)

    def propose_text(self, name: str, text: str, progress: Progress) -> ImportPlan:
        """Read pasted words as a letter or a report page, which goes by ``name``.

        Raises:
            UserError: There are no words, or too many.
            Cancelled: The person asked for a stop.
        """
        proposal = propose_text(name, text, today=self._now().date(), progress=progress)
        return self.plan(proposal, proposal.records)

    def plan(
        self, proposal: Proposal, accepted: Sequence[Record], as_at: date | None = None
    ) -> ImportPlan:
        """Return what importing these records of a proposal, perhaps edited, would do.

        A letter is not the whole register: what it leaves open stays as it is, and what it does
        not name is not missing. What was proposed and is not accepted counts as rejected. ``as_at``
        is the date of the data; today when it is not given. It never goes back.
        """
        changes, rows = self._compare(_by_table(accepted), enriched)
        refused = len({each.uid for each in proposal.records} - {each.uid for each in accepted})
        rows = replace(rows, read=rows.read + refused, missing=0, rejected=refused)
        if not changes:
            return ImportPlan(replace(proposal, rows=rows), Act("Import", ()))
        batch = ImportBatch(
            uid=ImportBatchUid(made_uid()),
            file=proposal.file,
            sha256=proposal.sha256,
            kind=proposal.kind,
            at=self._now().astimezone(UTC),
            counts=_counts(rows),
            certificate=Certificate(
                as_at=as_at,
                problems=proposal.problems,
                not_understood=len(proposal.not_understood),
            ).to_text(),
        )
        changes.append(Change[Record](None, batch))
        act = Act(f"Import {proposal.file}", tuple(changes), self._dated(as_at), batch.uid)
        return ImportPlan(replace(proposal, rows=rows), act)

    def accept(
        self,
        plan: ImportPlan | TrackerPlan,
        progress: Progress,
        totals: Sequence[ReportedTotal] = (),
    ) -> Act[Record]:
        """Back the register up, then carry the plan out in one transaction.

        The ``totals`` of a tracker's covering report go on its certificate.

        Returns:
            The act, whose inverse takes the import back.

        Raises:
            UserError: Nothing was imported; a sentence says why.
            Cancelled: The person asked for a stop; nothing was imported.
        """
        act = with_totals_kept(plan.act, totals)
        if not act.changes and act.panel is None:
            return act
        with self._database.reading() as session:
            was_empty = register.is_empty(session)
        if not was_empty:
            back_up(self._database.path, self._backups, self._now(), progress)
        is_register = isinstance(plan, ImportPlan) and plan.proposal.kind is BatchKind.REGISTER
        is_whole = was_empty and is_register
        with still_collector():
            carry_out(self._database, act, self._now(), progress, is_whole_register=is_whole)
        return act

    def _tracker_plan(
        self, path: Path, progress: Progress, as_at: date | None, name: str | None
    ) -> ImportPlan:
        saved = self._trackers.mapping(name) if name is not None else None
        day = as_at or self._now().date()
        with self._trackers.look(path, progress) as file:
            suggestion = self._trackers.suggest(file, mapping=saved)
            plan = self._trackers.plan(file, suggestion.mapping, Decisions(), day, progress)
        records = [change.after for change in plan.act.changes if change.after is not None]
        proposal = Proposal(
            file=plan.file,
            sha256=plan.sha256,
            kind=BatchKind.TRACKER,
            records=tuple(each for each in records if not isinstance(each, ImportBatch)),
            rows=plan.rows,
            problems=_tracker_problems(plan),
        )
        return ImportPlan(proposal, plan.act)

    def _register_plan(self, path: Path, progress: Progress) -> ImportPlan:
        found = read_register(path, progress)
        _check_uids(found.records)
        changes, rows = self._compare(found.records, _as_found)
        with self._database.reading() as session:
            before = register.read_panel(session)
        panel = None if before == found.panel else Change(before, found.panel)
        records = tuple(record for each in found.records.values() for record in each)
        proposal = Proposal(
            file=path.name,
            sha256=_sha256(path),
            kind=BatchKind.REGISTER,
            records=records,
            rows=rows,
        )
        return ImportPlan(proposal, Act(f"Import {path.name}", tuple(changes), panel))

    def _compare(
        self,
        records: Mapping[str, Sequence[Record]],
        join: Callable[[Record, Record], Record],
    ) -> tuple[list[Change[Record]], RowCounts]:
        """Compare with the register: what is not in the file stays, and counts as missing.

        ``join`` makes, of a record as it is and as it was found, the one that is to be.
        """
        changes: list[Change[Record]] = []
        added = unchanged = missing = 0
        with self._database.reading() as session:
            for table, rows in records.items():
                there = register.existing(session, table, [row.uid for row in rows])
                missing += len(register.uids_of(session, table) - there.keys())
                for row in rows:
                    before = there.get(row.uid)
                    after = row if before is None else join(before, row)
                    if before == after:
                        unchanged += 1
                        continue
                    added += before is None
                    changes.append(Change[Record](before, after))
        read = sum(len(rows) for rows in records.values())
        changed = len(changes) - added
        return changes, RowCounts(read, added, changed, unchanged, missing)

    def _dated(self, as_at: date | None) -> Change[Panel] | None:
        with self._database.reading() as session:
            return moved_on(register.read_panel(session), as_at or self._now().date())


def enriched(before: Record, found: Record) -> Record:
    """Return a record as found, with what the file leaves open as the register has it.

    So a letter that is read again does not undo what a person has added since, such as the
    findings that a passage answers.
    """
    kept = {
        field.name: getattr(before, field.name)
        for field in fields(found)
        if getattr(found, field.name) in (*_LEFT_OPEN, field.default)
    }
    return replace(found, **kept)


def _tracker_problems(plan: TrackerPlan) -> tuple[ImportProblem, ...]:
    """Return the problems of every row; one that waits for a person is not imported here."""
    problems = [*plan.remarks]
    for outcome in plan.outcomes:
        if outcome.fate is Fate.WAITING:
            problems += [
                replace(each, message=f"{each.message} {_NOT_SETTLED}") for each in outcome.problems
            ]
        else:
            problems += outcome.problems
    return tuple(problems)


def _as_found(_before: Record, found: Record) -> Record:
    return found


def _by_table(records: Iterable[Record]) -> dict[str, list[Record]]:
    tables: dict[str, list[Record]] = {}
    for record in records:
        tables.setdefault(table_of(record), []).append(record)
    return tables


def _check_uids(records: Mapping[str, Sequence[Record]]) -> None:
    for table, rows in records.items():
        if len({row.uid for row in rows}) != len(rows):
            label = table.replace("_", " ")
            raise UserError(
                f"Two records of the list “{label}” have one uid. Nothing was imported."
            )


def _counts(rows: RowCounts) -> Mapping[str, Json]:
    return dict(asdict(rows))


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
