"""A record that no form changes, as facts to read."""

from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.field_words import field_words
from jasp_desktop.domain.record_drafts import draft_of
from jasp_desktop.domain.record_fields import FieldKind, record_fields, table_of
from jasp_desktop.domain.records import Record
from jasp_desktop.services.editing import EditingService
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Hairline, Label
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.prose import Prose
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.register.value_words import BLANK, value_words

_NAME_WIDTH = 168
_NOT_READ = {"certificate"}


class PlainRecord(Column):
    """Field names at the left, what they say at the right."""

    def __init__(
        self, appearance: Appearance, editing: EditingService, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, parent=parent)
        self._editing = editing

    def show_record(self, record: Record) -> None:
        """Show another record."""
        self.clear()
        table, draft = table_of(record), draft_of(record)
        for field in record_fields(type(record)):
            is_read = field.kind is not FieldKind.JSON and field.name not in {"uid", *_NOT_READ}
            words = value_words(self._editing, table, field.name, draft) if is_read else BLANK
            if words != BLANK:
                self._fact(field_words(table, field.name).name, words)

    def _fact(self, name: str, words: str) -> None:
        look = self.appearance
        row = Row(look, gap=Space.ROOM, margins=(0, Space.SNUG, 0, Space.SNUG), top=True)
        label = Column(look)
        label.fix(width=_NAME_WIDTH)
        label.add(Label(look, name, Type.UI, Colour.INK2, wrap=True))
        value = Prose(look, words, Type.UI)
        value.setAccessibleName(name)
        row.add(label)
        row.add(value, stretch=1)
        self.add(row, Hairline(look))
