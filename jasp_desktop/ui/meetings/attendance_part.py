"""Who came: everybody who may, with three answers beside each name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.identity import PersonUid
from jasp_desktop.domain.meeting_people import attended
from jasp_desktop.domain.records import Meeting, Person
from jasp_desktop.domain.vocabulary import Attended
from jasp_desktop.ui.beside import Beside
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Hairline, Label, SectionHeading
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.tab_order import follow_layout
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.workspace import Workspace

_LEAST_BESIDE = 520
_NONE_KNOWN = "The register knows no people yet. They are written down under Register."


@dataclass(frozen=True, slots=True)
class _Line:
    """A person's row: the row itself, and the three answers."""

    row: QWidget
    answers: Mapping[Attended, Button]


class AttendancePart(Column):
    """Records each person with one press; a second press on an answer takes it back.

    The rows stay the same widgets while the people are the same: the focus stays where it is.
    """

    planned = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        margins = (0, Space.GAP, 0, 0)
        super().__init__(workspace.appearance, gap=Space.TIGHT, margins=margins, parent=parent)
        self._workspace = workspace
        self._meeting: Meeting | None = None
        self._people: tuple[Person, ...] = ()
        self.lines: dict[PersonUid, _Line] = {}
        self._build()

    def _build(self) -> None:
        look = self.appearance
        self._heading = SectionHeading(look, "Attendance")
        self.none = Label(look, _NONE_KNOWN, Type.UI, Colour.INK2, wrap=True)
        self._rows = Column(look)
        self.rest = Button(look, "Mark the others present", small=True)
        foot = Flow(look)
        foot.add(self.rest)
        self.add(self._heading, self.none, self._rows)
        self.add_space(Space.TIGHT)
        self.add(foot)
        self.rest.clicked.connect(self._on_rest)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show who may come to a meeting, and what is recorded."""
        self._meeting = meeting
        people = self._workspace.desk.meetings.expected(meeting)
        if people != self._people:
            self._show_people(people)
        for person in people:
            came = attended(meeting, person.uid)
            for answer, button in self.lines[person.uid].answers.items():
                button.setChecked(answer is came)
        self.none.setVisible(not people)
        left = [person for person in people if attended(meeting, person.uid) is None]
        self.rest.setVisible(bool(left))
        self._heading.set_quiet(counted(meeting, left))

    def _show_people(self, people: tuple[Person, ...]) -> None:
        self._people = people
        self._rows.clear()
        self.lines = {person.uid: self._line(person) for person in people}
        for line in self.lines.values():
            self._rows.add(line.row, Hairline(self.appearance))
        follow_layout(self._rows)

    def _line(self, person: Person) -> _Line:
        look = self.appearance
        names = Column(look, margins=(0, Space.TIGHT, 0, 0))
        names.add(Label(look, person.name, Type.UI_BOLD, wrap=True))
        part = ", ".join(part for part in (person.role, person.organisation) if part)
        names.add(Label(look, part, Type.SMALL, Colour.INK2, wrap=True))
        answers = Flow(look, gap=Space.CLOSE)
        buttons = {}
        for answer in Attended:
            button = Button(look, answer.words, small=True)
            button.setCheckable(True)
            button.setAccessibleName(f"{person.name}: {answer.words}")
            button.clicked.connect(partial(self._on_answered, person.uid, answer))
            answers.add(button)
            buttons[answer] = button
        row = Beside(look, names, answers, least=_LEAST_BESIDE, gap=Space.ROOM, stretches=(1, 1))
        return _Line(row, buttons)

    def _on_answered(self, person: PersonUid, answer: Attended) -> None:
        if self._meeting is None:
            return
        came = None if attended(self._meeting, person) is answer else answer
        self.planned.emit(
            self._workspace.desk.meetings.with_attendance(self._meeting, person, came)
        )

    @Slot()
    def _on_rest(self) -> None:
        if self._meeting is None:
            return
        act = self._workspace.desk.meetings.all_present(self._meeting)
        if act is not None:
            self.planned.emit(act)


def counted(meeting: Meeting, left: Sequence[Person]) -> str:
    """Return “9 present, 2 apologies, 1 not recorded”."""
    parts = [
        (sum(each.attended is answer for each in meeting.attendance), answer.in_sentence)
        for answer in Attended
    ]
    if meeting.attendance:
        parts.append((len(left), "not recorded"))
    return ", ".join(f"{count:,} {words}" for count, words in parts if count)
