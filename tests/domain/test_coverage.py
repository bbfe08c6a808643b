"""Where the chain from finding to question has a blank, and which blanks are wanted."""

from dataclasses import replace
from datetime import date
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.coverage import (
    Answered,
    CoverageColumn,
    CoverageFacts,
    CoverageFilter,
    CoverageLine,
    CoverageOrder,
    CoverageQuery,
    Covered,
    SurveyedFinding,
    blanks_in,
    coverage_of,
    survey,
)
from jasp_desktop.domain.coverage_marks import mark_for_covered, mark_of_cell
from jasp_desktop.domain.identity import FindingUid, Uid
from jasp_desktop.domain.vocabulary import HmicfrsPosition, ResponsePosition

BARE = CoverageFacts(
    asks=True,
    applies=True,
    is_open=True,
    answered=Answered.NOT,
    actions=0,
    open_actions=0,
    undated=0,
    proven=0,
    unproven_closures=0,
    is_position_known=False,
    questions=0,
)
WHOLE = BARE._replace(
    answered=Answered.YES,
    actions=2,
    open_actions=1,
    proven=2,
    is_position_known=True,
    questions=1,
)
LINE = CoverageLine(
    uid=FindingUid(Uid("f")),
    reference="041/03",
    label="Recommendation 3",
    theme=None,
    text="The force should.",
    report_name="Stalking",
    facts=WHOLE,
    response=ResponsePosition.ACCEPTED,
    target=date(2026, 12, 1),
    position=HmicfrsPosition.OPEN,
)
W, N, P, T, X = Covered.WANTED, Covered.NOT_YET, Covered.PARTLY, Covered.THERE, Covered.NOT_NEEDED


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (BARE, (W, W, W, N, N, N)),
        (WHOLE, (T, T, T, T, T, T)),
        (BARE._replace(is_open=False), (N, N, N, N, N, N)),
        (BARE._replace(asks=False), (X, X, X, X, N, N)),
        (BARE._replace(applies=False), (W, X, X, X, N, N)),
        (BARE._replace(answered=Answered.DECLINED), (T, X, X, X, N, N)),
        (BARE._replace(answered=Answered.NOT_ADDRESSED), (W, W, W, N, N, N)),
        (WHOLE._replace(undated=1), (T, T, W, T, T, T)),
        (WHOLE._replace(open_actions=0), (T, T, X, T, T, T)),
        (WHOLE._replace(proven=1), (T, T, T, P, T, T)),
        (WHOLE._replace(proven=0), (T, T, T, N, T, T)),
        (WHOLE._replace(proven=1, unproven_closures=1), (T, T, T, W, T, T)),
        (BARE._replace(unproven_closures=1, is_open=False), (N, N, N, W, N, N)),
        (WHOLE._replace(questions=0, drafts=1), (T, T, T, T, T, T)),
    ],
)
def test_each_link_stands_as_the_facts_say(facts: CoverageFacts, expected):
    assert coverage_of(facts) == expected


def line(facts: CoverageFacts, **changes: object) -> CoverageLine:
    return replace(LINE, facts=facts, **changes)


def words_of(shown: CoverageLine) -> list[str]:
    return [cell.words for cell in shown.cells]


def test_a_blank_is_said_in_words():
    assert words_of(line(BARE, position=HmicfrsPosition.NOT_KNOWN)) == [
        "No response",
        "No action",
        "No date",
        "None yet",
        "Not known",
        "None asked",
    ]
    assert line(BARE).gaps == (3, 6)
    assert [cell.is_wanted for cell in line(BARE).cells] == [True] * 3 + [False] * 3


def test_what_is_there_is_said_in_words():
    assert words_of(LINE) == [
        "Accepted",
        "2 actions",
        "1\u00a0Dec\u00a02026",
        "Held",
        "Open",
        "1 question",
    ]


@pytest.mark.parametrize(
    ("facts", "changes", "column", "expected"),
    [
        (WHOLE, {"response": None}, 0, "Given"),
        (WHOLE, {"response": ResponsePosition.PARTLY_ACCEPTED}, 0, "Partly"),
        (BARE._replace(answered=Answered.NOT_ADDRESSED), {}, 0, "Not addressed"),
        (BARE._replace(asks=False), {}, 0, "Not needed"),
        (BARE._replace(asks=False), {}, 1, "Not needed"),
        (WHOLE._replace(actions=1), {}, 1, "1 action"),
        (BARE._replace(asks=False), {}, 2, "Not needed"),
        (WHOLE._replace(open_actions=0), {}, 2, "None open"),
        (WHOLE._replace(open_actions=2, undated=1), {}, 2, "1 of 2 undated"),
        (WHOLE._replace(undated=1), {"target": None}, 2, "No date"),
        (BARE._replace(asks=False), {}, 3, "Not needed"),
        (WHOLE._replace(proven=1), {}, 3, "1 of 2"),
        (WHOLE._replace(proven=0, unproven_closures=2), {}, 3, "No evidence"),
        (WHOLE._replace(proven=1, unproven_closures=1), {}, 3, "1 without"),
        (WHOLE, {"position": HmicfrsPosition.CLOSED_BY_HMICFRS}, 4, "Closed"),
        (WHOLE._replace(questions=0, drafts=2), {}, 5, "Draft of mine"),
        (WHOLE._replace(questions=2), {}, 5, "2 questions"),
    ],
)
def test_a_cell_says_what_it_holds(facts, changes, column: int, expected: str):
    assert words_of(line(facts, **changes))[column] == expected


def facts() -> st.SearchStrategy[CoverageFacts]:
    small = st.integers(0, 3)
    return st.builds(
        CoverageFacts,
        asks=st.booleans(),
        applies=st.booleans(),
        is_open=st.booleans(),
        answered=st.sampled_from(Answered),
        actions=small,
        open_actions=small,
        undated=small,
        proven=small,
        unproven_closures=small,
        is_position_known=st.booleans(),
        questions=small,
        drafts=small,
    )


@given(st.lists(facts()), st.sampled_from(CoverageFilter))
def test_totals_count_the_rows_that_they_open(found: list[CoverageFacts], which: CoverageFilter):
    rows = list(map(SurveyedFinding, range(len(found)), found))
    query = CoverageQuery(filter=which)
    everything = survey(rows, query)
    assert everything.counts[which] == len(everything.row_ids)
    assert everything.cells == 6 * len(everything.row_ids)
    for total in everything.totals:
        listed = survey(rows, replace(query, blank=total.column))
        assert len(listed.row_ids) == total.blanks
        assert listed.totals == everything.totals
        place = list(CoverageColumn).index(total.column)
        wanted = [row for row in listed.row_ids if coverage_of(found[row])[place] is W]
        assert len(wanted) == total.wanted


@given(
    st.lists(facts()),
    st.sampled_from([*CoverageOrder, *CoverageColumn]),
    st.booleans(),
)
def test_order_is_by_what_was_asked_and_ties_keep_theirs(found, order, descending: bool):
    rows = list(map(SurveyedFinding, range(len(found)), found))
    query = CoverageQuery(filter=CoverageFilter.ALL, order=order, descending=descending)
    ids = list(survey(rows, query).row_ids)
    assert sorted(ids) == list(range(len(found)))
    if order is CoverageOrder.REFERENCE:
        assert ids == sorted(ids, reverse=descending)
        return

    def key(row: int):
        coverage = coverage_of(found[row])
        if order is CoverageOrder.BLANKS:
            return blanks_in(coverage)
        return list(Covered).index(coverage[list(CoverageColumn).index(order)])

    keys = [key(row) for row in ids]
    assert keys == sorted(keys, reverse=descending)
    assert all(a < b for a, b in pairwise(ids) if key(a) == key(b))


def test_every_column_has_words_for_its_heading_and_its_blanks():
    assert all(column.heading and column.blank_words for column in CoverageColumn)
    assert {covered for covered in Covered if covered.is_blank} == {W, N}


def test_hmicfrs_speaks_by_its_own_mark():
    for covered, column in product(Covered, CoverageColumn):
        assert mark_for_covered(covered)
        assert column
    cells = {cell.column: cell for cell in LINE.cells}
    assert mark_of_cell(cells[CoverageColumn.HMICFRS], LINE.position).name == "open"
    assert mark_of_cell(cells[CoverageColumn.ACTION], LINE.position).name == "there"
    blank = {cell.column: cell for cell in line(BARE).cells}[CoverageColumn.HMICFRS]
    assert mark_of_cell(blank, HmicfrsPosition.NOT_KNOWN).name == "not_yet"
