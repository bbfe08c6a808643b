"""The promise line as shapes: to scale, in its own words, and the same for every painter."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.drawing import Ink, Path, Round
from jasp_desktop.domain.promise_drawing import (
    PromiseAxis,
    PromiseMeasures,
    axis_for,
    draw_promises,
    promise_words,
)
from jasp_desktop.domain.promises import Promise, PromiseLine

AS_AT = date(2026, 11, 14)
MEASURES = PromiseMeasures(width=300, row_height=43, first_row=15, unit=1, label_width=52)

MOVED_LATE = PromiseLine(
    "041/03.1",
    (
        Promise(date(2025, 12, 22), date(2026, 3, 31)),
        Promise(date(2026, 3, 12), date(2026, 6, 30), date(2026, 3, 31)),
        Promise(date(2026, 7, 21), date(2026, 10, 31), date(2026, 6, 30)),
    ),
    None,
    AS_AT,
)
KEPT = PromiseLine(
    "041/03.2",
    (Promise(date(2025, 12, 22), date(2026, 6, 30)),),
    date(2026, 6, 18),
    AS_AT,
    is_open=False,
)


def drawn(line: PromiseLine, axis: PromiseAxis | None = None):
    axis = axis or axis_for([line])
    assert axis is not None
    return draw_promises(line, axis, MEASURES)


def bars(drawing):
    return [shape for shape in drawing.shapes if shape.fill is Ink.BAR]


def circles(drawing):
    return [shape for shape in drawing.shapes if isinstance(shape, Round) and shape.radius == 5]


def hatching(drawing):
    return [
        shape
        for shape in drawing.shapes
        if isinstance(shape, Path) and shape.stroke and shape.stroke.ink is Ink.OVERDUE
        and not shape.stroke.dash
    ]  # fmt: skip


def drops(drawing):
    return [shape for shape in drawing.shapes if shape.stroke and shape.stroke.dash]


def test_a_bar_runs_from_the_day_made_to_the_day_due():
    axis = PromiseAxis(date(2026, 1, 1), date(2026, 1, 31))
    line = PromiseLine("1", (Promise(date(2026, 1, 10), date(2026, 1, 19)),), None, AS_AT)
    (bar,) = bars(drawn(line, axis))
    assert [point[0] for point in bar.points] == pytest.approx([90, 180, 180, 90])


def test_a_date_moved_before_it_fell_due_ends_in_an_open_circle_after_it_in_a_filled_one():
    before, after = circles(drawn(MOVED_LATE))
    assert before.fill is Ink.PAPER
    assert before.stroke.ink is Ink.INK
    assert after.fill is Ink.OVERDUE


def test_the_days_with_no_promise_in_force_are_hatched():
    assert hatching(drawn(MOVED_LATE))
    in_time = PromiseLine("1", (Promise(date(2026, 1, 1), date(2027, 1, 1)),), None, AS_AT)
    assert not hatching(drawn(in_time))


def test_a_closed_action_is_not_hatched_after_its_closure():
    assert not hatching(drawn(KEPT))


def test_an_action_ended_on_no_known_day_is_not_hatched_to_the_date_of_the_data():
    ended = PromiseLine(
        "1", (Promise(date(2025, 1, 1), date(2025, 2, 1)),), None, AS_AT, is_open=False
    )
    assert not hatching(drawn(ended))


def test_closure_has_a_row_of_its_own_in_its_own_colour():
    drawing = drawn(KEPT)
    assert len(drawing.rows) == 2
    assert drawing.rows[1].title_ink is Ink.CLOSED
    assert any(shape.fill is Ink.CLOSED for shape in drawing.shapes)
    assert drops(drawing)[-1].stroke.ink is Ink.CLOSED


def test_a_closure_without_any_promise_is_drawn_without_a_drop():
    line = PromiseLine("1", (), date(2026, 6, 18), AS_AT, is_open=False)
    drawing = drawn(line)
    assert not drops(drawing)
    assert [row.title for row in drawing.rows] == ["Closed 18\u00a0Jun\u00a02026"]


def test_a_target_taken_away_has_no_tick_and_is_hatched_until_the_date_of_the_data():
    line = PromiseLine(
        "1",
        (
            Promise(date(2026, 1, 1), date(2026, 3, 1)),
            Promise(date(2026, 2, 1), None, date(2026, 3, 1)),
        ),
        None,
        AS_AT,
    )
    drawing = drawn(line)
    assert len(bars(drawing)) == 1
    assert max(point[0] for shape in hatching(drawing) for point in shape.points) == pytest.approx(
        drawing.as_at.x
    )


def test_a_promise_made_on_no_known_day_shows_only_when_it_fell_due():
    line = PromiseLine(
        "1",
        (Promise(None, date(2026, 3, 1)), Promise(None, date(2026, 5, 1), date(2026, 3, 1))),
        None,
        AS_AT,
    )
    drawing = drawn(line)
    assert not bars(drawing)
    assert not circles(drawing)
    assert "day not recorded" in drawing.rows[1].note


def test_nothing_promised_is_said_in_words_and_has_no_axis():
    nothing = PromiseLine("1", (), None, AS_AT)
    assert axis_for([nothing]) is None
    assert [row.spoken for row in promise_words(nothing)] == ["No date promised"]


def test_actions_of_one_finding_share_an_axis_that_shows_every_day():
    axis = axis_for([MOVED_LATE, KEPT])
    assert axis is not None
    assert axis.start <= date(2025, 12, 22)
    assert axis.end >= AS_AT
    assert drawn(MOVED_LATE, axis).as_at == drawn(KEPT, axis).as_at


def test_an_axis_of_a_single_day_still_has_a_place_for_it():
    day = date(2026, 1, 1)
    assert PromiseAxis(day, day).at(day) == 0


def test_the_whole_line_is_said_row_by_row():
    spoken = drawn(MOVED_LATE).spoken.replace("\u00a0", " ")
    assert spoken.startswith("First promised 31 Mar 2026, made 22 Dec 2025. Moved to 30 Jun 2026")
    assert spoken.endswith("Data as at 14 November 2026.")


def test_the_note_of_a_late_move_is_in_the_colour_of_overdue():
    assert [row.note_ink for row in promise_words(MOVED_LATE)] == [Ink.INK2, Ink.INK2, Ink.OVERDUE]


def test_months_are_labelled_no_closer_than_they_fit_and_januaries_with_their_year():
    long = PromiseLine("1", (Promise(date(2019, 5, 1), date(2027, 1, 1)),), None, AS_AT)
    months = drawn(long).months
    gaps = [after.x - before.x for before, after in pairwise(months)]
    assert min(gaps) >= MEASURES.label_width
    assert all("20" in month.words for month in months if "Jan" in month.words)


def test_a_century_is_labelled_as_far_apart_as_there_are_strides():
    narrow = PromiseMeasures(width=20, row_height=43, first_row=15, unit=1, label_width=52)
    axis = PromiseAxis(date(1950, 1, 1), date(2050, 1, 1))
    line = PromiseLine("1", (Promise(date(1950, 1, 1), date(2050, 1, 1)),), None, AS_AT)
    assert len(draw_promises(line, axis, narrow).months) == 11


@st.composite
def lines(draw):
    days = st.dates(date(2015, 1, 1), date(2030, 12, 31)) | st.none()
    due = draw(st.dates(date(2015, 1, 1), date(2030, 12, 31)))
    promises = [Promise(draw(days), due)]
    for _ in range(draw(st.integers(0, 5))):
        before = promises[-1].due or due
        promises.append(Promise(draw(days), draw(days), before))
    return PromiseLine(
        "1", tuple(promises), draw(days), draw(days.filter(bool)), draw(st.booleans())
    )


@given(line=lines(), width=st.floats(30, 2000), unit=st.floats(0.5, 3))
def test_any_line_is_drawn_inside_its_width(line, width, unit):
    measures = PromiseMeasures(width, 43 * unit, 15 * unit, unit, 52 * unit)
    axis = axis_for([line])
    assert axis is not None
    drawing = draw_promises(line, axis, measures)
    slack = 10 * unit
    for shape in drawing.shapes:
        points = [shape.centre] if isinstance(shape, Round) else shape.points
        for x, y in points:
            assert -slack <= x <= width + slack
            assert -slack <= y <= drawing.height + slack
    assert len(drawing.rows) == len(line.promises) + (line.closed_on is not None)
    assert drawing.height == pytest.approx(43 * unit * len(drawing.rows))


@given(
    start=st.dates(date(2000, 1, 1), date(2040, 1, 1)), days=st.integers(1, 9000),
    early=st.integers(0, 9000), late=st.integers(0, 9000),
)  # fmt: skip
def test_a_later_day_never_stands_left_of_an_earlier_one(start, days, early, late):
    axis = PromiseAxis(start, start + timedelta(days))
    first, second = sorted((early, late))
    assert axis.at(start + timedelta(first)) <= axis.at(start + timedelta(second))
