"""A field of a form: its control, and under it what is wrong or odd."""

from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.errors import InvalidInput, UserError
from jasp_desktop.domain.field_words import FieldWords
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Field
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.register.controls import (
    ChoiceControl,
    Control,
    DateControl,
    LineControl,
    LinesControl,
    PartialDateControl,
    PrecisionPair,
    TimeControl,
)

_DATE_WIDTH, _CHOICE_WIDTH, _LINE_WIDTH, _WIDEST = 260, 360, 460, 640


class FormField(Column):
    """One or, for a date of which little is known, two fields of a record as one control."""

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        words: FieldWords,
        control: Control,
        parent: QWidget | None = None,
    ) -> None:
        self._editor_width = _width_of(control)
        super().__init__(appearance, gap=Space.HAIR, parent=parent)
        self.name, self.words, self.control = name, words, control
        self._shown = control.typed
        self.field = Field(appearance, words.name, control.widget, words.hint)
        self.doubt = Label(appearance, "", Type.SMALL_BOLD, Colour.MOVED, wrap=True)
        self.add(self.field, self.doubt)
        self.doubt.hide()
        self.restyle()

    def restyle(self) -> None:
        """Take its widths from the text size in force."""
        super().restyle()
        px = self.appearance.theme.px
        self.setMaximumWidth(px(_WIDEST))
        # The first time comes before the control is there.
        if hasattr(self, "control"):
            self.control.widget.setMaximumWidth(px(self._editor_width))

    @property
    def is_edited(self) -> bool:
        """Tell whether something else stands in it than was shown."""
        return self.control.typed != self._shown

    @property
    def is_wrong(self) -> bool:
        """Tell whether a fault is shown."""
        return self.field.is_wrong

    def show_value(self, draft: dict[str, object]) -> None:
        """Show the value of a record."""
        self.control.show_value(self._from(draft))
        self._shown = self.control.typed
        self.show_remark("")

    def revert(self) -> None:
        """Let it hold again what was shown."""
        self.control.retype(self._shown)
        self.show_remark("")

    def put_into(self, draft: dict[str, object]) -> None:
        """Write the value that is meant into a draft.

        Raises:
            InvalidInput: What is typed means nothing.
        """
        try:
            value = self.control.value()
        except UserError as error:
            raise InvalidInput(self.name, str(error)) from None
        if isinstance(self.control, PartialDateControl):
            draft[self.name], draft[f"{self.name}_precision"] = PrecisionPair.parted(value)
        else:
            draft[self.name] = value

    def _from(self, draft: dict[str, object]) -> object:
        if isinstance(self.control, PartialDateControl):
            return PrecisionPair.joined(draft[self.name], draft[f"{self.name}_precision"])
        return draft[self.name]

    def show_remark(self, sentence: str, *, is_fault: bool = False) -> None:
        """Say what is wrong or odd; nothing takes both away."""
        if is_fault:
            self.field.show_fault(sentence)
        else:
            self.field.clear_fault()
        doubt = "" if is_fault else sentence
        self.doubt.setText(doubt)
        self.doubt.setVisible(bool(doubt))
        if doubt:
            spoken = " ".join(words for words in (doubt, self.words.hint) if words)
            self.control.widget.setAccessibleDescription(spoken)


def _width_of(control: Control) -> int:
    if isinstance(control, DateControl | PartialDateControl | TimeControl):
        return _DATE_WIDTH
    if isinstance(control, ChoiceControl):
        return _CHOICE_WIDTH
    return _LINE_WIDTH if isinstance(control, LineControl | LinesControl) else _WIDEST
