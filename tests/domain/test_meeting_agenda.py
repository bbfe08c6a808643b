"""An agenda's order and numbers: every move keeps all items, and the numbers follow the order."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.identity import AgendaItemUid, MeetingUid, Uid
from jasp_desktop.domain.meeting_agenda import (
    COVERING_HEADINGS,
    changed_items,
    has_gaps,
    headings_left,
    next_number,
    numbered_anew,
    put_below,
    stepped,
    takes_declarations,
)
from jasp_desktop.domain.records import AgendaItem, CoveringSection

MEETING = MeetingUid(Uid("00000000-0000-7000-8000-000000000001"))


def uid(name: str) -> AgendaItemUid:
    return AgendaItemUid(Uid(name))


def agenda(*numbers: str) -> tuple[AgendaItem, ...]:
    return tuple(
        AgendaItem(uid=uid(f"was {number}"), meeting=MEETING, number=number, title=number)
        for number in numbers
    )


def order(items: tuple[AgendaItem, ...]) -> list[tuple[str, str]]:
    return [(item.number, item.title) for item in items]


SEVEN = agenda("1", "2", "2.1", "2.2", "3")


def test_an_item_steps_past_its_neighbour_with_all_that_stands_under_it():
    assert order(stepped(SEVEN, uid("was 2"), 1)) == [
        ("1", "1"),
        ("2", "3"),
        ("3", "2"),
        ("3.1", "2.1"),
        ("3.2", "2.2"),
    ]
    assert order(stepped(SEVEN, uid("was 2.2"), -1))[2:4] == [("2.1", "2.2"), ("2.2", "2.1")]


def test_an_item_at_the_end_stays_there():
    assert stepped(SEVEN, uid("was 3"), 1) == SEVEN
    assert stepped(SEVEN, uid("was 2.1"), -1) == SEVEN


def test_items_in_another_order_share_out_the_numbers_they_had():
    letters = agenda("A", "C", "E")
    assert order(stepped(letters, uid("was C"), -1)) == [("A", "C"), ("C", "A"), ("E", "E")]


def test_an_item_that_is_dropped_goes_below_all_that_stands_under_the_one_above_it():
    assert [title for _, title in order(put_below(SEVEN, uid("was 1"), uid("was 2.1")))] == [
        "2",
        "2.1",
        "2.2",
        "1",
        "3",
    ]
    assert order(put_below(SEVEN, uid("was 3"), None))[0] == ("1", "3")
    assert put_below(SEVEN, uid("was 2"), uid("was 2.2")) == SEVEN


def test_what_stands_under_an_item_comes_under_the_one_it_is_dropped_in():
    items = agenda("1", "1.1", "2", "2.1")
    assert order(put_below(items, uid("was 1.1"), uid("was 2.1"))) == [
        ("1", "1"),
        ("2", "2"),
        ("2.1", "2.1"),
        ("2.2", "1.1"),
    ]
    assert order(put_below(items, uid("was 1.1"), uid("was 2")))[2] == ("2.1", "1.1")
    assert order(put_below(items, uid("was 2.1"), None))[3] == ("2.1", "2.1")


def test_numbering_anew_closes_gaps_at_every_level():
    items = agenda("2", "4", "4.3", "7.2", "9")
    assert has_gaps(items)
    assert order(numbered_anew(items)) == [
        ("1", "2"),
        ("2", "4"),
        ("2.1", "4.3"),
        ("3", "7.2"),
        ("4", "9"),
    ]
    assert not has_gaps(numbered_anew(items))


def test_the_next_number_follows_the_last_or_the_count():
    assert next_number(SEVEN) == "4"
    assert next_number(agenda("A", "B")) == "3"
    assert next_number(()) == "1"


def test_only_items_that_differ_are_changed():
    after = stepped(SEVEN, uid("was 2.1"), 1)
    changed = changed_items(SEVEN, after)
    assert [(before.number, later.number) for before, later in changed] == [
        ("2.2", "2.1"),
        ("2.1", "2.2"),
    ]


def test_items_are_known_by_what_they_ask_for_and_what_they_do_not_say_yet():
    item = replace(SEVEN[0], title="Declarations of interest")
    assert takes_declarations(item)
    assert not takes_declarations(SEVEN[0])
    said = CoveringSection(heading=" purpose of the report ", text="To tell.")
    assert headings_left(replace(item, covering_sections=(said,))) == COVERING_HEADINGS[1:]
    typed = CoveringSection(heading="1. Purpose of the Report", text="To tell.")
    assert headings_left(replace(item, covering_sections=(typed,))) == COVERING_HEADINGS[1:]


def test_nothing_stands_under_an_item_without_a_number():
    items = agenda("", "1", "1.1")
    assert order(numbered_anew(items)) == [("1", ""), ("2", "1"), ("2.1", "1.1")]


@st.composite
def agendas(draw: st.DrawFn) -> tuple[AgendaItem, ...]:
    numbers = []
    for top in range(1, draw(st.integers(1, 5)) + 1):
        numbers.append(str(top))
        numbers += [f"{top}.{sub}" for sub in range(1, draw(st.integers(0, 3)) + 1)]
    return agenda(*numbers)


@given(st.data(), agendas())
def test_any_move_keeps_every_item_and_numbers_without_gaps(data: st.DataObject, items):
    moved = data.draw(st.sampled_from(items))
    above = data.draw(st.none() | st.sampled_from(items))
    for after in (
        put_below(items, moved.uid, above.uid if above else None),
        stepped(items, moved.uid, data.draw(st.sampled_from([-1, 1]))),
    ):
        assert {item.uid for item in after} == {item.uid for item in items}
        assert not has_gaps(after)
        numbers = [tuple(map(int, item.number.split("."))) for item in after]
        assert numbers == sorted(numbers)
