"""Asks what a new target means: that it moved, or that it was mistyped."""

from datetime import date

from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.errors import InvalidInput, UserError
from jasp_desktop.services.editing import TargetMove
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Field
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.ticks import Option
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.register.controls import DateControl, LineControl

FIELD = "changed_on"
_DATE_WIDTH = 260


class MovePart(Column):
    """When the target moved and why; shown while the form holds another target."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        margins = (Space.ROOM, Space.GAP, Space.ROOM, Space.GAP)
        super().__init__(
            appearance,
            Colour.RAISED,
            gap=Space.CLOSE,
            margins=margins,
            bar=Colour.MOVED,
            parent=parent,
        )
        self.moved = Option(appearance, "The target moved: the old date is kept as a move")
        self.mistyped = Option(appearance, "The old date was mistyped: put it right")
        self.moved.setChecked(True)
        self._day, self._why, self._by = (
            DateControl(appearance),
            LineControl(appearance),
            LineControl(appearance),
        )
        self.day = Field(appearance, "Moved on", self._day.widget, "Such as 30 March 2020")
        self.day.fix(width=_DATE_WIDTH)
        self._facts = Column(appearance, gap=Space.CLOSE)
        self._facts.add(
            self.day,
            Field(appearance, "Why it moved", self._why.widget),
            Field(appearance, "Agreed by", self._by.widget),
        )
        self.add(
            Label(appearance, "What does the new target mean?", Type.UI_BOLD),
            self.moved,
            self.mistyped,
            self._facts,
        )
        self.moved.toggled.connect(self._facts.setVisible)

    def begin(self, today: date) -> None:
        """Begin with a move of today."""
        self.moved.setChecked(True)
        self._day.show_value(today)
        self._why.show_value(None)
        self._by.show_value(None)
        self.day.clear_fault()

    def stated(self) -> TargetMove | None:
        """Return the move; None where the old date was mistyped.

        Raises:
            InvalidInput: The day means nothing.
        """
        if self.mistyped.isChecked():
            return None
        try:
            day = self._day.value()
        except UserError as error:
            self.day.show_fault(str(error))
            raise InvalidInput(FIELD, str(error)) from None
        self.day.clear_fault()
        return TargetMove(
            changed_on=day if isinstance(day, date) else None,
            reason=_words(self._why.value()),
            agreed_by=_words(self._by.value()),
        )


def _words(value: object) -> str | None:
    return value if isinstance(value, str) else None
