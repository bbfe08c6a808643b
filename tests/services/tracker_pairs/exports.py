"""Two exports of an invented force's tracker in every layout, and by hand what is between them.

The lists were written from the two exports as a person reads them, before the import was run.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tests.exchange.trackers.sample_sheets import (
    LINES,
    PEEL,
    Line,
    Sheet,
    answers,
    four_action,
    iso,
    plain_words,
    rounds,
    sections,
    two_row_headings,
)

SPRING, SUMMER, AUTUMN = date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1)

_SAFETY, _SAMPLE, _CALLS, _NURSE, _SEARCH, _MISSING_CHILDREN = LINES

NEW = Line(
    reference="4A-000130", report=PEEL, number="3", kind="AFI",
    text="The force should publish how quickly it answers complaints.",
    action="Put a monthly figure on the website.", owner="Head of Standards",
    original=date(2026, 12, 31), target=date(2026, 12, 31), status="Awaiting allocation",
)  # fmt: skip

LATER: tuple[Line, ...] = (
    replace(
        _SAFETY,
        owner="D/Supt Vulnerability",
        target=date(2026, 9, 30),
        updated=date(2026, 6, 12),
        updates={**_SAFETY.updates, "June 2026": "Training at half strength."},
    ),
    replace(
        _SAMPLE, status="In progress", updates={**_SAMPLE.updates, "June 2026": "No work yet."}
    ),
    replace(_CALLS, position="Closed by HMICFRS"),
    NEW,
    replace(_SEARCH, status="Closed", closed=date(2026, 5, 20), evidence="Audit of fifty records"),
    replace(
        _MISSING_CHILDREN,
        action="Review the last twelve months and report to the partnership.",
        rag="Green",
    ),
)
"""Three months on; the line of the nurse has gone."""


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A layout, and what its second export changes: by the row's label, then field by field."""

    lay_out: Callable[[Sequence[Line]], Sheet]
    changed: Mapping[str, tuple[str, ...]]
    added: str
    missing: str
    not_actions: int = 0


_OWNER = "owner: D/Supt Public Protection → D/Supt Vulnerability"
_TARGET = "target: 2026-06-30 → 2026-09-30"
_HALF = "update: Form agreed. Training started. → Training at half strength."
_REPEATED = "update: No work yet. → No work yet."
_BEGUN = "status: Awaiting allocation → In progress"
_CLOSED = "status: Complete, awaiting evidence → Closed by force"
_REPORT_TO = (
    "text: Review the last twelve months and report to the safeguarding board."
    " → Review the last twelve months and report to the partnership."
)
_AUDIT = "evidence: – → Audit of fifty records"
_GREEN = "rag_as_reported: Amber → Green"
_NURSE_WORDS = "Vary the healthcare contract."

PAIRS: Mapping[str, Pair] = {
    "four_action": Pair(
        lay_out=four_action,
        changed={
            "4A-000101": (_OWNER, _TARGET, _HALF),
            "4A-000102": (_BEGUN,),
            "4A-000103": ("hmicfrs_position: Awaiting review → Closed by HMICFRS",),
            "4A-000111": (_CLOSED, _AUDIT),
            "4A-000120": (_GREEN, _REPORT_TO),
        },
        added="4A-000130",
        missing="4A-000110",
        not_actions=1,
    ),
    "rounds": Pair(
        lay_out=rounds,
        changed={
            "No. 1": (_OWNER, _HALF),
            "No. 1 ": (_REPEATED,),
            "No. 7.1": (_REPORT_TO,),
        },
        added="No. 3",
        missing=_NURSE_WORDS,
    ),
    "answers": Pair(
        lay_out=answers,
        changed={"No. 7.1": (_REPORT_TO,)},
        added="No. 3",
        missing=_NURSE_WORDS,
    ),
    "sections": Pair(
        lay_out=lambda lines: sections(lines, dates=iso),
        changed={
            "No. 1": (_OWNER, _TARGET, _HALF),
            "No. 1 ": (_BEGUN,),
            "No. 2": (_CLOSED,),
            "No. 7.1": (_REPORT_TO,),
        },
        added="No. 3",
        missing=_NURSE_WORDS,
        not_actions=3,
    ),
    "two_row_headings": Pair(
        lay_out=two_row_headings,
        changed={
            "4A-000101": (_OWNER, _TARGET, _HALF),
            "4A-000102": (_BEGUN,),
            "4A-000111": (_CLOSED,),
            "4A-000120": (_GREEN,),
        },
        added="4A-000130",
        missing="4A-000110",
        not_actions=1,
    ),
    "plain_words": Pair(
        lay_out=plain_words,
        changed={
            "4A-000101": (_OWNER, _TARGET, _HALF),
            "4A-000102": (_BEGUN,),
            "4A-000111": (_CLOSED, _AUDIT),
        },
        added="4A-000130",
        missing="4A-000110",
    ),
}
