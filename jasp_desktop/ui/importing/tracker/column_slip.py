"""One column of the sheet: its heading, a few of its cells, and what it is read as."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.trackers import ColumnUse, TrackerField
from jasp_desktop.ui.importing.tracker.words import (
    FIELD_WORDS,
    NOT_READ,
    day_words,
    heading_words,
)
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Choice, Field, Line
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.typed_dates import day_typed

_CONTROLS = 300
_WORDS = 560
_TWICE = "Another column is read as this too. Only one can be."
_ROUND_HINT = "Such as 31 March 2026. Left blank: the day of the data."


class ColumnSlip(Row):
    """Asks what a column is; ``field_chosen`` and ``round_typed`` carry its place in the sheet."""

    field_chosen = Signal(int, object)
    round_typed = Signal(int, object)
    faults_changed = Signal()

    def __init__(
        self,
        appearance: Appearance,
        use: ColumnUse,
        samples: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        margins = (Space.NONE, Space.NEAR, Space.NONE, Space.NEAR)
        super().__init__(
            appearance, gap=Space.APART, margins=margins, top=True, edges="b", parent=parent
        )
        self.use = use
        self._build(samples)
        self.show_use(use, is_twice=False)
        self.choice.activated.connect(self._on_chosen)
        self.round.editingFinished.connect(self._on_round)

    def _build(self, samples: Sequence[str]) -> None:
        look, heading = self.appearance, heading_words(self.use)
        words = Column(look, gap=Space.HAIR)
        words.add(Label(look, heading, Type.UI_BOLD, wrap=True))
        cells = samples or ("No cell of this column says anything.",)
        for cell in cells:
            words.add(Label(look, cell, Type.SMALL, Colour.INK2, elide=True))
        self.choice = Choice(look, [(NOT_READ, None)])
        for field, name in FIELD_WORDS.items():
            self.choice.addItem(name, field)
        self.choice.setAccessibleName(f"“{heading}” is read as")
        self.choice.setAccessibleDescription(f"Cells: {'; '.join(cells)}")
        self.twice = Label(look, _TWICE, Type.SMALL_BOLD, Colour.OVERDUE, wrap=True)
        self.round = Line(look)
        self.round_field = Field(look, "Round", self.round, _ROUND_HINT)
        self.round.setAccessibleName(f"Round of “{heading}”")
        controls = Column(look, gap=Space.SNUG)
        controls.fix(width=_CONTROLS)
        controls.add(self.choice, self.twice, self.round_field)
        words.setMaximumWidth(look.theme.px(_WORDS))
        self.add(words, stretch=1)
        self.add(controls)
        # Weaker than the words: where room is short there is none to the right.
        self.add_stretch(0)

    def show_use(self, use: ColumnUse, *, is_twice: bool) -> None:
        """Show what the column is read as, and whether another one is too."""
        self.use = use
        self.choice.choose(use.field)
        self.twice.setVisible(is_twice)
        self.round_field.setVisible(use.field is TrackerField.UPDATE)
        if not self.round_field.is_wrong:
            self.round.setText(day_words(use.as_at))

    @property
    def is_wrong(self) -> bool:
        """Tell whether what is typed cannot be read."""
        return self.use.field is TrackerField.UPDATE and self.round_field.is_wrong

    @Slot(int)
    def _on_chosen(self, _place: int) -> None:
        value = self.choice.value
        field = TrackerField(value) if isinstance(value, str) else None
        if field is not self.use.field:
            self.field_chosen.emit(self.use.column, field)

    @Slot()
    def _on_round(self) -> None:
        words = self.round.text().strip()
        try:
            day = day_typed(words) if words else None
        except UserError as error:
            self.round_field.show_fault(str(error))
            self.faults_changed.emit()
            return
        self.round_field.clear_fault()
        self.faults_changed.emit()
        if day != self.use.as_at:
            self.round_typed.emit(self.use.column, day)
