"""The life of a question, told from its states, its journal and the records that hang on it."""

from datetime import UTC, date, datetime

from jasp_desktop.domain.identity import PanelActionUid, PersonUid, QuestionUid, Uid
from jasp_desktop.domain.journal import Deed, Entry, Line, Trace
from jasp_desktop.domain.question_history import HistoryLine, QuestionStory, history_lines
from jasp_desktop.domain.records import Json, PanelAction, Question, QuestionStage, Subject
from jasp_desktop.domain.vocabulary import QuestionState, Verdict
from tests.sample_records import uid_of

JUNE, SEPTEMBER, DECEMBER = date(2026, 6, 9), date(2026, 9, 8), date(2026, 12, 1)
MEMBER, OFFICER = PersonUid(uid_of("person", 1)), PersonUid(uid_of("person", 2))
NAMES = {MEMBER: "Sandra Marsh", OFFICER: "Elin Marchbanks"}


def question(number: int, *states: tuple[QuestionState, date], **fields: object) -> Question:
    given = {"text": "Why?", "member": MEMBER, **fields}
    return Question(
        uid=QuestionUid(uid_of("question", number)),
        state=states[-1][0] if states else QuestionState.DRAFT,
        states=tuple(QuestionStage(state=state, on=on) for state, on in states),
        **given,
    )


def trace(number: int, day: date, before: dict[str, Json], deed: Deed = Deed.CHANGED) -> Trace:
    at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return Trace(
        entry=Entry(number=number, at=at, words="Act", batch=None, file=None),
        line=Line(table="question", uid=Uid(uid_of("question", 1)), deed=deed, before=before),
    )


def told(story: QuestionStory) -> list[tuple[date | None, str, str]]:
    return [
        (line.on, line.words, line.detail.replace("\u00a0", " ")) for line in history_lines(story)
    ]


def test_the_stages_are_told_with_who_answered_and_where_it_is_minuted():
    asked = question(
        1,
        (QuestionState.ASKED, JUNE),
        (QuestionState.CARRIED_FORWARD, JUNE),
        (QuestionState.ASKED, SEPTEMBER),
        (QuestionState.ANSWERED, SEPTEMBER),
        minute="7.3",
        answered_by=OFFICER,
        answered_on=SEPTEMBER,
        answer="It is done.",
    )
    assert told(QuestionStory(question=asked, names=NAMES)) == [
        (JUNE, "Asked", ""),
        (JUNE, "Carried forward", ""),
        (SEPTEMBER, "Asked", "Minute 7.3"),
        (SEPTEMBER, "Answered", "By Elin Marchbanks"),
    ]
    assert told(QuestionStory(question=asked))[-1] == (SEPTEMBER, "Answered", "")


def test_the_meeting_it_was_carried_to_is_named_while_it_is_ahead():
    carried = question(1, (QuestionState.CARRIED_FORWARD, JUNE))
    ahead = QuestionStory(question=carried, held_on=SEPTEMBER)
    assert told(ahead) == [(JUNE, "Carried forward", "To the meeting of 8 Sep 2026")]
    for left in (QuestionStory(question=carried, held_on=JUNE), QuestionStory(question=carried)):
        assert told(left) == [(JUNE, "Carried forward", "")]


def test_a_verdict_stands_after_the_answer_and_before_what_came_of_it():
    answered = question(
        1,
        (QuestionState.ANSWERED, JUNE),
        (QuestionState.PANEL_ACTION, JUNE),
        answered_on=JUNE,
        verdict=Verdict.PARTLY,
    )
    action = PanelAction(
        uid=PanelActionUid(uid_of("panel_action", 1)),
        number="Action 004",
        text="Name a second holder.",
        outcome="Done.",
        closed_on=SEPTEMBER,
    )
    second = PanelAction(
        uid=PanelActionUid(uid_of("panel_action", 2)), number="Action 005", text="Write to us."
    )
    story = QuestionStory(question=answered, panel_actions=(action, second))
    assert told(story) == [
        (JUNE, "Answered", ""),
        (JUNE, "Verdict: partly", ""),
        (JUNE, "Action 004 made", "Name a second holder."),
        (JUNE, "Action 005 made", "Write to us."),
        (SEPTEMBER, "Action 004 closed", "Done."),
    ]
    assert history_lines(story)[2].opens == Subject("panel_action", action.uid)
    assert told(QuestionStory(question=answered))[2] == (JUNE, "Panel action", "")


def test_earlier_verdicts_and_words_are_told_from_the_journal():
    now = question(
        1, (QuestionState.ANSWERED, JUNE), answered_on=JUNE, verdict=Verdict.SATISFIED, answer="B"
    )
    story = QuestionStory(
        question=now,
        traces=(
            trace(5, DECEMBER, {"verdict": None}),
            trace(4, SEPTEMBER, {"verdict": "no", "answer": "A"}),
            trace(3, date(2026, 7, 1), {"verdict": None, "answer": None}),
            trace(2, date(2026, 6, 10), {"text": "Why not?"}),
            trace(1, JUNE, {}, Deed.ADDED),
        ),
    )
    assert told(story) == [
        (JUNE, "Answered", ""),
        (date(2026, 6, 10), "Question put in other words", "Before: “Why not?”"),
        (date(2026, 7, 1), "Verdict: no", ""),
        (SEPTEMBER, "Answer replaced", "Before: “A”"),
        (DECEMBER, "Verdict: satisfied", ""),
    ]


def test_questions_before_after_and_merged_are_part_of_the_story():
    kept = question(4, text="Kept?")
    story = QuestionStory(
        question=question(1, (QuestionState.SHARED_WITH_THE_CHAIR, JUNE)),
        follows=question(2, text="First?"),
        followers=(question(3, (QuestionState.DRAFT, DECEMBER), text="Next?"),),
        merged=(question(5, text="Same?", member=None),),
        merged_into=kept,
        names=NAMES,
    )
    assert told(story) == [
        (None, "Follows an earlier question", "First?"),
        (None, "Another question merged into this one", "Same?"),
        (JUNE, "Shared with the chair", ""),
        (JUNE, "Merged", "Kept?"),
        (DECEMBER, "Followed up", "Sandra Marsh: Next?"),
    ]
    without_days = QuestionStory(question=question(1), merged_into=kept)
    assert history_lines(without_days) == (
        HistoryLine(None, "Merged", "Kept?", Subject("question", kept.uid)),
    )


def test_a_verdict_that_a_new_answer_took_away_is_still_told():
    now = question(1, (QuestionState.ANSWERED, SEPTEMBER), answered_on=SEPTEMBER, answer="B")
    story = QuestionStory(
        question=now,
        traces=(trace(2, SEPTEMBER, {"verdict": "no"}), trace(1, JUNE, {"verdict": None})),
    )
    assert told(story) == [(JUNE, "Verdict: no", ""), (SEPTEMBER, "Answered", "")]
