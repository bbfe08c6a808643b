"""What a certificate says, in the words of the screen."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.identity import ImportBatchUid
from jasp_desktop.domain.imports import Certificate, RowCounts
from jasp_desktop.domain.records import ImportBatch, Json
from jasp_desktop.domain.vocabulary import BatchKind
from jasp_desktop.ui.importing.tracker.words import FIELD_WORDS, counted

KIND_WORDS = {
    BatchKind.RESPONSE_LETTER: "Response letter",
    BatchKind.REPORT_PAGE: "Report page",
    BatchKind.REGISTER: "Register in the open format",
    BatchKind.TRACKER: "Tracker",
}
_BLOCK = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCertificate:
    """One import as the screen shows it; ``uid`` is its batch's, None where none was kept."""

    uid: ImportBatchUid | None
    file: str
    sha256: str
    kind: BatchKind
    when: datetime
    counts: RowCounts
    certificate: Certificate
    mapping: tuple[tuple[str, str], ...] = ()
    recorded: str = ""
    undone_at: datetime | None = None

    @property
    def unit(self) -> str:
        """Return what is counted: rows of a tracker, records of anything else."""
        return "row" if self.kind is BatchKind.TRACKER else "record"

    @property
    def facts(self) -> list[tuple[str, str]]:
        """Return names and words, in order."""
        kept = self.certificate
        as_at = in_words(kept.as_at) if kept.as_at else ""
        unread = counted(kept.not_understood, "line") if kept.not_understood else ""
        named = [
            ("Kind", KIND_WORDS.get(self.kind, self.kind.words)),
            ("Data as at", as_at),
            ("Tracker", kept.tracker or ""),
            ("Sheet", kept.sheet or ""),
            ("Mapping", kept.mapping or ""),
            ("Imported", moment_words(self.when)),
            ("Fingerprint", f"SHA-256 {_in_blocks(self.sha256)}"),
            ("Not understood", unread),
            ("What was recorded then", self.recorded),
        ]
        return [(name, words) for name, words in named if words]

    @property
    def sum_words(self) -> str:
        """Return the sum that shows that nothing was lost on the way."""
        counts = self.counts
        parts = (counts.added, counts.changed, counts.unchanged, counts.rejected)
        sums = " + ".join(f"{each:,}" for each in parts)
        return f"{sums} = {counted(counts.read, self.unit)} read from the file."


def shown(batch: ImportBatch) -> ShownCertificate:
    """Return what a batch keeps."""
    kept = Certificate.from_text(batch.certificate)
    return ShownCertificate(
        uid=batch.uid,
        file=batch.file,
        sha256=batch.sha256,
        kind=batch.kind,
        when=batch.at,
        counts=counts_of(batch),
        certificate=kept or Certificate(),
        recorded="" if kept else _words_of(batch.certificate),
        mapping=_mapping(batch.mapping or {}),
        undone_at=batch.undone_at,
    )


def counts_of(batch: ImportBatch) -> RowCounts:
    """Return a batch's counts; what another program left out, or wrote otherwise, is 0."""
    kept: Mapping[str, Any] = batch.counts or {}
    found = {each.name: kept.get(each.name) for each in fields(RowCounts)}
    return RowCounts(**{name: each if type(each) is int else 0 for name, each in found.items()})


def moment_words(when: datetime) -> str:
    """Return a moment in this computer's own time."""
    here = when.astimezone()
    return f"{in_words(here.date())}, {here:%H:%M}"


def _mapping(kept: Mapping[str, Json]) -> tuple[tuple[str, str], ...]:
    """Return which heading was read as what; what the batch keeps beside it is not shown."""
    known = {each.value: words for each, words in FIELD_WORDS.items()}
    return tuple(
        (" ".join(heading.split()), known[said])
        for heading, said in kept.items()
        if isinstance(said, str) and said in known
    )


def _words_of(certificate: str | None) -> str:
    """Return what a person wrote down of an import; nothing of what a later program did."""
    words = (certificate or "").strip()
    return "" if words.startswith("{") else words


def _in_blocks(digest: str) -> str:
    """Return a hash in groups of letters, as eyes compare it."""
    return " ".join(digest[at : at + _BLOCK] for at in range(0, len(digest), _BLOCK))
