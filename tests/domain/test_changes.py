"""Acts that are planned one on another and done together."""

from dataclasses import replace

from jasp_desktop.domain.changes import Act, Change, in_one_step
from jasp_desktop.domain.identity import PersonUid
from jasp_desktop.domain.records import Panel, Person, Record
from jasp_desktop.domain.vocabulary import PersonKind
from tests.sample_records import uid_of

first = Person(uid=PersonUid(uid_of("person", 1)), name="A", kind=PersonKind.MEMBER)
second = replace(first, name="B")
third = replace(first, name="C")
other = replace(first, uid=PersonUid(uid_of("person", 2)))


def test_a_record_goes_from_its_first_state_to_its_last():
    acts = [
        Act("One", (Change[Record](first, second),)),
        Act("Two", (Change[Record](second, third), Change[Record](None, other))),
        Act[Record]("Nothing", (Change[Record](None, None),)),
    ]
    both = in_one_step(acts, "Both")
    assert both.words == "Both"
    assert both.changes == (Change[Record](first, third), Change[Record](None, other))


def test_an_act_taken_back_undoes_its_changes_from_the_last():
    panel = Panel(name="P", force="F")
    act = Act(
        "Two", (Change[Record](first, second), Change[Record](None, other)), Change(None, panel)
    )
    assert act.inverse.changes == (Change[Record](other, None), Change[Record](second, first))
    assert act.inverse.panel == Change(panel, None)
    assert act.inverse.inverse == act
