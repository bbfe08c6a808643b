"""A list of parts, such as who came to a meeting: each a few controls in a row."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast, override

from PySide6.QtCore import Signal

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.field_words import field_words
from jasp_desktop.domain.record_fields import record_fields
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Field
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.register.controls import Control

type MakeControls = Callable[[], Mapping[str, Control]]


class PartsControl(Control):
    """Parts in an order; ``make`` builds the controls of one part, by attribute."""

    opened = Signal(str, str)

    def __init__(
        self, appearance: Appearance, words_of: str, part: type[Any], make: MakeControls
    ) -> None:
        self._body = Column(appearance, gap=Space.GAP)
        super().__init__(self._body)
        self._appearance, self._words_of = appearance, words_of
        self._part, self._make = part, make
        self._parts: list[Mapping[str, Control]] = []
        self._rows = Column(appearance, gap=Space.GAP)
        self.add = Button(appearance, "Add one", icon="plus", small=True)
        foot = Row(appearance)
        foot.add(self.add)
        foot.add_stretch()
        self._body.add(self._rows, foot)
        self._body.setFocusProxy(self.add)
        self.add.clicked.connect(self._on_add)
        self._rows.hide()

    @property
    @override
    def typed(self) -> object:
        return tuple(tuple(control.typed for control in part.values()) for part in self._parts)

    @override
    def retype(self, typed: object) -> None:
        self._parts.clear()
        self._rows.clear()
        for part in cast("Sequence[Sequence[object]]", typed):
            self._add_part(part)
        self._rows.setVisible(bool(self._parts))

    @override
    def as_typed(self, value: object) -> object:
        blank = self._make()
        typed = tuple(
            tuple(control.as_typed(getattr(part, name)) for name, control in blank.items())
            for part in cast("Sequence[object]", value or ())
        )
        for control in blank.values():
            control.widget.deleteLater()
        return typed

    @override
    def value(self) -> object:
        return tuple(self._value_of(part) for part in self._parts)

    def _value_of(self, part: Mapping[str, Control]) -> object:
        values = {name: control.value() for name, control in part.items()}
        for field in record_fields(self._part):
            if values[field.attribute] is None and not field.is_optional:
                name = field_words(self._words_of, field.name).name
                raise UserError(f"“{name}” cannot be left blank. Fill it in, or take the line out.")
        return self._part(**values)

    def _add_part(self, typed: Sequence[object] | None) -> None:
        controls = self._make()
        if typed is not None:
            for control, each in zip(controls.values(), typed, strict=True):
                control.retype(each)
        self._parts.append(controls)
        self._rows.add(self._row(controls))

    def _row(self, controls: Mapping[str, Control]) -> Column:
        look = self._appearance
        margins = (Space.GAP, Space.CLOSE, Space.GAP, Space.CLOSE)
        row = Column(look, gap=Space.CLOSE, margins=margins, outline=Colour.RULE)
        for name, control in controls.items():
            words = field_words(self._words_of, name)
            row.add(Field(look, words.name, control.widget, words.hint))
            control.edited.connect(self.edited)
            control.left.connect(self.left)
            if hasattr(control, "opened"):
                control.opened.connect(self.opened)
        out = Button(look, "Take out", ButtonKind.LINK, small=True)
        foot = Row(look)
        foot.add(out)
        foot.add_stretch()
        row.add(foot)
        out.clicked.connect(lambda: self._take_out(controls))
        return row

    def _take_out(self, controls: Mapping[str, Control]) -> None:
        kept = [part for part in self._parts if part is not controls]
        self.retype(tuple(tuple(control.typed for control in part.values()) for part in kept))
        self.add.setFocus()
        self.edited.emit()
        self.left.emit()

    def _on_add(self) -> None:
        self._add_part(None)
        self._rows.show()
        next(iter(self._parts[-1].values())).widget.setFocus()
        self.edited.emit()
