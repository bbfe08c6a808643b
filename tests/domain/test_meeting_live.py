"""A meeting while it is held, and what it came to."""

from dataclasses import replace
from datetime import UTC, date, datetime

from jasp_desktop.domain.identity import (
    AgendaItemUid,
    DraftQuestionUid,
    MeetingUid,
    QuestionUid,
    Uid,
)
from jasp_desktop.domain.meeting_live import (
    LiveQuestion,
    can_be_asked,
    facts_in_short,
    is_taken,
    live_meeting,
)
from jasp_desktop.domain.meeting_outcome import (
    MeetingOutcome,
    OutcomeItem,
    PutQuestion,
    Sitting,
)
from jasp_desktop.domain.notebook import DraftQuestion
from jasp_desktop.domain.records import (
    AgendaItem,
    Meeting,
    Panel,
    Question,
    QuestionStage,
    Subject,
)
from jasp_desktop.domain.vocabulary import MeetingStatus, Openness, QuestionState, Verdict

S = QuestionState
DECEMBER = Meeting(uid=MeetingUid(Uid("december")), held_on=date(2026, 12, 1))
OFF = Meeting(
    uid=MeetingUid(Uid("off")), held_on=date(2026, 12, 20), status=MeetingStatus.CANCELLED
)
MARCH = Meeting(uid=MeetingUid(Uid("march")), held_on=date(2027, 3, 9))
ITEMS = tuple(
    AgendaItem(
        uid=AgendaItemUid(Uid(f"item {number}")),
        meeting=DECEMBER.uid,
        number=number,
        title=f"Item {number}",
        openness=Openness.NON_PUBLIC if number == "2" else Openness.PUBLIC,
    )
    for number in ("1", "2", "3")
)


def question(name: str, *states: QuestionState, meeting: Meeting = DECEMBER) -> Question:
    return Question(
        uid=QuestionUid(Uid(name)),
        text=f"{name}?",
        state=states[-1],
        states=tuple(QuestionStage(state=state, on=DECEMBER.held_on) for state in states),
        meeting=meeting.uid,
    )


def live(record: Question | DraftQuestion, item: AgendaItem | None = None) -> LiveQuestion:
    return LiveQuestion(record=record, item=item.uid if item else None)


MOMENT = datetime(2026, 11, 13, tzinfo=UTC)
DRAFT = DraftQuestion(
    uid=DraftQuestionUid(Uid("draft")),
    subject=Subject("finding", Uid("finding")),
    label="A finding",
    text="Draft?",
    created_at=MOMENT,
    changed_at=MOMENT,
)
ASKED = replace(question("asked", S.SENT_IN_ADVANCE, S.ASKED), answer="Yes.")
SENT = question("sent", S.SENT_IN_ADVANCE)


def test_questions_come_in_the_order_of_the_agenda_and_those_on_no_item_last():
    meeting = live_meeting(
        DECEMBER,
        ITEMS,
        [live(SENT), live(DRAFT, ITEMS[2]), live(ASKED, ITEMS[0])],
    )
    assert [each.uid for each in meeting.questions] == ["asked", "draft", "sent"]
    assert [item.item for item in meeting.asking] == [ITEMS[0], ITEMS[2], None]
    assert (meeting.asked, meeting.items[0].asked, meeting.first_left) == (1, 1, 1)
    assert meeting.place_of("sent") == 2
    assert meeting.place_of(None) == -1
    assert meeting.item_of(meeting.questions[1]).item == ITEMS[2]


def test_a_meeting_without_questions_and_one_that_is_done_begin_somewhere():
    assert live_meeting(DECEMBER, ITEMS, []).first_left == -1
    assert live_meeting(DECEMBER, ITEMS, [live(ASKED)]).first_left == 0


def test_a_draft_is_its_members_until_it_is_asked():
    draft, asked, sent = live(DRAFT), live(ASKED), live(SENT)
    assert (draft.question, draft.draft) == (None, DRAFT)
    assert (asked.question, asked.draft) == (ASKED, None)
    assert [each.is_asked for each in (draft, asked, sent)] == [False, True, False]
    assert [each.is_answered for each in (draft, asked, sent)] == [False, True, False]
    assert [can_be_asked(each) for each in (draft, asked, sent)] == [True, False, True]


def test_what_is_withdrawn_merged_or_not_shared_is_not_taken():
    assert is_taken(SENT)
    assert not is_taken(question("gone", S.WITHDRAWN))
    assert not is_taken(question("ready", S.READY))
    assert not is_taken(replace(SENT, merged_into=ASKED.uid))


def test_facts_of_one_record_share_a_line():
    snapshot = (
        "As at 13 November 2026\n041/03.1. Target: 31 Oct 2026\n041/03.1. Evidence recorded: none\n"
        "Response by the force"
    )
    assert facts_in_short(snapshot) == (
        "041/03.1: Target: 31 Oct 2026; Evidence recorded: none.",
        "Response by the force.",
    )
    assert facts_in_short("") == ()


def test_a_question_that_went_on_still_counts_where_it_was_put():
    sitting = Sitting.of(DECEMBER, [MARCH, OFF, DECEMBER])
    assert sitting.until == MARCH.held_on
    went_on = question("on", S.ASKED, S.CARRIED_FORWARD, meeting=MARCH)
    not_reached = question("later", S.SENT_IN_ADVANCE, S.CARRIED_FORWARD, meeting=MARCH)
    assert sitting.carried(went_on)
    assert sitting.put(went_on)
    assert sitting.carried(not_reached)
    assert not sitting.put(not_reached)
    assert sitting.put(ASKED)
    assert not sitting.put(SENT)
    assert not sitting.carried(ASKED)
    assert Sitting.of(MARCH, [DECEMBER, MARCH]).until is None
    assert not Sitting.of(MARCH, [DECEMBER, MARCH]).carried(replace(went_on, meeting=DECEMBER.uid))


def test_what_is_owed_goes_by_the_state_in_which_a_question_went_on():
    owed = question("owed", S.ANSWER_OUTSTANDING, S.CARRIED_FORWARD, meeting=MARCH)
    answered = question("done", S.ANSWERED, S.CARRIED_FORWARD, meeting=MARCH)
    bare = replace(owed, states=())
    found = [PutQuestion(each).is_owed for each in (ASKED, owed, answered, bare)]
    assert found == [True, True, False, False]


def test_actions_may_be_made_of_what_is_not_settled_here():
    satisfied = replace(question("fine", S.ASKED, S.ANSWERED), verdict=Verdict.SATISFIED)
    went_on = question("on", S.ASKED, S.CARRIED_FORWARD, meeting=MARCH)
    put = tuple(PutQuestion(each) for each in (ASKED, satisfied, went_on))
    outcome = MeetingOutcome(
        panel=Panel(name="A panel", force="A force"),
        meeting=DECEMBER,
        items=(OutcomeItem(ITEMS[1], put), OutcomeItem(None, ())),
    )
    assert outcome.wanting == (PutQuestion(ASKED),)
    assert outcome.put == put
    assert outcome.private_items == (ITEMS[1],)
