"""One record as a form, with what belongs to it; and the way to save it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.changes import Act
from jasp_desktop.domain.errors import InvalidInput, UserError
from jasp_desktop.domain.form_parts import SHOWN_ONLY, form_parts
from jasp_desktop.domain.identity import Uid, made_uid
from jasp_desktop.domain.record_drafts import Draft, draft_of, missing, record_of
from jasp_desktop.domain.record_fields import table_of
from jasp_desktop.domain.records import Action, Record, Report, Update
from jasp_desktop.services.editing import IMPORTED_UPDATES_STAND, IMPORTS_STAND, UPDATES_STAND
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.tab_order import follow_layout
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.register.addresses import Added
from jasp_desktop.ui.register.form import RecordForm, Typed
from jasp_desktop.ui.register.hanging_part import HangingPart
from jasp_desktop.ui.register.move_part import FIELD as MOVED_ON
from jasp_desktop.ui.register.move_part import MovePart
from jasp_desktop.ui.register.origin_part import OriginPart
from jasp_desktop.ui.register.plain_record import PlainRecord
from jasp_desktop.ui.register.record_head import RecordHead
from jasp_desktop.ui.register.tree_part import TreePart
from jasp_desktop.ui.workspace import Workspace

_WIDEST = 760


class RecordPane(Column):
    """Shows a record or a new one. ``saved`` carries what was kept, ``edited`` that it differs."""

    edited = Signal()
    saved = Signal(object)
    opened = Signal(str, str)
    added = Signal(Added)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.appearance, Colour.PAGE, parent=parent)
        self._workspace = workspace
        self.table = ""
        self.record: Record | None = None
        self.name = ""
        self.form: RecordForm | None = None
        self._forms: dict[str, RecordForm] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        look, editing = self.appearance, self._workspace.desk.editing
        self.sheet = ScrollPage(look, gap=Space.APART, widest=_WIDEST)
        self.sheet.setAccessibleName("Form")
        self.head = RecordHead(look)
        self.place = Column(look)
        self.plain = PlainRecord(look, editing)
        self.move_part = MovePart(look)
        self.tree = TreePart(look, editing)
        self.hanging = HangingPart(look, editing)
        self.origin = OriginPart(look, self._workspace.desk.register, editing)
        self.sheet.body.add(self.head, self.place, self.plain, self.tree, self.hanging, self.origin)
        self.save_button = Button(look, "Save", ButtonKind.PRIMARY, key="Ctrl+S")
        self.revert_button = Button(look, "Revert")
        self.state = Label(look, "", Type.UI, Colour.INK2, wrap=True)
        margins = (Space.MARGIN, Space.CLOSE, Space.MARGIN, Space.CLOSE)
        self.foot = Row(look, Colour.RAISED, gap=Space.ROOM, margins=margins, edges="t")
        self.foot.add(self.save_button, self.revert_button)
        self.foot.add(self.state, stretch=1)
        self.add(self.sheet, stretch=1)
        self.add(self.foot)

    def _connect(self) -> None:
        self.save_button.clicked.connect(self.save)
        self.revert_button.clicked.connect(self.revert)
        self.hanging.opened.connect(self.opened)
        self.hanging.added.connect(self.added)
        self.tree.opened.connect(self.opened)
        self.tree.added.connect(self.added)
        self.tree.done.connect(self._do)

    def show_record(self, record: Record, name: str, typed: Typed) -> None:
        """Show a record, with what was typed into its form before and not saved."""
        table = table_of(record)
        self.record, self.name = record, name
        self.head.show_record(record, name, _why_not_edited(record))
        self._show_form(table, draft_of(record), typed)
        self._show_around(record)
        self._settle()

    def show_new(self, table: str, given: Draft, remark: str, typed: Typed) -> None:
        """Show a form for a new record."""
        self.record, self.name = None, f"New {table.replace('_', ' ')}"
        self.head.show_new(table, remark)
        self._show_form(table, given, typed)
        for part in (self.tree, self.hanging, self.origin):
            part.hide()
        self._settle()
        self.sheet.scroll_to(0)

    def reload(self, record: Record, name: str) -> None:
        """Show the record as it is now; what was typed and not saved stays typed."""
        typed = self.form.typed() if self.form is not None else {}
        position = self.sheet.position
        self.show_record(record, name, typed)
        self.sheet.scroll_to(position)

    def retype(self, typed: Typed) -> None:
        """Let the form that is shown hold what was typed into it before."""
        if self.form is not None:
            self.form.retype(typed)
            self._ask_about_move()
            self._show_state()
            self.edited.emit()

    def _show_form(self, table: str, draft: Draft, typed: Typed) -> None:
        self.table = table
        self.form = self._form_of(table)
        for form in self._forms.values():
            form.setVisible(form is self.form)
        is_written = self.record is None or not _why_not_edited(self.record)
        self.place.setVisible(is_written)
        self.foot.setVisible(is_written)
        self.plain.setVisible(not is_written)
        if self.record is not None and not is_written:
            self.plain.show_record(self.record)
        self.form.show_draft(draft)
        self.form.retype(typed)
        self._ask_about_move()

    def _form_of(self, table: str) -> RecordForm:
        if table not in self._forms:
            form = RecordForm(self.appearance, self._workspace.desk.editing, table)
            form.edited.connect(self._on_edited)
            form.left.connect(self._on_left)
            form.opened.connect(self.opened)
            if table == "action":
                form.insert_after("target", self.move_part)
            self._forms[table] = form
            self.place.add(form)
        return self._forms[table]

    def _show_around(self, record: Record) -> None:
        self.tree.setVisible(isinstance(record, Report))
        if isinstance(record, Report):
            self.tree.show_report(record.uid)
        self.hanging.show_record(record)
        self.origin.show_record(record)

    def _settle(self) -> None:
        self._show_state()
        follow_layout(self.sheet.body)

    @property
    def is_edited(self) -> bool:
        """Tell whether something is typed that is not saved."""
        return self.form is not None and not self.place.isHidden() and self.form.is_edited

    def _show_state(self) -> None:
        is_edited = self.is_edited
        self.revert_button.setEnabled(is_edited)
        self.save_button.setEnabled(is_edited or self.record is None)
        words = "As it is on the register"
        if is_edited:
            words = "Not saved yet"
        elif self.record is None:
            words = "Not on the register yet"
        self.state.setText(words)
        self.state.set_colour(Colour.MOVED if is_edited else Colour.INK2)

    @Slot(str)
    def _on_edited(self, name: str) -> None:
        if name == "target":
            self._ask_about_move()
        self._show_state()
        self.edited.emit()

    def _ask_about_move(self) -> None:
        """Ask what a new target means, where there was another one before."""
        record, form = self.record, self.form
        is_moved = (
            isinstance(record, Action)
            and record.target is not None
            and form is not None
            and form.fields["target"].is_edited
        )
        if is_moved and self.move_part.isHidden():
            self.move_part.begin(self._workspace.now().date())
        self.move_part.setVisible(is_moved)

    @Slot()
    def _on_left(self) -> None:
        """Say what the rules say, as far as the form can be read; blanks are asked for later."""
        if self.form is None or not self.form.is_edited:
            return
        try:
            draft = self.form.draft()
        except InvalidInput:
            return
        if not missing(self.table, draft):
            record = record_of(self.table, self._uid(), draft)
            self.form.show_remarks(self._workspace.desk.editing.remarks(record))

    def _uid(self) -> Uid:
        return Uid(self.record.uid) if self.record is not None else made_uid()

    @Slot()
    def save(self) -> None:
        """Keep what is typed, or say at its field what stands in the way."""
        if self.form is None or not self.save_button.isEnabled() or self.foot.isHidden():
            return
        try:
            act = self._planned(self.form)
            self._workspace.acts.do(act)
        except InvalidInput as error:
            self._refuse(self.form, error)
            return
        except UserError as error:
            self._workspace.notices.fail(str(error))
            return
        kept = act.changes[0].after
        if kept is not None:
            self.form.show_draft(draft_of(kept))
            self._ask_about_move()
            self.saved.emit(kept)

    def _planned(self, form: RecordForm) -> Act[Record]:
        draft = form.draft()
        form.show_remarks(missing(self.table, draft))
        record = record_of(self.table, self._uid(), draft)
        form.show_remarks(self._workspace.desk.editing.remarks(record))
        move = None if self.move_part.isHidden() else self.move_part.stated()
        return self._workspace.desk.editing.kept(self.record, record, move)

    def _refuse(self, form: RecordForm, error: InvalidInput) -> None:
        self.state.setText("Not saved: look at what is marked")
        self.state.set_colour(Colour.OVERDUE)
        if error.field in form.fields:
            form.fields[error.field].show_remark(str(error), is_fault=True)
            form.focus_on(error.field)
            self.sheet.show_widget(form.fields[error.field])
        elif error.field == MOVED_ON:
            self.move_part.day.editor.setFocus()
        else:
            self._workspace.notices.fail(str(error))

    @Slot()
    def revert(self) -> None:
        """Show again what is on the register."""
        if self.form is not None:
            self.form.revert()
            self._ask_about_move()
            self._show_state()
            self.edited.emit()

    @Slot(Act)
    def _do(self, act: Act[Record]) -> None:
        try:
            self._workspace.acts.do(act)
        except UserError as error:
            self._workspace.notices.fail(str(error))

    def begin_typing(self) -> None:
        """Put the focus on the first field."""
        if self.form is not None and form_parts(self.table):
            self.form.focus_on(form_parts(self.table)[0].fields[0])


def _why_not_edited(record: Record) -> str:
    if isinstance(record, Update):
        return IMPORTED_UPDATES_STAND if record.batch else UPDATES_STAND
    return IMPORTS_STAND if table_of(record) in SHOWN_ONLY else ""
