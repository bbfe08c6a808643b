"""The rail: where to go, with words, counts and what is open."""

from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QShowEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.painted_button import PaintedButton
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.space import Measure, Space
from jasp_desktop.ui.kit.type_scale import Type

SETTINGS = "settings"


class RailRow(PaintedButton):
    """One place to go: icon, words and perhaps a count."""

    def __init__(
        self, appearance: Appearance, icon: str, words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, words, parent)
        self._icon, self._count = icon, 0
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int) -> None:
        """Show a count; 0 shows none."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count:,}" if count else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a row of the rail."""
        theme = self.theme
        words = QFontMetricsF(theme.font(Type.UI_BOLD)).horizontalAdvance(self.text())
        start = (
            theme.px(Space.ROOM + Space.HAIR)
            + theme.px(Measure.ICON)
            + theme.px(Measure.RAIL_ICON_GAP)
        )
        wide = max(theme.px(Measure.RAIL) - 1, start + round(words) + theme.px(Space.CLOSE))
        return QSize(wide, theme.px(Measure.RAIL_ROW))

    def paint_face(self, painter: QPainter) -> None:
        """Draw the row; the chosen one filled, with a bar at its left."""
        theme, is_chosen = self.theme, self.isChecked()
        if is_chosen:
            painter.fillRect(self.rect(), theme.colour(Colour.SELECTED))
            bar = theme.px(Measure.EDGE_BAR)
            painter.fillRect(0, 0, bar, self.height(), theme.colour(Colour.ACCENT))
        elif self.underMouse():
            painter.fillRect(self.rect(), theme.colour(Colour.RAISED))
        colour = theme.colour(Colour.SELECTED_INK if is_chosen else Colour.INK)
        size = theme.px(Measure.ICON)
        x = float(theme.px(Space.ROOM + Space.HAIR))
        icon = QRectF(x, (self.height() - size) / 2, size, size)
        self.appearance.icons.paint(painter, self._icon, colour, icon)
        x += size + theme.px(Measure.RAIL_ICON_GAP)
        painter.setPen(colour)
        painter.setFont(theme.font(Type.UI_BOLD if is_chosen else Type.UI))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(QRectF(x, 0, self.width(), self.height()), int(flags), self.text())
        if self._count:
            self._paint_count(painter)

    def _paint_count(self, painter: QPainter) -> None:
        theme, is_chosen = self.theme, self.isChecked()
        painter.setPen(theme.colour(Colour.SELECTED_INK if is_chosen else Colour.INK2))
        painter.setFont(theme.font(Type.SMALL_BOLD if is_chosen else Type.SMALL))
        area = QRectF(self.rect()).adjusted(0, 0, -theme.px(Space.ROOM), 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(area, int(flags), f"{self._count:,}")

    def corner(self) -> float:
        """Return the radius of its ring: a row has square corners."""
        return 0.0

    @override
    def paint_ring(self, painter: QPainter) -> None:
        """Draw the ring so that it is seen on the fill of a chosen row too."""
        super().paint_ring(painter)
        if self.isChecked():
            painter.setPen(self.theme.colour(Colour.SELECTED_INK))
            inset = Measure.FOCUS_RING + 0.5
            painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))


class Rail(Column):
    """The panel's name, the places to go, what is open, and Settings at the foot.

    ``chosen`` carries the key of the place; Settings has the key ``settings``.
    """

    chosen = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        panel: str,
        panel_words: str = "Joint Audit and Scrutiny Panel",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, Colour.RAIL, edges="r", parent=parent)
        self._rows: dict[str, RailRow] = {}
        self.panel = Label(appearance, panel, Type.H3, wrap=True)
        words = Label(appearance, panel_words, Type.SMALL, Colour.INK2, wrap=True)
        side = Space.ROOM + Space.HAIR
        head = Column(appearance, margins=(side, Space.ROOM, Space.GAP, Space.GAP))
        head.add(self.panel, words)
        self._places = Column(appearance, margins=(0, 0, 1, 0))
        self.foot_title = Label(appearance, "", Type.SMALL_BOLD, wrap=True)
        self.foot_words = Label(appearance, "", Type.SMALL, Colour.INK2, wrap=True)
        self._foot = Column(
            appearance, edges="t", margins=(side, Space.GAP, Space.GAP, Space.CLOSE)
        )
        self._foot.add(self.foot_title, self.foot_words)
        self._foot.hide()
        self.add(head, self._scrolling(self._places))
        self.add(self._foot, self._row(SETTINGS, "settings", "Settings"))
        self.add_space(Space.CLOSE)
        self.fix(width=Measure.RAIL)
        self.setAccessibleName("Places")

    def _scrolling(self, places: Column) -> QScrollArea:
        inner = Column(self.appearance)
        inner.add(places)
        inner.add_stretch()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        return area

    def _row(self, key: str, icon: str, words: str) -> RailRow:
        row = RailRow(self.appearance, icon, words)
        row.clicked.connect(lambda: self._on_row_clicked(key))
        self._rows[key] = row
        return row

    def add_place(self, key: str, icon: str, words: str, tip: str = "") -> RailRow:
        """Add a place to go; ``tip`` is the key that leads there."""
        row = self._row(key, icon, words)
        row.setAccessibleDescription(tip)
        row.setToolTip(tip)
        self._places.add(row)
        return row

    def showEvent(self, event: QShowEvent) -> None:
        """Let the keyboard come to Settings last, where it stands.

        Only now: Qt takes no order while the rail is alone in its window.
        """
        places = [row for key, row in self._rows.items() if key != SETTINGS]
        if places:
            self.setTabOrder(places[-1], self._rows[SETTINGS])
        super().showEvent(event)

    def add_gap(self) -> None:
        """Begin another group of places."""
        self._places.add_space(Space.ROOM)

    def _on_row_clicked(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)

    def choose(self, key: str) -> None:
        """Show which place is open, without going there."""
        for one, row in self._rows.items():
            row.setChecked(one == key)

    def set_count(self, key: str, count: int) -> None:
        """Show how many wait at a place; 0 shows none."""
        self._rows[key].set_count(count)

    def set_foot(self, title: str, words: str = "") -> None:
        """Say what is open: the pack or the register."""
        self.foot_title.setText(title)
        self.foot_words.setText(words)
        self._foot.setVisible(bool(title))
