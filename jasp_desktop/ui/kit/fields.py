"""Controls to type and choose in, each with its name above it and its fault beneath it."""

from collections.abc import Iterable
from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.space import Measure, Space
from jasp_desktop.ui.kit.type_scale import Type


class Line(QLineEdit):
    """One line to type in."""

    def __init__(
        self, appearance: Appearance, words: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self.appearance = appearance
        self.setFont(appearance.theme.font(Type.UI))
        appearance.changed.connect(self._on_appearance_changed)

    def _on_appearance_changed(self) -> None:
        self.setFont(self.appearance.theme.font(Type.UI))
        self.updateGeometry()


class SearchField(Line):
    """A line to search in: a magnifying glass, a hint, and the key that leads to it.

    ``searched`` carries the words when Enter is pressed; Escape empties it.
    """

    searched = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        *,
        key: str = "",
        width: int = Measure.SEARCH,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, "", parent)
        self._key, self._width_at_100 = key, width
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        if key:
            self.setAccessibleDescription(f"Key {key}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.returnPressed.connect(self._on_return_pressed)
        self._make_room()

    def _on_return_pressed(self) -> None:
        self.searched.emit(self.text().strip())

    @override
    def _on_appearance_changed(self) -> None:
        super()._on_appearance_changed()
        self._make_room()

    def _make_room(self) -> None:
        theme = self.appearance.theme
        left = theme.px(Measure.MARK) + theme.px(Space.SNUG)
        right = self.fontMetrics().horizontalAdvance(self._key) if self._key else 0
        self.setTextMargins(left, 0, right, 0)

    def sizeHint(self) -> QSize:
        """Return its usual width."""
        hint = super().sizeHint()
        return QSize(self.appearance.theme.px(self._width_at_100), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Return half its usual width."""
        hint = self.sizeHint()
        return QSize(hint.width() // 2, hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty it at Escape; an empty one leaves Escape to the page."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, the glass and, while nothing is typed, the key."""
        super().paintEvent(event)
        theme, painter = self.appearance.theme, QPainter(self)
        size, inset = theme.px(Measure.MARK), theme.px(Space.NEAR)
        glass = QRectF(inset, (self.height() - size) / 2, size, size)
        self.appearance.icons.paint(painter, "search", theme.colour(Colour.INK2), glass)
        if self._key and not self.text():
            painter.setPen(theme.colour(Colour.INK3))
            painter.setFont(theme.font(Type.SMALL))
            area = QRectF(self.rect()).adjusted(0, 0, -inset, 0)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(area, int(flags), self._key)


class TextBox(QPlainTextEdit):
    """Several lines to type in; it grows with its text, then scrolls. Tab goes to the next field.

    ``left`` is emitted when the focus goes elsewhere: a place to save at.
    """

    left = Signal()

    def __init__(
        self,
        appearance: Appearance,
        words: str = "",
        role: Type = Type.BODY,
        *,
        least: int = Measure.TEXT_BOX_LEAST,
        most: int = Measure.TEXT_BOX_MOST,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self.appearance = appearance
        self._role, self._least, self._most = role, least, most
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(Space.HAIR)
        self.textChanged.connect(self._fit)
        # A plain-text document breaks its lines when they are looked at: later than the resize.
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        appearance.changed.connect(self._on_appearance_changed)
        self._on_appearance_changed()

    def _on_appearance_changed(self) -> None:
        self.setFont(self.appearance.theme.font(self._role))
        self._fit()

    def _fit(self) -> None:
        theme = self.appearance.theme
        # A plain-text document counts its height in lines.
        lines = self.document().size().height()
        text = lines * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin()
        frame = 2 * (theme.px(Space.SNUG) + 1)
        least, most = theme.px(self._least), theme.px(self._most)
        tall = min(max(round(text) + frame, least), most)
        needs_bar = round(text) + frame > most
        always, never = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(always if needs_bar else never)
        if tall != self.height():
            self.setFixedHeight(tall)
            QTimer.singleShot(0, self, self._lay_out_around)

    def _lay_out_around(self) -> None:
        """Have the layouts around take notice: one just giving the box its width does not."""
        around = self.parentWidget()
        while around is not None and (layout := around.layout()) is not None:
            layout.activate()
            around = around.parentWidget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height its text needs at the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person went on."""
        super().focusOutEvent(event)
        self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page under the pointer unless the box itself has more to show."""
        if self.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            event.ignore()
        else:
            super().wheelEvent(event)


class Choice(QComboBox):
    """One of several, each with a value behind its words."""

    def __init__(
        self,
        appearance: Appearance,
        choices: Iterable[tuple[str, object]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self.setFont(appearance.theme.font(Type.UI))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        # Scrolling a page must not change what the pointer passes over.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for words, value in choices:
            self.addItem(words, value)
        appearance.changed.connect(self._on_appearance_changed)

    def _on_appearance_changed(self) -> None:
        self.setFont(self.appearance.theme.font(Type.UI))

    def keep_to(self, letters: int) -> None:
        """Ask for room for so many letters and no more: long words are cut at their end."""
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)

    @property
    def value(self) -> object:
        """Return the value behind the chosen words."""
        return self.currentData()

    def choose(self, value: object) -> None:
        """Choose the words a value stands behind; nothing if there are none."""
        values = [self.itemData(place) for place in range(self.count())]
        self.setCurrentIndex(values.index(value) if value in values else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the control and its arrow."""
        super().paintEvent(event)
        theme, painter = self.appearance.theme, QPainter(self)
        size = theme.px(Measure.MARK)
        left = self.width() - size - theme.px(Space.NEAR)
        colour = theme.colour(Colour.INK2 if self.isEnabled() else Colour.INK3)
        rect = QRectF(left, (self.height() - size) / 2, size, size)
        self.appearance.icons.paint(painter, "chevron-down", colour, rect)


class FieldName(Label):
    """The name of a field; a click on it goes to the field."""

    def __init__(self, appearance: Appearance, name: str, editor: QWidget) -> None:
        super().__init__(appearance, name, Type.UI_BOLD, wrap=True)
        self._editor = editor
        self.setBuddy(editor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the field."""
        self._editor.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()


class Field(Column):
    """An editor with its name above, a hint below and, when something is wrong, what to do."""

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        editor: QWidget,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, gap=Space.TIGHT, parent=parent)
        self.editor = editor
        self._hint = hint
        self.name = FieldName(appearance, name, editor)
        self.hint = Label(appearance, hint, Type.SMALL, Colour.INK2, wrap=True)
        self.fault = Label(appearance, "", Type.SMALL_BOLD, Colour.OVERDUE, wrap=True)
        self.fault.hide()
        self.add(self.name, editor, self.fault, self.hint)
        # Once it has a parent: shown before, it would open a window of its own.
        self.hint.setVisible(bool(hint))
        editor.setAccessibleName(name)
        editor.setAccessibleDescription(hint)

    @property
    def is_wrong(self) -> bool:
        """Tell whether a fault is shown."""
        return bool(self.fault.text())

    def show_fault(self, sentence: str) -> None:
        """Say under the field what is wrong and what to do; nothing takes it away."""
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))
        spoken = " ".join(words for words in (sentence, self._hint) if words)
        self.editor.setAccessibleDescription(spoken)
        self.editor.setProperty("wrong", bool(sentence))
        # A style sheet looks at a property only when it is told to.
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)

    def clear_fault(self) -> None:
        """Take the fault away."""
        self.show_fault("")
