"""What the words of a tracker's status columns mean, where they can mean one thing only."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jasp_desktop.domain.trackers import TrackerField, TrackerMapping
from jasp_desktop.domain.vocabulary import ForceStatus, HmicfrsPosition, Vocabulary
from jasp_desktop.exchange.trackers.cell_words import folded, is_error, words_of
from jasp_desktop.exchange.trackers.sheets import SheetRow

_FORCE: Mapping[ForceStatus, tuple[str, ...]] = {
    ForceStatus.AWAITING_ALLOCATION: (
        "awaiting allocation", "to be allocated", "not allocated", "unallocated", "awaiting owner",
        "pending allocation", "not yet allocated",
    ),
    ForceStatus.IN_PROGRESS: (
        "in progress", "ongoing", "on going", "started", "underway", "under way", "progressing",
        "work in progress", "wip", "on track", "open in progress", "in progress on track",
    ),
    ForceStatus.DELAYED: (
        "delayed", "overdue", "off track", "slipped", "behind schedule", "in progress delayed",
        "in progress off track",
    ),
    ForceStatus.PARTIALLY_IMPLEMENTED: (
        "partially implemented", "partly implemented", "part implemented", "partial",
        "partially complete", "partially completed", "partly complete", "part complete",
    ),
    ForceStatus.COMPLETE_AWAITING_EVIDENCE: (
        "complete awaiting evidence", "completed awaiting evidence", "awaiting evidence",
        "complete evidence awaited", "complete evidence outstanding", "complete pending evidence",
    ),
    ForceStatus.PENDING_SIGN_OFF: (
        "pending sign off", "awaiting sign off", "for sign off", "pending closure",
        "proposed for closure", "recommended for closure", "awaiting closure", "ready for sign off",
        "complete awaiting sign off", "complete pending sign off", "submitted for closure",
        "awaiting approval to close", "awaiting dcc sign off",
    ),
    ForceStatus.CLOSED_BY_FORCE: (
        "closed", "closed by force", "force closed", "closed by the force", "closed in force",
        "closed internally", "complete closed", "closed complete",
        "closed completed",
    ),
    ForceStatus.NO_FURTHER_ACTION: ("no further action", "nfa", "no action required", "no action"),
    ForceStatus.NOT_APPLICABLE: ("not applicable", "na", "n a", "does not apply", "not relevant"),
}  # fmt: skip

_HMICFRS: Mapping[HmicfrsPosition, tuple[str, ...]] = {
    HmicfrsPosition.OPEN: ("open", "open with hmicfrs", "remains open", "live", "active"),
    HmicfrsPosition.AWAITING_REVIEW: (
        "awaiting review", "awaiting hmicfrs review", "awaiting hmicfrs", "submitted",
        "submitted to hmicfrs", "with hmicfrs", "pending review", "awaiting verification",
        "awaiting hmicfrs verification", "under review", "awaiting hmicfrs sign off",
    ),
    HmicfrsPosition.CLOSED_BY_HMICFRS: (
        "closed", "closed by hmicfrs", "hmicfrs closed", "signed off", "signed off by hmicfrs",
        "discharged", "closed by hmic", "discharged by hmicfrs",
    ),
    HmicfrsPosition.NO_FURTHER_ACTION_NEEDED: (
        "no further action needed", "no further action", "nfa", "no further action required",
    ),
    HmicfrsPosition.SUPERSEDED_BY_LATER_INSPECTION: (
        "superseded", "superseded by later inspection", "superseded by a later inspection",
        "overtaken by later inspection",
    ),
    HmicfrsPosition.NOT_KNOWN: ("not known", "unknown", "not yet known"),
}  # fmt: skip

_COLOURS = frozenset({"red", "amber", "green", "blue", "grey", "gray", "black", "white", "yellow",
                      "r", "a", "g", "b", "red amber", "amber red", "amber green", "green amber",
                      "rag"})  # fmt: skip
_DATED = re.compile(r"\s*[(–—-]?\s*\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\s*\)?$")
_MARKS = re.compile(r"[^\w&]+")
_MOST_UNKNOWN = 200


@dataclass(frozen=True, slots=True)
class StatusWords[S: Vocabulary]:
    """The words of a column: what the known ones mean, in lower case, and the rest as found."""

    known: Mapping[str, S]
    unknown: tuple[str, ...]


def propose_statuses(rows: Iterable[SheetRow], mapping: TrackerMapping) -> StatusWords[ForceStatus]:
    """Return what the words for the force's status mean, the mapping's own meanings first."""
    return _words_in(rows, mapping, TrackerField.STATUS, mapping.statuses, _FORCE_BY_WORDS)


def propose_positions(
    rows: Iterable[SheetRow], mapping: TrackerMapping
) -> StatusWords[HmicfrsPosition]:
    """Return what the words for the inspectorate's position mean, the mapping's own first."""
    return _words_in(
        rows, mapping, TrackerField.HMICFRS_POSITION, mapping.positions, _HMICFRS_BY_WORDS
    )


def is_state_word(words: str) -> bool:
    """Tell whether words are a status, a position or a colour, and nothing else."""
    return any(kinds_of_state(words))


def kinds_of_state(words: str) -> tuple[bool, bool, bool]:
    """Tell whether words are a force's status, the inspectorate's position, a colour of a RAG."""
    plain = _plain(words)
    return plain in _FORCE_BY_WORDS, plain in _HMICFRS_BY_WORDS, plain in _COLOURS


def _words_in[S: Vocabulary](
    rows: Iterable[SheetRow],
    mapping: TrackerMapping,
    field: TrackerField,
    own: Mapping[str, S],
    built_in: Mapping[str, S],
) -> StatusWords[S]:
    columns = [use.column for use in mapping.columns if use.field is field]
    known: dict[str, S] = {}
    unknown: dict[str, str] = {}
    seen: set[str] = set()
    for row in rows:
        if row.number <= mapping.header_row:
            continue
        for column in columns:
            words = words_of(row.cells[column]) if column < len(row.cells) else None
            if words is None or words in seen:
                continue
            seen.add(words)
            if is_error(words):
                continue
            if (key := folded(words)) in known or key in unknown:
                continue
            if meaning := own.get(key) or built_in.get(_plain(words)):
                known[key] = meaning
            elif len(unknown) < _MOST_UNKNOWN:
                unknown[key] = words
    return StatusWords(known, tuple(unknown.values()))


def _plain(words: str) -> str:
    """Return words without their marks, and without a date behind them (“Closed (12/03/2026)”)."""
    return " ".join(_MARKS.sub(" ", _DATED.sub("", words.lower())).split())


def _by_words[S: Vocabulary](meanings: Mapping[S, tuple[str, ...]]) -> dict[str, S]:
    found = {words: meaning for meaning, each in meanings.items() for words in each}
    return found | {_plain(meaning.words): meaning for meaning in meanings}


_FORCE_BY_WORDS = _by_words(_FORCE)
_HMICFRS_BY_WORDS = _by_words(_HMICFRS)
