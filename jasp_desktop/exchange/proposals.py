"""What an import proposes: records and their evidence; nothing counts until a person accepts it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field

from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.imports import ImportProblem, RowCounts
from jasp_desktop.domain.record_fields import table_of
from jasp_desktop.domain.records import Json, Record
from jasp_desktop.domain.vocabulary import BatchKind
from jasp_desktop.exchange.record_json import record_as_written

FORMAT = "jasp-proposal"
VERSION = 1
_ALWAYS_SHOWN = ("report", "finding", "response", "response_item", "action")


@dataclass(frozen=True, slots=True)
class UnreadLine:
    """A line on which no proposed record rests."""

    line: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Records read from one file.

    ``evidence`` gives, for each record's uid, the numbers of the source lines it rests on;
    ``source`` holds those lines as a person is shown them, line 1 first.
    """

    file: str
    sha256: str
    kind: BatchKind
    records: tuple[Record, ...] = ()
    evidence: Mapping[Uid, tuple[int, ...]] = field(default_factory=dict)
    rows: RowCounts = field(default_factory=RowCounts)
    problems: tuple[ImportProblem, ...] = ()
    not_understood: tuple[UnreadLine, ...] = ()
    source: tuple[str, ...] = ()


def as_json(proposal: Proposal) -> dict[str, Json]:
    """Return the proposal in the form that ``import --dry-run --json`` prints (DESIGN.md, 5)."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "source": {
            "file": proposal.file,
            "sha256": proposal.sha256,
            "kind": proposal.kind.value,
        },
        "records": _by_table(proposal.records),
        "rows": dict(asdict(proposal.rows)),
        "problems": [dict(asdict(problem)) for problem in proposal.problems],
        "not_understood": [dict(asdict(line)) for line in proposal.not_understood],
    }


def _by_table(records: Sequence[Record]) -> dict[str, Json]:
    tables: dict[str, list[Json]] = {table: [] for table in _ALWAYS_SHOWN}
    for record in records:
        tables.setdefault(table_of(record), []).append(record_as_written(record))
    return {table: list(rows) for table, rows in tables.items()}
