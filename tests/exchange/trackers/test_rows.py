"""Every row of a tracker that says anything comes out, read or with what stands in its way."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.trackers import (
    ColumnUse,
    DateOrder,
    Decisions,
    RoundUpdate,
    TrackerField,
    TrackerMapping,
)
from jasp_desktop.domain.vocabulary import ForceStatus, HmicfrsPosition
from jasp_desktop.exchange.trackers.columns import propose_columns
from jasp_desktop.exchange.trackers.date_columns import ColumnReading, judge_dates
from jasp_desktop.exchange.trackers.rows import column_name, read_rows
from jasp_desktop.exchange.trackers.sheets import CellError
from jasp_desktop.exchange.trackers.status_words import propose_positions, propose_statuses
from tests.exchange.trackers.sample_sheets import (
    CUSTODY,
    LAYOUTS,
    LINES,
    PEEL,
    day_first,
    four_action,
    headings_of,
    in_words,
    iso,
    month_first,
    opened_in_america,
    real_date,
    rows,
    rows_of,
    sections,
    serial,
    two_row_headings,
)

_NONE = Decisions()


def mapping_of(sheet):
    found = rows_of(sheet)
    mapping = TrackerMapping(
        name="sample",
        tracker="4ACTION",
        sheet=sheet.name,
        header_row=sheet.header_row,
        columns=propose_columns(headings_of(sheet), found[sheet.header_row :]),
    )
    return replace(
        mapping,
        statuses=propose_statuses(found, mapping).known,
        positions=propose_positions(found, mapping).known,
    )


def with_order(mapping, order):
    return replace(mapping, columns=tuple(replace(use, order=order) for use in mapping.columns))


def small(fields, *cells, **changes):
    columns = tuple(
        ColumnUse(column=place, heading=field.value, field=field)
        for place, field in enumerate(fields)
    )
    mapping = TrackerMapping(
        name="small", tracker="4ACTION", sheet="A", header_row=0, columns=columns, **changes
    )
    return list(read_rows(rows(cells), mapping, _NONE))


@pytest.mark.parametrize("dates", [real_date, serial, iso, in_words])
def test_a_full_export_is_read_whatever_its_dates_look_like(dates):
    sheet = four_action(dates=dates)
    found = [row for row in read_rows(rows_of(sheet), mapping_of(sheet), _NONE) if not row.faults]
    assert [row.reference for row in found] == [line.reference for line in LINES]
    for row, line in zip(found, LINES, strict=True):
        assert (row.report, row.published, row.finding_number) == (
            line.report,
            line.published,
            line.number,
        )
        assert (row.original_target, row.target, row.closed_on, row.updated_on) == (
            line.original,
            line.target,
            line.closed,
            line.updated,
        )
        assert (row.owner, row.executive_lead, row.rag_as_reported, row.evidence) == (
            line.owner,
            line.lead,
            line.rag,
            line.evidence,
        )
    assert found[0].status is ForceStatus.IN_PROGRESS
    assert found[0].hmicfrs_position is HmicfrsPosition.OPEN
    assert found[0].updates == (RoundUpdate(as_at=None, text="Form agreed.\nTraining started."),)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_row_under_the_headings_that_says_anything_is_accounted_for(layout):
    sheet = LAYOUTS[layout](LINES)
    found = list(read_rows(rows_of(sheet), mapping_of(sheet), _NONE))
    said = [number for number, cells in enumerate(sheet.cells, 1)
            if number > sheet.header_row and any(cell is not None for cell in cells)]  # fmt: skip
    assert [row.number for row in found] == said
    assert len([row for row in found if not row.faults]) == len(LINES)


def test_totals_headings_and_lines_of_their_own_are_left_out_with_the_reason():
    fields = (TrackerField.FINDING_NUMBER, TrackerField.FINDING_TEXT, TrackerField.STATUS)
    found = small(
        fields,
        ("1", "Every repeat victim should have a plan.", "In progress"),
        ("finding_number", "finding_text", "status"),
        ("Total", 12, 41),
        ("Grand total", None, None),
        ("In progress", 130, None),
        (27, "Awaiting allocation", None),
        ("Dates were revised in March", None, None),
        (None, None, "In progress since the last meeting"),
        (None, "Every detainee should be seen by a nurse.", None),
        statuses={"in progress": ForceStatus.IN_PROGRESS},
    )
    reasons = {row.number: row.faults[0].message for row in found if row.faults}
    assert list(reasons) == [2, 3, 4, 5, 6, 7, 8]
    assert "headings" in reasons[2]
    assert all("total" in reasons[number] for number in (3, 4, 5, 6))
    assert all("line of its own" in reasons[number] for number in (7, 8))


def test_a_row_that_names_no_action_is_left_out_with_the_reason():
    fields = (TrackerField.FINDING_TEXT, TrackerField.OWNER, TrackerField.UPDATE)
    (found,) = small(fields, (None, "Head of Crime", "Continued from above."))
    assert "which action" in found.faults[0].message


def test_a_total_of_many_figures_and_an_action_about_totals_are_told_apart():
    fields = (TrackerField.FINDING_NUMBER, TrackerField.FINDING_TEXT, TrackerField.ACTION_TEXT,
              TrackerField.OWNER, TrackerField.TARGET, TrackerField.STATUS)  # fmt: skip
    action = ("Total victim care", "Publish the total.", "Count.", "Head of Crime", None, None)
    totals, action = small(fields, ("Totals", "12", 3, "4%", "£5,000", 6, 7), action)
    assert "total" in totals.faults[0].message
    assert not action.faults


def test_titles_over_rows_give_the_report_only_where_they_surely_name_one():
    sheet = sections()
    found = list(read_rows(rows_of(sheet), mapping_of(sheet), _NONE))
    reports = {row.number: row.report for row in found if not row.faults}
    assert reports == {4: PEEL, 5: PEEL, 6: PEEL, 9: CUSTODY, 10: CUSTODY, 13: None}


def test_a_cell_that_can_be_read_two_ways_waits_until_its_column_is_settled():
    sheet = four_action(dates=day_first)
    mapping = mapping_of(sheet)
    waiting = {row.reference: row.waiting for row in read_rows(rows_of(sheet), mapping, _NONE)}
    (problem, _) = waiting["4A-000110"][:2]
    assert (problem.row, problem.column, problem.value) == (8, "Original target date", "03/04/2026")
    assert "3\xa0April\xa02026 or 4\xa0March\xa02026" in problem.message
    chosen = list(read_rows(rows_of(sheet), with_order(mapping, DateOrder.DAY_FIRST), _NONE))
    assert not any(row.waiting for row in chosen)
    assert chosen[3].target == date(2026, 4, 3)
    blank = list(read_rows(rows_of(sheet), with_order(mapping, DateOrder.LEAVE_BLANK), _NONE))
    assert blank[3].target is None
    assert any(remark.value == "03/04/2026" for remark in blank[3].remarks)


@pytest.mark.parametrize(
    ("dates", "reading"),
    [(day_first, ColumnReading.DAY_FIRST_SHOWN), (month_first, ColumnReading.MONTH_FIRST_SHOWN)],
)
def test_a_column_is_judged_from_all_its_cells_and_still_asks(dates, reading):
    sheet = four_action(dates=dates)
    judged = judge_dates(rows_of(sheet), mapping_of(sheet))
    target = next(each for each in judged if each.use.field is TrackerField.TARGET)
    assert target.reading is reading
    assert [each.row for each in target.ambiguous] == [8, 9]
    assert target.ambiguous[0].day_first != target.ambiguous[0].month_first
    assert target.needs_choice


@pytest.mark.parametrize(
    ("cells", "reading"),
    [
        (["03/04/2026"], ColumnReading.OPEN),
        (["03/04/2026", "31/10/2026", "10/31/2026"], ColumnReading.MIXED),
        ([date(2026, 3, 4), "31/10/2026"], ColumnReading.SUSPECT),
        ([date(2026, 3, 4), date(2026, 3, 31), "31/10/2026"], None),
        ([date(2026, 3, 3), "31/10/2026", "TBC", None, True], None),
        (["31/10/2026", "9th July 2024"], None),
    ],
)
def test_what_the_other_cells_show_is_told(cells, reading):
    use = ColumnUse(column=0, heading="Target", field=TrackerField.TARGET)
    mapping = TrackerMapping(name="a", tracker="a", sheet="a", header_row=1, columns=(use,))
    judged = judge_dates(rows([["Target"], *([cell] for cell in cells), []]), mapping)
    assert [each.reading for each in judged] == ([reading] if reading else [])


def test_real_dates_that_a_spreadsheet_turned_round_wait_and_are_turned_back():
    sheet = two_row_headings(dates=opened_in_america)
    mapping = mapping_of(sheet)
    judged = judge_dates(rows_of(sheet), mapping)
    assert {each.reading for each in judged} == {ColumnReading.SUSPECT}
    waiting = list(read_rows(rows_of(sheet), mapping, _NONE, judged))
    assert [row.reference for row in waiting if row.waiting] == ["4A-000110", "4A-000111"]
    turned = with_order(mapping, DateOrder.DAY_FIRST)
    back = list(read_rows(rows_of(sheet), turned, _NONE, judge_dates(rows_of(sheet), turned)))
    assert [row.target for row in back if not row.faults] == [line.target for line in LINES]
    assert any("turned round" in remark.message for remark in back[3].remarks)


def test_an_impossible_date_names_row_column_value_and_reason_and_can_be_corrected():
    lines = [replace(LINES[0], target=date(2026, 6, 30)), *LINES[1:]]
    sheet = four_action(lines, dates=iso)
    cells = [list(each) for each in sheet.cells]
    cells[4][10] = "31/02/2026"
    sheet = replace(sheet, cells=tuple(map(tuple, cells)))
    mapping = mapping_of(sheet)
    row = next(read_rows(rows_of(sheet), mapping, _NONE))
    (fault,) = row.faults
    assert (fault.row, fault.column, fault.value) == (5, "Current target date", "31/02/2026")
    assert fault.message.startswith("February has no 31st day.")
    corrected = Decisions(corrections={(5, 10): "28 February 2026", (5, 30): "beyond the sheet"})
    row = next(read_rows(rows_of(sheet), mapping, corrected))
    assert (row.faults, row.target) == ((), date(2026, 2, 28))


def test_numbers_that_became_dates_or_errors_are_faults_and_other_errors_remarks():
    fields = (TrackerField.FINDING_NUMBER, TrackerField.FINDING_TEXT, TrackerField.STATUS,
              TrackerField.UPDATE, TrackerField.TARGET)  # fmt: skip
    text = "Every detainee should be seen."
    found = small(
        fields,
        (date(2026, 1, 3), text, None, None, None),
        (CellError("#REF!"), text, None, None, None),
        (3.0, CellError("#N/A"), CellError("#N/A"), "#VALUE!", "#REF!"),
        ("-", text, "Parked", "  ", None),
    )
    assert [len(row.faults) for row in found] == [1, 1, 0, 0]
    assert "3\xa0January\xa02026" in found[0].faults[0].message
    assert found[2].finding_number == "3"
    assert [each.column for each in found[2].remarks] == [
        "finding_text", "status", "target", "update"]  # fmt: skip
    assert "Parked" in found[3].remarks[0].message


def test_two_columns_of_one_field_are_both_heard():
    fields = (TrackerField.ACTION_TEXT, TrackerField.ACTION_TEXT, TrackerField.TARGET,
              TrackerField.TARGET)  # fmt: skip
    (row,) = small(fields, ("Train.", "Then check.", "2026-03-31", "2026-06-30"))
    assert (row.action_text, row.target) == ("Train.\nThen check.", date(2026, 3, 31))
    assert "Another column" in row.remarks[0].message


def test_a_hidden_row_is_read_and_said_to_be_hidden():
    mapping = mapping_of(four_action())
    sheet = replace(four_action(), hidden_rows=(6,))
    found = list(read_rows(rows_of(sheet), mapping, _NONE))
    assert [row.number for row in found if "hidden" in str(row.remarks)] == [6]


def test_a_column_without_a_heading_goes_by_its_letters():
    assert column_name(ColumnUse(column=2, heading=" ")) == "Column C"
    assert column_name(ColumnUse(column=27, heading="")) == "Column AB"
    assert column_name(ColumnUse(column=2, heading="Ref")) == "Ref"


_CELLS = st.one_of(
    st.none(), st.text(max_size=12), st.integers(-5, 60_000), st.booleans(), st.dates(),
    st.floats(allow_nan=False), st.sampled_from(["Total", "03/04/2026", "Closed", "1", "#REF!"]),
)  # fmt: skip
_FIELDS = st.none() | st.sampled_from(TrackerField)


@given(
    st.lists(_FIELDS, max_size=6),
    st.lists(st.lists(_CELLS, max_size=6), max_size=6),
    st.integers(0, 2),
    st.none() | st.sampled_from(DateOrder),
)
def test_any_mapping_of_any_sheet_gives_each_row_once_and_every_problem_its_row(
    fields, cells, header_row, order
):
    columns = tuple(
        ColumnUse(column=place, heading=f"H{place}", field=field, order=order)
        for place, field in enumerate(fields)
    )
    mapping = TrackerMapping(
        name="any", tracker="any", sheet="any", header_row=header_row, columns=columns,
        statuses={"closed": ForceStatus.CLOSED_BY_FORCE},
    )  # fmt: skip
    sheet = rows(cells)
    found = list(read_rows(sheet, mapping, _NONE, judge_dates(sheet, mapping)))
    numbers = [row.number for row in found]
    assert numbers == sorted(set(numbers))
    assert all(number > header_row for number in numbers)
    for row in found:
        for problem in (*row.faults, *row.waiting, *row.remarks):
            assert problem.row == row.number
            assert problem.message
    if order is not None:
        assert not any(row.waiting for row in found)


@pytest.mark.parametrize("order", [None, *DateOrder])
def test_a_date_that_a_person_typed_is_read_day_first_without_waiting(order):
    sheet = four_action(dates=day_first)
    mapping = with_order(mapping_of(sheet), order) if order else mapping_of(sheet)
    column = mapping.column_of(TrackerField.TARGET).column
    typed = Decisions(corrections={(5, column): "03/04/2026"})
    row = next(read_rows(rows_of(sheet), mapping, typed))
    assert row.target == date(2026, 4, 3)
    assert "Current target date" not in [each.column for each in row.waiting]


def test_a_typed_date_does_not_settle_the_same_words_in_the_sheet():
    mapping = TrackerMapping(
        name="small",
        tracker="4ACTION",
        sheet="A",
        header_row=0,
        columns=(
            ColumnUse(column=0, heading="Ref", field=TrackerField.REFERENCE),
            ColumnUse(column=1, heading="Target", field=TrackerField.TARGET),
        ),
    )
    typed = Decisions(corrections={(1, 1): "03/04/2026"})
    cells = [("1", "31/02/2026"), ("2", "03/04/2026")]
    first, second = read_rows(rows(cells), mapping, typed)
    assert (first.target, bool(first.waiting)) == (date(2026, 4, 3), False)
    assert (second.target, bool(second.waiting)) == (None, True)
