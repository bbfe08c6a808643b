"""Makes two records of one: the words of each, and which of them what belongs to it goes to."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.field_words import field_words, table_words
from jasp_desktop.domain.identity import Uid, made_uid
from jasp_desktop.domain.record_drafts import draft_of, record_of
from jasp_desktop.domain.record_fields import table_of
from jasp_desktop.domain.record_links import Reference
from jasp_desktop.domain.records import Record
from jasp_desktop.services.opening import Desk
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Hairline, Label, SectionHeading
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.tab_order import follow_layout
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.register.controls import ChoiceControl
from jasp_desktop.ui.register.form import RecordForm

_WIDEST = 760
_STAYS, _GOES, _BOTH = "stays", "goes", "both"
_WORDS = {_STAYS: "Stays with the first", _GOES: "Goes to the new one", _BOTH: "Belongs to both"}


class SplitView(ScrollPage):
    """Two forms, both filled from the record; ``confirmed`` carries both and what goes where."""

    confirmed = Signal(object, object, object)
    left = Signal()

    def __init__(self, appearance: Appearance, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(appearance, gap=Space.ROOM, widest=_WIDEST, parent=parent)
        self.setAccessibleName("Split a record in two")
        self._desk = desk
        self._original: Record | None = None
        self._fates: dict[Reference, ChoiceControl] = {}
        self.rest: RecordForm | None = None
        self.new: RecordForm | None = None
        self.title = Label(appearance, "", Type.H2, wrap=True)
        self.words = Label(appearance, "", Type.BODY, Colour.INK2, wrap=True)
        self.forms = Column(appearance, gap=Space.APART)
        self.split = Button(appearance, "Make two of it", ButtonKind.PRIMARY)
        self.leave = Button(appearance, "Leave it whole")
        self.fault = Label(appearance, "", Type.UI_BOLD, Colour.OVERDUE, wrap=True)
        buttons = Flow(appearance, gap=Space.GAP)
        buttons.add(self.split, self.leave)
        self.body.add(self.title, self.words, self.forms, self.fault, buttons)
        self.split.clicked.connect(self._on_split)
        self.leave.clicked.connect(self.left)

    def begin(self, record: Record, name: str) -> None:
        """Show a record twice over, to be told apart."""
        table = table_of(record)
        self._original = record
        self.title.setText(f"Split this {table_words(table).one.lower()} in two")
        self.words.setText(
            f"Both begin as “{name}” stands. Leave in each what is its own, and say below what "
            "goes to the new one. You can take this back with Ctrl+Z."
        )
        self.fault.hide()
        self.forms.clear()
        self.rest = self._form("The first one", record)
        self.new = self._form("The new one", record)
        self._show_fates(record)
        follow_layout(self.body)
        self.scroll_to(0)
        self.rest.focus_on("")

    def _form(self, title: str, record: Record) -> RecordForm:
        form = RecordForm(self.appearance, self._desk.editing, table_of(record))
        form.show_draft(draft_of(record))
        part = Column(self.appearance, gap=Space.GAP)
        part.add(SectionHeading(self.appearance, title), form)
        self.forms.add(part)
        return form

    def _show_fates(self, record: Record) -> None:
        self._fates.clear()
        places = self._desk.editing.references_to(record)
        said = self._desk.editing.what_names(places)
        if not said:
            return
        look = self.appearance
        part = Column(look, gap=Space.CLOSE)
        part.add(SectionHeading(look, "What belongs to it", f"{len(said):,}"))
        for place, (line, _field) in said.items():
            fates = [_STAYS, _GOES]
            if self._desk.joining.can_be_both(place):
                fates.append(_BOTH)
            control = ChoiceControl(look, [(_WORDS[each], each) for each in fates])
            control.widget.setAccessibleName(
                f"{line}, {field_words(place.table, place.field).name}"
            )
            row = Column(look, gap=Space.TIGHT)
            row.add(Label(look, line, Type.UI, wrap=True), control.widget)
            part.add(row, Hairline(look))
            self._fates[place] = control
        self.forms.add(part)

    def fates(self) -> Mapping[Reference, ChoiceControl]:
        """Return the choice that stands at each place in which the record is named."""
        return self._fates

    def _on_split(self) -> None:
        if self._original is None or self.rest is None or self.new is None:
            return
        table = table_of(self._original)
        try:
            rest = record_of(table, Uid(self._original.uid), self.rest.draft())
            new = record_of(table, made_uid(), self.new.draft())
        except InvalidInput as error:
            self.show_fault(str(error))
            return
        self.confirmed.emit(rest, new, {place: fate.typed for place, fate in self._fates.items()})

    def show_fault(self, sentence: str) -> None:
        """Say above the buttons what stands in the way."""
        self.fault.setText(sentence)
        self.fault.show()


def gone_with(fates: Mapping[Reference, object], *, both: bool) -> list[Reference]:
    """Return the places that come to name the new record: it alone, or both."""
    wanted = _BOTH if both else _GOES
    return [place for place, fate in fates.items() if fate == wanted]
