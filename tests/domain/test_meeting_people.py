"""Who sits at a meeting, and what was declared."""

from dataclasses import replace
from datetime import date

import pytest

from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.identity import AgendaItemUid, MeetingUid, PersonUid, Uid
from jasp_desktop.domain.meeting_people import (
    DECLARED,
    Declaration,
    attended,
    declarations_of,
    expected,
    is_on_panel,
    name_and_role,
    new_declaration,
    with_attendance,
    with_declarations,
)
from jasp_desktop.domain.records import AgendaItem, Attendance, CoveringSection, Meeting, Person
from jasp_desktop.domain.vocabulary import Attended, PersonKind

MEETING = Meeting(uid=MeetingUid(Uid("meeting")), held_on=date(2026, 12, 1))
ITEM = AgendaItem(
    uid=AgendaItemUid(Uid("item")),
    meeting=MEETING.uid,
    number="2",
    title="Declarations of interest",
    covering_sections=(CoveringSection(heading="Purpose of the Report", text="To ask."),),
)


def person(name: str, kind: PersonKind, **term: date) -> Person:
    return Person(uid=PersonUid(Uid(name)), name=name, kind=kind, **term)


CHAIR = person("Zoë Chair (invented)", PersonKind.CHAIR)
MEMBER = person("Ann Member (invented)", PersonKind.MEMBER)
OFFICER = person("Bob Officer (invented)", PersonKind.OFFICER)
GONE = person("Old Member (invented)", PersonKind.MEMBER, term_to=date(2026, 6, 30))
TO_COME = person("New Member (invented)", PersonKind.MEMBER, term_from=date(2027, 1, 1))
OTHER = person("Guest (invented)", PersonKind("observer"))


def test_those_in_office_may_come_the_chair_first():
    people = [OTHER, OFFICER, MEMBER, GONE, TO_COME, CHAIR]
    assert expected(people, MEETING) == (CHAIR, MEMBER, OFFICER, OTHER)
    listed = with_attendance(MEETING, GONE.uid, Attended.PRESENT)
    assert GONE in expected(people, listed)
    assert [is_on_panel(each) for each in (CHAIR, MEMBER, OFFICER)] == [True, True, False]


def test_people_are_offered_with_their_role_where_they_have_one():
    member = person("Ann Example", PersonKind.MEMBER)
    assert name_and_role(member) == "Ann Example"
    assert name_and_role(replace(member, role="Vice-chair")) == "Ann Example, Vice-chair"


def test_attendance_is_put_down_changed_and_taken_back():
    came = with_attendance(MEETING, MEMBER.uid, Attended.PRESENT)
    assert came.attendance == (Attendance(person=MEMBER.uid, attended=Attended.PRESENT),)
    both = with_attendance(came, CHAIR.uid, Attended.ABSENT)
    changed = with_attendance(both, MEMBER.uid, Attended.APOLOGIES)
    assert [each.person for each in changed.attendance] == [MEMBER.uid, CHAIR.uid]
    assert attended(changed, MEMBER.uid) is Attended.APOLOGIES
    assert attended(with_attendance(changed, MEMBER.uid, None), MEMBER.uid) is None


def test_declarations_stand_in_a_section_of_their_own():
    made = new_declaration("Ann  Member", "governor of\na school")
    item = with_declarations(ITEM, [made])
    assert item.covering_sections[0] == ITEM.covering_sections[0]
    assert item.covering_sections[1].text == "Ann Member: governor of a school"
    assert declarations_of(item) == (Declaration("Ann Member", "governor of a school"),)
    assert with_declarations(item, None) == ITEM


def test_nothing_recorded_and_nothing_declared_are_told_apart():
    assert declarations_of(ITEM) is None
    assert declarations_of(with_declarations(ITEM, ())) == ()


def test_a_line_without_a_name_is_kept_as_it_was_written():
    text = CoveringSection(heading=DECLARED, text="Two members declared nothing new.\n")
    item = replace(ITEM, covering_sections=(text,))
    found = declarations_of(item)
    assert found == (Declaration("", "Two members declared nothing new."),)
    assert with_declarations(item, found).covering_sections[0].text == text.text.strip()


@pytest.mark.parametrize(("name", "words", "field"), [(" ", "x", "name"), ("A", "\n", "words")])
def test_half_a_declaration_is_refused(name: str, words: str, field: str):
    with pytest.raises(InvalidInput) as refused:
        new_declaration(name, words)
    assert refused.value.field == field
