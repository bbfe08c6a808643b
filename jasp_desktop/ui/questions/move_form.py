"""The form of one move: a field for each thing that the table of moves asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.errors import InvalidInput, UserError
from jasp_desktop.domain.question_moves import RULES, Move, MoveRule, Wanted
from jasp_desktop.domain.vocabulary import Verdict
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.cards import FormBand
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Choice, Field, Line, TextBox
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.tab_order import follow_layout
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.questions.planning import Given
from jasp_desktop.ui.typed_dates import day_typed

_DAY_HINT = "Such as 30 March 2020"
_DAY_WIDTH, _CHOICE_LETTERS = 240, 24
_NAMES = {
    Wanted.ON: "Day",
    Wanted.MEETING: "Meeting",
    Wanted.MINUTE: "Minute",
    Wanted.ANSWER: "Answer",
    Wanted.BY: "Answered by",
    Wanted.DUE: "Answer due",
    Wanted.VERDICT: "Is the member satisfied?",
    Wanted.TEXT: "What is to be done",
    Wanted.OWNER: "Who is to do it",
    Wanted.INTO: "Question that is asked for both",
}
_NAMES_OF_MOVES = {
    (Move.SHARE, Wanted.BY): "Whose question it is",
    (Move.FOLLOW_UP, Wanted.BY): "Whose question it is",
    (Move.FOLLOW_UP, Wanted.TEXT): "Question",
    (Move.ANSWER, Wanted.DUE): "More is to follow by",
    (Move.PANEL_ACTION, Wanted.DUE): "Due",
}
_HINTS = {
    Wanted.ON: _DAY_HINT,
    Wanted.DUE: _DAY_HINT,
    Wanted.MINUTE: "Where its asking is minuted, such as 7.3",
    Wanted.ANSWER: "As it was said or written",
}
_HINTS_OF_MOVES = {(Move.ANSWER, Wanted.DUE): "Blank where the answer is whole"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """What the choices of a form offer, and what its fields begin with."""

    meetings: Sequence[tuple[str, object]] = ()
    people: Sequence[tuple[str, object]] = ()
    questions: Sequence[tuple[str, object]] = ()
    begun: dict[Wanted, Any] = field(default_factory=dict)


class MoveForm(FormBand):
    """``given`` comes with the move when the form is sent, ``left`` when it is not wanted."""

    given = Signal(str, object)
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, side=Space.SIDE, parent=parent)
        self.move_shown: Move | None = None
        self.fields: dict[Wanted, Field] = {}
        self._begun: dict[Wanted, object] = {}
        self.title = Label(appearance, "", Type.H3)
        self.about = Label(appearance, "", Type.UI, Colour.INK2, wrap=True)
        self._rows = Column(appearance, gap=Space.GAP)
        self.fault = Label(appearance, "", Type.UI_BOLD, Colour.OVERDUE, wrap=True)
        self.fault.hide()
        self.send = Button(appearance, "", ButtonKind.PRIMARY)
        self.leave = Button(appearance, "Leave it")
        buttons = Flow(appearance, gap=Space.GAP)
        buttons.add(self.send, self.leave)
        self.add(self.title, self.about, self._rows, self.fault, buttons)
        self.send.clicked.connect(self.submit)
        self.leave.clicked.connect(self.left)

    def begin(self, move: Move, offers: Offers) -> None:
        """Show a move's fields, with the focus on the first that is still to be filled."""
        self.move_shown = move
        rule = RULES[move]
        self.title.setText(rule.words)
        self.about.setText(rule.about)
        self.send.set_words(rule.words)
        self.setAccessibleName(rule.words)
        self._rows.clear()
        self.fields = {}
        for wanted in _in_order(rule):
            made = self._field(move, wanted, offers)
            self.fields[wanted] = made
            self._rows.add(made)
        self._begun = {wanted: _content(self.fields[wanted].editor) for wanted in self.fields}
        self.show_fault(None)
        follow_layout(self)
        self.show()
        self.focus_first()

    def focus_first(self) -> None:
        """Put the focus on the first field that is blank, else on the button that sends."""
        blank = [each for each in self.fields.values() if not _content(each.editor)]
        target = blank[0].editor if blank else self.send
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_typed(self) -> bool:
        """Tell whether words were typed that the form did not begin with."""
        return any(
            _content(self.fields[wanted].editor) != begun for wanted, begun in self._begun.items()
        )

    def typed(self) -> dict[Wanted, object]:
        """Return what stands in the fields, to be put there again."""
        return {wanted: _content(each.editor) for wanted, each in self.fields.items()}

    def retype(self, typed: Mapping[Wanted, object]) -> None:
        """Put words in the fields again that were typed before."""
        for wanted, content in typed.items():
            if wanted in self.fields:
                _fill(self.fields[wanted].editor, content)

    @Slot()
    def submit(self) -> None:
        """Send what is given, or say at its field what is wrong."""
        if self.move_shown is None:
            return
        try:
            given = self._given()
        except InvalidInput as error:
            self.show_fault(error)
            return
        self.given.emit(self.move_shown.value, given)

    def show_fault(self, error: UserError | None) -> None:
        """Say what is wrong, at its field where it has one; None takes every fault away."""
        for each in self.fields.values():
            each.clear_fault()
        self.fault.hide()
        if error is None:
            return
        named = _FAULTS.get(error.field, error.field) if isinstance(error, InvalidInput) else ""
        where = next((each for key, each in self.fields.items() if key.value == named), None)
        if where is None:
            self.fault.setText(str(error))
            self.fault.show()
        else:
            where.show_fault(str(error))
            where.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _field(self, move: Move, wanted: Wanted, offers: Offers) -> Field:
        editor = self._editor(wanted, offers)
        name = _NAMES_OF_MOVES.get((move, wanted), _NAMES[wanted])
        hint = _HINTS_OF_MOVES.get((move, wanted), _HINTS.get(wanted, ""))
        made = Field(self.appearance, name, editor, hint)
        if wanted in _DAYS or wanted is Wanted.MINUTE:
            made.fix(width=_DAY_WIDTH)
        if isinstance(editor, Line | TextBox):
            editor.textChanged.connect(made.clear_fault)
        elif isinstance(editor, Choice):
            editor.activated.connect(made.clear_fault)
        return made

    def _editor(self, wanted: Wanted, offers: Offers) -> QWidget:
        look, begun = self.appearance, offers.begun.get(wanted)
        if wanted in _DAYS:
            line = Line(look, in_words(begun) if isinstance(begun, date) else "")
            line.returnPressed.connect(self.submit)
            return line
        if wanted is Wanted.MINUTE:
            line = Line(look, begun or "")
            line.returnPressed.connect(self.submit)
            return line
        if wanted in _LONG:
            return TextBox(look, begun or "", Type.UI)
        choice = Choice(look, _choices(wanted, offers))
        choice.keep_to(_CHOICE_LETTERS)
        choice.choose(begun)
        return choice

    def _given(self) -> Given:
        values: dict[str, Any] = {
            wanted.value: _value(wanted, each.editor) for wanted, each in self.fields.items()
        }
        return Given(**values)


_DAYS = frozenset({Wanted.ON, Wanted.DUE})
_LONG = frozenset({Wanted.ANSWER, Wanted.TEXT})
_FAULTS = {
    "question": Wanted.TEXT.value,
    "action": Wanted.TEXT.value,
    "answered_on": Wanted.ON.value,
    "answered_by": Wanted.BY.value,
    "answer_due": Wanted.DUE.value,
    "merged_into": Wanted.INTO.value,
    "states": Wanted.ON.value,
}
"""The fields under which the rules name what is wrong, by what the form calls them."""


def _in_order(rule: MoveRule) -> list[Wanted]:
    """Return what a move asks for: words first, then who and where, days last."""
    wanted = [*rule.needs, *rule.takes]
    return sorted(wanted, key=lambda each: (each in _DAYS, each not in _LONG))


def _choices(wanted: Wanted, offers: Offers) -> list[tuple[str, object]]:
    if wanted is Wanted.VERDICT:
        verdicts: list[tuple[str, object]] = [(each.words, each) for each in Verdict]
        return [("No verdict chosen", None), *verdicts]
    if wanted is Wanted.MEETING:
        return [("No meeting chosen", None), *offers.meetings]
    if wanted is Wanted.INTO:
        return [("No question chosen", None), *offers.questions]
    return [("Nobody chosen", None), *offers.people]


def _content(editor: QWidget) -> object:
    if isinstance(editor, Line):
        return editor.text().strip()
    if isinstance(editor, TextBox):
        return editor.toPlainText().strip()
    return cast("Choice", editor).value


def _fill(editor: QWidget, content: object) -> None:
    if isinstance(editor, Line):
        editor.setText(str(content))
    elif isinstance(editor, TextBox):
        editor.setPlainText(str(content))
    else:
        cast("Choice", editor).choose(content)


def _value(wanted: Wanted, editor: QWidget) -> object:
    content = _content(editor)
    if wanted in _DAYS:
        return _day(wanted, str(content))
    if wanted is Wanted.VERDICT:
        # Qt hands a text enumeration back as plain text.
        return Verdict(str(content)) if content else None
    return content


def _day(wanted: Wanted, words: str) -> date | None:
    if not words:
        return None
    try:
        return day_typed(words)
    except UserError as error:
        raise InvalidInput(wanted.value, str(error)) from None
