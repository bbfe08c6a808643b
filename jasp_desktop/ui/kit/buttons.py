"""Buttons: primary, secondary, link; with an icon, a key, a tick when chosen."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jasp_desktop.domain.marks import Mark
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.painted_button import PaintedButton
from jasp_desktop.ui.kit.painting import paint_mark
from jasp_desktop.ui.kit.plain_text import set_plain_tip
from jasp_desktop.ui.kit.planes import Row
from jasp_desktop.ui.kit.space import HAIRLINE, Measure, Space
from jasp_desktop.ui.kit.type_scale import Type

__all__ = ["Button", "ButtonKind", "Chip", "IconButton", "PaintedButton", "ReasonedButton"]

_CHOSEN_EDGE = 1.5
_LEAST_LETTERS = 3


class ButtonKind(StrEnum):
    """How loud a button is. One primary to a screen."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    LINK = "link"
    QUIET = "quiet"  # a link among words that are links by their place, as a trail of crumbs


class Button(PaintedButton):
    """A button with words, perhaps an icon before them and a key after them."""

    def __init__(
        self,
        appearance: Appearance,
        words: str,
        kind: ButtonKind = ButtonKind.SECONDARY,
        *,
        icon: str | None = None,
        key: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, words, parent)
        self._kind, self._icon, self._key, self._small = kind, icon, key, small
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if kind is ButtonKind.QUIET:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if key:
            self.setAccessibleDescription(f"Key {key}")

    def set_words(self, words: str) -> None:
        """Show other words."""
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()

    def corner(self) -> float:
        """Return the radius of its corners: a link has none of its own."""
        return 0.0 if self._is_bare else super().corner()

    @property
    def _is_bare(self) -> bool:
        return self._kind in {ButtonKind.LINK, ButtonKind.QUIET}

    @property
    def _type(self) -> Type:
        if self._kind is ButtonKind.QUIET:
            return Type.SMALL if self._small else Type.UI
        return Type.SMALL_BOLD if self._small else Type.UI_BOLD

    @property
    def _shown_icon(self) -> str | None:
        return "check" if self.isChecked() else self._icon

    def _words_width(self, words: str, role: Type) -> float:
        return QFontMetricsF(self.theme.font(role)).horizontalAdvance(words)

    def _inset(self) -> int:
        if self._is_bare:
            return 0
        return self.theme.px(Space.GAP if self._small else Space.NEAR + Space.TIGHT)

    def _icon_size(self) -> int:
        return self.theme.px(Measure.MARK_SMALL if self._small else Measure.MARK)

    def sizeHint(self) -> QSize:
        """Return the size of its words and what stands beside them."""
        theme = self.theme
        wide = self._words_width(self.text(), self._type) + 2 * (self._inset() + self.ring)
        if self._shown_icon:
            wide += self._icon_size() + theme.px(Space.SNUG)
        if self._key:
            wide += self._words_width(self._key, Type.SMALL) + theme.px(Space.NEAR)
        if self._is_bare:
            tall = theme.line_height(self._type) + theme.px(Space.NEAR)
        else:
            tall = theme.px(Measure.CONTROL_SMALL if self._small else Measure.CONTROL)
            tall += 2 * (self.ring - Measure.FOCUS_RING)
        return QSize(round(wide + 0.5), tall)

    def minimumSizeHint(self) -> QSize:
        """Return its size, or for a quiet link that of a few letters: it may be cut short."""
        hint = self.sizeHint()
        if self._kind is not ButtonKind.QUIET:
            return hint
        least = _LEAST_LETTERS * self.theme.line_height(self._type)
        return QSize(min(hint.width(), least), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a link that is cut short its whole words in a tool tip."""
        super().resizeEvent(event)
        if self._kind is ButtonKind.QUIET:
            is_cut = self.width() < self.sizeHint().width()
            set_plain_tip(self, self.text() if is_cut else "")

    def _ink(self) -> Colour:
        if not self.isEnabled():
            return Colour.INK3
        if self.isChecked():
            return Colour.SELECTED_INK
        inks = {
            ButtonKind.PRIMARY: Colour.ACCENT_INK,
            ButtonKind.LINK: Colour.ACCENT,
            ButtonKind.QUIET: Colour.INK2,
        }
        return inks.get(self._kind, Colour.INK)

    def paint_face(self, painter: QPainter) -> None:
        """Draw the fill and border its state asks for, then icon, words and key."""
        if not self._is_bare:
            self._paint_box(painter)
        theme, ink = self.theme, self.theme.colour(self._ink())
        x = float(self.ring + self._inset())
        if icon := self._shown_icon:
            size = self._icon_size()
            top = (self.height() - size) / 2
            self.appearance.icons.paint(painter, icon, ink, QRectF(x, top, size, size))
            x += size + theme.px(Space.SNUG)
        self._paint_words(painter, x)
        if self._key:
            is_filled = self._kind is ButtonKind.PRIMARY or self.isChecked()
            quiet = ink if is_filled else theme.colour(Colour.INK3)
            painter.setPen(quiet)
            painter.setFont(theme.font(Type.SMALL))
            area = QRectF(self.rect()).adjusted(0, 0, -(self.ring + self._inset()), 0)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area, int(flags), self._key)

    def _paint_words(self, painter: QPainter, x: float) -> None:
        theme = self.theme
        painter.setPen(theme.colour(self._ink()))
        painter.setFont(theme.font(self._type))
        area = QRectF(x, 0, self.width() - x, self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        words = self.text()
        if self._kind is ButtonKind.QUIET:
            metrics = QFontMetricsF(theme.font(self._type))
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(flags), words)
        is_pointed_at = self.underMouse() or self.isDown()
        has_line = self._kind is ButtonKind.LINK or (self._is_bare and is_pointed_at)
        if has_line and self.isEnabled():
            metrics = QFontMetricsF(theme.font(self._type))
            base = self.height() / 2 + (metrics.ascent() - metrics.descent()) / 2
            y = round(base + theme.px(Space.HAIR)) + 0.5
            is_link = self._kind is ButtonKind.LINK
            thickness = Measure.FOCUS_RING if is_link and is_pointed_at else HAIRLINE
            painter.setPen(QPen(theme.colour(self._ink()), thickness))
            end = x + metrics.horizontalAdvance(words)
            painter.drawLine(QPointF(x, y), QPointF(end, y))

    def _paint_box(self, painter: QPainter) -> None:
        theme = self.theme
        inset = self.ring - 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        is_primary = self._kind is ButtonKind.PRIMARY
        fill, border = Colour.PAGE, QPen(theme.colour(Colour.CONTROL), HAIRLINE)
        if not self.isEnabled():
            border.setStyle(Qt.PenStyle.DashLine)
        elif self.isChecked():
            fill, border = Colour.SELECTED, QPen(theme.colour(Colour.ACCENT), _CHOSEN_EDGE)
        elif is_primary:
            fill, border = Colour.ACCENT, QPen(theme.colour(Colour.ACCENT), HAIRLINE)
        elif self.isDown():
            fill = Colour.SELECTED
        elif self.underMouse():
            fill = Colour.RAISED
        painter.setBrush(theme.colour(fill))
        painter.setPen(border)
        painter.drawRoundedRect(box, self.corner(), self.corner())
        if is_primary and self.isEnabled() and (self.isDown() or self.underMouse()):
            # The fill cannot change without losing contrast: an inner line answers the pointer.
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour(Colour.ACCENT_INK), 1 + int(self.isDown())))
            gap, radius = Measure.FOCUS_RING + HAIRLINE, theme.px(Space.HAIR)
            painter.drawRoundedRect(box.adjusted(gap, gap, -gap, -gap), radius, radius)


class IconButton(PaintedButton):
    """An icon without words: only for back, forward and close, with a name and a tool tip."""

    def __init__(
        self, appearance: Appearance, icon: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, "", parent)
        self._icon = icon
        self.setAccessibleName(name)
        set_plain_tip(self, name)

    def sizeHint(self) -> QSize:
        """Return the least size that a pointer finds."""
        side = self.theme.px(Measure.TARGET)
        return QSize(side, side)

    def paint_face(self, painter: QPainter) -> None:
        """Draw the icon, on a fill while the pointer is there."""
        theme = self.theme
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            fill = Colour.SELECTED if self.isDown() else Colour.RAISED
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(fill))
            painter.drawRoundedRect(QRectF(self.rect()), self.corner(), self.corner())
        size = theme.px(Measure.ICON_LARGE)
        left, top = (self.width() - size) / 2, (self.height() - size) / 2
        colour = theme.colour(Colour.INK if self.isEnabled() else Colour.CONTROL)
        self.appearance.icons.paint(painter, self._icon, colour, QRectF(left, top, size, size))


class ReasonedButton(Row):
    """A button with, while it is not available, the reason beside it."""

    def __init__(
        self, appearance: Appearance, button: Button, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, gap=Space.GAP, parent=parent)
        self.button = button
        self.reason = Label(appearance, "", Type.UI_BOLD, Colour.MOVED, wrap=True)
        self.reason.hide()
        self.add(self.reason, stretch=1)
        self.add(button)

    def withhold(self, reason: str) -> None:
        """Make the button not available and say why."""
        self.reason.setText(reason)
        self.reason.show()
        self.button.setEnabled(False)
        self.button.setAccessibleDescription(f"Not available: {reason}")

    def allow(self) -> None:
        """Make the button available again."""
        self.reason.hide()
        self.button.setEnabled(True)
        self.button.setAccessibleDescription("")


class Chip(PaintedButton):
    """A filter with its count; a tick when it is chosen."""

    def __init__(
        self,
        appearance: Appearance,
        words: str,
        count: int | None = None,
        mark: Mark | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, words, parent)
        self._count, self._mark = count, mark
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_count(count)

    def set_count(self, count: int | None) -> None:
        """Show how many it would leave."""
        self._count = count
        spoken = self.text() if count is None else f"{self.text()}, {count:,}"
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def corner(self) -> float:
        """Return a radius that makes its ends round."""
        return (self.height() - 2 * self.ring) / 2

    def _count_words(self) -> str:
        return "" if self._count is None else f"{self._count:,}"

    @property
    def _type(self) -> Type:
        return Type.UI_BOLD if self.isChecked() else Type.UI

    @property
    def _has_sign(self) -> bool:
        return self.isChecked() or self._mark is not None

    def sizeHint(self) -> QSize:
        """Return the size of sign, words and count."""
        theme = self.theme
        wide = self._words_width() + 2 * (theme.px(Space.GAP) + self.ring)
        if self._has_sign:
            wide += theme.px(Measure.MARK_SMALL) + theme.px(Space.SNUG)
        if words := self._count_words():
            plain = QFontMetricsF(theme.font(Type.UI))
            wide += plain.horizontalAdvance(words) + theme.px(Space.CLOSE)
        tall = theme.px(Measure.CHIP) + 2 * (self.ring - HAIRLINE)
        return QSize(round(wide + 0.5), tall)

    def _words_width(self) -> float:
        return QFontMetricsF(self.theme.font(self._type)).horizontalAdvance(self.text())

    def paint_face(self, painter: QPainter) -> None:
        """Draw the pill, then tick or mark, words and count."""
        theme = self.theme
        self._paint_pill(painter)
        x, ink = float(self.ring + theme.px(Space.GAP)), theme.colour(self._ink())
        size = theme.px(Measure.MARK_SMALL)
        if self._has_sign:
            self._paint_sign(painter, QRectF(x, round((self.height() - size) / 2), size, size))
            x += size + theme.px(Space.SNUG)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.setPen(ink)
        painter.setFont(theme.font(self._type))
        painter.drawText(QRectF(x, 0, self.width(), self.height()), flags, self.text())
        x += self._words_width() + theme.px(Space.CLOSE)
        painter.setPen(ink if self.isChecked() else theme.colour(Colour.INK3))
        painter.setFont(theme.font(Type.UI))
        painter.drawText(QRectF(x, 0, self.width(), self.height()), flags, self._count_words())

    def _ink(self) -> Colour:
        if not self.isEnabled():
            return Colour.INK3
        return Colour.SELECTED_INK if self.isChecked() else Colour.INK

    def _paint_sign(self, painter: QPainter, rect: QRectF) -> None:
        if self.isChecked() or self._mark is None:
            self.appearance.icons.paint(painter, "check", self.theme.colour(self._ink()), rect)
        else:
            paint_mark(painter, self._mark, rect, self.theme)

    def _paint_pill(self, painter: QPainter) -> None:
        theme = self.theme
        fill, border = Colour.PAGE, QPen(theme.colour(Colour.CONTROL), HAIRLINE)
        if not self.isEnabled():
            border.setStyle(Qt.PenStyle.DashLine)
        elif self.isChecked():
            fill, border = Colour.SELECTED, QPen(theme.colour(Colour.ACCENT), _CHOSEN_EDGE)
        elif self.isDown():
            fill = Colour.SELECTED
        elif self.underMouse():
            fill = Colour.RAISED
        painter.setBrush(theme.colour(fill))
        painter.setPen(border)
        inset = self.ring - 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, self.corner(), self.corner())
