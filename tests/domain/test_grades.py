"""Grades across inspections, in words and drawn."""

import itertools
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.drawing import Ink, Path
from jasp_desktop.domain.grade_drawing import (
    GradeMeasures,
    draw_row,
    draw_strip,
    grade_axis,
)
from jasp_desktop.domain.grade_timeline import GradeTimeline, grade_timeline, phase_words
from jasp_desktop.domain.identity import JudgementUid, PhaseUid, ReportUid, Uid
from jasp_desktop.domain.records import Judgement, Phase, Report
from jasp_desktop.domain.vocabulary import Grade, PhaseKind, Scale

AS_AT = date(2026, 11, 13)
FOUR, FIVE = Scale.FOUR_TIER, Scale.FIVE_TIER
MEASURES = GradeMeasures(width=800, height=60, unit=1, grade_width=80, year_width=40)


def report(uid: str, day: date | None, cycle: str | None = None) -> Report:
    return Report(uid=ReportUid(Uid(uid)), title=f"PEEL {uid}", published=day, cycle=cycle)


REPORTS = {
    each.uid: each
    for each in (
        report("a", date(2016, 11, 3), "2016"),
        report("b", date(2019, 9, 27), "2018/19"),
        report("c", date(2022, 4, 28), "2021/22"),
        report("d", date(2026, 2, 12)),
        report("e", None),
    )
}


def judged(area: str, uid: str, scale: Scale, grade: Grade) -> Judgement:
    return Judgement(
        uid=JudgementUid(Uid(f"{area}{uid}")),
        report=ReportUid(Uid(uid)),
        area=area,
        scale=scale,
        grade=grade,
    )


def phase(kind: PhaseKind, start: date, end: date | None = None) -> Phase:
    return Phase(uid=PhaseUid(Uid(f"{start}")), phase=kind, from_=start, to=end)


PHASES = [
    phase(PhaseKind.SCAN, date(2024, 5, 22)),
    phase(PhaseKind.ENGAGE, date(2023, 3, 6), date(2024, 5, 22)),
    phase(PhaseKind.SCAN, date(2010, 1, 1), date(2012, 1, 1)),
]


def timeline(*judgements: Judgement, as_at: date | None = AS_AT) -> GradeTimeline:
    return grade_timeline(judgements, REPORTS, PHASES, as_at)


def test_grades_stand_by_date_and_areas_of_the_older_scale_first():
    found = timeline(
        judged("Preventing crime", "d", FIVE, Grade.ADEQUATE),
        judged("Preventing crime", "c", FIVE, Grade.GOOD),
        judged("Legitimacy", "b", FOUR, Grade.GOOD),
    )
    assert [row.area for row in found.rows] == ["Legitimacy", "Preventing crime"]
    assert found.rows[1].words == "Good (2021/22); adequate (12\u00a0February\u00a02026)"
    assert found.scales == (FOUR, FIVE)
    assert found.span(FIVE) == (date(2022, 4, 28), date(2026, 2, 12))
    assert found.span(Scale("six_tier")) is None
    assert [each.from_.year for each in found.phases] == [2010, 2023, 2024]


def test_grades_are_never_joined_across_the_change_of_scale():
    found = timeline(
        judged("Legitimacy", "a", FOUR, Grade.GOOD),
        judged("Legitimacy", "b", FOUR, Grade.REQUIRES_IMPROVEMENT),
        judged("Legitimacy", "c", FIVE, Grade.GOOD),
        judged("Legitimacy", "d", FIVE, Grade.ADEQUATE),
    )
    (row,) = found.rows
    assert [len(stretch) for stretch in row.stretches] == [2, 2]
    assert row.changes_scale
    assert "other scale: good (2021/22)" in row.words
    drawing = draw(found)
    steps = [each for each in drawing.shapes if _is(each, Ink.BAR)]
    edge = {round(_x(found, date(2019, 9, 27))), round(_x(found, date(2022, 4, 28)))}
    spans = [{round(x) for x, _ in step.points} for step in steps]
    assert len(spans) == 2
    assert not any(edge <= span for span in spans)


def _is(shape: object, ink: Ink) -> bool:
    return isinstance(shape, Path) and shape.stroke is not None and shape.stroke.ink is ink


def _x(found: GradeTimeline, day: date) -> float:
    axis = grade_axis(found)
    assert axis is not None
    return axis.at(day) * (MEASURES.width - MEASURES.grade_width - 9)


def draw(found: GradeTimeline, place: int = 0):
    axis = grade_axis(found)
    assert axis is not None
    return draw_row(found.rows[place], found, axis, MEASURES)


def test_what_is_no_grade_joins_nothing():
    found = timeline(
        judged("Crime", "a", FOUR, Grade.GOOD),
        judged("Crime", "b", FOUR, Grade.NOT_GRADED),
        judged("Crime", "c", FOUR, Grade.GOOD),
    )
    (row,) = found.rows
    assert [len(stretch) for stretch in row.stretches] == [1, 1]
    assert row.grades[1].level is None
    assert not any(_is(each, Ink.BAR) for each in draw(found).shapes)
    assert any(_is(each, Ink.INK3) for each in draw(found).shapes)


def test_the_better_grade_stands_higher():
    found = timeline(
        judged("Crime", "c", FIVE, Grade.OUTSTANDING),
        judged("Crime", "d", FIVE, Grade.INADEQUATE),
    )
    best, worst = draw(found).labels
    assert best.y < worst.y
    assert best.lines == ("Outstanding",)
    assert found.grades[0].words == "Outstanding (2021/22)"


def test_words_of_two_break_over_two_lines():
    found = timeline(judged("Crime", "c", FIVE, Grade.REQUIRES_IMPROVEMENT))
    assert draw(found).labels[0].lines == ("Requires", "improvement")


def test_a_grade_of_unknown_date_is_said_and_not_drawn():
    found = timeline(judged("Crime", "e", FIVE, Grade.GOOD), judged("Crime", "c", FIVE, Grade.GOOD))
    assert found.rows[0].words == "Good (date not known); good (2021/22)"
    assert len(draw(found).labels) == 1
    assert grade_axis(timeline(judged("Crime", "e", FIVE, Grade.GOOD))) is None


def test_a_scale_of_a_later_program_has_no_levels():
    found = timeline(judged("Crime", "c", Scale("six_tier"), Grade.GOOD))
    assert found.grades[0].level is None
    assert draw(found).labels[0].lines == ("Good",)


def test_the_strip_names_scales_phases_years_and_the_date_of_the_data():
    found = timeline(
        judged("Legitimacy", "b", FOUR, Grade.GOOD), judged("Crime", "c", FIVE, Grade.GOOD)
    )
    axis = grade_axis(found)
    assert axis is not None
    said = [words for label in draw_strip(found, axis, MEASURES).labels for words in label.lines]
    assert said[:4] == ["Four", "Five", "Engage", "Scan"]
    assert "2019" in said
    assert said[-1] == "As at 13\u00a0Nov"


def test_years_stand_as_close_as_they_fit():
    found = timeline(judged("Crime", "a", FOUR, Grade.GOOD))
    axis = grade_axis(found)
    assert axis is not None
    for width in (1_400, 700, 300, 140):
        strip = draw_strip(found, axis, replace(MEASURES, width=width))
        years = [label for label in strip.labels if label.lines[0].isdigit()]
        steps = [b.x - a.x for a, b in itertools.pairwise(years)]
        assert all(step >= MEASURES.year_width for step in steps)
        assert years


def test_without_a_date_of_the_data_the_axis_ends_with_the_last_grade():
    found = timeline(judged("Crime", "c", FIVE, Grade.GOOD), as_at=None)
    axis = grade_axis(found)
    assert axis is not None
    assert axis.end == date(2022, 12, 31)
    strip = draw_strip(found, axis, MEASURES)
    assert not any(_is(each, Ink.ACCENT) for each in strip.shapes)


@pytest.mark.parametrize(
    ("each", "words"),
    [
        (PHASES[0], "Scan, 22 May 2024 and still"),
        (PHASES[1], "Engage, 6 March 2023 to 22 May 2024"),
    ],
)
def test_a_phase_is_said_with_its_days(each: Phase, words: str):
    assert phase_words(each).replace("\u00a0", " ") == words


def test_a_row_of_undated_grades_has_no_label_beside_one_that_has():
    found = timeline(
        judged("Crime", "e", FOUR, Grade.GOOD), judged("Legitimacy", "a", FOUR, Grade.GOOD)
    )
    undated = next(place for place, row in enumerate(found.rows) if not row.grades[0].published)
    assert draw(found, undated).labels == ()


@given(
    st.lists(
        st.builds(
            judged,
            area=st.sampled_from(["Crime", "Legitimacy"]),
            uid=st.sampled_from(list("abcde")),
            scale=st.sampled_from(Scale),
            grade=st.sampled_from(Grade),
        )
    )
)
def test_every_grade_is_in_words_and_in_its_row(judgements: list[Judgement]):
    found = timeline(*judgements)
    assert len(found.grades) == len(judgements)
    for place, row in enumerate(found.rows):
        assert all(grade.grade.words.lower() in row.words.lower() for grade in row.grades)
        joined = [grade for stretch in row.stretches for grade in stretch]
        assert all(len({each.scale for each in stretch}) == 1 for stretch in row.stretches)
        assert len(joined) <= len(row.grades)
        if grade_axis(found) is not None:
            dated = [grade for grade in row.grades if grade.published]
            assert len(draw(found, place).labels) == len(dated)
