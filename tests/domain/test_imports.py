"""The certificate of an import: it goes into a register as text and comes out the same."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.imports import (
    Certificate,
    ImportProblem,
    MissingRow,
    ReportedTotal,
    RowCounts,
)

_WORDS = st.text(max_size=20)
_PROBLEMS = st.builds(
    ImportProblem,
    row=st.none() | st.integers(1, 100_000),
    column=st.none() | _WORDS,
    value=st.none() | _WORDS,
    message=_WORDS,
)
_CERTIFICATES = st.builds(
    Certificate,
    as_at=st.none() | st.dates(),
    tracker=st.none() | _WORDS,
    mapping=st.none() | _WORDS,
    sheet=st.none() | _WORDS,
    problems=st.lists(_PROBLEMS, max_size=3).map(tuple),
    missing=st.lists(st.builds(MissingRow, uid=_WORDS, label=_WORDS), max_size=3).map(tuple),
    totals=st.lists(
        st.builds(
            ReportedTotal, words=_WORDS, reported=st.integers(0, 999), counted=st.integers(0, 999)
        ),
        max_size=3,
    ).map(tuple),
    rows=st.dictionaries(_WORDS, _WORDS, max_size=3),
    not_understood=st.integers(0, 99),
)


@given(_CERTIFICATES)
def test_a_certificate_comes_back_from_its_text_as_it_was(certificate: Certificate) -> None:
    assert Certificate.from_text(certificate.to_text()) == certificate


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "Imported on a Monday.",
        "[]",
        '"words"',
        "{}",
        '{"version": 1}',
        json.dumps(json.loads(Certificate().to_text()) | {"version": 2}),
        json.dumps(json.loads(Certificate().to_text()) | {"as_at": "31/02/2026"}),
        json.dumps(json.loads(Certificate().to_text()) | {"problems": [{"line": 3}]}),
    ],
)
def test_a_text_that_is_no_certificate_of_this_program_gives_none(text: str | None) -> None:
    assert Certificate.from_text(text) is None


def test_the_text_of_a_certificate_does_not_depend_on_the_order_of_its_rows() -> None:
    one = Certificate(as_at=date(2026, 9, 30), rows={"4A-1": "a", "4A-2": "b"})
    other = Certificate(as_at=date(2026, 9, 30), rows={"4A-2": "b", "4A-1": "a"})
    assert one.to_text() == other.to_text()


@pytest.mark.parametrize(
    ("counts", "reconciles"),
    [
        (RowCounts(), True),
        (RowCounts(read=214, added=8, changed=31, unchanged=168, rejected=7), True),
        (RowCounts(read=214, added=8, changed=31, unchanged=168, rejected=7, missing=2), True),
        (RowCounts(read=214, added=8, changed=31, unchanged=168, rejected=6), False),
    ],
)
def test_counts_reconcile_when_every_row_is_accounted_for(
    counts: RowCounts, *, reconciles: bool
) -> None:
    assert counts.reconciles is reconciles


def test_a_total_of_the_covering_report_agrees_only_when_it_is_the_same() -> None:
    assert ReportedTotal(words="in progress", reported=130, counted=130).agrees
    assert not ReportedTotal(words="in progress", reported=130, counted=131).agrees
