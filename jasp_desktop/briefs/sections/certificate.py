"""The certificate of an import: what a file was, what became of its rows, and what did not fit."""

from collections.abc import Mapping
from dataclasses import fields

from jasp_desktop.briefs.blocks import (
    Block,
    Brief,
    Cell,
    CellLine,
    Column,
    Fact,
    Facts,
    Heading,
    Kept,
    Prose,
    Role,
    Run,
    Section,
    Table,
    cell,
    plain,
    strong,
)
from jasp_desktop.briefs.sections.phrases import as_at_words, marking_words, prose
from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.imports import Certificate, ImportProblem, ReportedTotal, RowCounts
from jasp_desktop.domain.records import ImportBatch, Json, Panel
from jasp_desktop.domain.vocabulary import BatchKind

TITLE = "Certificate of import"

_GROUP = 32
_LONGEST_VALUE = 300
_KINDS = {
    BatchKind.TRACKER: "The force’s tracker",
    BatchKind.RESPONSE_LETTER: "A response",
    BatchKind.REPORT_PAGE: "A report’s page",
    BatchKind.REGISTER: "A whole register",
}
_CAPITALS = {"Hmicfrs": "HMICFRS", "Rag": "RAG"}
_MISSING = "An earlier export had these and this one has not. They stay as they were."
_OF_TRACKERS = (
    "“Unchanged” says that the register held the same already. A blank cell takes nothing away.",
    "A rejected row was left out whole. The rows beside it were imported.",
    "What is missing from a file stays in the register, with all its earlier values.",
)
_OF_OTHERS = (
    "“Unchanged” says that the register held the same already.",
    "What the file leaves open, or does not name, stays in the register as it was.",
)


def certificate_of(panel: Panel, batch: ImportBatch) -> Brief:
    """Return an import's certificate as a document of one section."""
    certificate = Certificate.from_text(batch.certificate)
    counts = _counts(batch.counts)
    blocks: list[Block] = [Heading(1, TITLE, kicker=panel.name)]
    if batch.undone_at is not None:
        undone = f"This import was taken back on {in_words(batch.undone_at.date())}."
        blocks.append(Prose(strong(undone)))
    blocks.append(Facts(_facts(batch, certificate or Certificate())))
    blocks += _rows(counts, batch.kind)
    if certificate is not None:
        blocks += _body(certificate, counts)
    elif batch.certificate and not batch.certificate.startswith("{"):
        blocks += [Heading(2, "What was recorded then"), *prose(batch.certificate)]
    blocks += _mapping(batch.mapping)
    blocks += _notes(_OF_TRACKERS if batch.kind is BatchKind.TRACKER else _OF_OTHERS)
    as_at = certificate.as_at if certificate else None
    running = f"{TITLE}: {batch.file}"
    return Brief(
        title=running,
        author=panel.name,
        subject=f"{batch.file}, imported on {in_words(batch.at.date())}",
        marking=marking_words(panel.default_marking),
        footing=as_at_words(as_at),
        sections=(Section("certificate", TITLE, running, tuple(blocks)),),
    )


def _counts(found: Mapping[str, Json] | None) -> RowCounts:
    """Read the counts of a batch; what is missing or no number counts as none."""
    known = found or {}
    given = {field.name: known.get(field.name) for field in fields(RowCounts)}
    return RowCounts(**{key: each for key, each in given.items() if isinstance(each, int)})


def _facts(batch: ImportBatch, certificate: Certificate) -> tuple[Fact, ...]:
    rows = (
        ("File", batch.file),
        ("What it is", _KINDS.get(batch.kind, batch.kind.words)),
        ("Tracker", certificate.tracker),
        ("Sheet", certificate.sheet),
        ("Columns read by", certificate.mapping and f"the saved mapping “{certificate.mapping}”"),
        ("Data as at", certificate.as_at and in_words(certificate.as_at)),
        ("Imported", f"{in_words(batch.at.date())}, {batch.at:%H:%M} UTC"),
        ("SHA-256 of the file", _grouped(batch.sha256)),
        ("Number of this import", batch.uid),
    )
    return tuple(Fact(label, cell(value)) for label, value in rows if value)


def _grouped(digest: str) -> str:
    return " ".join(digest[start : start + _GROUP] for start in range(0, len(digest), _GROUP))


def _rows(counts: RowCounts, kind: BatchKind) -> list[Block]:
    is_tracker = kind is BatchKind.TRACKER
    what = "rows" if is_tracker else "records"
    parts = (
        ("Added", counts.added),
        ("Changed", counts.changed),
        ("Unchanged", counts.unchanged),
        ("Rejected" if is_tracker else "Refused in the review", counts.rejected),
    )
    lines = [(cell(words), cell(f"{number:,}")) for words, number in parts]
    total = (_bold(f"{what.capitalize()} in the file"), _bold(f"{counts.read:,}"))
    if counts.missing:
        missing = (
            cell("Missing from this file, kept in the register"),
            cell(f"{counts.missing:,}"),
        )
        rows = (total, *lines, missing)
    else:
        rows = (total, *lines)
    columns = (Column("What is counted", share=1), Column("Number", right=True))
    table = Table(columns, rows)
    return [Heading(2, f"What became of the {what}"), Kept((table, _sum(counts)))]


def _sum(counts: RowCounts) -> Prose:
    parts = (counts.added, counts.changed, counts.unchanged, counts.rejected)
    added_up = " + ".join(f"{part:,}" for part in parts)
    if counts.reconciles:
        return Prose(plain(f"{added_up} = {counts.read:,}: every one is accounted for."))
    short = f"{added_up} = {sum(parts):,}, not {counts.read:,}: not every one is accounted for."
    return Prose(strong(short))


def _body(certificate: Certificate, counts: RowCounts) -> list[Block]:
    blocks: list[Block] = []
    if certificate.totals:
        blocks += _totals(certificate.totals)
    if certificate.problems:
        blocks += _problems(certificate.problems)
    elif not counts.rejected:
        blocks += [Heading(2, "Problems"), Prose(plain("None was found."))]
    if certificate.missing:
        blocks.append(Heading(2, "Missing from this file"))
        blocks.append(
            Prose(
                plain("An earlier export had these and this one has not. They stay as they were.")
            )
        )
        blocks += [Prose(plain(row.label), Role.LIST, number="•") for row in certificate.missing]
    if certificate.not_understood:
        words = _count(certificate.not_understood, "line", "lines")
        blocks.append(Heading(2, "Not understood"))
        blocks.append(Prose(plain(f"No record rests on {words} of the file.")))
    return blocks


def _totals(totals: tuple[ReportedTotal, ...]) -> list[Block]:
    columns = (
        Column("Counted in the covering report", share=1),
        Column("Report", right=True),
        Column("Register", right=True),
        Column("Agrees"),
    )
    rows = tuple(
        (
            cell(total.words),
            cell(f"{total.reported:,}"),
            cell(f"{total.counted:,}"),
            cell("Yes") if total.agrees else _bold(_differs(total)),
        )
        for total in totals
    )
    return [Heading(2, "Against the covering report"), Table(columns, rows)]


def _differs(total: ReportedTotal) -> str:
    by = total.counted - total.reported
    return f"{abs(by):,} {'more' if by > 0 else 'fewer'}"


def _problems(problems: tuple[ImportProblem, ...]) -> list[Block]:
    columns = (
        Column("Row", right=True),
        Column("Column", share=1),
        Column("What stands there", share=1.2),
        Column("What is wrong", share=2),
    )
    rows = tuple(
        (
            cell("–" if problem.row is None else str(problem.row)),
            cell(problem.column or "–"),
            cell(_shortened(problem.value or "–")),
            cell(problem.message),
        )
        for problem in problems
    )
    words = _count(len(problems), "problem", "problems")
    return [Heading(2, words.capitalize()), Table(columns, rows)]


def _shortened(value: str) -> str:
    """Return a cell's words; of a very long one, its beginning and its length."""
    if len(value) <= _LONGEST_VALUE:
        return value
    return f"{value[:_LONGEST_VALUE]}… ({len(value):,} characters)"


def _mapping(mapping: Mapping[str, Json] | None) -> list[Block]:
    read = {head: each for head, each in (mapping or {}).items() if isinstance(each, str)}
    if not read:
        return []
    columns = (Column("Heading in the file", share=1), Column("Read as", share=1))
    rows = tuple((cell(head), cell(_field_words(field))) for head, field in read.items())
    return [Heading(2, "How the columns were read"), Table(columns, rows)]


def _field_words(field: str) -> str:
    """Return a field of the open format in words: “Update: text” for “update.text”."""
    words = field.replace(".", ": ").replace("_", " ")
    first, _, rest = words.partition(" ")
    first = first.capitalize()
    return f"{_CAPITALS.get(first, first)} {rest}".strip()


def _notes(sentences: tuple[str, ...]) -> list[Block]:
    notes = [Prose(plain(words), Role.LIST, number="•") for words in sentences]
    return [Kept((Heading(2, "What to know about these counts"), notes[0])), *notes[1:]]


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _bold(text: str) -> Cell:
    return (CellLine((Run(text, bold=True),)),)
