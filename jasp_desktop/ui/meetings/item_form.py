"""The form of one agenda item, in the place where the item is read."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.errors import InvalidInput, UserError
from jasp_desktop.domain.meeting_agenda import headings_left
from jasp_desktop.domain.record_drafts import draft_of, missing, record_of
from jasp_desktop.domain.records import AgendaItem
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Choice
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column, Flow, Row
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.tab_order import follow_layout
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.register.addresses import record_place
from jasp_desktop.ui.register.form import RecordForm
from jasp_desktop.ui.workspace import Workspace

_WIDEST = 760
_TABLE = "agenda_item"
_SECTIONS = "covering_sections"


class ItemForm(Column):
    """Edits an item; ``done`` comes when it was saved or left."""

    done = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.appearance, Colour.PAGE, parent=parent)
        self._workspace = workspace
        self._item: AgendaItem | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self.appearance
        self.sheet = ScrollPage(look, gap=Space.APART, widest=_WIDEST)
        self.sheet.setAccessibleName("Form of the item")
        self.title = Label(look, "", Type.H2, wrap=True)
        self.form = RecordForm(look, self._workspace.desk.editing, _TABLE)
        self.headings = Choice(look)
        self.headings.setAccessibleName("The panel’s heading")
        self.headings.keep_to(_LEAST_LETTERS)
        self.add_section = Button(look, "Add under this heading", icon="plus", small=True)
        offered = Flow(look, gap=Space.CLOSE)
        offered.add(self.headings, self.add_section)
        self.offered = offered
        self.form.insert_after(_SECTIONS, offered)
        self.sheet.body.add(self.title, self.form)
        self.save_button = Button(look, "Save", ButtonKind.PRIMARY, key="Ctrl+S")
        self.leave = Button(look, "Leave it as it was")
        self.state = Label(look, "", Type.UI, Colour.INK2, wrap=True)
        margins = (Space.MARGIN, Space.CLOSE, Space.MARGIN, Space.CLOSE)
        foot = Row(look, Colour.RAISED, gap=Space.ROOM, margins=margins, edges="t")
        foot.add(self.save_button, self.leave)
        foot.add(self.state, stretch=1)
        self.add(self.sheet, stretch=1)
        self.add(foot)

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edited)
        self.form.opened.connect(self._on_opened)
        self.add_section.clicked.connect(self._on_add_section)
        self.save_button.clicked.connect(self.save)
        self.leave.clicked.connect(self._on_leave)

    @property
    def item(self) -> AgendaItem | None:
        """Return the item that is edited; None for none."""
        return self._item

    @property
    def is_edited(self) -> bool:
        """Tell whether something is typed that is not saved."""
        return self._item is not None and self.form.is_edited

    def begin(self, item: AgendaItem) -> None:
        """Show an item, with the focus on its title."""
        self._item = item
        self.title.setText(f"Item {item.number}: {item.title}")
        self.form.show_draft(draft_of(item))
        self.headings.clear()
        for heading in headings_left(item):
            self.headings.addItem(heading, heading)
        self.offered.setVisible(self.headings.count() > 0)
        self.state.setText("As it is on the register")
        self.sheet.scroll_to(0)
        follow_layout(self.sheet.body)
        self.form.focus_on("title")

    def reload(self, item: AgendaItem) -> None:
        """Show the item as it is now; what was typed stays typed."""
        typed = self.form.typed()
        self._item = item
        self.form.show_draft(draft_of(item))
        self.form.retype(typed)

    @Slot()
    def save(self) -> None:
        """Keep what is typed, or say at its field what stands in the way."""
        before = self._item
        if before is None:
            return
        editing = self._workspace.desk.editing
        try:
            draft = self.form.draft()
            self.form.show_remarks(missing(_TABLE, draft))
            after = record_of(_TABLE, before.uid, draft)
            self.form.show_remarks(editing.remarks(after))
            # Before it is kept: the page loads anew at once, and shows the item instead.
            act = editing.kept(before, after)
            self._item = None
            self._workspace.acts.do(act)
        except UserError as error:
            self._item = before
            self._refuse(error)
            return
        self.done.emit()

    def _refuse(self, error: UserError) -> None:
        self.state.setText("Not saved: look at what is marked")
        if isinstance(error, InvalidInput) and error.field in self.form.fields:
            field = self.form.fields[error.field]
            field.show_remark(str(error), is_fault=True)
            self.form.focus_on(error.field)
            self.sheet.show_widget(field)
        else:
            self._workspace.notices.fail(str(error))

    @Slot()
    def _on_leave(self) -> None:
        self._item = None
        self.done.emit()

    @Slot(str)
    def _on_edited(self, _name: str) -> None:
        self.state.setText("Not saved yet" if self.is_edited else "As it is on the register")

    @Slot(str, str)
    def _on_opened(self, table: str, uid: str) -> None:
        self._workspace.navigator.open(record_place(table, uid))

    @Slot()
    def _on_add_section(self) -> None:
        control = self.form.fields[_SECTIONS].control
        typed = control.typed
        if isinstance(typed, tuple):
            control.retype((*typed, (str(self.headings.value), "")))
            control.edited.emit()
            self.headings.removeItem(self.headings.currentIndex())
            self.offered.setVisible(self.headings.count() > 0)
            follow_layout(self.sheet.body)


_LEAST_LETTERS = 28
