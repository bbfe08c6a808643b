"""Words that stand still: labels, status words, headings of sections, hairlines."""

from functools import cache
from typing import override

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QSizePolicy, QWidget

from jasp_desktop.domain.marks import Mark
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.painting import paint_mark
from jasp_desktop.ui.kit.plain_text import set_plain_tip
from jasp_desktop.ui.kit.planes import Column, Plane, Row
from jasp_desktop.ui.kit.space import HAIRLINE, Measure, Space
from jasp_desktop.ui.kit.text_block import TextBlock
from jasp_desktop.ui.kit.type_scale import Type

_SMALL_TYPES = frozenset({Type.SMALL, Type.SMALL_BOLD})
_HEADINGS = frozenset({Type.H1, Type.H2, Type.H3})
_LEAST_LETTERS = 4


class Label(QLabel):
    """Plain words in one type role and colour, at the role's own line height.

    Without ``wrap`` it is one line that is never cut, unless ``elide`` lets it: then the whole
    text is in its tool tip. ``lines`` limits the lines of a label that wraps. Words in the type of
    a heading are one to a screen reader too, unless ``heading`` says that they are not.
    """

    def __init__(
        self,
        appearance: Appearance,
        words: str = "",
        role: Type = Type.UI,
        colour: Colour = Colour.INK,
        *,
        wrap: bool = False,
        elide: bool = False,
        lines: int = 0,
        right: bool = False,
        heading: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self.is_heading = heading and role in _HEADINGS
        if self.is_heading:
            _tell_headings()
        self._role, self._colour = role, colour
        self._wraps, self._elides, self._lines = wrap, elide, lines
        self._right = right
        self._block: tuple[int, str, TextBlock] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        across = QSizePolicy.Policy.Preferred if wrap or elide else QSizePolicy.Policy.Minimum
        # A fixed height would hold a label that wraps at the height of its hint.
        down = QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(across, down)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(words)
        appearance.changed.connect(self._on_appearance_changed)

    @property
    def type_role(self) -> Type:
        """Return the type role it is set in."""
        return self._role

    @override
    def setText(self, words: str) -> None:
        """Show other words."""
        self._block = None
        super().setText(words)
        if self.is_heading:
            self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def set_colour(self, colour: Colour) -> None:
        """Take another colour."""
        self._colour = colour
        self.update()

    def set_type(self, role: Type) -> None:
        """Take another type role."""
        self._role = role
        self._on_appearance_changed()

    def _on_appearance_changed(self) -> None:
        self._block = None
        self.updateGeometry()
        self.update()

    def _indent(self) -> int:
        """Return the room left of the words, in pixels."""
        return 0

    def _ink(self) -> QColor:
        return self.appearance.theme.colour(self._colour)

    def _laid_out(self, width: int) -> TextBlock:
        text = self.text()
        if self._block is None or self._block[:2] != (width, text):
            lines = self._lines if self._wraps else int(self._elides)
            theme = self.appearance.theme
            room = width - self._indent()
            if not self._wraps and not self._elides:
                block = TextBlock(text, self._role, theme)
            else:
                block = TextBlock(text, self._role, theme, room, lines=lines)
            self._block = (width, text, block)
        return self._block[2]

    def hasHeightForWidth(self) -> bool:
        """Tell whether it wraps."""
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """Return its height in a column of a width."""
        return self._laid_out(width).height if self._wraps else -1

    def sizeHint(self) -> QSize:
        """Return the size of its words in one line, or of a readable column of them."""
        theme = self.appearance.theme
        whole = TextBlock(self.text(), self._role, theme)
        wide = round(whole.natural_width + 0.5) + self._indent()
        if self._wraps and wide > theme.measure(self._role):
            wide = theme.measure(self._role)
            return QSize(wide, self.heightForWidth(wide))
        return QSize(wide, whole.height)

    def minimumSizeHint(self) -> QSize:
        """Return the least it needs: a few letters if it may wrap or elide, else all of it."""
        hint = self.sizeHint()
        if not (self._wraps or self._elides):
            return hint
        theme = self.appearance.theme
        least = self._indent() + _LEAST_LETTERS * theme.line_height(self._role)
        return QSize(min(hint.width(), least), theme.line_height(self._role))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give an elided label its whole text in a tool tip."""
        super().resizeEvent(event)
        if self._elides or self._lines:
            cut = self._laid_out(self.width()).is_elided
            set_plain_tip(self, self.text() if cut else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        painter = QPainter(self)
        block = self._laid_out(self.width())
        left = float(self._indent())
        if self._right:
            left = max(left, self.width() - block.natural_width)
        top = 0 if self._wraps else (self.height() - block.height) // 2
        block.paint(painter, QPointF(left, top), self._ink())


@cache
def _tell_headings() -> None:
    """Give headings their role from now on; once for the program."""
    QAccessible.installFactory(_spoken_heading)


def _spoken_heading(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, Label) and thing.is_heading:
        return QAccessibleWidget(thing, QAccessible.Role.Heading)
    return None


class StatusWord(Label):
    """A status: its mark and its word, never one without the other.

    ``colour`` is for the word alone, where it should be quieter than its mark.
    """

    def __init__(
        self,
        appearance: Appearance,
        mark: Mark,
        words: str | None = None,
        role: Type = Type.SMALL_BOLD,
        colour: Colour | None = None,
        *,
        paper: Colour = Colour.PAGE,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._mark, self._paper = mark, paper
        self._own_colour = colour
        shown = mark.words if words is None else words
        super().__init__(
            appearance, shown, role, colour or Colour(mark.ink), wrap=wrap, parent=parent
        )

    def set_status(self, mark: Mark, words: str | None = None) -> None:
        """Show another status."""
        self._mark = mark
        self._colour = self._own_colour or Colour(mark.ink)
        self.setText(mark.words if words is None else words)

    def _size(self) -> int:
        small = self._role in _SMALL_TYPES
        return self.appearance.theme.px(Measure.MARK_SMALL if small else Measure.MARK)

    def _indent(self) -> int:
        return self._size() + self.appearance.theme.px(Space.SNUG)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark at the first line, then the words."""
        super().paintEvent(event)
        painter = QPainter(self)
        theme, size = self.appearance.theme, self._size()
        line = theme.line_height(self._role)
        top = (line - size) / 2 if self._wraps else (self.height() - size) / 2
        rect = QRectF(0, round(top), size, size)
        paint_mark(painter, self._mark, rect, theme, paper=self._paper)


class Hairline(Plane):
    """A line one pixel high, or the thick rule that opens a section."""

    def __init__(
        self,
        appearance: Appearance,
        colour: Colour = Colour.RULE,
        *,
        thick: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, colour, parent=parent)
        # Not with the text size: a hairline stays one pixel.
        self.setFixedHeight(Measure.SECTION_RULE if thick else HAIRLINE)


class Separator(Plane):
    """A short upright line between two items in a row."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, Colour.CONTROL, parent=parent)
        self.restyle()

    def restyle(self) -> None:
        """Take its height from the text size."""
        super().restyle()
        self.setFixedSize(HAIRLINE, self.appearance.theme.px(Measure.SEPARATOR))


class SectionHeading(Column):
    """A thick ink rule, the title at left and quiet words at right, always in the same place."""

    def __init__(
        self,
        appearance: Appearance,
        title: str,
        quiet: str = "",
        *,
        role: Type = Type.H3,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, gap=Space.SNUG, parent=parent)
        self.title = Label(appearance, title, role, wrap=True)
        self.quiet = Label(appearance, quiet, Type.SMALL, Colour.INK2, elide=True, right=True)
        self._row = Row(appearance, gap=Space.NEAR)
        self._row.add(self.title, stretch=1)
        self._row.add(self.quiet)
        # Once it has a parent: shown before, it would open a window of its own.
        self.quiet.setVisible(bool(quiet))
        self.add(Hairline(appearance, Colour.INK, thick=True), self._row)

    def set_quiet(self, words: str) -> None:
        """Show other quiet words at the right."""
        self.quiet.setText(words)
        self.quiet.setVisible(bool(words))

    def add_right(self, widget: QWidget) -> None:
        """Put a link or a button at the right end."""
        self._row.add(widget)
