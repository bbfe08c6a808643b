"""The form of one table: its fields in their parts, and what the rules say of them."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.field_words import field_words
from jasp_desktop.domain.form_parts import form_parts
from jasp_desktop.domain.record_drafts import Draft
from jasp_desktop.domain.record_fields import RECORD_TYPES, record_fields
from jasp_desktop.domain.remarks import Remark
from jasp_desktop.services.editing import EditingService
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.labels import SectionHeading
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.register.controls import ChoiceControl
from jasp_desktop.ui.register.form_field import FormField
from jasp_desktop.ui.register.making import ControlMaker, statuses_of
from jasp_desktop.ui.register.pickers import ReferenceControl

type Typed = Mapping[str, object]
"""What stands in the edited fields of a form, right or wrong, by their names."""


class RecordForm(Column):
    """Shows a draft and gives back what a person made of it.

    ``edited`` comes with every change, ``left`` when the person goes on to another field,
    ``opened`` asks to go to another record.
    """

    edited = Signal(str)
    left = Signal()
    opened = Signal(str, str)

    def __init__(
        self,
        appearance: Appearance,
        editing: EditingService,
        table: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, gap=Space.ROOM, parent=parent)
        self.table = table
        self.fields: dict[str, FormField] = {}
        self._base: dict[str, object] = {}
        self._maker = ControlMaker(appearance, editing)
        self._build()
        self._connect()

    def _build(self) -> None:
        described = {field.name: field for field in record_fields(RECORD_TYPES[self.table])}
        for part in form_parts(self.table):
            if part.title:
                self.add_space(Space.CLOSE)
                self.add(SectionHeading(self.appearance, part.title))
            for name in part.fields:
                if f"{name}_precision" in described:
                    control = self._maker.make_partial_date()
                else:
                    control = self._maker.make(self.table, described[name])
                words = field_words(self.table, name)
                self.fields[name] = FormField(self.appearance, name, words, control)
                self.add(self.fields[name])

    def _connect(self) -> None:
        report, parent = self.fields.get("report"), self.fields.get("parent")
        if report and parent and isinstance(parent.control, ReferenceControl):
            # A finding stands under one of its own report.
            parent.control.finder.within = lambda: _text_or_none(report.control.typed)
        for name, field in self.fields.items():
            field.control.edited.connect(lambda name=name: self._on_edited(name))
            field.control.left.connect(self.left)
            if hasattr(field.control, "opened"):
                field.control.opened.connect(self.opened)

    def show_draft(self, draft: Draft) -> None:
        """Show values; nothing counts as edited."""
        self._base = dict(draft)
        self._offer_statuses(draft.get("track"))
        for field in self.fields.values():
            field.show_value(self._base)

    @property
    def is_edited(self) -> bool:
        """Tell whether a person changed anything."""
        return any(field.is_edited for field in self.fields.values())

    @property
    def faults(self) -> int:
        """Return how many fields are shown to be wrong."""
        return sum(field.is_wrong for field in self.fields.values())

    def typed(self) -> Typed:
        """Return what stands in the edited fields."""
        return {name: field.control.typed for name, field in self.fields.items() if field.is_edited}

    def retype(self, typed: Typed) -> None:
        """Let the form hold again what was typed before, perhaps by an earlier program."""
        for name, each in typed.items():
            if name in self.fields:
                self.fields[name].control.retype(each)
                self._follow(name)

    def revert(self) -> None:
        """Let every field hold again what was shown."""
        self._offer_statuses(self._base.get("track"))
        for field in self.fields.values():
            field.revert()

    def draft(self) -> dict[str, object]:
        """Return the values with what a person made of them.

        Raises:
            InvalidInput: A field means nothing; it says so itself.
        """
        draft = dict(self._base)
        refused: InvalidInput | None = None
        for name, field in self.fields.items():
            if not field.is_edited:
                continue
            try:
                field.put_into(draft)
            except InvalidInput as error:
                self.fields[name].show_remark(str(error), is_fault=True)
                refused = refused or error
        if refused is not None:
            raise refused
        return draft

    def show_remarks(self, remarks: Iterable[Remark]) -> None:
        """Show at each field the first thing that is said of it, and clear the others."""
        said: dict[str, Remark] = {}
        for remark in remarks:
            said.setdefault(remark.field, remark)
        for name, field in self.fields.items():
            found = said.get(name)
            field.show_remark(
                found.sentence if found else "", is_fault=found is not None and found.is_fault
            )

    def focus_on(self, name: str) -> None:
        """Put the focus on a field; on the first one where there is none of that name."""
        field = self.fields.get(name) or next(iter(self.fields.values()), None)
        if field is not None:
            field.control.widget.setFocus()

    def insert_after(self, name: str, widget: QWidget) -> None:
        """Put something under a field."""
        self.fields[name].add(widget)

    def _on_edited(self, name: str) -> None:
        self._follow(name)
        self.edited.emit(name)

    def _follow(self, name: str) -> None:
        """Offer the statuses of the track that was chosen."""
        if name == "track":
            self._offer_statuses(self.fields["track"].control.typed)

    def _offer_statuses(self, track: object) -> None:
        field = self.fields.get("status")
        if "track" in self.fields and field and isinstance(field.control, ChoiceControl):
            field.control.offer(statuses_of(track))


def _text_or_none(value: object) -> str | None:
    return value if isinstance(value, str) else None
