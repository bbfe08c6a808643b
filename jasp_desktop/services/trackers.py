"""Import a force's tracker: look at the file, propose how it is read, plan what it would do."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from weakref import WeakKeyDictionary

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.errors import InvalidInput, UserError
from jasp_desktop.domain.identity import ImportBatchUid, made_uid
from jasp_desktop.domain.imports import Certificate, ReportedTotal
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.records import ImportBatch, Record
from jasp_desktop.domain.tracker_history import Export
from jasp_desktop.domain.trackers import (
    ColumnUse,
    Decisions,
    Fate,
    TrackerMapping,
    TrackerPlan,
    TrackerRow,
)
from jasp_desktop.domain.vocabulary import BatchKind
from jasp_desktop.exchange.trackers.columns import propose_columns, recognise
from jasp_desktop.exchange.trackers.date_columns import DATE_FIELDS, DateColumn, judge_dates
from jasp_desktop.exchange.trackers.heads import headings, likely_header, likely_sheet
from jasp_desktop.exchange.trackers.mapping_json import (
    batch_mapping,
    mapping_from_json,
    mapping_to_json,
)
from jasp_desktop.exchange.trackers.reading import read_tracker
from jasp_desktop.exchange.trackers.rows import read_rows
from jasp_desktop.exchange.trackers.sheets import SheetRow, TrackerFile
from jasp_desktop.exchange.trackers.status_words import propose_positions, propose_statuses
from jasp_desktop.services.panel_dates import moved_on
from jasp_desktop.services.still_collector import still_collector
from jasp_desktop.services.tracker_certificates import counted
from jasp_desktop.services.tracker_planning import Compared, Comparison, Standing, standing_of
from jasp_desktop.store import mappings, register
from jasp_desktop.store.database import Database
from jasp_desktop.store.trackers import past_imports

USUAL_TRACKER = "4ACTION"
"""The force's own database (DOMAIN.md), where no earlier import names another."""

_FEW_CELLS = 400_000
_EVERY = 200

type _DateReading = tuple[str, int, tuple[ColumnUse, ...]]
"""A sheet, the row of its headings, and what its columns of dates are read as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """How a sheet may be read, and what a person has still to say.

    ``recognised`` is the name of the saved mapping that was made for these headings. The mapping
    holds the meanings of all status words that are known; the others are listed as found.
    """

    mapping: TrackerMapping
    recognised: str | None
    headings: tuple[str, ...]
    unknown_statuses: tuple[str, ...]
    unknown_positions: tuple[str, ...]
    dates: tuple[DateColumn, ...]


class TrackerService:
    """Trackers of one register. Files are read and plans made in the worker thread."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        # A person decides again and again about one file, and each time its rows are gone through.
        self._kept: WeakKeyDictionary[TrackerFile, _Kept] = WeakKeyDictionary()

    def look(self, path: Path, progress: Progress) -> TrackerFile:
        """Read a spreadsheet; whoever asked closes it.

        Raises:
            UserError: It cannot be read; a sentence says why.
            Cancelled: The person asked for a stop.
        """
        return read_tracker(path, progress)

    @still_collector()
    def suggest(
        self,
        file: TrackerFile,
        sheet: str | None = None,
        header_row: int | None = None,
        *,
        mapping: TrackerMapping | None = None,
    ) -> Suggestion:
        """Propose how a sheet is read; of the likeliest sheet, from the likeliest headings.

        Of the saved mappings, or of ``mapping`` alone where a person named it, the one that was
        made for the headings is fitted to them.

        Raises:
            UserError: The named mapping is of other headings.
        """
        sheet = likely_sheet(file) if sheet is None else sheet
        header_row = likely_header(file, sheet) if header_row is None else header_row
        found = headings(file, sheet, header_row)
        known = recognise(found, self.mappings() if mapping is None else [mapping])
        if known is None and mapping is not None:
            raise UserError(
                f"The mapping “{mapping.name}” was made for other headings than those of "
                f"“{file.name}”. Nothing was imported."
            )
        if known is not None:
            fitted = replace(known, sheet=sheet, header_row=header_row)
            return replace(self.judge(file, fitted), recognised=known.name)
        tracker = self._usual_tracker()
        below = (row for row in self._rows_of(file, sheet) if row.number > header_row)
        proposed = TrackerMapping(
            name=tracker,
            tracker=tracker,
            sheet=sheet,
            header_row=header_row,
            columns=propose_columns(found, below),
        )
        return self.judge(file, proposed)

    def judge(self, file: TrackerFile, mapping: TrackerMapping) -> Suggestion:
        """Say what a mapping leaves open, such as after a person changed it."""
        rows = self._rows_of(file, mapping.sheet)
        statuses = propose_statuses(rows, mapping)
        positions = propose_positions(rows, mapping)
        settled = replace(
            mapping,
            statuses={**mapping.statuses, **statuses.known},
            positions={**mapping.positions, **positions.known},
        )
        return Suggestion(
            mapping=settled,
            recognised=None,
            headings=headings(file, mapping.sheet, mapping.header_row),
            unknown_statuses=statuses.unknown,
            unknown_positions=positions.unknown,
            dates=self._dates_of(file, mapping),
        )

    @still_collector()
    def plan(
        self,
        file: TrackerFile,
        mapping: TrackerMapping,
        decisions: Decisions,
        as_at: date,
        progress: Progress,
    ) -> TrackerPlan:
        """Tell what importing a tracker would do. Nothing changes.

        Raises:
            Cancelled: The person asked for a stop.
        """
        standing = standing_of(self._database, mapping.tracker)
        export = Export(
            tracker=mapping.tracker,
            as_at=as_at,
            previous=standing.past[0].as_at if standing.past else None,
            batch=ImportBatchUid(made_uid()),
        )
        sheet, total = self._rows_of(file, mapping.sheet), file.head(mapping.sheet).rows
        dates = self._dates_of(file, mapping)
        rows = _read(read_rows(sheet, mapping, decisions, dates), total, progress)
        comparison = Comparison(self._database, mapping, standing, export)
        compared = comparison.compare(rows, decisions, progress)
        plan = TrackerPlan(
            file=file.name,
            sha256=file.sha256,
            mapping=mapping,
            as_at=as_at,
            outcomes=tuple(compared.outcomes),
            missing=compared.missing,
            act=Act(f"Import {file.name}", tuple(compared.changes)),
            waiting=sum(each.fate is Fate.WAITING for each in compared.outcomes),
            remarks=tuple(compared.remarks),
        )
        return self._with_batch(plan, compared, standing, export)

    def with_totals(
        self, plan: TrackerPlan, totals: Sequence[tuple[str, int]]
    ) -> tuple[ReportedTotal, ...]:
        """Set totals that a covering report gives beside the register's, once it is imported.

        Counted are the actions that the file has. Words that are no status, position, colour,
        “open”, “overdue” or “total” count nothing.
        """
        counts = counted(self._database, plan, [words for words, _ in totals])
        return tuple(
            ReportedTotal(words=words, reported=reported, counted=count)
            for (words, reported), count in zip(totals, counts, strict=True)
        )

    def mappings(self) -> list[TrackerMapping]:
        """Return the saved mappings by name."""
        with self._database.reading() as session:
            saved = mappings.saved_mappings(session)
        found = (mapping_from_json(each) for _, each in saved)
        return [mapping for mapping in found if mapping is not None]

    def mapping(self, name: str) -> TrackerMapping:
        """Return the saved mapping of a name.

        Raises:
            UserError: There is none.
        """
        saved = self.mappings()
        found = next((each for each in saved if each.name == name), None)
        if found is None:
            names = ", ".join(f"“{each.name}”" for each in saved)
            known = f"The saved ones are {names}." if names else "None is saved yet."
            raise UserError(f"There is no mapping “{name}”. {known} Nothing was imported.")
        return found

    def save_mapping(self, mapping: TrackerMapping) -> None:
        """Keep a mapping under its name, in place of one that has it.

        Raises:
            InvalidInput: It has no name.
        """
        if not mapping.name.strip():
            raise InvalidInput("name", "Write a name for the mapping, such as “4ACTION 2026”.")
        with self._database.writing() as session:
            mappings.save_mapping(session, mapping.name, mapping_to_json(mapping))

    def forget_mapping(self, name: str) -> None:
        """Drop a saved mapping; what was imported by it stays."""
        with self._database.writing() as session:
            mappings.forget_mapping(session, name)

    def _rows_of(self, file: TrackerFile, sheet: str) -> Iterable[SheetRow]:
        head = file.head(sheet)
        if head.rows * head.columns > _FEW_CELLS:
            return _LongSheet(file, sheet)
        kept = self._kept.setdefault(file, _Kept()).rows
        if sheet not in kept:
            kept[sheet] = list(file.rows(sheet))
        return kept[sheet]

    def _dates_of(self, file: TrackerFile, mapping: TrackerMapping) -> tuple[DateColumn, ...]:
        """Judge the dates of a sheet, once for the same reading of the same columns."""
        uses = tuple(use for use in mapping.columns if use.field in DATE_FIELDS)
        reading = (mapping.sheet, mapping.header_row, uses)
        kept = self._kept.setdefault(file, _Kept()).dates
        if reading not in kept:
            kept[reading] = judge_dates(self._rows_of(file, mapping.sheet), mapping)
        return kept[reading]

    def _usual_tracker(self) -> str:
        with self._database.reading() as session:
            past = past_imports(session)
        return (past[0].certificate.tracker if past else None) or USUAL_TRACKER

    def _with_batch(
        self, plan: TrackerPlan, compared: Compared, standing: Standing, export: Export
    ) -> TrackerPlan:
        """Return a plan whose act also records the import, unless it would record nothing new."""
        problems = [problem for each in plan.outcomes for problem in each.problems]
        certificate = Certificate(
            as_at=plan.as_at,
            tracker=plan.mapping.tracker,
            mapping=plan.mapping.name,
            sheet=plan.mapping.sheet,
            problems=(*plan.remarks, *problems),
            missing=plan.missing,
            rows=compared.present,
        )
        if not plan.act.changes and not _is_news(certificate, standing):
            return plan
        batch = ImportBatch(
            uid=export.batch,
            file=plan.file,
            sha256=plan.sha256,
            kind=BatchKind.TRACKER,
            at=self._now().astimezone(UTC),
            mapping=batch_mapping(plan.mapping),
            counts=dict(asdict(plan.rows)),
            certificate=certificate.to_text(),
        )
        with self._database.reading() as session:
            panel = moved_on(register.read_panel(session), plan.as_at)
        recorded: Change[Record] = Change(None, batch)
        act = Act(plan.act.words, (*plan.act.changes, recorded), panel, batch.uid)
        return replace(plan, act=act)


def _is_news(certificate: Certificate, standing: Standing) -> bool:
    """Tell whether an export that changes no record still says something: for its own day."""
    said = (certificate.as_at, certificate.rows, set(certificate.missing))
    return bool(standing.past) and not any(
        (each.as_at, each.certificate.rows, set(each.certificate.missing)) == said
        for each in standing.past
    )


@dataclass(slots=True)
class _Kept:
    """What was found in one file: the rows of its sheets, and dates by how they are read."""

    rows: dict[str, list[SheetRow]] = field(default_factory=dict)
    dates: dict[_DateReading, tuple[DateColumn, ...]] = field(default_factory=dict)


class _LongSheet(Iterable[SheetRow]):
    """The rows of a sheet that is too long to keep, read anew each time they are gone through."""

    def __init__(self, file: TrackerFile, sheet: str) -> None:
        self._file, self._sheet = file, sheet

    def __iter__(self) -> Iterator[SheetRow]:
        return self._file.rows(self._sheet)


def _read(rows: Iterable[TrackerRow], total: int, progress: Progress) -> list[TrackerRow]:
    found: list[TrackerRow] = []
    for row in rows:
        if len(found) % _EVERY == 0:
            progress.report(min(row.number, total), total, "Reading the rows")
        found.append(row)
    return found
