"""The type sizes, each named after its job (LOOKS, “Type”), and the files they are set in."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QFont, QFontDatabase

from jasp_desktop.shipped import shipped

FAMILY = "Source Sans 3"
_FILES = ("SourceSans3-Regular.ttf", "SourceSans3-SemiBold.ttf", "SourceSans3-Bold.ttf")


class Type(StrEnum):
    """The job a piece of text does."""

    SMALL = "small"
    SMALL_BOLD = "small_bold"
    UI = "ui"
    UI_BOLD = "ui_bold"
    BODY = "body"
    BODY_BOLD = "body_bold"
    LEAD = "lead"
    H3 = "h3"
    H2 = "h2"
    H1 = "h1"
    FIGURE = "figure"
    LIVE = "live"
    LIVE_QUESTION = "live_question"


@dataclass(frozen=True, slots=True)
class TypeSize:
    """Size and line height in pixels at 100 %, and weight."""

    size: int
    line: int
    weight: QFont.Weight


_REGULAR, _SEMI, _BOLD = QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold

TYPE_SIZES = {
    Type.SMALL: TypeSize(14, 18, _REGULAR),
    Type.SMALL_BOLD: TypeSize(14, 18, _SEMI),
    Type.UI: TypeSize(16, 21, _REGULAR),
    Type.UI_BOLD: TypeSize(16, 21, _SEMI),
    Type.BODY: TypeSize(18, 26, _REGULAR),
    Type.BODY_BOLD: TypeSize(18, 26, _SEMI),
    Type.LEAD: TypeSize(21, 29, _REGULAR),
    Type.H3: TypeSize(18, 24, _BOLD),
    Type.H2: TypeSize(22, 28, _BOLD),
    Type.H1: TypeSize(29, 34, _BOLD),
    Type.FIGURE: TypeSize(38, 42, _BOLD),
    Type.LIVE: TypeSize(27, 40, _REGULAR),
    Type.LIVE_QUESTION: TypeSize(32, 42, _BOLD),
}


def load_fonts() -> None:
    """Make the program's typeface known to Qt.

    Raises:
        FileNotFoundError: A font file is missing or unreadable: the installation is incomplete.
    """
    folder = shipped("resources") / "fonts"
    for name in _FILES:
        if QFontDatabase.addApplicationFont(str(folder / name)) < 0:
            raise FileNotFoundError(name)


def font_at(role: Type, percent: int) -> QFont:
    """Return a role's font at a text size; sizes are whole pixels."""
    wanted = TYPE_SIZES[role]
    font = QFont(FAMILY)
    font.setPixelSize(round(wanted.size * percent / 100))
    font.setWeight(wanted.weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
