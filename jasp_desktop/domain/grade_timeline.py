"""The grades that HMICFRS gave each area, inspection after inspection.

HMICFRS says that its two scales cannot be compared: grades are joined only within one scale, and
never over a cycle in which the area had no grade (DOMAIN.md, “Grades”).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jasp_desktop.domain.dates import PartialDate, in_words
from jasp_desktop.domain.identity import ReportUid
from jasp_desktop.domain.records import Judgement, Phase, Report
from jasp_desktop.domain.vocabulary import Grade, Scale, lower_first

GRADES_OF = {
    Scale.FOUR_TIER: (
        Grade.OUTSTANDING,
        Grade.GOOD,
        Grade.REQUIRES_IMPROVEMENT,
        Grade.INADEQUATE,
    ),
    Scale.FIVE_TIER: (
        Grade.OUTSTANDING,
        Grade.GOOD,
        Grade.ADEQUATE,
        Grade.REQUIRES_IMPROVEMENT,
        Grade.INADEQUATE,
    ),
}
"""The grades of each scale, the best first."""

SCALE_CHANGED = "The scale changed here: grades before and after cannot be compared."


@dataclass(frozen=True, slots=True)
class GivenGrade:
    """A grade, the report that gave it and when that was published."""

    area: str
    scale: Scale
    grade: Grade
    report: ReportUid
    report_name: str
    cycle: str | None
    published: PartialDate | None

    @property
    def level(self) -> int | None:
        """Return its place in its scale, 0 the best; None where it is no grade of it."""
        grades = GRADES_OF.get(self.scale, ())
        return grades.index(self.grade) if self.grade in grades else None

    @property
    def label_lines(self) -> tuple[str, ...]:
        """Return the grade's word as lines for a drawing: “Requires” over “improvement”."""
        return tuple(self.grade.words.split(maxsplit=1))

    @property
    def when(self) -> str:
        """Return the cycle, else the date of the report."""
        if self.cycle:
            return self.cycle
        return self.published.words if self.published else "date not known"

    @property
    def words(self) -> str:
        """Return “Good (2021/22)”."""
        return f"{self.grade.words} ({self.when})"


@dataclass(frozen=True, slots=True)
class GradeRow:
    """One area and its grades, the oldest first; one of unknown date stands before all others."""

    area: str
    grades: tuple[GivenGrade, ...]

    @property
    def stretches(self) -> tuple[tuple[GivenGrade, ...], ...]:
        """Return the grades that may be joined: of one scale, one after the other, each dated."""
        found: list[list[GivenGrade]] = []
        before: GivenGrade | None = None
        for grade in self.grades:
            if grade.level is None or grade.published is None:
                before = None
                continue
            if before is None or before.scale is not grade.scale:
                found.append([])
            found[-1].append(grade)
            before = grade
        return tuple(tuple(each) for each in found)

    @property
    def words(self) -> str:
        """Return every grade in words; a change of scale stands between the two it parts."""
        said: list[str] = []
        for place, grade in enumerate(self.grades):
            changed = place > 0 and self.grades[place - 1].scale is not grade.scale
            said.append(f"other scale: {lower_first(grade.words)}" if changed else grade.words)
        return "; ".join([said[0], *map(lower_first, said[1:])])

    @property
    def changes_scale(self) -> bool:
        """Tell whether it was graded on more than one scale."""
        return len({grade.scale for grade in self.grades}) > 1


@dataclass(frozen=True, slots=True)
class GradeTimeline:
    """Every area's grades, those of the older scale first, and the phases of monitoring."""

    rows: tuple[GradeRow, ...]
    phases: tuple[Phase, ...]
    as_at: date | None

    @property
    def grades(self) -> tuple[GivenGrade, ...]:
        """Return every grade, row by row."""
        return tuple(grade for row in self.rows for grade in row.grades)

    @property
    def scales(self) -> tuple[Scale, ...]:
        """Return the scales that were used, the older first."""
        used = {grade.scale for grade in self.grades}
        return tuple(sorted(used, key=_rank))

    def span(self, scale: Scale) -> tuple[date, date] | None:
        """Return the days of the first and the last report that graded on a scale."""
        days = [
            each.published.first for each in self.grades if each.scale is scale and each.published
        ]
        return (min(days), max(days)) if days else None


def grade_timeline(
    judgements: Iterable[Judgement],
    reports: Mapping[ReportUid, Report],
    phases: Sequence[Phase],
    as_at: date | None,
) -> GradeTimeline:
    """Put judgements in the order of areas and of their reports' publication."""
    by_area: defaultdict[str, list[GivenGrade]] = defaultdict(list)
    for each in judgements:
        report = reports[each.report]
        by_area[each.area].append(
            GivenGrade(
                each.area,
                each.scale,
                each.grade,
                report.uid,
                report.name,
                report.cycle,
                report.published_on,
            )
        )
    rows = [GradeRow(area, tuple(sorted(found, key=_by_day))) for area, found in by_area.items()]
    rows.sort(key=lambda row: (min(_rank(each.scale) for each in row.grades), row.area.casefold()))
    return GradeTimeline(tuple(rows), tuple(sorted(phases, key=lambda each: each.from_)), as_at)


def _by_day(grade: GivenGrade) -> tuple[date, int, str]:
    day = grade.published.first if grade.published else date.min
    return day, _rank(grade.scale), grade.report


def _rank(scale: Scale) -> int:
    scales = list(Scale)
    return scales.index(scale) if scale in scales else len(scales)


def phase_words(phase: Phase) -> str:
    """Return “Engage, 6 March 2023 to 20 November 2024”."""
    until = f"to {in_words(phase.to)}" if phase.to else "and still"
    return f"{phase.phase.words}, {in_words(phase.from_)} {until}"
