"""Holding a meeting: what is typed is on the disk, one line in the journal, and where one was."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.identity import MeetingUid, Uid
from jasp_desktop.domain.meeting_live import LiveMeeting, LiveQuestion, Spot
from jasp_desktop.domain.records import Question
from jasp_desktop.domain.vocabulary import QuestionState
from jasp_desktop.services.notebook import LONGEST_TEXT
from jasp_desktop.services.opening import Desk
from jasp_desktop.whole_files import UnwrittenFile


@pytest.fixture
def meeting(demo_desk: Desk) -> LiveMeeting:
    planned = demo_desk.meetings.next_planned(date(2026, 11, 13))
    assert planned is not None
    return demo_desk.live.meeting(planned.uid)


def shared(meeting: LiveMeeting) -> LiveQuestion:
    return next(each for each in meeting.questions if each.question is not None)


def private(meeting: LiveMeeting) -> LiveQuestion:
    return next(each for each in meeting.questions if each.draft is not None)


def test_the_panels_questions_and_ones_own_drafts_come_in_agenda_order(meeting: LiveMeeting):
    numbers = [item.item.number for item in meeting.asking if item.item is not None]
    assert numbers == ["7", "7.1", "7.2", "7.3", "7.4"]
    assert sum(each.draft is not None for each in meeting.questions) == 6
    assert all(each.about for each in meeting.questions)


def test_facts_say_what_the_record_has(demo_desk: Desk, meeting: LiveMeeting):
    facts = demo_desk.live.facts(shared(meeting))
    assert any("Target" in line for line in facts)
    assert not any(line.startswith("As at") for line in facts)


def test_asking_a_question_of_the_panels_is_one_act(demo_desk: Desk, meeting: LiveMeeting):
    act, binned = demo_desk.live.asked(shared(meeting), meeting, None)
    assert binned is None
    demo_desk.register.carry_out(act)
    asked = demo_desk.live.question(shared(meeting).uid)
    assert asked.state is QuestionState.ASKED
    assert asked.states[-1].on == date(2026, 12, 1)


def test_asking_a_draft_makes_it_the_panels(demo_desk: Desk, meeting: LiveMeeting):
    draft, member = private(meeting), demo_desk.questions.askers()[0]
    with pytest.raises(InvalidInput, match="whose question") as refused:
        demo_desk.live.asked(draft, meeting, None)
    assert refused.value.field == "by"
    act, binned = demo_desk.live.asked(draft, meeting, member.uid)
    assert binned is not None
    demo_desk.register.carry_out(act)
    demo_desk.notebook.carry_out(binned)
    asked = demo_desk.live.question(draft.uid)
    assert (asked.state, asked.member) == (QuestionState.ASKED, member.uid)
    assert [stage.state for stage in asked.states] == [
        QuestionState.DRAFT,
        QuestionState.SHARED_WITH_THE_CHAIR,
        QuestionState.ASKED,
    ]
    after = demo_desk.live.meeting(meeting.meeting.uid)
    assert after.place_of(draft.uid) >= 0
    assert len(after.questions) == len(meeting.questions)


def test_words_that_are_kept_while_they_are_typed_are_one_line_in_the_journal(
    demo_desk: Desk, meeting: LiveMeeting
):
    uid = shared(meeting).uid
    before = len(demo_desk.register.origin("question", uid).traces)
    for words in ("T", "The d", "The deputy "):
        demo_desk.live.keep_words(uid, words)
    assert demo_desk.live.question(uid).answer == "The deputy"
    traces = demo_desk.register.origin("question", uid).traces
    assert len(traces) == before + 1
    assert traces[0].line.before == {"answer": None}
    kept = demo_desk.live.question(uid)
    minuted = replace(kept, minute="7.1")
    demo_desk.register.carry_out(Act("Note the minute", (Change(kept, minuted),)))
    demo_desk.live.keep_words(uid, "The deputy said")
    assert len(demo_desk.register.origin("question", uid).traces) == before + 3
    assert demo_desk.live.keep_words(uid, "The deputy said ").answer == "The deputy said"
    with pytest.raises(InvalidInput, match="Keep an answer under"):
        demo_desk.live.keep_words(uid, "x" * (LONGEST_TEXT + 1))
    with pytest.raises(InvalidInput, match="not on the register"):
        demo_desk.live.keep_words("nowhere", "x")


def test_words_that_were_noted_become_the_answer(demo_desk: Desk, meeting: LiveMeeting):
    uid = shared(meeting).uid
    demo_desk.register.carry_out(demo_desk.live.asked(shared(meeting), meeting, None)[0])
    assert demo_desk.live.settled(demo_desk.live.question(uid), meeting) is None
    noted = demo_desk.live.keep_words(uid, "It will be done.")
    act = demo_desk.live.settled(noted, meeting)
    assert act is not None
    demo_desk.register.carry_out(act)
    answered: Question = demo_desk.live.question(uid)
    assert answered.state is QuestionState.ANSWERED
    assert (answered.answer, answered.answered_on) == ("It will be done.", date(2026, 12, 1))
    assert demo_desk.live.settled(answered, meeting) is None
    demo_desk.register.carry_out(act.inverse)
    assert demo_desk.live.question(uid) == noted


def test_where_one_was_is_remembered_until_one_leaves(demo_desk: Desk, meeting: LiveMeeting):
    live = demo_desk.live
    assert live.spot() is None
    member = demo_desk.questions.askers()[0].uid
    spot = Spot(meeting.meeting.uid, shared(meeting).uid, member)
    live.stay(spot)
    assert live.spot() == spot
    live.stay(Spot(meeting.meeting.uid))
    assert live.spot() == Spot(meeting.meeting.uid)
    live.leave()
    live.leave()
    assert live.spot() is None


@pytest.mark.parametrize("words", [b"", b"[1]", b'{"meeting": 5}', b"\xff\xfe", b'{"meeting"'])
def test_a_place_that_makes_no_sense_counts_as_none(demo_desk: Desk, words: bytes):
    (demo_desk.home.path / "live.json").write_bytes(words)
    assert demo_desk.live.spot() is None


def test_a_place_that_cannot_be_written_is_told(demo_desk: Desk):
    folder: Path = demo_desk.home.path / "live.json"
    folder.mkdir()
    with pytest.raises(UnwrittenFile):
        demo_desk.live.stay(Spot(MeetingUid(Uid("somewhere"))))
