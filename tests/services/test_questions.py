"""The life of questions on a real register: every move, its undo, and what is told of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jasp_desktop.domain.changes import Act, Change, in_one_step
from jasp_desktop.domain.errors import InvalidInput, UserError
from jasp_desktop.domain.identity import MeetingUid, PersonUid, QuestionUid, made_uid
from jasp_desktop.domain.notebook import DraftQuestion
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.question_board import Stage
from jasp_desktop.domain.question_moves import Move, permits, permitted
from jasp_desktop.domain.records import Meeting, PanelAction, Question, Record, Subject
from jasp_desktop.domain.vocabulary import MeetingStatus, QuestionState, Verdict
from jasp_desktop.services.opening import DEMO_NOW, Desk, open_desk
from jasp_desktop.services.questions import QuestionService
from tests.whole_dumps import notebook_dump, register_dump

LATER = MeetingUid(made_uid())
TODAY = DEMO_NOW.date()


@pytest.fixture
def desk(demo_desk: Desk) -> Desk:
    """Return the sample desk with one more meeting planned, in March 2027."""
    meeting = Meeting(uid=LATER, held_on=date(2027, 3, 9), status=MeetingStatus.PLANNED)
    demo_desk.register.carry_out(Act("Plan", (Change[Record](None, meeting),)))
    return demo_desk


def dump(desk: Desk) -> str:
    return register_dump(desk._databases[0])


def first(desk: Desk, state: QuestionState) -> Question:
    """Return the first question in a state that is merged into none."""
    uids = [line.uid for line in desk.questions.board().lines if not line.is_private]
    found = [question for uid in uids if (question := desk.questions.question(uid))]
    return next(each for each in found if each.state is state and each.merged_into is None)


def question(desk: Desk, uid: str) -> Question:
    found = desk.questions.question(uid)
    assert found is not None
    return found


def coming(desk: Desk) -> Meeting:
    lines = desk.register.meetings()
    return next(
        line.meeting
        for line in lines
        if line.meeting.status is MeetingStatus.PLANNED and line.meeting.uid != LATER
    )


def officer(desk: Desk) -> PersonUid:
    return next(each.uid for each in desk.questions.people() if each.kind.value == "officer")


def member(desk: Desk) -> PersonUid:
    return desk.questions.askers()[0].uid


type Planner = Callable[[Desk, Question], Act[Record]]


def _merge(desk: Desk, asked: Question) -> Act[Record]:
    others = [
        question(desk, line.uid)
        for line in desk.questions.board().lines
        if line.stage in {Stage.SHARED, Stage.SENT, Stage.CARRIED} and line.uid != asked.uid
    ]
    return desk.questions.merged(asked, others[0])


PLANS: dict[Move, Planner] = {
    Move.READY: lambda desk, asked: desk.questions.marked_ready(asked),
    Move.BACK_TO_DRAFT: lambda desk, asked: desk.questions.back_to_draft(asked),
    Move.SHARE: lambda desk, asked: desk.questions.shared(asked),
    Move.SEND: lambda desk, asked: desk.questions.sent(asked),
    Move.ASK: lambda desk, asked: desk.questions.asked(
        asked, meeting=coming(desk).uid, on=coming(desk).held_on, minute="7.3"
    ),
    Move.ANSWER: lambda desk, asked: desk.questions.answered(
        asked, "It is done.", by=officer(desk), on=date(2026, 12, 1)
    ),
    Move.OUTSTANDING: lambda desk, asked: desk.questions.outstanding(asked, due=date(2027, 1, 15)),
    Move.JUDGE: lambda desk, asked: desk.questions.judged(
        asked, Verdict.NO if asked.verdict is Verdict.PARTLY else Verdict.PARTLY
    ),
    Move.CARRY: lambda desk, asked: desk.questions.carried_to(
        asked, coming(desk).uid if asked.meeting == LATER else LATER
    ),
    Move.PANEL_ACTION: lambda desk, asked: desk.questions.to_panel_action(
        asked, "Bring a paper.", owner=officer(desk), due=date(2027, 2, 1)
    ),
    Move.FOLLOW_UP: lambda desk, asked: desk.questions.followed(
        asked, "And now?", member=member(desk), meeting=LATER
    ),
    Move.MERGE: _merge,
    Move.PART: lambda desk, asked: desk.questions.parted(asked),
    Move.WITHDRAW: lambda desk, asked: desk.questions.withdrawn(asked),
}


@pytest.mark.parametrize("move", Move)
def test_undo_of_every_move_leaves_the_register_as_it_was(desk: Desk, move: Move):
    uids = [line.uid for line in desk.questions.board().lines if not line.is_private]
    movable = [each for uid in uids if permits(each := question(desk, uid), move)]
    assert movable, "the sample register has a question for every move"
    for each in movable:
        before = dump(desk)
        act = PLANS[move](desk, each)
        desk.register.carry_out(act)
        assert dump(desk) != before
        stands = question(desk, each.uid)
        assert permitted(stands) or stands.state is QuestionState.WITHDRAWN
        desk.register.carry_out(act.inverse)
        assert dump(desk) == before


@settings(max_examples=12)
@given(st.lists(st.integers(0, 9), max_size=9))
def test_any_sequence_of_moves_can_be_undone_step_by_step(desk: Desk, choices: list[int]):
    uid = first(desk, QuestionState.DRAFT).uid
    whole, done = dump(desk), []
    for choice in choices:
        moves = permitted(question(desk, uid))
        if not moves:
            break
        act = PLANS[moves[choice % len(moves)]](desk, question(desk, uid))
        done.append((dump(desk), act))
        desk.register.carry_out(act)
    for before, act in reversed(done):
        desk.register.carry_out(act.inverse)
        assert dump(desk) == before
    assert dump(desk) == whole


def test_a_question_is_asked_under_the_item_it_is_about_and_keeps_its_minute(
    desk: Desk, tmp_path: Path
):
    asked = first(desk, QuestionState.SENT_IN_ADVANCE)
    bare = desk.questions.carried_to(asked, LATER)
    desk.register.carry_out(bare)
    assert question(desk, asked.uid).agenda_item is None
    back = desk.questions.asked(
        question(desk, asked.uid), meeting=coming(desk).uid, on=date(2026, 12, 1), minute=" 7.3 "
    )
    desk.register.carry_out(back)
    now = question(desk, asked.uid)
    assert (now.agenda_item, now.minute) == (asked.agenda_item, "7.3")
    assert "\n" in (now.asked_of_snapshot or ""), "what the record said, not only its date"

    desk.export(tmp_path / "register.json", Silent())
    assert '"minute": "7.3"' in (tmp_path / "register.json").read_text("utf-8")


def test_data_that_came_after_the_meeting_is_no_part_of_what_it_was_asked_against(desk: Desk):
    asked = first(desk, QuestionState.CARRIED_FORWARD)
    act = desk.questions.asked(asked, meeting=coming(desk).uid, on=date(2026, 11, 1))
    assert desk.questions.after(act, asked).asked_of_snapshot == asked.asked_of_snapshot


def test_an_answer_that_is_to_be_completed_stays_outstanding(desk: Desk):
    asked = first(desk, QuestionState.ASKED)
    act = desk.questions.answered(
        asked, " In part. ", by=officer(desk), on=TODAY, due=date(2026, 12, 4)
    )
    part = desk.questions.after(act, asked)
    assert (part.state, part.answer) == (QuestionState.ANSWER_OUTSTANDING, "In part.")
    assert [stage.state.value for stage in part.states[-2:]] == ["answered", "answer_outstanding"]
    judged = desk.questions.judged(part, Verdict.PARTLY)
    assert desk.questions.after(judged, part).verdict is Verdict.PARTLY


def test_a_new_answer_waits_for_a_new_verdict(desk: Desk):
    judged = first(desk, QuestionState.PANEL_ACTION)
    assert judged.verdict is not None
    act = desk.questions.answered(judged, "More is known now.", by=None, on=TODAY)
    after = desk.questions.after(act, judged)
    assert (after.state, after.verdict) == (QuestionState.PANEL_ACTION, None)


@pytest.mark.parametrize(
    ("plan", "field"),
    [
        (lambda q, each: q.answered(each, "  ", by=None, on=TODAY), "answer"),
        (
            lambda q, each: q.answered(each, "Yes.", by=None, on=TODAY, due=date(2026, 11, 1)),
            "due",
        ),
        (lambda q, each: q.answered(each, "Yes.", by=None, on=date(2026, 1, 1)), "on"),
        (lambda q, each: q.outstanding(each, due=date(2026, 11, 1)), "due"),
        (lambda q, each: q.to_panel_action(each, "", owner=None, due=None), "action"),
        (lambda q, each: q.followed(each, "", member=None), "question"),
        (lambda q, each: q.merged(each, each), "into"),
        (lambda q, each: q.judged(each, Verdict.NO), "state"),
    ],
)
def test_what_breaks_a_rule_is_refused_at_its_field(
    desk: Desk, plan: Callable[[QuestionService, Question], object], field: str
):
    asked = first(desk, QuestionState.ASKED)
    before = dump(desk)
    with pytest.raises(InvalidInput) as caught:
        plan(desk.questions, asked)
    assert caught.value.field == field
    assert dump(desk) == before


def test_a_panel_action_takes_the_next_number(desk: Desk):
    asked = first(desk, QuestionState.ASKED)
    for number in ("Action 012", "Action 013"):
        act = desk.questions.to_panel_action(
            question(desk, asked.uid), "Bring a paper.", owner=None, due=None
        )
        (made,) = [each.after for each in act.changes if isinstance(each.after, PanelAction)]
        assert (made.number, made.question, act.words) == (number, asked.uid, f"Make {number}")
        desk.register.carry_out(act)
        desk.register.carry_out(
            Act("Ask again", (Change[Record](question(desk, asked.uid), asked),))
        )


def test_a_follow_up_is_the_panels_and_leads_back(desk: Desk):
    asked = first(desk, QuestionState.ANSWER_OUTSTANDING)
    act = desk.questions.followed(asked, "Who answers now?", member=member(desk), meeting=LATER)
    desk.register.carry_out(act)
    (new,) = [each.after for each in act.changes if isinstance(each.after, Question)]
    assert new.state is QuestionState.SHARED_WITH_THE_CHAIR
    assert (new.follows, new.subject, new.kind) == (asked.uid, asked.subject, asked.kind)
    assert desk.questions.history(asked)[-1].words == "Followed up"
    assert desk.questions.history(new)[0].words == "Follows an earlier question"


def test_when_a_meeting_ends_what_is_not_settled_goes_to_the_next(desk: Desk):
    meeting = coming(desk)
    before = dump(desk)
    at_meeting = desk.questions.questions_of(meeting.uid)
    on = {each.uid for each in at_meeting if each.state.is_shared and not each.merged_into}
    act = desk.questions.carry_over(meeting.uid)
    assert act is not None
    assert act.words.replace("\u00a0", " ") == f"Carry {len(on)} questions forward to 9 March 2027"
    desk.register.carry_out(act)
    carried = desk.questions.questions_of(LATER)
    assert {each.uid for each in carried} == on
    assert all(each.state is QuestionState.CARRIED_FORWARD for each in carried)
    assert all(each.states[-1].on == meeting.held_on for each in carried)
    assert desk.questions.carry_over(meeting.uid) is None
    desk.register.carry_out(act.inverse)
    assert dump(desk) == before


def test_one_question_alone_is_carried_in_so_many_words(desk: Desk):
    asked = first(desk, QuestionState.ASKED)
    at = Act("Put", (Change[Record](asked, replace(asked, meeting=LATER)),))
    later = Meeting(
        uid=MeetingUid(made_uid()), held_on=date(2027, 6, 8), status=MeetingStatus.PLANNED
    )
    desk.register.carry_out(in_one_step([at, Act("Plan", (Change[Record](None, later),))], "Both"))
    act = desk.questions.carry_over(LATER)
    assert act is not None
    assert act.words.startswith("Carry 1 question forward")


def test_without_a_later_meeting_nothing_is_carried(demo_desk: Desk):
    with pytest.raises(UserError, match="Plan it under Meetings"):
        demo_desk.questions.carry_over(coming(demo_desk).uid)
    assert demo_desk.questions.carry_over(MeetingUid(made_uid())) is None


def test_a_question_is_not_carried_to_where_it_stands(desk: Desk):
    asked = first(desk, QuestionState.SENT_IN_ADVANCE)
    assert asked.meeting is not None
    with pytest.raises(InvalidInput, match="at this meeting already"):
        desk.questions.carried_to(asked, asked.meeting)
    following = desk.questions.next_meeting(asked)
    assert following is not None
    assert following.uid == LATER


def test_merged_questions_keep_their_authors_and_go_on_together(desk: Desk):
    kept, lost = (
        question(desk, line.uid)
        for line in desk.questions.board().lines
        if line.stage is Stage.SHARED
    )
    sent = first(desk, QuestionState.SENT_IN_ADVANCE)
    desk.register.carry_out(desk.questions.merged(lost, kept))
    desk.register.carry_out(desk.questions.merged(kept, sent))
    assert question(desk, lost.uid).merged_into == sent.uid, "none is merged into a merged one"
    authors = desk.questions.authors(sent)
    names = {each.uid: each.name for each in desk.questions.people()}
    assert set(authors) == {names[each.member] for each in (kept, lost, sent) if each.member}
    line = next(each for each in desk.questions.board().lines if each.uid == sent.uid)
    assert set(line.merged) == {names[each.member] for each in (kept, lost) if each.member}
    with pytest.raises(InvalidInput, match="still to be asked"):
        desk.questions.merged(sent, question(desk, kept.uid))


# Sharing


def ready_draft(desk: Desk) -> DraftQuestion:
    return next(each for each in desk.questions.drafts() if each.state is QuestionState.READY)


def test_a_shared_draft_leaves_the_notebook_under_its_own_name(desk: Desk):
    draft, count = ready_draft(desk), desk.questions.count()
    vault = notebook_dump(desk._databases[1])
    before = dump(desk)
    sharing = desk.questions.share(draft, member(desk))
    desk.register.carry_out(sharing.entered)
    desk.notebook.carry_out(sharing.binned)
    shared = question(desk, draft.uid)
    assert (shared.text, shared.meeting, shared.member) == (
        draft.text,
        draft.meeting,
        member(desk),
    )
    assert [stage.state.value for stage in shared.states] == ["draft", "shared_with_the_chair"]
    assert shared.agenda_item is not None
    assert desk.questions.draft(draft.uid) is None
    assert desk.questions.count() == count
    desk.notebook.carry_out(sharing.binned.inverse)
    desk.register.carry_out(sharing.entered.inverse)
    assert dump(desk) == before
    assert notebook_dump(desk._databases[1]) == vault


def test_a_stop_between_the_two_files_shows_the_question_once(desk: Desk):
    draft, count = ready_draft(desk), desk.questions.count()
    sharing = desk.questions.share(draft, member(desk))
    desk.register.carry_out(sharing.entered)  # and here the power goes
    lines = [line for line in desk.questions.board().lines if line.uid == draft.uid]
    assert [line.stage for line in lines] == [Stage.SHARED]
    assert desk.questions.count() == count
    desk.close()
    again = open_desk(desk.home, lambda: datetime(2026, 11, 14, tzinfo=UTC), Silent())
    try:
        assert draft.uid not in {each.uid for each in again.notebook.drafts()}
        assert again.questions.question(draft.uid) is not None
    finally:
        again.close()


def test_what_is_not_ready_or_has_no_author_is_not_shared(desk: Desk):
    draft = next(each for each in desk.questions.drafts() if each.state is QuestionState.DRAFT)
    with pytest.raises(InvalidInput, match="Share with the chair"):
        desk.questions.share(draft, member(desk))
    with pytest.raises(InvalidInput) as caught:
        desk.questions.share(ready_draft(desk), None)
    assert caught.value.field == "by"


def test_a_draft_about_something_that_is_gone_stays_in_the_notebook(desk: Desk):
    gone = replace(ready_draft(desk), subject=Subject("finding", made_uid()))
    with pytest.raises(InvalidInput, match="not on the register any more"):
        desk.questions.share(gone, member(desk))


# What is told


def test_what_the_record_did_since_comes_after_the_day_it_was_asked(desk: Desk):
    for line in desk.questions.board().lines:
        if line.is_private or line.asked_on is None:
            continue
        since = desk.questions.since_asked(question(desk, line.uid))
        assert all(fact.on > line.asked_on for fact in since)
    told = desk.questions.since_asked(first(desk, QuestionState.PANEL_ACTION))
    assert told


def test_a_question_about_nothing_has_no_record(desk: Desk):
    alone = Question(
        uid=QuestionUid(made_uid()), text="Why?", state=QuestionState.SHARED_WITH_THE_CHAIR
    )
    assert desk.questions.since_asked(alone) == ()
    assert desk.questions.snapshot_of(alone.subject) is None
    sent = desk.questions.sent(alone, on=TODAY)
    assert desk.questions.after(sent, alone).state is QuestionState.SENT_IN_ADVANCE


def test_the_sample_questions_have_no_near_duplicates_but_those_put_there(desk: Desk):
    assert desk.questions.near_duplicates() == ()
    draft = ready_draft(desk)
    sharing = desk.questions.share(draft, member(desk))
    desk.register.carry_out(sharing.entered)
    twin = desk.questions.followed(
        first(desk, QuestionState.ANSWER_OUTSTANDING), draft.text, member=member(desk)
    )
    desk.register.carry_out(twin)
    (pair,) = desk.questions.near_duplicates()
    assert pair.reason == "Much the same words"
