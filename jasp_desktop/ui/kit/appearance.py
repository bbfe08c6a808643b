"""Follows the system's colours and the person's choices, and tells every widget of a change."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from jasp_desktop.ui.kit.colours import Colour, Colours, Scheme, colours_of_system
from jasp_desktop.ui.kit.icons import Icons
from jasp_desktop.ui.kit.space import TEXT_SIZES
from jasp_desktop.ui.kit.style_sheet import style_sheet
from jasp_desktop.ui.kit.theme import Theme
from jasp_desktop.ui.kit.type_scale import Type, load_fonts


@dataclass(frozen=True, slots=True)
class _Wanted:
    scheme: Scheme | None
    text_size: int


class Appearance(QObject):
    """The theme of one running program.

    ``scheme`` None follows the system. Widgets read ``theme`` and redraw on ``changed``.
    """

    changed = Signal()

    def __init__(
        self, application: QApplication, scheme: Scheme | None = None, text_size: int = 100
    ) -> None:
        super().__init__(application)
        load_fonts()
        self.icons = Icons()
        self._application = application
        self._wanted = _Wanted(scheme, _nearest_size(text_size))
        self._applying = False
        application.setStyle(QStyleFactory.create("Fusion"))
        self._theme = self._wanted_theme()
        self._apply()
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)

    @property
    def theme(self) -> Theme:
        """Return the theme in force."""
        return self._theme

    @property
    def chosen_scheme(self) -> Scheme | None:
        """Return the scheme the person chose; None while the system decides."""
        return self._wanted.scheme

    def choose_scheme(self, scheme: Scheme | None) -> None:
        """Set the scheme, or follow the system again."""
        self._want(_Wanted(scheme, self._wanted.text_size))

    def choose_text_size(self, percent: int) -> None:
        """Set the text size to the nearest one there is, 100 to 200 %."""
        self._want(_Wanted(self._wanted.scheme, _nearest_size(percent)))

    def enlarge(self) -> None:
        """Take the next larger text size."""
        larger = [size for size in TEXT_SIZES if size > self._wanted.text_size]
        self.choose_text_size(min(larger, default=TEXT_SIZES[-1]))

    def reduce(self) -> None:
        """Take the next smaller text size."""
        smaller = [size for size in TEXT_SIZES if size < self._wanted.text_size]
        self.choose_text_size(max(smaller, default=TEXT_SIZES[0]))

    def _want(self, wanted: _Wanted) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self._refresh()

    @Slot()
    def _on_system_changed(self) -> None:
        # Our own palette and hints also change the system's answers; those are no news.
        if self._wanted.scheme is None and not self._applying:
            self._refresh()

    def _refresh(self) -> None:
        self._theme = self._wanted_theme()
        self._apply()
        self.changed.emit()

    def _wanted_theme(self) -> Theme:
        scheme, text_size = self._wanted.scheme, self._wanted.text_size
        if scheme is not None:
            return Theme(scheme, text_size)
        hints = self._application.styleHints()
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            return Theme(Scheme.CONTRAST, text_size, self._system_colours())
        is_dark = hints.colorScheme() is Qt.ColorScheme.Dark
        return Theme(Scheme.DARK if is_dark else Scheme.LIGHT, text_size)

    def _system_colours(self) -> Colours:
        ours = self._application.palette()
        self._application.setPalette(QPalette())
        colours = colours_of_system(self._application.palette())
        self._application.setPalette(ours)
        return colours

    def _apply(self) -> None:
        self._applying = True
        hints = self._application.styleHints()
        if self._wanted.scheme is None:
            hints.unsetColorScheme()
        elif self._theme.has_dark_page:
            hints.setColorScheme(Qt.ColorScheme.Dark)
        else:
            hints.setColorScheme(Qt.ColorScheme.Light)
        self._application.setPalette(_palette(self._theme))
        self._application.setFont(self._theme.font(Type.UI))
        self._application.setStyleSheet(style_sheet(self._theme))
        self._applying = False


def _nearest_size(percent: int) -> int:
    return min(TEXT_SIZES, key=lambda size: abs(size - percent))


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    jobs = {
        role.Window: Colour.PAGE,
        role.WindowText: Colour.INK,
        role.Base: Colour.PAGE,
        role.AlternateBase: Colour.LIST,
        role.Text: Colour.INK,
        role.Button: Colour.RAISED,
        role.ButtonText: Colour.INK,
        role.BrightText: Colour.OVERDUE,
        role.ToolTipBase: Colour.RAISED,
        role.ToolTipText: Colour.INK,
        role.PlaceholderText: Colour.INK2,
        role.Highlight: Colour.ACCENT,
        role.HighlightedText: Colour.ACCENT_INK,
        role.Accent: Colour.ACCENT,
        role.Link: Colour.ACCENT,
        role.LinkVisited: Colour.ACCENT,
        role.Light: Colour.PAGE,
        role.Midlight: Colour.RAISED,
        role.Mid: Colour.RULE,
        role.Dark: Colour.CONTROL,
        role.Shadow: Colour.CONTROL,
    }
    palette = QPalette()
    for palette_role, job in jobs.items():
        palette.setColor(palette_role, theme.colour(job))
    for palette_role in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, palette_role, theme.colour(Colour.INK3))
    return palette
