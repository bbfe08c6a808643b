"""Spaces and measures in pixels at 100 % text size (LOOKS, “Space and measures”)."""

from enum import IntEnum


class Space(IntEnum):
    """The steps between things."""

    NONE = 0
    HAIR = 2
    TIGHT = 4
    SNUG = 6
    CLOSE = 8
    NEAR = 10
    GAP = 12
    ROOM = 16
    SIDE = 20
    APART = 24
    MARGIN = 32
    WIDE = 40


class Measure(IntEnum):
    """The sizes of things that have one of their own."""

    RAIL = 176
    LIST = 312
    LIST_SMALL = 268
    NOTEBOOK = 320
    NOTEBOOK_SMALL = 292
    PAGE_LEAST = 560
    PAGE_WIDEST = 1200
    TOP_BAR = 50
    STATUS_LINE = 30
    CONTROL = 37
    CONTROL_SMALL = 35
    CHIP = 32
    RAIL_ROW = 40
    RAIL_ICON_GAP = 11
    TABLE_ROW = 36
    TABLE_ROW_TWO = 47
    TABLE_HEAD = 39
    RADIUS = 4
    ICON = 18
    ICON_LARGE = 20
    MARK_SMALL = 15
    MARK = 17
    FOCUS_RING = 2
    EDGE_BAR = 4
    SECTION_RULE = 2
    TARGET = 32
    GRIP = 8
    GO_TO = 250
    SEARCH = 208
    PROGRESS = 160
    PROGRESS_BAR = 6
    PROMISE_WORDS = 236
    PROMISE_ROW = 43
    PROMISE_FIRST_ROW = 15
    PROMISE_AXIS = 24
    PROMISE_MONTH = 52
    PROMISE_LEAST = 200
    FACT_GAP = 26
    SCROLL_BAR = 12
    SEPARATOR = 14
    TEXT_BOX_LEAST = 60
    TEXT_BOX_MOST = 360


MEASURE_CHARACTERS = 74
HAIRLINE = 1
TEXT_SIZES = (100, 110, 125, 150, 175, 200)
EM = 16
FULL_FRAME_EM = 80
LIST_FOLDS_EM = 64
