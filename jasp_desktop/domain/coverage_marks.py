"""The marks of the coverage matrix: quiet where something is there, dashed where nothing is."""

from jasp_desktop.domain.coverage import CoverageCell, CoverageColumn, Covered
from jasp_desktop.domain.drawing import Ink, Path, Round, Stroke, rectangle
from jasp_desktop.domain.marks import Mark, mark_for_hmicfrs_position
from jasp_desktop.domain.vocabulary import HmicfrsPosition

_LINE = Stroke(Ink.OWN, 0.1)
_DASHED = Stroke(Ink.OWN, 0.11, (0.14, 0.14))
_MIDDLE, _RADIUS = (0.5, 0.5), 0.36
_EDGE, _SIDE = 0.15, 0.7

_TICK = Mark(
    "there", "There", Ink.INK2, (Path(((0.16, 0.55), (0.4, 0.78), (0.86, 0.26)), stroke=_LINE),)
)
_HALF = Mark(
    "partly",
    "Partly",
    Ink.INK2,
    (
        Round(_MIDDLE, _RADIUS, stroke=_LINE),
        Round(_MIDDLE, _RADIUS, start=-90, sweep=180, fill=Ink.OWN),
    ),
)
_BLANK_BOX = rectangle(_EDGE, _EDGE, _SIDE, _SIDE, stroke=_DASHED)
_MARKS = {
    Covered.WANTED: Mark("wanted", "None", Ink.OVERDUE, (_BLANK_BOX,)),
    Covered.NOT_YET: Mark("not_yet", "None yet", Ink.INK3, (_BLANK_BOX,)),
    Covered.PARTLY: _HALF,
    Covered.THERE: _TICK,
    Covered.NOT_NEEDED: Mark(
        "not_needed", "Not needed", Ink.INK3, (Path(((0.2, 0.5), (0.8, 0.5)), stroke=_LINE),)
    ),
}


def mark_for_covered(covered: Covered) -> Mark:
    """Return the mark of how a link stands; on paper it stands before every word."""
    return _MARKS[covered]


def mark_of_cell(cell: CoverageCell, position: HmicfrsPosition) -> Mark:
    """Return the mark of one link: the inspectorate's own where it has said something."""
    if cell.column is CoverageColumn.HMICFRS and not cell.covered.is_blank:
        return mark_for_hmicfrs_position(position)
    return mark_for_covered(cell.covered)
