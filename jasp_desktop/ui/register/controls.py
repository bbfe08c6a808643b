"""Controls for single values: what a person typed, and the value that it stands for."""

import re
from collections.abc import Sequence
from datetime import date, time
from typing import cast, override

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.dates import DatePrecision, PartialDate, in_words
from jasp_desktop.domain.errors import UserError
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.fields import Choice, Line, TextBox
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.typed_dates import day_typed, partial_date_typed

_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?")
_NO_BREAK = "\u00a0"


class Control(QObject):
    """One field of a form while it is filled in.

    ``typed`` is what stands in it, right or wrong: it can be put aside and typed in again.
    ``edited`` comes with every change, ``left`` when the person goes on to another field.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.widget = widget

    @property
    def typed(self) -> object:
        """Return what stands in it."""
        raise NotImplementedError

    def retype(self, typed: object) -> None:
        """Let it hold what was typed before."""
        raise NotImplementedError

    def as_typed(self, value: object) -> object:
        """Return a value as a person would type it."""
        return value

    def value(self) -> object:
        """Return the value that is meant.

        Raises:
            UserError: What is typed means nothing; the sentence says what to do.
        """
        return self.typed

    def show_value(self, value: object) -> None:
        """Show a record's value."""
        self.retype(self.as_typed(value))


class LineControl(Control):
    """Words in one line."""

    def __init__(self, appearance: Appearance) -> None:
        self._line = Line(appearance)
        super().__init__(self._line)
        self._line.textEdited.connect(self.edited)
        self._line.editingFinished.connect(self.left)

    @property
    @override
    def typed(self) -> object:
        return self._line.text()

    @override
    def retype(self, typed: object) -> None:
        self._line.setText(str(typed))
        self._line.setCursorPosition(0)

    @override
    def as_typed(self, value: object) -> object:
        return "" if value is None else str(value)

    @override
    def value(self) -> object:
        return self._line.text().strip() or None


class DateControl(LineControl):
    """A day as people write it."""

    @override
    def as_typed(self, value: object) -> object:
        return in_words(value).replace(_NO_BREAK, " ") if isinstance(value, date) else ""

    @override
    def value(self) -> object:
        words = self._line.text().strip()
        return day_typed(words) if words else None


class PartialDateControl(LineControl):
    """A day, a month or a year; its value is a PartialDate."""

    @override
    def as_typed(self, value: object) -> object:
        return value.words.replace(_NO_BREAK, " ") if isinstance(value, PartialDate) else ""

    @override
    def value(self) -> object:
        words = self._line.text().strip()
        return partial_date_typed(words) if words else None


class TimeControl(LineControl):
    """A time of day, kept as “09:30”."""

    @override
    def value(self) -> object:
        words = self._line.text().strip()
        if not words:
            return None
        if found := _TIME.fullmatch(words):
            hour, minute = int(found[1]), int(found[2] or 0)
            if hour <= time.max.hour and minute <= time.max.minute:
                return f"{time(hour, minute):%H:%M}"
        raise UserError("Write a time such as 10:00.")


class BoxControl(Control):
    """Words in several lines."""

    def __init__(self, appearance: Appearance, *, is_optional: bool = True) -> None:
        self._box = TextBox(appearance, role=Type.UI)
        self._blank = None if is_optional else ""
        super().__init__(self._box)
        self._box.textChanged.connect(self.edited)
        self._box.left.connect(self.left)

    @property
    @override
    def typed(self) -> object:
        return self._box.toPlainText()

    @override
    def retype(self, typed: object) -> None:
        self._box.setPlainText(str(typed))

    @override
    def as_typed(self, value: object) -> object:
        return "" if value is None else str(value)

    @override
    def value(self) -> object:
        return self._box.toPlainText().strip() or self._blank


class LinesControl(BoxControl):
    """A list of words, one on each line."""

    @override
    def as_typed(self, value: object) -> object:
        return "\n".join(cast("Sequence[str]", value or ()))

    @override
    def value(self) -> object:
        lines = (" ".join(line.split()) for line in self._box.toPlainText().splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))


class ChoiceControl(Control):
    """One of a list of words; a value that is not among them is offered beside them."""

    def __init__(self, appearance: Appearance, choices: Sequence[tuple[str, object]]) -> None:
        self._choice = Choice(appearance)
        super().__init__(self._choice)
        # Qt would give an enumeration back as plain text: the values stay here.
        self._values: list[object] = []
        self._known = 0
        self.offer(choices)
        self._choice.activated.connect(self._on_activated)

    @property
    @override
    def typed(self) -> object:
        place = self._choice.currentIndex()
        return self._values[place] if place >= 0 else None

    @override
    def retype(self, typed: object) -> None:
        for place in range(len(self._values) - 1, self._known - 1, -1):
            self._choice.removeItem(place)
            del self._values[place]
        if typed not in self._values:
            self._values.append(typed)
            self._choice.addItem(_words_of(typed))
        self._choice.setCurrentIndex(self._values.index(typed))

    def offer(self, choices: Sequence[tuple[str, object]]) -> None:
        """Offer other words; what was chosen stays where it is among them."""
        before = self.typed
        self._choice.clear()
        self._values = [value for _, value in choices]
        self._known = len(choices)
        for words, _ in choices:
            self._choice.addItem(words)
        self._choice.setCurrentIndex(self._values.index(before) if before in self._values else 0)

    def _on_activated(self, _place: int) -> None:
        self.edited.emit()
        self.left.emit()


def _words_of(value: object) -> str:
    words = getattr(value, "words", None)
    return str(words if words is not None else value).replace("_", " ")


class PrecisionPair:
    """A date that may be known only to the month: its two fields, and the one value of both."""

    @staticmethod
    def joined(day: object, precision: object) -> PartialDate | None:
        """Return the two fields as one value."""
        return PartialDate.of(cast("date | None", day), cast("DatePrecision | None", precision))

    @staticmethod
    def parted(value: object) -> tuple[date | None, DatePrecision | None]:
        """Return one value as the two fields."""
        if not isinstance(value, PartialDate):
            return None, None
        return value.value, value.precision
