"""The timeline of grades on paper."""

from jasp_desktop.briefs.blocks import Block, Brief, GradeFigure, Heading, Prose, Role, plain
from jasp_desktop.briefs.sections.board import board_of
from jasp_desktop.domain.grade_drawing import grade_axis
from jasp_desktop.domain.grade_timeline import GradeTimeline, phase_words
from jasp_desktop.domain.records import Panel

TITLE = "Grades, inspection after inspection"

_HOW_TO_READ = (
    "A square stands where a report graded the area, the best grade of its scale at the top. "
    "HMICFRS says that its two scales cannot be compared, so no line joins them. An empty dashed "
    "square: the report gave no grade."
)


def grades_of_panel(panel: Panel, timeline: GradeTimeline) -> Brief:
    """Return every area's grades, drawn and in words, and the phases of monitoring."""
    axis = grade_axis(timeline)
    blocks: list[Block] = [Prose(plain(_HOW_TO_READ), Role.SMALL)]
    if axis is None:
        blocks = [Prose(plain("No grade with a date is recorded."))]
    else:
        blocks.append(GradeFigure(timeline, axis))
    if timeline.phases:
        blocks.append(Heading(2, "Monitoring by HMICFRS"))
    for phase in timeline.phases:
        source = f". {phase.source}" if phase.source else ""
        blocks.append(Prose(plain(f"{phase_words(phase)}{source}"), Role.LIST, "•"))
    return board_of(panel, TITLE, blocks)
