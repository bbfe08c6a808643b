"""The head of a form: what it is of, and what can be done with the record as a whole."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.field_words import table_words
from jasp_desktop.domain.form_parts import SHOWN_ONLY
from jasp_desktop.domain.record_fields import table_of
from jasp_desktop.domain.records import Document, Record, Update
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type


class RecordHead(Column):
    """Table, name, and the deeds that are of the whole record."""

    merge_asked = Signal()
    split_asked = Signal()
    removal_asked = Signal()
    reading_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, gap=Space.HAIR, parent=parent)
        self.kicker = Label(appearance, "", Type.SMALL, Colour.INK2)
        self.title = Label(appearance, "", Type.H2, wrap=True)
        self.remark = Label(appearance, "", Type.SMALL, Colour.INK2, wrap=True)
        self.read = Button(appearance, "Read it", icon="book-open", small=True)
        self.merge = Button(appearance, "Merge with another", small=True)
        self.split = Button(appearance, "Split in two", small=True)
        self.remove = Button(appearance, "Remove", icon="trash-2", small=True)
        self.deeds = Flow(appearance, gap=Space.CLOSE)
        self.deeds.add(self.read, self.merge, self.split, self.remove)
        self.add(self.kicker, self.title, self.remark)
        self.add_space(Space.CLOSE)
        self.add(self.deeds)
        self.read.clicked.connect(self.reading_asked)
        self.merge.clicked.connect(self.merge_asked)
        self.split.clicked.connect(self.split_asked)
        self.remove.clicked.connect(self.removal_asked)

    def show_record(self, record: Record, name: str, remark: str) -> None:
        """Show what the form is of."""
        table = table_of(record)
        self.kicker.setText(table_words(table).one)
        self.title.setText(name)
        self._say(remark)
        is_whole = not isinstance(record, Update) and table not in SHOWN_ONLY
        self.read.setVisible(table in READ_AT)
        self.merge.setVisible(is_whole)
        self.split.setVisible(is_whole and not isinstance(record, Document))
        is_imported_update = isinstance(record, Update) and record.batch is not None
        self.remove.setVisible(table not in SHOWN_ONLY and not is_imported_update)
        self.deeds.show()

    def show_new(self, table: str, remark: str) -> None:
        """Show that the form makes a new record."""
        self.kicker.setText(table_words(table).several)
        self.title.setText(f"New {table_words(table).one.lower()}")
        self._say(remark)
        self.deeds.hide()

    def _say(self, remark: str) -> None:
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))


READ_AT = {"report": "report", "finding": "finding", "meeting": "meeting"}
"""Tables whose records have a page of their own, by its key."""
