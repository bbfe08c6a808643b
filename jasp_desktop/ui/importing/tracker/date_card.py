"""A column whose dates can be read two ways: both readings written out, none chosen."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.trackers import DateOrder
from jasp_desktop.exchange.trackers.date_columns import ColumnReading, DateColumn
from jasp_desktop.ui.importing.tracker.words import (
    counted,
    heading_words,
    joined,
    rows_named,
)
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.cards import IconMark
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column, Flow, Row
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.ticks import Option
from jasp_desktop.ui.kit.type_scale import Type

_ORDERS = (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST, DateOrder.LEAVE_BLANK)


class DateCard(Column):
    """Asks how the dates of a column are read; ``settled`` carries the column and the answer."""

    settled = Signal(int, object)

    def __init__(
        self, appearance: Appearance, column: DateColumn, parent: QWidget | None = None
    ) -> None:
        is_open = column.needs_choice
        super().__init__(
            appearance,
            Colour.MOVED_SOFT if is_open else None,
            gap=Space.TIGHT,
            margins=(Space.SIDE, Space.GAP, Space.ROOM, Space.GAP),
            bar=Colour.MOVED if is_open else Colour.BAR,
            outline=None if is_open else Colour.RULE,
            parent=parent,
        )
        self.column = column
        self.setAccessibleName(_title(column))
        self._build()

    def _build(self) -> None:
        look, column = self.appearance, self.column
        rows = rows_named([each.row for each in column.ambiguous])
        head = Flow(look, gap=Space.CLOSE, line_gap=Space.TIGHT)
        head.add(IconMark(look, "calendar-days", Colour.MOVED))
        head.add(Label(look, _title(column), Type.UI_BOLD, wrap=True))
        where = f"{rows}, column “{heading_words(column.use)}”"
        self.add(head, Label(look, where, Type.SMALL, Colour.INK2, wrap=True))
        self.evidence = Label(look, _evidence(column), Type.UI, wrap=True)
        self.add(self.evidence)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        options = Flow(look, gap=Space.ROOM, line_gap=Space.TIGHT)
        for place, (words, remark) in enumerate(_readings(column)):
            option = Option(look, words, remark)
            option.setAccessibleDescription(f"{remark}; column “{heading_words(column.use)}”")
            option.setChecked(column.use.order is _ORDERS[place])
            self._group.addButton(option, place)
            options.add(option)
        count = len(column.ambiguous)
        self.use = Button(look, "Use it" if count == 1 else f"Use for all {count:,}")
        self.use.setEnabled(False)
        foot = Row(look, gap=Space.GAP)
        foot.add(options, stretch=1)
        foot.add(self.use)
        self.add_space(Space.HAIR)
        self.add(foot)
        self._group.idToggled.connect(self._on_toggled)
        self.use.clicked.connect(self._on_used)

    @property
    def options(self) -> list[QAbstractButton]:
        """Return the options: day first, month first, leave blank."""
        return self._group.buttons()

    @Slot(int, bool)
    def _on_toggled(self, _place: int, _is_on: bool) -> None:  # noqa: FBT001 - Qt's own signal
        order = _ORDERS[self._group.checkedId()]
        self.use.setEnabled(order is not self.column.use.order)

    @Slot()
    def _on_used(self) -> None:
        if self._group.checkedId() >= 0:
            self.settled.emit(self.column.use.column, _ORDERS[self._group.checkedId()])


def _title(column: DateColumn) -> str:
    count = counted(len(column.ambiguous), "date")
    if column.needs_choice:
        return f"{count} can be read two ways"
    answers = {
        DateOrder.DAY_FIRST: "read day first",
        DateOrder.MONTH_FIRST: "read month first",
        DateOrder.LEAVE_BLANK: "left blank",
    }
    return f"{count} {answers[column.use.order or DateOrder.LEAVE_BLANK]}"


def _readings(column: DateColumn) -> tuple[tuple[str, str], ...]:
    first = column.ambiguous[0]
    return (
        (in_words(first.day_first), "day first"),
        (in_words(first.month_first), "month first"),
        ("Leave blank", "keep the words only"),
    )


def _evidence(column: DateColumn) -> str:
    """Return what the sheet writes, and what the other dates of the column show."""
    first = column.ambiguous[0].value
    day_first, month_first = joined(column.day_first_only), joined(column.month_first_only)
    shown = {
        ColumnReading.DAY_FIRST_SHOWN: (
            f"Other dates in the same column can only be day first ({day_first}), but nothing is "
            "assumed."
        ),
        ColumnReading.MONTH_FIRST_SHOWN: (
            f"Other dates in the same column can only be month first ({month_first}), but nothing "
            "is assumed."
        ),
        ColumnReading.OPEN: "No date in the same column shows which comes first.",
        ColumnReading.MIXED: (
            f"Other dates in the same column are day first ({day_first}), and others month first "
            f"({month_first})."
        ),
        ColumnReading.SUSPECT: (
            "In this column every date past the 12th is text and no other is: a spreadsheet set "
            f"to month first may have turned day and month round ({day_first} stayed text)."
        ),
    }
    verb = "holds" if column.reading is ColumnReading.SUSPECT else "writes"
    return f"The sheet {verb} {first}. {shown[column.reading]}"
