"""Plain text for reading: own line height, a readable measure, words that stand out, selection."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import override

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.space import Measure
from jasp_desktop.ui.kit.text_block import Range, TextBlock, units
from jasp_desktop.ui.kit.type_scale import Type

_LEAST_LETTERS = 6
_BY_KEYBOARD = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)


class _Move(Enum):
    """Where a key takes the caret."""

    NEXT = auto()
    PREVIOUS = auto()
    NEXT_WORD = auto()
    PREVIOUS_WORD = auto()
    LINE_DOWN = auto()
    LINE_UP = auto()
    LINE_START = auto()
    LINE_END = auto()
    START = auto()
    END = auto()


_KEYS = (
    (QKeySequence.StandardKey.SelectNextChar, _Move.NEXT),
    (QKeySequence.StandardKey.SelectPreviousChar, _Move.PREVIOUS),
    (QKeySequence.StandardKey.SelectNextWord, _Move.NEXT_WORD),
    (QKeySequence.StandardKey.SelectPreviousWord, _Move.PREVIOUS_WORD),
    (QKeySequence.StandardKey.SelectNextLine, _Move.LINE_DOWN),
    (QKeySequence.StandardKey.SelectPreviousLine, _Move.LINE_UP),
    (QKeySequence.StandardKey.SelectStartOfLine, _Move.LINE_START),
    (QKeySequence.StandardKey.SelectEndOfLine, _Move.LINE_END),
    (QKeySequence.StandardKey.SelectStartOfDocument, _Move.START),
    (QKeySequence.StandardKey.SelectEndOfDocument, _Move.END),
)


class Prose(QLabel):
    """A text to read, as it was written: nothing in it is taken for markup.

    The mouse or Shift with the arrow keys selects; Ctrl+C copies, Ctrl+A selects all. Its width
    stops at the measure of its type role.
    """

    def __init__(
        self,
        appearance: Appearance,
        words: str = "",
        role: Type = Type.BODY,
        colour: Colour = Colour.INK,
        *,
        ranges: Sequence[Range] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self._role, self._colour = role, colour
        self._ranges = tuple(ranges)
        self._block: tuple[int, TextBlock] | None = None
        self._anchor = self._caret = 0
        self._shows_rules = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        super().setText(words)
        appearance.changed.connect(self._on_appearance_changed)

    @override
    def setText(self, words: str) -> None:
        """Show another text, with nothing standing out."""
        self.set_words(words)

    def set_words(self, words: str, ranges: Sequence[Range] = ()) -> None:
        """Show another text and the words in it that stand out."""
        self._ranges = tuple(ranges)
        self._anchor = self._caret = 0
        super().setText(words)
        self._on_appearance_changed()

    @property
    def ranges(self) -> tuple[Range, ...]:
        """Return the words that stand out."""
        return self._ranges

    @override
    def selectedText(self) -> str:
        """Return the words that are selected, as they were written."""
        start, end = sorted((self._anchor, self._caret))
        written = self.text().encode("utf-16-le", "surrogatepass")
        return written[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")

    def select_all(self) -> None:
        """Select the whole text."""
        self._anchor, self._caret = 0, units(self.text())
        self.update()

    def copy(self) -> None:
        """Put the selected words on the clipboard."""
        if words := self.selectedText():
            QGuiApplication.clipboard().setText(words)

    def top_of(self, offset: int) -> int:
        """Return how far down a character stands, so that a page can scroll to it."""
        block = self._laid_out(self.width())
        return round(block.caret_at(units(self.text()[:offset])).top())

    def _on_appearance_changed(self) -> None:
        self._block = None
        self.updateGeometry()
        self.update()

    def _laid_out(self, width: int) -> TextBlock:
        if self._block is None or self._block[0] != width:
            theme = self.appearance.theme
            column = min(width, theme.measure(self._role))
            block = TextBlock(self.text(), self._role, theme, column, ranges=self._ranges)
            self._block = (width, block)
        return self._block[1]

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text in a column of a width."""
        return self._laid_out(width).height

    def sizeHint(self) -> QSize:
        """Return the size of the text at its measure."""
        wide = self.appearance.theme.measure(self._role)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return the size of a very narrow column's first line."""
        line = self.appearance.theme.line_height(self._role)
        return QSize(_LEAST_LETTERS * line, line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text, what is selected and, for the keyboard, the rules of focus."""
        painter = QPainter(self)
        theme = self.appearance.theme
        ink = theme.colour(self._colour)
        self._laid_out(self.width()).paint(painter, QPointF(0, 0), ink, self._selections())
        if self._shows_rules:
            # A ring would run through the first letter of each line: two rules are clear of them.
            focus, thick = theme.colour(Colour.FOCUS), Measure.FOCUS_RING
            painter.fillRect(0, 0, self.width(), thick, focus)
            painter.fillRect(0, self.height() - thick, self.width(), thick, focus)

    def _selections(self) -> list[QTextLayout.FormatRange]:
        if self._anchor == self._caret:
            return []
        chosen = QTextLayout.FormatRange()
        chosen.start = min(self._anchor, self._caret)
        chosen.length = abs(self._anchor - self._caret)
        form = QTextCharFormat()
        form.setBackground(self.appearance.theme.colour(Colour.ACCENT))
        form.setForeground(self.appearance.theme.colour(Colour.ACCENT_INK))
        chosen.format = form
        return [chosen]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection, or extend it with Shift."""
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._caret = self._laid_out(self.width()).offset_at(event.position())
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._anchor = self._caret
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the selection."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._caret = self._laid_out(self.width()).offset_at(event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the selection where the mouse was let go."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        block = self._laid_out(self.width())
        place = block.offset_at(event.position())
        end = block.next_offset(place, by_word=True)
        self._anchor = block.previous_offset(end, by_word=True)
        words = self.text()[self._anchor : end]
        self._caret = end - (len(words) - len(words.rstrip()))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Select and copy by keyboard; leave every other key to the page."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.selectedText():
            self.copy()
            return
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
            return
        for key, move in _KEYS:
            if event.matches(key):
                self._caret = self._moved(move)
                self.update()
                return
        super().keyPressEvent(event)

    def _moved(self, move: _Move) -> int:
        block = self._laid_out(self.width())
        if move in {_Move.NEXT, _Move.NEXT_WORD}:
            return block.next_offset(self._caret, by_word=move is _Move.NEXT_WORD)
        if move in {_Move.PREVIOUS, _Move.PREVIOUS_WORD}:
            return block.previous_offset(self._caret, by_word=move is _Move.PREVIOUS_WORD)
        if move in {_Move.LINE_DOWN, _Move.LINE_UP}:
            return self._line_away(block, 1 if move is _Move.LINE_DOWN else -1)
        line_start, line_end = block.line_edges(self._caret)
        edges = {_Move.LINE_START: line_start, _Move.LINE_END: line_end, _Move.START: 0}
        return edges.get(move, units(self.text()))

    def _line_away(self, block: TextBlock, lines: int) -> int:
        caret = block.caret_at(self._caret)
        middle = caret.center().y() + lines * block.line_height
        if middle < 0:
            return 0
        if middle > block.height:
            return units(self.text())
        return block.offset_at(QPointF(caret.x(), middle))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the rules when the keyboard came here."""
        self._shows_rules = event.reason() in _BY_KEYBOARD
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the rules and the selection away; a menu only borrows the focus."""
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._shows_rules = False
            self._anchor = self._caret
        self.update()
        super().focusOutEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy and to select all."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction("Copy", QKeySequence.StandardKey.Copy, self.copy)
        copy.setEnabled(bool(self.selectedText()))
        menu.addAction("Select all", QKeySequence.StandardKey.SelectAll, self.select_all)
        menu.popup(event.globalPos())
