"""The fields in which a person puts a proposed record right."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.records import Record
from jasp_desktop.ui.importing.fields import (
    EditableField,
    Shape,
    choices_of,
    editable_fields,
    typed_words,
    with_typed,
    with_word,
)
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.fields import Choice, Field, Line, TextBox
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type

_WIDEST = 560


class RecordEditor(Column):
    """Edits one record, field by field, as each is left.

    ``changed`` carries the record with all that is right in the fields; ``faults_changed`` how many
    fields are wrong.
    """

    changed = Signal(object)
    faults_changed = Signal(int)

    def __init__(
        self, appearance: Appearance, record: Record, parent: QWidget | None = None
    ) -> None:
        margins = (Space.ROOM, Space.CLOSE, Space.ROOM, Space.GAP)
        super().__init__(appearance, gap=Space.GAP, margins=margins, parent=parent)
        self._record = record
        self.fields: dict[str, Field] = {}
        for described in editable_fields(record):
            field = self._field(described)
            field.setMaximumWidth(appearance.theme.px(_WIDEST))
            self.fields[described.attribute] = field
            self.add(field)

    @property
    def faults(self) -> int:
        """Return how many fields are wrong."""
        return sum(field.is_wrong for field in self.fields.values())

    def _field(self, described: EditableField) -> Field:
        look, words = self.appearance, typed_words(self._record, described)
        if described.shape is Shape.WORD:
            choice = Choice(look, choices_of(self._record, described))
            choice.choose(getattr(self._record, described.attribute))
            choice.activated.connect(partial(self._on_chosen, described, choice))
            return Field(look, described.name, choice, described.hint)
        if described.shape in {Shape.TEXT, Shape.LIST}:
            box = TextBox(look, words, Type.UI)
            field = Field(look, described.name, box, described.hint)
            box.left.connect(partial(self._on_left, described, field, box.toPlainText))
            return field
        line = Line(look, words)
        field = Field(look, described.name, line, described.hint)
        line.editingFinished.connect(partial(self._on_left, described, field, line.text))
        return field

    def _on_chosen(self, described: EditableField, choice: Choice, _place: int) -> None:
        self._take(with_word(self._record, described, choice.value))

    def _on_left(self, described: EditableField, field: Field, typed: Callable[[], str]) -> None:
        try:
            record = with_typed(self._record, described, typed())
        except InvalidInput as fault:
            field.show_fault(str(fault))
            self.faults_changed.emit(self.faults)
            return
        if field.is_wrong:
            field.clear_fault()
            self.faults_changed.emit(self.faults)
        self._take(record)

    def _take(self, record: Record) -> None:
        if record != self._record:
            self._record = record
            self.changed.emit(record)
