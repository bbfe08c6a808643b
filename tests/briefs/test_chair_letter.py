"""The draft of the chair's letter: its sentences, in each case that a meeting can come to."""

from dataclasses import replace
from datetime import date

import pytest

from jasp_desktop.briefs.blocks import Block, Facts, Heading, Kept, Prose, Table
from jasp_desktop.briefs.sections.chair_letter import letter_of
from jasp_desktop.domain.identity import AgendaItemUid, MeetingUid, PanelActionUid, QuestionUid, Uid
from jasp_desktop.domain.meeting_outcome import MeetingOutcome, OutcomeItem, PutQuestion
from jasp_desktop.domain.panel_tracker import TrackerEntry
from jasp_desktop.domain.records import AgendaItem, Meeting, Panel, PanelAction, Question
from jasp_desktop.domain.vocabulary import Marking, Openness, QuestionState, Verdict

MEETING = Meeting(uid=MeetingUid(Uid("meeting")), held_on=date(2026, 12, 1), venue="The hall")
PANEL = Panel(name="A panel (invented)", force="A force (invented)")
BARE = MeetingOutcome(panel=PANEL, meeting=MEETING)
ITEM = AgendaItem(
    uid=AgendaItemUid(Uid("item")),
    meeting=MEETING.uid,
    number="8",
    title="Estates",
    openness=Openness.NON_PUBLIC,
    marking=Marking.OFFICIAL_SENSITIVE,
)
ASKED = Question(
    uid=QuestionUid(Uid("question")),
    text="Who decides?\nAnd when?",
    state=QuestionState.ASKED,
    meeting=MEETING.uid,
)


def flat(blocks: tuple[Block, ...]) -> list[Block]:
    return [
        inner
        for block in blocks
        for inner in (flat(block.blocks) if isinstance(block, Kept) else [block])
    ]


def words_of(outcome: MeetingOutcome) -> str:
    (section,) = letter_of(outcome).sections
    said = []
    for block in flat(section.blocks):
        if isinstance(block, Prose):
            said.append(f"{block.number} {''.join(run.text for run in block.words)}".strip())
        elif isinstance(block, Heading):
            said.append(block.text)
        elif isinstance(block, Facts):
            said += [f"{row.label}: {row.value[0].words[0].text}" for row in block.rows]
    return "\n".join(said).replace("\u00a0", " ")


def with_question(question: Question, **names: str) -> MeetingOutcome:
    item = OutcomeItem(ITEM, (PutQuestion(question, **names),))
    return replace(BARE, items=(item,))


def test_a_meeting_without_questions_makes_a_short_letter():
    words = words_of(BARE)
    assert "1 The panel met on Tuesday 1 December 2026 at The hall." in words
    assert "2 It put no questions." in words
    assert "From: The chair of the panel" in words
    assert "What the panel asked" not in words
    assert words.endswith("Yours sincerely,\nChair of the panel\nChair, A panel (invented)")


def test_who_came_is_told():
    words = words_of(replace(BARE, present=("A", "B"), others=("C",), apologies=("D",), chair="A"))
    assert "A and B were present. C attended. Apologies came from D." in words
    assert "A was present." in words_of(replace(BARE, present=("A",)))


def test_a_question_without_an_answer_is_owed_one():
    words = words_of(with_question(replace(ASKED, answer_due=date(2027, 1, 19))))
    assert "2 It put 1 question; an answer is still owed to 1." in words
    assert "3 The panel asked: Who decides?\nAnd when?" in words
    assert "No answer has been given yet. It is due by 19 January 2027." in words


@pytest.mark.parametrize(
    ("verdict", "sentence"),
    [
        (Verdict.SATISFIED, "The answer satisfied the panel."),
        (Verdict.PARTLY, "The answer satisfied the panel in part."),
        (Verdict.NO, "The answer did not satisfy the panel."),
        (Verdict("unsure"), "Unsure."),
        (None, "The panel has not said yet whether this satisfies it."),
    ],
)
def test_the_verdict_is_said_plainly(verdict: Verdict | None, sentence: str):
    answered = replace(ASKED, state=QuestionState.ANSWERED, answer="I do.\nToday.", verdict=verdict)
    words = words_of(with_question(answered, answered_by="An Officer"))
    assert f"An Officer answered: I do.\nToday.\n{sentence}" in words
    assert "It put 1 question, and has an answer to it." in words
    assert "The answer was: I do." in words_of(with_question(answered))


def test_what_is_still_due_and_the_minute_are_told():
    part = replace(
        ASKED,
        state=QuestionState.ANSWER_OUTSTANDING,
        answer="In part.",
        answer_due=date(2027, 1, 19),
        minute="7.4",
    )
    assert "More is due by 19 January 2027. Minute 7.4." in words_of(with_question(part))


def test_questions_on_several_items_stand_under_them():
    done = replace(ASKED, state=QuestionState.ANSWERED, answer="Yes.")
    both = (
        OutcomeItem(ITEM, (PutQuestion(ASKED), PutQuestion(done))),
        OutcomeItem(None, (PutQuestion(ASKED),)),
    )
    words = words_of(replace(BARE, items=both))
    assert words.count("What the panel asked\n") == 1
    assert "Item 8: Estates" in words
    assert "On no item of the agenda" in words
    assert "It put 3 questions; answers are still owed to 2 of them." in words


def test_items_taken_in_private_raise_the_marking_and_stop_publication():
    letter = letter_of(with_question(ASKED))
    assert letter.marking == "OFFICIAL-SENSITIVE"
    assert "It draws on item 8, which was taken in private: not to be published." in words_of(
        with_question(ASKED)
    )
    other = replace(ITEM, number="9")
    put = (PutQuestion(ASKED),)
    several = replace(BARE, items=(OutcomeItem(ITEM, put), OutcomeItem(other, put)))
    assert "items 8 and 9, which were taken in private" in words_of(several)


def test_actions_stand_in_a_table_with_who_and_when():
    action = PanelAction(
        uid=PanelActionUid(Uid("action")), number="Action 012", text="Do it.", due=MEETING.held_on
    )
    entry = TrackerEntry(action=action, today=MEETING.held_on, owner="An Officer")
    undated = replace(entry, action=replace(action, due=None), owner=None)
    outcome = replace(BARE, actions=(entry, undated))
    (section,) = letter_of(outcome).sections
    (table,) = [block for block in flat(section.blocks) if isinstance(block, Table)]
    cells = [[cell[0].words[0].text for cell in row] for row in table.rows]
    assert [row[2:] for row in cells] == [
        ["An Officer", "1\u00a0Dec\u00a02026"],
        ["Nobody named", "No day set"],
    ]
    assert "3 The panel asks that these be done:" in words_of(outcome)
    assert "3 The panel asks that this be done:" in words_of(replace(BARE, actions=(entry,)))


def test_what_goes_on_names_the_next_meeting_where_there_is_one():
    outcome = replace(BARE, carried=(ASKED,), left=(replace(ASKED, text="Why"),))
    words = words_of(outcome)
    assert "3 The panel will come back to these at its next meeting:" in words
    assert "• Who decides? And when?" in words
    assert "• Why." in words
    following = replace(MEETING, held_on=date(2027, 3, 9))
    assert "next meeting, on 9 March 2027:" in words_of(replace(outcome, following=following))


def test_another_officers_title_is_addressed_as_it_is():
    mayor = replace(PANEL, pcc_title="Mayor")
    assert "Dear Mayor," in words_of(replace(BARE, panel=mayor))
