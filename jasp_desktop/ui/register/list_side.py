"""The list of one table's records: searched, chosen from, and added to."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.field_words import table_words
from jasp_desktop.domain.form_parts import LISTED_TABLES, NOT_MADE_BY_HAND
from jasp_desktop.domain.record_lines import RecordLine
from jasp_desktop.services.editing import EditingService
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.choosing import choose_quietly
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Choice, SearchField
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.register_table import RegisterTable
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.register.lists import RECORD_COLUMNS, RecordsModel


class ListSide(Column):
    """``chosen`` carries the line of the record that became current, ``added`` asks for a new one.

    ``table_chosen`` comes from the choice that stands above the list where the tables have no pane.
    """

    chosen = Signal(RecordLine)
    opened = Signal()
    added = Signal()
    table_chosen = Signal(str)

    def __init__(
        self, appearance: Appearance, editing: EditingService, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, Colour.PAGE, parent=parent)
        self._editing = editing
        self.table = LISTED_TABLES[0]
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self.appearance
        margins = (Space.NEAR, Space.GAP, Space.ROOM, Space.GAP)
        head = Column(look, gap=Space.CLOSE, margins=margins)
        self.tables = Choice(look, [(table_words(each).several, each) for each in LISTED_TABLES])
        self.tables.setAccessibleName("Table")
        self.title = Label(look, "", Type.H2)
        self.new = Button(look, "New", icon="plus", small=True)
        top = Row(look, gap=Space.CLOSE)
        top.add(self.tables, self.title, stretch=1)
        top.add(self.new)
        self.search = SearchField(look, "Find in this table", key="Ctrl+F")
        head.add(top, self.search)
        self.model = RecordsModel(self._editing, self)
        self.list = RegisterTable(look, "Records", RECORD_COLUMNS, two_lines=True)
        self.list.setModel(self.model)
        self.list.head.hide()
        self.nothing = Label(look, "", Type.UI, Colour.INK2, wrap=True)
        self.empty = Column(look, margins=(Space.NEAR, Space.CLOSE, Space.ROOM, Space.CLOSE))
        self.empty.add(self.nothing)
        self.empty.add_stretch()
        self.count = Label(look, "", Type.SMALL, Colour.INK2)
        foot = Row(look, margins=(Space.NEAR, Space.SNUG, Space.ROOM, Space.SNUG), edges="t")
        foot.add(self.count)
        self.add(head)
        self.add(self.list, self.empty, stretch=1)
        self.add(foot)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_searched)
        self.search.returnPressed.connect(self.list.setFocus)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self.opened)
        self.new.clicked.connect(self.added)
        self.tables.activated.connect(self._on_table_chosen)

    def show_table(self, table: str) -> None:
        """Show all records of a table."""
        self.table = table
        words = table_words(table)
        self.title.setText(words.several)
        self.tables.choose(table)
        self.list.setAccessibleName(words.several)
        self.new.setVisible(table not in NOT_MADE_BY_HAND)
        self.new.setAccessibleName(f"New {words.one.lower()}")
        self.search.blockSignals(True)  # noqa: FBT003 - Qt's own shape
        self.search.clear()
        self.search.blockSignals(False)  # noqa: FBT003 - Qt's own shape
        self.load()

    def load(self) -> None:
        """Load the list again; the chosen record stays chosen and nothing is told."""
        line = self.line()
        words = self.search.text().strip()
        ids = self._editing.ids(self.table, words)
        self.model.show_ids(self.table, ids)
        self.list.setVisible(bool(ids))
        self.empty.setVisible(not ids)
        about = table_words(self.table)
        self.nothing.setText(
            f"No record holds “{words}”." if words else f"Nothing here yet. {about.about}"
        )
        self.count.setText(about.counted(len(ids)) if not words else f"{len(ids):,} found")
        if line is not None:
            self.show_chosen(line.uid)

    def show_chosen(self, uid: str | None) -> bool:
        """Make a record current without telling; False where it is not listed."""
        row_id = self._editing.row_id(self.table, uid) if uid else None
        row = self.model.row_of(row_id)
        choose_quietly(self.list, row)
        return row >= 0

    def line(self) -> RecordLine | None:
        """Return the current record; None where there is none."""
        return self.model.line(self.list.chosen_row)

    def choose_first(self) -> None:
        """Make the first record current."""
        self.list.choose(0)

    @Slot(str)
    def _on_searched(self, _words: str) -> None:
        self.load()

    @Slot(int)
    def _on_chosen(self, row: int) -> None:
        line = self.model.line(row)
        if line is not None:
            self.chosen.emit(line)

    @Slot(int)
    def _on_table_chosen(self, place: int) -> None:
        self.table_chosen.emit(LISTED_TABLES[place])
