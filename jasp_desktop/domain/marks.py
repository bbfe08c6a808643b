"""The status marks: one small drawing for each status, always shown beside its word.

Shape says who speaks (LOOKS, principle 2): round is the force's word, square is HMICFRS's, diamond,
step and broken rings are derived by the program, plus and cross belong to an import, the padlock to
what is private.
"""

import math
from dataclasses import dataclass

from jasp_desktop.domain.drawing import Ink, Path, Point, Round, Shape, Stroke, rectangle

_WIDTH = 0.11
_MID: Point = (0.5, 0.5)
_RADIUS = 0.39
_SIDE = 0.7
_EDGE = (1 - _SIDE) / 2
_LINE = Stroke(Ink.OWN, _WIDTH)
_CUT = Stroke(Ink.PAPER, _WIDTH * 1.1)


@dataclass(frozen=True, slots=True)
class Mark:
    """A drawing in the unit square, the ink it takes on an ordinary row, and its usual word."""

    name: str
    words: str
    ink: Ink
    shapes: tuple[Shape, ...]


def _ring(dashes: int = 0, dash_share: float = 0.5) -> Round:
    """Return a ring, whole or in equal dashes that close without a seam."""
    if not dashes:
        return Round(_MID, _RADIUS, stroke=_LINE)
    step = 2 * math.pi * _RADIUS / dashes
    dash = (step * dash_share, step * (1 - dash_share))
    return Round(_MID, _RADIUS, stroke=Stroke(Ink.OWN, _WIDTH, dash))


def _wedge(sweep: float) -> tuple[Shape, ...]:
    """Return a ring filled clockwise from twelve o'clock."""
    return (
        _ring(),
        Round(_MID, _RADIUS, start=90 - sweep, sweep=sweep, fill=Ink.OWN),
    )


def _square(dash: tuple[float, ...] = (), fill: Ink | None = None) -> Path:
    stroke = Stroke(Ink.OWN, _WIDTH, dash)
    return rectangle(_EDGE, _EDGE, _SIDE, _SIDE, fill=fill, stroke=stroke)


def _line(*points: Point, stroke: Stroke = _LINE) -> Path:
    return Path(points, stroke=stroke)


_TICK = _line((0.3, 0.51), (0.45, 0.66), (0.71, 0.36), stroke=_CUT)
_BAR = _line((0.31, 0.5), (0.69, 0.5))
_DISC = Round(_MID, _RADIUS, fill=Ink.OWN, stroke=_LINE)
_DOT = Round(_MID, 0.14, fill=Ink.OWN)
_DOTS = tuple(Round((x, 0.5), 0.06, fill=Ink.OWN) for x in (0.31, 0.5, 0.69))
_SQUARE_DASH = (_SIDE / 5, _SIDE / 5)


def _mark(name: str, words: str, ink: Ink, *shapes: Shape) -> Mark:
    return Mark(name, words, ink, shapes)


_FORCE = (
    _mark("awaiting_allocation", "Awaiting allocation", Ink.INK2, _ring(dashes=9)),
    _mark(
        "in_progress",
        "In progress",
        Ink.INK2,
        _ring(),
        Round(_MID, _RADIUS, start=-90, sweep=180, fill=Ink.OWN),
    ),
    _mark(
        "delayed",
        "Delayed",
        Ink.MOVED,
        _ring(),
        _line((0.5, 0.27), (0.5, 0.5), (0.66, 0.6)),
    ),
    _mark("partially_implemented", "Partially implemented", Ink.INK2, *_wedge(90)),
    _mark(
        "complete_awaiting_evidence",
        "Complete, awaiting evidence",
        Ink.INK2,
        _ring(),
        _DOT,
    ),
    _mark("pending_sign_off", "Pending sign-off", Ink.INK2, *_wedge(270)),
    _mark("closed_by_force", "Closed by force", Ink.CLOSED, _DISC, _TICK),
    _mark("no_further_action", "No further action", Ink.INK2, _ring(), _BAR),
    _mark("not_applicable", "Not applicable", Ink.INK3, _ring()),
)

_HMICFRS = (
    _mark("open", "Open", Ink.INK2, _square()),
    _mark(
        "awaiting_review",
        "Awaiting review",
        Ink.INK2,
        _square(),
        rectangle(0.5, _EDGE, _SIDE / 2, _SIDE, fill=Ink.OWN),
    ),
    _mark(
        "closed_by_hmicfrs",
        "Closed by HMICFRS",
        Ink.CLOSED,
        _square(fill=Ink.OWN),
        _TICK,
    ),
    _mark("no_further_action_needed", "No further action needed", Ink.INK2, _square(), _BAR),
    _mark(
        "superseded_by_later_inspection",
        "Superseded by a later inspection",
        Ink.INK2,
        rectangle(0.11, 0.11, 0.5, 0.5, stroke=_LINE),
        rectangle(0.39, 0.39, 0.5, 0.5, fill=Ink.PAPER, stroke=_LINE),
    ),
    _mark("not_known", "Not known", Ink.INK3, _square(dash=_SQUARE_DASH)),
)

_STEP = (
    _line((0.1, 0.3), (0.5, 0.3), (0.5, 0.68), (0.88, 0.68)),
    _line((0.72, 0.52), (0.88, 0.68), (0.72, 0.84)),
)
_DIAMOND = Path(
    ((0.5, 0.07), (0.93, 0.5), (0.5, 0.93), (0.07, 0.5)),
    closed=True,
    fill=Ink.OWN,
    stroke=Stroke(Ink.OWN, _WIDTH / 2),
)
_EXCLAMATION = (
    _line((0.5, 0.29), (0.5, 0.53), stroke=_CUT),
    Round((0.5, 0.69), 0.065, fill=Ink.PAPER),
)
_PADLOCK = (
    rectangle(0.2, 0.46, 0.6, 0.42, stroke=Stroke(Ink.OWN, 0.09)),
    Round((0.5, 0.32), 0.18, start=0, sweep=180, stroke=Stroke(Ink.OWN, 0.09)),
    _line((0.32, 0.32), (0.32, 0.46), stroke=Stroke(Ink.OWN, 0.09)),
    _line((0.68, 0.32), (0.68, 0.46), stroke=Stroke(Ink.OWN, 0.09)),
)

OVERDUE = _mark("overdue", "Overdue", Ink.OVERDUE, _DIAMOND, *_EXCLAMATION)
DATE_MOVED = _mark("date_moved", "Date moved", Ink.MOVED, *_STEP)
MISSING_FROM_EXPORT = _mark(
    "missing_from_export",
    "Missing from this export",
    Ink.MOVED,
    _ring(dashes=5, dash_share=0.64),
)
NO_RESPONSE = _mark("no_response", "No response", Ink.OVERDUE, _ring(dashes=9))
ADDED = _mark(
    "added", "Added", Ink.CLOSED, _line((0.5, 0.17), (0.5, 0.83)), _line((0.17, 0.5), (0.83, 0.5))
)
REJECTED = _mark(
    "rejected",
    "Rejected",
    Ink.OVERDUE,
    _line((0.25, 0.25), (0.75, 0.75)),
    _line((0.25, 0.75), (0.75, 0.25)),
)
UNCHANGED = _mark("unchanged", "Unchanged", Ink.INK3, _ring(), _BAR)
DONE = _mark("done", "Done", Ink.CLOSED, _DISC, _TICK)
PRIVATE = _mark("private", "Only on this computer", Ink.MINE, *_PADLOCK)

_UNKNOWN_FORCE = _mark("another_status", "Another status", Ink.INK2, _ring(), *_DOTS)
_UNKNOWN_HMICFRS = _mark("another_position", "Another position", Ink.INK2, _square(), *_DOTS)

_BY_FORCE_STATUS = {mark.name: mark for mark in _FORCE}
_BY_HMICFRS_POSITION = {mark.name: mark for mark in _HMICFRS}
_DERIVED = {
    mark.name: mark
    for mark in (
        OVERDUE,
        DATE_MOVED,
        MISSING_FROM_EXPORT,
        NO_RESPONSE,
        ADDED,
        REJECTED,
        UNCHANGED,
        DONE,
        PRIVATE,
    )
}

FORCE_MARKS = _FORCE
HMICFRS_MARKS = _HMICFRS
DERIVED_MARKS = tuple(_DERIVED.values())


def mark_for_force_status(value: str) -> Mark:
    """Return the round mark of a force status; a ring with dots for a word we do not know."""
    return _BY_FORCE_STATUS.get(value, _UNKNOWN_FORCE)


def mark_for_hmicfrs_position(value: str) -> Mark:
    """Return the square mark of HMICFRS's position; a square with dots for a word unknown to us."""
    return _BY_HMICFRS_POSITION.get(value, _UNKNOWN_HMICFRS)


def mark_named(name: str) -> Mark:
    """Return a mark that belongs to neither track.

    Raises:
        KeyError: No such mark.
    """
    return _DERIVED[name]
