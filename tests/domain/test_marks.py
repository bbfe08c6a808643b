"""The marks: one for every word, apart in shape, inside their square."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.drawing import Ink, Path, Round, placed, rectangle
from jasp_desktop.domain.marks import (
    DERIVED_MARKS,
    FORCE_MARKS,
    HMICFRS_MARKS,
    Mark,
    mark_for_force_status,
    mark_for_hmicfrs_position,
    mark_named,
)
from jasp_desktop.domain.vocabulary import ForceStatus, HmicfrsPosition

ALL = (*FORCE_MARKS, *HMICFRS_MARKS, *DERIVED_MARKS)


def outline(mark: Mark):
    return mark.shapes[0]


@pytest.mark.parametrize("status", list(ForceStatus))
def test_every_force_status_has_a_round_mark_under_its_own_words(status):
    mark = mark_for_force_status(status)
    assert isinstance(outline(mark), Round)
    assert mark.words == status.words


@pytest.mark.parametrize("position", list(HmicfrsPosition))
def test_every_hmicfrs_position_has_a_square_mark_under_its_own_words(position):
    mark = mark_for_hmicfrs_position(position)
    shape = outline(mark)
    assert isinstance(shape, Path)
    assert len(shape.points) == 4
    assert mark.words == position.words


def test_no_two_statuses_of_a_track_share_a_drawing():
    for track in (FORCE_MARKS, HMICFRS_MARKS):
        assert len({mark.shapes for mark in track}) == len(track)


def test_a_word_of_a_later_version_still_gets_the_shape_of_its_track():
    assert isinstance(outline(mark_for_force_status("seconded")), Round)
    assert isinstance(outline(mark_for_hmicfrs_position("seconded")), Path)


@pytest.mark.parametrize(
    "name", ["overdue", "date_moved", "missing_from_export", "no_response", "added", "rejected"]
)
def test_what_the_program_derives_has_a_mark_by_name(name):
    assert mark_named(name).name == name


def test_a_mark_that_does_not_exist_is_refused():
    with pytest.raises(KeyError):
        mark_named("sparkling")


@pytest.mark.parametrize("mark", ALL, ids=lambda mark: mark.name)
def test_a_mark_stays_inside_its_square(mark):
    for shape in mark.shapes:
        half = shape.stroke.width / 2 if shape.stroke else 0
        points = (
            [
                (shape.centre[0] + x * shape.radius, shape.centre[1] + y * shape.radius)
                for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1))
            ]
            if isinstance(shape, Round)
            else shape.points
        )
        for x, y in points:
            assert half - 1e-9 <= x <= 1 - half + 1e-9
            assert half - 1e-9 <= y <= 1 - half + 1e-9


@pytest.mark.parametrize("mark", ALL, ids=lambda mark: mark.name)
def test_a_mark_is_drawn_in_its_own_ink_and_the_paper_under_it(mark):
    inks = {shape.fill for shape in mark.shapes}
    inks |= {shape.stroke.ink for shape in mark.shapes if shape.stroke}
    assert inks - {None} <= {Ink.OWN, Ink.PAPER}


@given(
    left=st.floats(-500, 500), top=st.floats(-500, 500), size=st.floats(0.5, 200),
    mark=st.sampled_from(ALL),
)  # fmt: skip
def test_placing_a_mark_scales_every_part_alike(left, top, size, mark):
    for before, after in zip(mark.shapes, placed(mark.shapes, left, top, size), strict=True):
        if before.stroke and after.stroke:
            assert after.stroke.width == pytest.approx(before.stroke.width * size)
            assert after.stroke.dash == pytest.approx([part * size for part in before.stroke.dash])
        if isinstance(before, Round):
            assert after.radius == pytest.approx(before.radius * size)
            continue
        for (x, y), (new_x, new_y) in zip(before.points, after.points, strict=True):
            assert new_x == pytest.approx(left + x * size)
            assert new_y == pytest.approx(top + y * size)


def test_a_rectangle_has_its_four_corners():
    assert rectangle(1, 2, 3, 4).points == ((1, 2), (4, 2), (4, 6), (1, 6))


def test_a_part_of_a_circle_is_not_the_whole():
    assert Round((0, 0), 1).is_whole
    assert not Round((0, 0), 1, sweep=90).is_whole
