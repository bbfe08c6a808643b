"""How one person likes the window: kept in the home folder, read before the first paint."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from jasp_desktop.ui.kit.colours import Scheme

_TEXT_SIZE, _SCHEME, _PANEL, _GEOMETRY, _WIDTHS, _RULES = (
    "reading/text_size",
    "reading/theme",
    "window/panel",
    "window/geometry",
    "window/widths",
    "prompts/rules",
)
_USUAL_TEXT = 100


class Preferences:
    """Reads and writes ``window.ini``; a value that makes no sense counts as not there."""

    def __init__(self, home: Path) -> None:
        self._file = QSettings(str(home / "window.ini"), QSettings.Format.IniFormat)

    @property
    def text_size(self) -> int:
        """Return the text size in per cent."""
        words = str(self._file.value(_TEXT_SIZE, ""))
        return int(words) if words.isascii() and words.isdigit() else _USUAL_TEXT

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._file.setValue(_TEXT_SIZE, str(percent))

    @property
    def scheme(self) -> Scheme | None:
        """Return the theme that was chosen; None follows the system."""
        words = str(self._file.value(_SCHEME, ""))
        return Scheme(words) if words in set(Scheme) else None

    @scheme.setter
    def scheme(self, scheme: Scheme | None) -> None:
        self._file.setValue(_SCHEME, scheme.value if scheme else "system")

    @property
    def panel(self) -> str:
        """Return the panel's name as it was last seen, so that the first paint shows it."""
        return str(self._file.value(_PANEL, ""))

    @panel.setter
    def panel(self, name: str) -> None:
        self._file.setValue(_PANEL, name)

    @property
    def geometry(self) -> QByteArray:
        """Return where the window was; empty when it never was anywhere."""
        return QByteArray.fromHex(QByteArray(str(self._file.value(_GEOMETRY, "")).encode()))

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._file.setValue(_GEOMETRY, geometry.toHex().toStdString())

    @property
    def widths(self) -> Mapping[str, int]:
        """Return the widths of panes in pixels, by their keys."""
        parts = str(self._file.value(_WIDTHS, "")).split()
        pairs = (part.partition("=") for part in parts)
        return {
            key: int(width)
            for key, _, width in pairs
            if width.isascii() and width.isdigit() and int(width)
        }

    @widths.setter
    def widths(self, widths: Mapping[str, int]) -> None:
        self._file.setValue(_WIDTHS, " ".join(f"{key}={width}" for key, width in widths.items()))

    @property
    def rule_choices(self) -> Mapping[str, bool]:
        """Return which rules of the prompts were switched on or off, against what is usual."""
        words = str(self._file.value(_RULES, "")).split()
        pairs = (word.partition("=") for word in words)
        return {name: word == "on" for name, _, word in pairs if word in {"on", "off"}}

    @rule_choices.setter
    def rule_choices(self, choices: Mapping[str, bool]) -> None:
        words = (f"{name}={'on' if is_on else 'off'}" for name, is_on in choices.items())
        self._file.setValue(_RULES, " ".join(words))

    def keep(self) -> None:
        """Write to the disk what was set."""
        self._file.sync()
