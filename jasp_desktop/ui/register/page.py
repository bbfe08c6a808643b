"""The register by hand: tables at the left, the records of one in the middle, a form at right."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.field_words import table_words
from jasp_desktop.domain.form_parts import LISTED_TABLES, NOT_MADE_BY_HAND, given_from
from jasp_desktop.domain.record_drafts import new_draft
from jasp_desktop.domain.record_fields import table_of
from jasp_desktop.domain.record_lines import RecordLine
from jasp_desktop.domain.records import Record
from jasp_desktop.services.form_drafts import FormDraft
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.register_table import RegisterTable
from jasp_desktop.ui.kit.space import Measure
from jasp_desktop.ui.page import Page
from jasp_desktop.ui.places import Crumb, PageKey, Place
from jasp_desktop.ui.register.addresses import (
    Added,
    added_at,
    new_place,
    record_place,
    table_of_place,
    table_place,
)
from jasp_desktop.ui.register.aside import Aside, PutAside
from jasp_desktop.ui.register.draft_bar import DraftBar
from jasp_desktop.ui.register.draft_desk import DraftDesk, place_of
from jasp_desktop.ui.register.form_stack import FormStack
from jasp_desktop.ui.register.list_side import ListSide
from jasp_desktop.ui.register.lists import TABLE_COLUMNS, TablesModel
from jasp_desktop.ui.register.record_pane import RecordPane
from jasp_desktop.ui.register.unsaved_bar import UnsavedBar
from jasp_desktop.ui.two_panes import Pane, TwoPanes
from jasp_desktop.ui.workspace import Workspace

_TABLES_WIDTH = 208
_FORM_LEAST = 480
_TABLES_LEAST = 1000
"""Below this page width the tables stand in a choice above the list."""
_LONGEST_CRUMB = 40
_GONE = "This record is not on the register any more."


class RegisterPage(Page):
    """Every record of the register; a form that is left keeps what was typed into it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._aside = Aside()
        self._form_place: Place | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        look, desk = self.workspace.appearance, self.workspace.desk
        self.tables_model = TablesModel(self)
        self.tables = RegisterTable(look, "Tables", TABLE_COLUMNS)
        self.tables.setModel(self.tables_model)
        self.tables_side = Column(look, Colour.PAGE, margins=(0, 0, 1, 0), edges="r")
        self.tables_side.fix(width=_TABLES_WIDTH)
        self.tables_side.add(self.tables, stretch=1)
        self.list = ListSide(look, desk.editing)
        self.pane = RecordPane(self.workspace)
        self.stack = FormStack(self.workspace, self.pane)
        self.unsaved_bar = UnsavedBar(look)
        self.drafts = DraftDesk(self.workspace, self._unsaved_forms, self)
        self.draft_bar = DraftBar(look)
        self.draft_bar.show_drafts(self.drafts.offered)
        right = Column(look, Colour.PAGE)
        right.add(self.draft_bar, self.unsaved_bar)
        right.add(self.stack, stretch=1)
        self.panes = TwoPanes(
            look,
            Pane("Records", self.list, Measure.LIST, Measure.LIST_SMALL),
            Pane("Form", right, None, _FORM_LEAST),
        )
        whole = Row(look)
        whole.add(self.tables_side)
        whole.add(self.panes, stretch=1)
        self.outer.addWidget(whole)

    def _connect(self) -> None:
        self.tables.chosen.connect(self._on_table_row_chosen)
        self.list.table_chosen.connect(self._open_table)
        self.list.chosen.connect(self._on_record_chosen)
        self.list.opened.connect(self._on_opened)
        self.list.added.connect(self._on_new)
        self.stack.empty.stepped.connect(self._on_new)
        self.stack.form_shown.connect(self._show_unsaved)
        self.pane.opened.connect(self._open_record)
        self.pane.added.connect(self._open_new)
        self.pane.edited.connect(self._show_unsaved)
        self.pane.edited.connect(self._on_edited)
        self.pane.saved.connect(self._on_saved)
        self.unsaved_bar.opened.connect(self.workspace.navigator.open)
        self.draft_bar.restored.connect(self._on_restored)
        self.draft_bar.dropped.connect(self.drafts.take)
        self.drafts.offered_changed.connect(self._on_offered_changed)
        self.workspace.appearance.changed.connect(self._fold)

    def show_place(self, place: Place) -> None:
        """Show a table, one of its records, or a form for a new one.

        Raises:
            UserError: The record is not on the register any more.
        """
        table = table_of_place(place) or self.list.table
        added = added_at(place)
        record = None
        if added is None and place.uid is not None:
            record = self.workspace.desk.editing.record(table, place.uid)
            if record is None:
                raise UserError(_GONE)
        self._show_table(table)
        if added is not None:
            self._show_new(added)
        elif record is not None:
            self.list.show_chosen(record.uid)
            self._show_record(record)
        elif self._form_table() != table:
            self._show_first()
        self.crumbs_changed.emit()

    def reload(self) -> None:
        """Load counts, list and form again; what is typed and not saved stays."""
        self.tables_model.set_counts(self.workspace.desk.editing.counts())
        self.list.load()
        record = self.pane.record
        if self._form_place is None or record is None:
            if self._form_place is None:
                self._show_first()
            return
        now = self.workspace.desk.editing.record(table_of(record), record.uid)
        if now is None:
            self._form_place = None
            self._show_first()
        elif now != record or self.stack.shows_form:
            self.pane.reload(now, self._name_of(now))
        self.crumbs_changed.emit()

    def _show_table(self, table: str) -> None:
        self.tables_model.set_counts(self.workspace.desk.editing.counts())
        self.tables.blockSignals(True)  # noqa: FBT003 - Qt's own shape
        self.tables.choose(LISTED_TABLES.index(table))
        self.tables.blockSignals(False)  # noqa: FBT003 - Qt's own shape
        if self.list.table != table or self._form_place is None:
            self.list.show_table(table)
        else:
            self.list.load()

    def _form_table(self) -> str | None:
        return table_of_place(self._form_place) if self._form_place is not None else None

    def _show_first(self) -> None:
        """Show the first record of the list, or what would be here."""
        self._put_aside()
        if self.list.model.rowCount():
            self.list.list.setCurrentIndex(self.list.model.index(-1, -1))
            self.list.choose_first()
            return
        table = self.list.table
        can_add = table not in NOT_MADE_BY_HAND and not self.list.search.text().strip()
        self._form_place = None
        self.stack.show_empty(table, can_add=can_add)
        self._show_unsaved()

    def _show_record(self, record: Record) -> None:
        place = record_place(table_of(record), record.uid)
        if place != self._form_place:
            self._put_aside()
            self._form_place = place
            self.pane.show_record(record, self._name_of(record), self._aside.take(place))
            self.pane.sheet.scroll_to(0)
        self.stack.show_form()

    def _show_new(self, added: Added) -> None:
        place = new_place(added)
        if place != self._form_place:
            given, remark = self._given(added)
            self._put_aside()
            self._form_place = place
            draft = new_draft(added.table, given)
            self.pane.show_new(added.table, draft, remark, self._aside.take(place))
        self.list.show_chosen(None)
        self.stack.show_form()
        self.panes.show_right()
        self.pane.begin_typing()

    def _given(self, added: Added) -> tuple[dict[str, object], str]:
        """Return what a new record begins with, and a sentence that says so."""
        if added.origin is None:
            return {}, ""
        origin = self.workspace.desk.editing.record(added.origin_table, added.origin)
        if origin is None:
            raise UserError(_GONE)
        one = table_words(added.origin_table).one.lower()
        return given_from(origin, added.table, added.field), f"For {one} “{self._name_of(origin)}”"

    def _name_of(self, record: Record) -> str:
        lines = self.workspace.desk.editing.lines_named([(table_of(record), record.uid)])
        return lines[0].name if lines else table_words(table_of(record)).one

    def _put_aside(self) -> None:
        form, place = self.pane.form, self._form_place
        if form is not None and place is not None:
            self._aside.put(place, self.pane.name, form.typed() if self.pane.is_edited else {})
        self._form_place = None

    @Slot()
    def _show_unsaved(self) -> None:
        self.unsaved_bar.show_names(self._aside.names())

    def crumbs(self) -> list[Crumb]:
        """Return the register, the table and the record."""
        table = self.list.table
        name = [Crumb(_short(self.pane.name))] if self._form_place is not None else []
        return [
            Crumb("Register", Place(PageKey.REGISTER)),
            Crumb(table_words(table).several, table_place(table)),
            *name,
        ]

    def save(self) -> None:
        """Save the form that is shown."""
        if self.stack.shows_form:
            self.pane.save()

    def unsaved(self) -> tuple[str, ...]:
        """Return the names of all forms that were filled in and not saved."""
        return tuple(form.name for form in self._unsaved_forms().values())

    def let_go(self) -> None:
        """Forget what is typed and not saved; what an earlier run left is offered again."""
        self.drafts.let_go()

    def _unsaved_forms(self) -> dict[Place, PutAside]:
        """Return the form that is shown, if it was filled in, and those that wait."""
        form, place = self.pane.form, self._form_place
        shown = {}
        if form is not None and place is not None and self.pane.is_edited:
            shown[place] = PutAside(self.pane.name, form.typed())
        return shown | self._aside.forms()

    def step(self, by: int) -> None:
        """Go to the next or previous record of the list."""
        if self.can_step(by):
            self.list.list.choose(self.list.list.chosen_row + by)

    def can_step(self, by: int) -> bool:
        """Tell whether there is one."""
        row = self.list.list.chosen_row
        return row >= 0 and 0 <= row + by < self.list.model.rowCount()

    def scroll_position(self) -> int:
        """Return how far the form is scrolled."""
        return self.pane.sheet.position

    def scroll_to(self, position: int) -> None:
        """Come back to a scroll position."""
        self.pane.sheet.scroll_to(position)

    @Slot(int)
    def _on_table_row_chosen(self, row: int) -> None:
        self._open_table(LISTED_TABLES[row])

    @Slot(str)
    def _open_table(self, table: str) -> None:
        self.workspace.navigator.open(table_place(table))

    @Slot(RecordLine)
    def _on_record_chosen(self, line: RecordLine) -> None:
        record = self.workspace.desk.editing.record(line.table, line.uid)
        if record is None:
            self.workspace.notices.fail(_GONE)
            return
        self._show_record(record)
        self.crumbs_changed.emit()

    @Slot()
    def _on_opened(self) -> None:
        self.panes.show_right()
        self.pane.begin_typing()

    @Slot()
    def _on_new(self) -> None:
        self.workspace.navigator.open(new_place(Added(self.list.table)))

    @Slot(str, str)
    def _open_record(self, table: str, uid: str) -> None:
        self.workspace.navigator.open(record_place(table, uid))

    @Slot(Added)
    def _open_new(self, added: Added) -> None:
        self.workspace.navigator.open(new_place(added))

    @Slot(object)
    def _on_saved(self, record: Record) -> None:
        self._form_place = record_place(table_of(record), record.uid)
        self.pane.show_record(record, self._name_of(record), {})
        self.list.load()
        self.list.show_chosen(record.uid)
        self._show_unsaved()
        self.drafts.keep()
        self.crumbs_changed.emit()

    @Slot()
    def _on_edited(self) -> None:
        if self.pane.is_edited:
            self.drafts.keep_soon()
        else:
            self.drafts.keep()

    @Slot(object)
    def _on_restored(self, draft: FormDraft) -> None:
        place = place_of(draft)
        if place == self._form_place:
            self.pane.retype(draft.typed)
        else:
            self._aside.put(place, draft.name, draft.typed)
        self.drafts.take(draft)
        self._show_unsaved()
        self.workspace.navigator.open(place)

    @Slot()
    def _on_offered_changed(self) -> None:
        self.draft_bar.show_drafts(self.drafts.offered)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the tables into a choice where there is no room for them."""
        super().resizeEvent(event)
        self._fold()

    @Slot()
    def _fold(self) -> None:
        has_room = self.width() >= self.workspace.appearance.theme.px(_TABLES_LEAST)
        self.tables_side.setVisible(has_room)
        self.list.tables.setVisible(not has_room)
        self.list.title.setVisible(has_room)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_CRUMB else f"{name[:_LONGEST_CRUMB].rstrip()}…"
