"""Bring a file's records into the register: propose, look at, accept."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, date, datetime
from hashlib import file_digest
from pathlib import Path

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.identity import ImportBatchUid, made_uid
from jasp_desktop.domain.imports import RowCounts
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.record_fields import table_of
from jasp_desktop.domain.records import ImportBatch, Json, Panel, Record
from jasp_desktop.domain.vocabulary import BatchKind, Section55Position
from jasp_desktop.exchange.letters.proposing import propose
from jasp_desktop.exchange.open_format import is_open_format, read_register
from jasp_desktop.exchange.proposals import Proposal
from jasp_desktop.store import register
from jasp_desktop.store.backups import back_up
from jasp_desktop.store.database import Database

UNNAMED_PANEL = "Joint Audit and Scrutiny Panel"
UNNAMED_FORCE = "Force not named yet"

_LEFT_OPEN = (None, (), "", Section55Position.TO_BE_DECIDED)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What accepting a proposal would do; its rows count against the register as it was."""

    proposal: Proposal
    act: Act[Record]


class ImportService:
    """Imports into one register. Plans are made and carried out in the worker thread."""

    def __init__(self, database: Database, backups: Path, now: Callable[[], datetime]) -> None:
        self._database = database
        self._backups = backups
        self._now = now

    def propose(self, path: Path, progress: Progress, as_at: date | None = None) -> ImportPlan:
        """Read a file and tell what importing it would do. Nothing changes.

        Raises:
            UserError: The file cannot be read; a sentence says why.
            Cancelled: The person asked for a stop.
        """
        if is_open_format(path):
            return self._register_plan(path, progress)
        proposal = propose(path, today=self._now().date(), progress=progress)
        return self.plan(proposal, proposal.records, as_at)

    def plan(
        self, proposal: Proposal, accepted: Sequence[Record], as_at: date | None = None
    ) -> ImportPlan:
        """Return what importing these records of a proposal, perhaps edited, would do.

        A letter is not the whole register: what it leaves open stays as it is, and what it does
        not name is not missing. ``as_at`` is the date of the data; today when it is not given.
        It never goes back.
        """
        changes, rows = self._compare(_by_table(accepted), enriched)
        rows = replace(rows, missing=0)
        if not changes:
            return ImportPlan(replace(proposal, rows=rows), Act("Import", ()))
        batch = ImportBatch(
            uid=ImportBatchUid(made_uid()),
            file=proposal.file,
            sha256=proposal.sha256,
            kind=proposal.kind,
            at=self._now().astimezone(UTC),
            counts=_counts(rows),
        )
        changes.append(Change[Record](None, batch))
        act = Act(f"Import {proposal.file}", tuple(changes), self._dated(as_at))
        return ImportPlan(replace(proposal, rows=rows), act)

    def accept(self, plan: ImportPlan, progress: Progress) -> Act[Record]:
        """Back the register up, then carry the plan out in one transaction.

        Returns:
            The act, whose inverse takes the import back.

        Raises:
            UserError: Nothing was imported; a sentence says why.
            Cancelled: The person asked for a stop; nothing was imported.
        """
        if not plan.act.changes and plan.act.panel is None:
            return plan.act
        with self._database.reading() as session:
            was_empty = register.is_empty(session)
        if not was_empty:
            back_up(self._database.path, self._backups, self._now(), progress)
        progress.report(0, 1, "Writing the register")
        with self._database.writing() as session:
            if register.is_empty(session):
                register.fill(session, plan.act, progress)
            else:
                register.apply(session, plan.act)
        return plan.act

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
            before = register.read_panel(session)
        day = as_at or self._now().date()
        panel = before or Panel(name=UNNAMED_PANEL, force=UNNAMED_FORCE)
        if panel.as_at is not None and panel.as_at >= day:
            return None
        return Change(before, replace(panel, as_at=day))


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
