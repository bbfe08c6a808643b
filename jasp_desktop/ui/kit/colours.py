"""The colours, each named after its job, in three schemes (LOOKS, “Colour roles”)."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtGui import QColor, QPalette


class Scheme(StrEnum):
    """A set of colours."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Colour(StrEnum):
    """The job a colour does. Values that drawings use are those of ``domain.drawing.Ink``."""

    RAIL = "rail"
    LIST = "list"
    PAGE = "page"
    NOTEBOOK = "notebook"
    RAISED = "raised"
    INK = "ink"
    INK2 = "ink2"
    INK3 = "ink3"
    RULE = "rule"
    CONTROL = "control"
    ACCENT = "accent"
    ACCENT_INK = "accent_ink"
    SELECTED = "selected"
    SELECTED_INK = "selected_ink"
    FOCUS = "focus"
    OVERDUE = "overdue"
    OVERDUE_SOFT = "overdue_soft"
    MOVED = "moved"
    MOVED_SOFT = "moved_soft"
    CLOSED = "closed"
    CLOSED_SOFT = "closed_soft"
    MINE = "mine"
    MINE_SOFT = "mine_soft"
    BAR = "bar"
    FOUND = "found"


type Colours = Mapping[str, QColor]


def _colours(**named: str) -> Colours:
    return MappingProxyType({role: QColor(code) for role, code in named.items()})


_LIGHT = _colours(
    rail="#ECE9E1", list="#F6F4EE", page="#FFFFFF", notebook="#FCF6E3", raised="#F6F4EE",
    ink="#1B1E22", ink2="#484D54", ink3="#5F646B", rule="#DDD8CC", control="#7D786C",
    accent="#154A6B", accent_ink="#FFFFFF", selected="#DCE8EE", selected_ink="#10202B",
    focus="#154A6B", overdue="#94200D", overdue_soft="#FBE8E2", moved="#835B00",
    moved_soft="#FAEED2", closed="#17604A", closed_soft="#DFEFE7", mine="#6B2A5D",
    mine_soft="#F3E4EF", bar="#84929D", found="#FFE79A",
)  # fmt: skip
_DARK = _colours(
    rail="#111315", list="#17191C", page="#1D2024", notebook="#23211A", raised="#25292E",
    ink="#ECE9E1", ink2="#C0BDB5", ink3="#A3A19A", rule="#353A40", control="#838890",
    accent="#9CCAE4", accent_ink="#0E1A22", selected="#26404F", selected_ink="#F4F8FA",
    focus="#9CCAE4", overdue="#FFA38C", overdue_soft="#42231B", moved="#F0C36D",
    moved_soft="#3A2E17", closed="#88D2B4", closed_soft="#1C352C", mine="#E6B5D8",
    mine_soft="#3A2535", bar="#74818C", found="#574608",
)  # fmt: skip
_CONTRAST = _colours(
    rail="#000000", list="#000000", page="#000000", notebook="#000000", raised="#000000",
    ink="#FFFFFF", ink2="#FFFFFF", ink3="#FFFFFF", rule="#FFFFFF", control="#FFFFFF",
    accent="#FFE24A", accent_ink="#000000", selected="#FFE24A", selected_ink="#000000",
    focus="#35E5FF", overdue="#FFB4A2", overdue_soft="#000000", moved="#FFD56B",
    moved_soft="#000000", closed="#8EF0C6", closed_soft="#000000", mine="#F4C2E8",
    mine_soft="#000000", bar="#FFFFFF", found="#5A4A00",
)  # fmt: skip
_SCHEMES = {Scheme.LIGHT: _LIGHT, Scheme.DARK: _DARK, Scheme.CONTRAST: _CONTRAST}
_MEANINGS = (Colour.OVERDUE, Colour.MOVED, Colour.CLOSED, Colour.MINE, Colour.FOCUS)
_HALF_LIGHT = 0.5


def colours_of(scheme: Scheme) -> Colours:
    """Return a scheme's colours by role."""
    return _SCHEMES[scheme]


def colours_of_system(palette: QPalette) -> Colours:
    """Return the contrast theme a person has set in the system.

    Planes, ink, accent and selection are the system's; what carries a meaning is ours, in the
    strength that the system's plane asks for.
    """
    group = QPalette.ColorGroup.Active
    plane = palette.color(group, QPalette.ColorRole.Window)
    ink = palette.color(group, QPalette.ColorRole.WindowText)
    chosen = palette.color(group, QPalette.ColorRole.Highlight)
    chosen_ink = palette.color(group, QPalette.ColorRole.HighlightedText)
    on_light = plane.lightnessF() > _HALF_LIGHT
    meanings = _LIGHT if on_light else _CONTRAST
    colours = {role.value: plane for role in Colour}
    for role in ("ink", "ink2", "ink3", "rule", "control", "bar"):
        colours[role] = ink
    for role in ("accent", "selected"):
        colours[role] = chosen
    for role in ("accent_ink", "selected_ink"):
        colours[role] = chosen_ink
    colours |= {role.value: meanings[role] for role in _MEANINGS}
    colours["found"] = meanings["found"]
    return MappingProxyType(colours)


def contrast(first: QColor, second: QColor) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, “contrast ratio”)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = colour.redF(), colour.greenF(), colour.blueF()
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


_LINEAR_BELOW = 0.04045


def _linear(part: float) -> float:
    if part <= _LINEAR_BELOW:
        return part / 12.92
    return float(((part + 0.055) / 1.055) ** 2.4)
