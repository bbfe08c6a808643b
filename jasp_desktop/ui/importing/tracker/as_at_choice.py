"""The day that the data are as at: proposed, never taken for granted."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.errors import UserError
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Field, Line
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.ticks import Option
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.typed_dates import day_typed

_FROM_NAME, _TODAY, _ANOTHER = range(3)
_WHY = "Every moved target and update is dated by it where the sheet gives no day of its own."
_HINT = "Such as 31 March 2026"


class AsAtChoice(Column):
    """Offers the day in the file's name, today, or another day; none is chosen beforehand."""

    changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, gap=Space.TIGHT, parent=parent)
        self.setAccessibleName("Data as at")
        self._days: dict[int, date | None] = {}
        self._build()

    def _build(self) -> None:
        look = self.appearance
        self.add(Label(look, "Data as at", Type.UI_BOLD))
        self.add(Label(look, _WHY, Type.SMALL, Colour.INK2, wrap=True))
        self._options = Column(look)
        self._group = QButtonGroup(self)
        self.day = Line(look)
        self.field = Field(look, "Another day", self.day, _HINT)
        self.add(self._options, self.field)
        self.field.hide()
        self._group.idToggled.connect(self._on_toggled)
        self.day.editingFinished.connect(self._on_typed)

    def offer(self, in_name: date | None, today: date) -> None:
        """Offer the days anew; nothing is chosen."""
        for option in self._group.buttons():
            self._group.removeButton(option)
        self._options.clear()
        self._days = {_ANOTHER: None}
        if in_name is not None and in_name != today:
            self._offer(_FROM_NAME, in_name, "from the file’s name")
        remark = "today, and in the file’s name" if in_name == today else "today"
        self._offer(_TODAY, today, remark)
        self._add(Option(self.appearance, "Another day"), _ANOTHER)
        self.day.clear()
        self.field.clear_fault()
        self.field.hide()

    def _offer(self, place: int, day: date, remark: str) -> None:
        self._days[place] = day
        self._add(Option(self.appearance, in_words(day), remark), place)

    def _add(self, option: Option, place: int) -> None:
        self._group.addButton(option, place)
        self._options.add(option)

    @property
    def value(self) -> date | None:
        """Return the day that a person has confirmed; None before."""
        return self._days.get(self._group.checkedId())

    @property
    def options(self) -> list[QAbstractButton]:
        """Return the options, in order."""
        return self._group.buttons()

    @Slot(int, bool)
    def _on_toggled(self, place: int, is_on: bool) -> None:  # noqa: FBT001 - Qt's own signal
        if place == _ANOTHER:
            self.field.setVisible(is_on)
            if is_on:
                self.day.setFocus()
        if is_on:
            self.changed.emit()

    @Slot()
    def _on_typed(self) -> None:
        words = self.day.text().strip()
        self.field.clear_fault()
        self._days[_ANOTHER] = None
        if words:
            try:
                self._days[_ANOTHER] = day_typed(words)
            except UserError as error:
                self.field.show_fault(str(error))
        self.changed.emit()
