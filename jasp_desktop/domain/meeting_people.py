"""Who sits at a meeting: attendance, and the interests that were declared."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.identity import PersonUid
from jasp_desktop.domain.records import (
    AgendaItem,
    Attendance,
    CoveringSection,
    Meeting,
    Person,
)
from jasp_desktop.domain.vocabulary import Attended, PersonKind

DECLARED = "Declarations made"
"""The heading of the section under which declarations are kept: the open format has no field."""

_NONE_MADE = "No interest was declared."
_SEATS = (PersonKind.CHAIR, PersonKind.MEMBER, PersonKind.OFFICER, PersonKind.SECRETARIAT)


@dataclass(frozen=True, slots=True)
class Declaration:
    """An interest somebody declared, in their words."""

    name: str
    words: str

    @property
    def line(self) -> str:
        """Return it as it is kept: “A Member: governor of a school named under item 8”."""
        return f"{self.name}: {self.words}" if self.name else self.words


def in_term(person: Person, meeting: Meeting) -> bool:
    """Tell whether somebody holds their office on the day."""
    begun = person.term_from is None or person.term_from <= meeting.held_on
    return begun and (person.term_to is None or person.term_to >= meeting.held_on)


def name_and_role(person: Person) -> str:
    """Return how somebody is offered to choose from: their name, and what they are."""
    return f"{person.name}, {person.role}" if person.role else person.name


def is_on_panel(person: Person) -> bool:
    """Tell whether somebody is a member of the panel or its chair."""
    return person.kind in {PersonKind.CHAIR, PersonKind.MEMBER}


def expected(people: Iterable[Person], meeting: Meeting) -> tuple[Person, ...]:
    """Return who may come, the chair and the members first; and whoever is on the list already."""
    listed = {each.person for each in meeting.attendance}
    wanted = [person for person in people if person.uid in listed or in_term(person, meeting)]
    return tuple(sorted(wanted, key=_seat))


def _seat(person: Person) -> tuple[int, str, str]:
    place = _SEATS.index(person.kind) if person.kind in _SEATS else len(_SEATS)
    return place, person.name, person.uid


def attended(meeting: Meeting, person: PersonUid) -> Attended | None:
    """Return whether somebody came; None where nothing is recorded."""
    return next((each.attended for each in meeting.attendance if each.person == person), None)


def with_attendance(meeting: Meeting, person: PersonUid, came: Attended | None) -> Meeting:
    """Return a meeting at which somebody came or did not; None takes them off the list."""
    kept = [each for each in meeting.attendance if each.person != person or came is not None]
    if came is not None:
        marked = Attendance(person=person, attended=came)
        places = [each.person for each in kept]
        if person in places:
            kept[places.index(person)] = marked
        else:
            kept.append(marked)
    return replace(meeting, attendance=tuple(kept))


def declarations_of(item: AgendaItem) -> tuple[Declaration, ...] | None:
    """Return what was declared under an item; None while nothing is recorded."""
    section = next((each for each in item.covering_sections if each.heading == DECLARED), None)
    if section is None:
        return None
    lines = [line.strip() for line in section.text.splitlines() if line.strip()]
    return tuple(_declaration(line) for line in lines if line != _NONE_MADE)


def _declaration(line: str) -> Declaration:
    name, colon, words = line.partition(": ")
    return Declaration(name, words) if colon else Declaration("", line)


def with_declarations(item: AgendaItem, made: Iterable[Declaration] | None) -> AgendaItem:
    """Return an item under which these were declared; with no one, that nobody declared anything.

    None takes the section away.
    """
    others = tuple(each for each in item.covering_sections if each.heading != DECLARED)
    if made is None:
        return replace(item, covering_sections=others)
    text = "\n".join(each.line for each in made) or _NONE_MADE
    section = CoveringSection(heading=DECLARED, text=text)
    return replace(item, covering_sections=(*others, section))


def new_declaration(name: str, words: str) -> Declaration:
    """Return what somebody declares, on one line.

    Raises:
        InvalidInput: The name or the words are missing.
    """
    made = Declaration(" ".join(name.split()), " ".join(words.split()))
    if not made.name:
        raise InvalidInput("name", "Choose who declares an interest.")
    if not made.words:
        raise InvalidInput("words", "Write what was declared.")
    return made
