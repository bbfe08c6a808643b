"""Commands about imports: read files in, list imports, take one back, print a certificate."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from jasp_desktop.cli.outcome import Outcome
from jasp_desktop.domain.changes import Act
from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.imports import ImportProblem
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.record_fields import table_of
from jasp_desktop.domain.records import ImportBatch, Json, Record
from jasp_desktop.domain.vocabulary import BatchKind
from jasp_desktop.exchange.proposals import as_json
from jasp_desktop.exchange.record_json import time_to_text
from jasp_desktop.services.imports import ImportPlan
from jasp_desktop.services.opening import Desk


def import_files(desk: Desk, options: argparse.Namespace) -> Outcome:
    """Read files in, one after another; a dry run says what they would do."""
    facts: list[Json] = []
    sentences: list[str] = []
    for path in options.files:
        plan = desk.imports.propose(path, Silent(), as_at=options.as_at, mapping=options.mapping)
        found = as_json(plan.proposal)
        sentences += _sentences(plan, is_dry_run=options.dry_run)
        if not options.dry_run:
            batch = _batch_of(desk.imports.accept(plan, Silent()))
            found["batch"] = batch.uid if batch else None
            sentences += _certificate(desk, batch, options.certificate)
        facts.append(found)
    return Outcome(facts[0] if len(facts) == 1 else facts, tuple(sentences))


def undo_import(desk: Desk, options: argparse.Namespace) -> Outcome:
    """Take one import back; without one named, list them, the newest first."""
    if options.batch is None:
        return _list_of(desk)
    batch = next((each for each in desk.certificates.batches() if each.uid == options.batch), None)
    if batch is None:
        raise UserError(
            f"There is no import “{options.batch}”. Leave --batch out to see those there are."
        )
    act = desk.undoing.undoing(batch.uid)
    desk.back_up(datetime.now(UTC), Silent())
    desk.register.carry_out(act)
    facts: Json = {"undone": batch.uid, "file": batch.file}
    return Outcome(facts, (f"Took back the import of “{batch.file}”.",))


def print_certificate(desk: Desk, options: argparse.Namespace) -> Outcome:
    """Write the certificate of an import as a PDF."""
    result = desk.certificates.write(options.batch, options.output, Silent())
    facts: Json = {
        "output": str(options.output),
        "batch": options.batch,
        "pages": result.pages,
        "substituted": [*result.substituted],
    }
    return Outcome(facts, (f"Wrote “{options.output.name}”: {_pages(result.pages)}.",))


def _batch_of(act: Act[Record]) -> ImportBatch | None:
    """Return the import that an act records; None where nothing changed, or a register was read."""
    made = (change.after for change in act.changes if change.before is None)
    return next((record for record in made if isinstance(record, ImportBatch)), None)


def _certificate(desk: Desk, batch: ImportBatch | None, output: Path | None) -> list[str]:
    if output is None:
        return []
    if batch is None:
        return [f"Nothing changed, so there is no certificate: “{output.name}” was not written."]
    result = desk.certificates.write(batch.uid, output, Silent())
    return [f"Wrote the certificate “{output.name}”: {_pages(result.pages)}."]


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"


def _sentences(plan: ImportPlan, *, is_dry_run: bool) -> list[str]:
    proposal, rows = plan.proposal, plan.proposal.rows
    counts: dict[str, int] = {}
    for record in proposal.records:
        label = table_of(record).replace("_", " ")
        counts[label] = counts.get(label, 0) + 1
    found = ", ".join(f"{label} {count}" for label, count in counts.items()) or "nothing to import"
    done = "Would import" if is_dry_run else "Imported"
    missing = f", missing {rows.missing}" if rows.missing else ""
    sentences = [f"{done} “{proposal.file}”: {found}."]
    sentences.append(
        f"Added {rows.added}, changed {rows.changed}, unchanged {rows.unchanged}, "
        f"rejected {rows.rejected}{missing}."
    )
    unit = "Row" if proposal.kind is BatchKind.TRACKER else "Line"
    sentences += [_problem_words(problem, unit) for problem in proposal.problems]
    if proposal.not_understood:
        sentences.append("Not understood:")
        sentences += [f"  line {each.line}: {each.text}" for each in proposal.not_understood]
    return sentences


def _problem_words(problem: ImportProblem, unit: str) -> str:
    """Return a problem with its place: “Row 57, Target date, “31/02/2026”: There is no …”."""
    if problem.row is None:
        return problem.message
    where = [f"{unit} {problem.row}"]
    where += [problem.column] if problem.column else []
    where += [f"“{problem.value}”"] if problem.value else []
    return f"{', '.join(where)}: {problem.message}"


def _list_of(desk: Desk) -> Outcome:
    batches = desk.certificates.batches()
    facts: Json = {"imports": [_facts(batch) for batch in batches]}
    sentences = [_line(batch) for batch in batches]
    return Outcome(facts, tuple(sentences or ["Nothing was imported yet."]))


def _facts(batch: ImportBatch) -> Json:
    return {
        "uid": batch.uid,
        "file": batch.file,
        "kind": batch.kind.value,
        "at": time_to_text(batch.at),
        "counts": dict(batch.counts) if batch.counts else None,
        "undone_at": time_to_text(batch.undone_at) if batch.undone_at else None,
    }


def _line(batch: ImportBatch) -> str:
    undone = f" (taken back on {in_words(batch.undone_at.date())})" if batch.undone_at else ""
    return f"{batch.uid}  {in_words(batch.at.date())}  “{batch.file}”{undone}"
