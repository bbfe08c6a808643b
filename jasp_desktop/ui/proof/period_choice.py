"""Chooses the days that a proof of scrutiny covers."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.errors import InvalidInput, UserError
from jasp_desktop.domain.proof import Period
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.fields import Choice, Field, Line
from jasp_desktop.ui.kit.planes import Flow
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.typed_dates import day_typed

_OTHER = "Other days"
_DAY_WIDTH = 190


class PeriodChoice(Flow):
    """The financial years in which anything was asked, or a first and a last day that are typed.

    ``chosen`` carries the period whenever another one is chosen.
    """

    chosen = Signal(Period)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, gap=Space.ROOM, line_gap=Space.GAP, parent=parent)
        self.years = Choice(appearance)
        self.first, self.last = Line(appearance), Line(appearance)
        self.first_field = Field(appearance, "First day", self.first)
        self.last_field = Field(appearance, "Last day", self.last)
        for line in (self.first, self.last):
            line.setFixedWidth(appearance.theme.px(_DAY_WIDTH))
            line.editingFinished.connect(self._on_day_typed)
        self.add(Field(appearance, "Period", self.years), self.first_field, self.last_field)
        self.years.activated.connect(self._on_activated)
        appearance.changed.connect(self._on_appearance_changed)
        self._period: Period | None = None

    @property
    def period(self) -> Period | None:
        """Return the period that is shown; None before there is one."""
        return self._period

    def offer(self, years: Sequence[Period]) -> None:
        """Offer these years; a period that is chosen already stays, else it is the first."""
        if self._period is None:
            self._period = years[0]
        self.years.clear()
        for year in years:
            self.years.addItem(f"{year.words}", year)
        self.years.addItem(_OTHER, None)
        self.years.choose(self._period if self._period in years else None)
        self._show_days()

    def _show_days(self) -> None:
        is_other = self.years.value is None
        for field in (self.first_field, self.last_field):
            field.setVisible(is_other)
        if is_other and self._period is not None:
            self.first.setText(in_words(self._period.first).replace("\u00a0", " "))
            self.last.setText(in_words(self._period.last).replace("\u00a0", " "))

    @Slot(int)
    def _on_activated(self, _place: int) -> None:
        self._show_days()
        year = self.years.value
        if isinstance(year, Period):
            self._choose(year)
        else:
            self.first.setFocus()
            self.first.selectAll()

    @Slot()
    def _on_day_typed(self) -> None:
        days = []
        for line, field in ((self.first, self.first_field), (self.last, self.last_field)):
            field.clear_fault()
            try:
                days.append(day_typed(line.text()))
            except UserError as error:
                field.show_fault(str(error))
        if len(days) < len((self.first, self.last)):
            return
        try:
            self._choose(Period(*days))
        except InvalidInput as error:
            self.last_field.show_fault(str(error))

    @Slot()
    def _on_appearance_changed(self) -> None:
        for line in (self.first, self.last):
            line.setFixedWidth(self.appearance.theme.px(_DAY_WIDTH))

    def _choose(self, period: Period) -> None:
        if period != self._period:
            self._period = period
            self.chosen.emit(period)
