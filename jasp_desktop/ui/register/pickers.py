"""Controls that name other records: found as one types, added and taken out."""

from collections.abc import Callable, Iterable, Mapping
from typing import cast, override

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.field_words import table_words
from jasp_desktop.domain.identity import ReportUid, Uid
from jasp_desktop.domain.record_lines import RecordLine
from jasp_desktop.domain.records import Subject
from jasp_desktop.services.editing import EditingService
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Choice, SearchField
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.list_pane import ListPane
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.rows import ListRow, RowsModel
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.register.controls import Control

_MOST = 30
_LIST_HEIGHT = 232
_NOTHING = ListRow("Nothing fits these words.")


class Finder(Column):
    """A search field with the first records that fit under it; ``picked`` carries one's uid.

    Down goes into the list, Enter takes a row (the first one from the field), Escape closes it.
    ``within`` may name a report: then only its findings are offered.
    """

    picked = Signal(str)
    closed = Signal()

    def __init__(self, appearance: Appearance, editing: EditingService, name: str) -> None:
        super().__init__(appearance, gap=Space.TIGHT, margins=(0, 0, 0, Space.TIGHT))
        self._editing = editing
        self._table = ""
        self._found: list[RecordLine] = []
        self.within: Callable[[], str | None] = _nowhere
        self.search = SearchField(appearance, f"Find: {name}")
        self.rows = RowsModel(parent=self)
        self.list = ListPane(appearance, f"Records that fit: {name}")
        self.list.setModel(self.rows)
        frame = Column(appearance, margins=(1, 1, 1, 1), outline=Colour.CONTROL)
        frame.add(self.list)
        frame.fix(height=_LIST_HEIGHT)
        self.add(self.search, frame)
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(lambda: self._pick(0))
        self.list.opened.connect(self._pick)
        self.list.clicked.connect(lambda index: self._pick(index.row()))
        self.setFocusProxy(self.search)

    def find_in(self, table: str) -> None:
        """Offer the records of a table, from its beginning."""
        self._table = table
        # Its height is known once its style is: laid out before, the list would be cut.
        self.search.ensurePolished()
        self.search.clear()
        self._on_typed("")

    def _on_typed(self, words: str) -> None:
        report = self.within()
        if report is None:
            self._found = self._editing.suggestions(self._table, words, _MOST)
        else:
            self._found = self._editing.findings_of(ReportUid(Uid(report)), words)
        self.rows.set_rows([list_row(line) for line in self._found] or [_NOTHING])

    def _pick(self, row: int) -> None:
        if 0 <= row < len(self._found):
            self.picked.emit(self._found[row].uid)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Down in the field and Escape in both."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.closed.emit()
                return True
            if watched is self.search and event.key() == Qt.Key.Key_Down and self._found:
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                self.list.choose(0)
                return True
        return super().eventFilter(watched, event)


class ReferenceControl(Control):
    """One record of a table; ``opened`` asks to go to it."""

    opened = Signal(str, str)

    def __init__(
        self,
        appearance: Appearance,
        editing: EditingService,
        table: str,
        name: str,
        *,
        is_optional: bool,
    ) -> None:
        self._body = Column(appearance, gap=Space.TIGHT)
        super().__init__(self._body)
        self._appearance, self._editing = appearance, editing
        self._table, self._name, self._is_optional = table, name, is_optional
        self._uid: str | None = None
        self._words = Label(appearance, "", Type.UI, wrap=True)
        self.choose = Button(appearance, "Choose", small=True)
        self.open = Button(appearance, "Open", ButtonKind.LINK, small=True)
        self.clear = Button(appearance, "Take out", ButtonKind.LINK, small=True)
        for button in (self.choose, self.open, self.clear):
            button.setAccessibleDescription(name)
        self.finder = Finder(appearance, editing, name)
        row = Row(appearance, gap=Space.GAP)
        row.add(self._words, stretch=1)
        row.add(self.open, self.clear, self.choose)
        self._body.add(row, self.finder)
        self._body.setFocusProxy(self.choose)
        self.finder.hide()
        self.choose.clicked.connect(self._on_choose)
        self.clear.clicked.connect(lambda: self._take(None))
        self.open.clicked.connect(self._on_open)
        self.finder.picked.connect(self._take)
        self.finder.closed.connect(self._close)
        self._show()

    def look_in(self, table: str) -> None:
        """Let it name records of another table."""
        if table != self._table:
            self._table, self._uid = table, None
            self._show()

    @property
    @override
    def typed(self) -> object:
        return self._uid

    @override
    def retype(self, typed: object) -> None:
        self._uid = cast("str | None", typed)
        self.finder.hide()
        self._show()

    def _show(self) -> None:
        named = [(self._table, Uid(self._uid))] if self._uid else []
        lines = self._editing.lines_named(named)
        words = line_words(lines[0]) if lines else ""
        self._words.setText(words or "None chosen")
        self._words.set_colour(Colour.INK if words else Colour.INK2)
        self.open.setVisible(bool(words))
        self.clear.setVisible(bool(words) and self._is_optional)
        self.choose.set_words("Change" if words else "Choose")
        self.choose.setAccessibleName(f"{self.choose.text()}: {self._name}")

    def _on_open(self) -> None:
        self.opened.emit(self._table, self._uid or "")

    def _on_choose(self) -> None:
        if not self.finder.isHidden():
            self._close()
            return
        self.finder.find_in(self._table)
        self.finder.show()
        self.finder.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, uid: str | None) -> None:
        self._uid = uid
        self._show()
        self._close()
        self.edited.emit()
        self.left.emit()

    def _close(self) -> None:
        self.finder.hide()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)


class ReferencesControl(Control):
    """Several records of a table, in an order."""

    opened = Signal(str, str)

    def __init__(
        self, appearance: Appearance, editing: EditingService, table: str, name: str
    ) -> None:
        self._body = Column(appearance, gap=Space.TIGHT)
        super().__init__(self._body)
        self._appearance, self._editing = appearance, editing
        self._table, self._name = table, name
        self._uids: tuple[str, ...] = ()
        self._rows = Column(appearance, gap=Space.TIGHT)
        self.add = Button(
            appearance, f"Add {table_words(table).one.lower()}", icon="plus", small=True
        )
        self.add.setAccessibleDescription(name)
        self.finder = Finder(appearance, editing, name)
        self._body.add(self._rows, _at_left(appearance, self.add), self.finder)
        self._body.setFocusProxy(self.add)
        self.finder.hide()
        self.add.clicked.connect(self._on_add)
        self.finder.picked.connect(self._on_picked)
        self.finder.closed.connect(self._close)
        self._show()

    @property
    @override
    def typed(self) -> object:
        return self._uids

    @override
    def retype(self, typed: object) -> None:
        self._uids = tuple(cast("Iterable[str]", typed))
        self.finder.hide()
        self._show()

    def _show(self) -> None:
        self._rows.clear()
        lines = {
            line.uid: line
            for line in self._editing.lines_named((self._table, Uid(uid)) for uid in self._uids)
        }
        for uid in self._uids:
            self._rows.add(self._row(uid, lines))
        self._rows.setVisible(bool(self._uids))

    def _row(self, uid: str, lines: Mapping[Uid, RecordLine]) -> QWidget:
        look = self._appearance
        line = lines.get(Uid(uid))
        words = line_words(line) if line else "No longer on the register"
        row = Row(look, gap=Space.GAP)
        go = Button(look, "Open", ButtonKind.LINK, small=True)
        out = Button(look, "Take out", ButtonKind.LINK, small=True)
        go.setAccessibleName(f"Open {words}")
        out.setAccessibleName(f"Take out {words}")
        go.clicked.connect(lambda: self.opened.emit(self._table, uid))
        out.clicked.connect(lambda: self._keep(each for each in self._uids if each != uid))
        row.add(Label(look, words, Type.UI, wrap=True), stretch=1)
        row.add(go, out)
        return row

    def _keep(self, uids: Iterable[str]) -> None:
        self._uids = tuple(dict.fromkeys(uids))
        self._show()
        self.edited.emit()
        self.left.emit()

    def _on_add(self) -> None:
        if not self.finder.isHidden():
            self._close()
            return
        self.finder.find_in(self._table)
        self.finder.show()
        self.finder.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_picked(self, uid: str) -> None:
        self._close()
        self._keep((*self._uids, uid))

    def _close(self) -> None:
        self.finder.hide()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)


class SubjectControl(Control):
    """The record that something is about, of one of several tables."""

    opened = Signal(str, str)

    def __init__(
        self,
        appearance: Appearance,
        editing: EditingService,
        tables: Iterable[str],
        name: str,
        *,
        is_optional: bool,
    ) -> None:
        self._body = Column(appearance, gap=Space.TIGHT)
        super().__init__(self._body)
        self._tables = tuple(tables)
        self._kinds = Choice(appearance, [(table_words(each).one, each) for each in self._tables])
        self._kinds.setAccessibleName(f"{name}: kind of record")
        self.record = ReferenceControl(
            appearance, editing, self._tables[0], name, is_optional=is_optional
        )
        self._body.add(_at_left(appearance, self._kinds), self.record.widget)
        self._body.setFocusProxy(self._kinds)
        self._kinds.activated.connect(self._on_kind_chosen)
        self.record.edited.connect(self.edited)
        self.record.left.connect(self.left)
        self.record.opened.connect(self.opened)

    @property
    @override
    def typed(self) -> object:
        return self._kinds.value, self.record.typed

    @override
    def retype(self, typed: object) -> None:
        table, uid = cast("tuple[str, str | None]", typed)
        self._kinds.choose(table)
        self.record.look_in(table)
        self.record.retype(uid)

    @override
    def as_typed(self, value: object) -> object:
        if isinstance(value, Subject):
            return value.table, value.uid
        return self._tables[0], None

    @override
    def value(self) -> object:
        uid = self.record.typed
        return None if uid is None else Subject(str(self._kinds.value), Uid(str(uid)))

    def _on_kind_chosen(self, _place: int) -> None:
        self.record.look_in(str(self._kinds.value))
        self.edited.emit()


def line_words(line: RecordLine) -> str:
    """Return a record in a line: its name, and what it belongs to."""
    return " · ".join(part for part in (line.name, line.kind) if part)


def list_row(line: RecordLine) -> ListRow:
    """Return a record as a row of a list."""
    return ListRow(
        line.title,
        reference=line.reference,
        kind=line.kind,
        mark=line.mark,
        status=line.status,
        is_loud=False,
    )


def _nowhere() -> str | None:
    return None


def _at_left(appearance: Appearance, widget: QWidget) -> Row:
    row = Row(appearance)
    row.add(widget)
    row.add_stretch()
    return row
