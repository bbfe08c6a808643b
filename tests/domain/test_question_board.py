"""The list of all questions: stages that add up, filters, and questions that may be one."""

from datetime import date

import pytest

from jasp_desktop.domain.identity import FindingUid, MeetingUid, QuestionUid, Uid
from jasp_desktop.domain.question_board import (
    Board,
    QuestionLine,
    Stage,
    StageGroup,
    asked_on,
    fitting,
    group_counts,
    in_stages,
    near_duplicates,
    stage_of,
)
from jasp_desktop.domain.records import Question, QuestionStage
from jasp_desktop.domain.vocabulary import QuestionKind, QuestionState, Verdict
from tests.sample_records import uid_of

FINDING = FindingUid(uid_of("finding", 1))
MEETING = MeetingUid(uid_of("meeting", 1))


def line(number: int, stage: Stage = Stage.SHARED, text: str = "Why?", **more: object):
    return QuestionLine(
        uid=Uid(uid_of("question", number)),
        stage=stage,
        text=text,
        is_private=bool(more.pop("is_private", False)),
        **more,
    )


def question(state: str, **fields: object) -> Question:
    return Question(
        uid=QuestionUid(uid_of("question", 1)),
        text="Why?",
        state=QuestionState(state),
        **fields,
    )


@pytest.mark.parametrize("state", [each for each in QuestionState if each != "answered"])
def test_a_question_stands_under_its_state(state: QuestionState):
    assert stage_of(question(state)).words == state.words


def test_an_answer_stands_apart_until_its_verdict():
    assert stage_of(question("answered")) is Stage.TO_JUDGE
    assert stage_of(question("answered", verdict=Verdict.NO)) is Stage.JUDGED


def test_a_merged_question_and_one_of_an_unknown_state_have_stages_too():
    merged = question("shared_with_the_chair", merged_into=QuestionUid(uid_of("question", 2)))
    assert stage_of(merged).words == "Merged into another"
    assert stage_of(question("put_to_the_vote")) is Stage.OTHER


def test_the_last_day_it_was_asked_is_told():
    asked = QuestionStage(state=QuestionState.ASKED, on=date(2026, 6, 9))
    assert asked_on(question("asked", states=(asked,))) == date(2026, 6, 9)


def test_stages_follow_one_another_with_the_members_own_first():
    lines = [
        line(1, Stage.WITHDRAWN),
        line(2, Stage.READY),
        line(3, Stage.READY, held_on=date(2026, 12, 1)),
        line(4, Stage.READY, is_private=True),
        line(5, Stage.DRAFT),
    ]
    board = Board(in_stages(lines))
    found = [(stage, [each.uid[-1] for each in lines]) for stage, lines in board.stages()]
    assert found == [
        (Stage.DRAFT, ["5"]),
        (Stage.READY, ["4", "3", "2"]),
        (Stage.WITHDRAWN, ["1"]),
    ]


def test_the_groups_add_up_to_all():
    counts = group_counts(line(number, stage) for number, stage in enumerate(Stage))
    everything = counts.pop(StageGroup.ALL)
    assert everything == len(Stage) == sum(counts.values())
    assert all(counts.values())
    assert all(group.words for group in StageGroup)


def test_filters_narrow_together():
    wanted = line(
        1,
        text="Who checks the lists?",
        meeting=MEETING,
        member="Sandra Marsh",
        owners=("Head of Crime",),
        reference="041/03.1",
        title="Train all sergeants.",
    )
    merged_in = line(2, merged=("Sandra Marsh",), member="Ieuan Llŷr")
    lines = (wanted, merged_in, line(3, Stage.ASKED))
    assert wanted.about == "041/03.1: Train all sergeants."
    assert fitting(lines) == lines
    assert fitting(lines, group=StageGroup.WAITING) == lines[2:]
    assert fitting(lines, member="Sandra Marsh") == lines[:2]
    assert fitting(lines, meeting=MEETING, owner="Head of Crime") == (wanted,)
    assert fitting(lines, words="041 LISTS") == (wanted,)
    assert not fitting(lines, words="lists nobody")


ALIKE = "How many sergeants had been trained by March?"


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (
            {"text": ALIKE},
            {"text": "By March, how many sergeants had the force trained?"},
            "Much the same words",
        ),
        (
            {"text": "What changed?", "kind": QuestionKind.OUTCOME, "findings": (FINDING,)},
            {"text": "Who is safer?", "kind": QuestionKind.OUTCOME, "findings": (FINDING,)},
            "About one finding, and both on outcome",
        ),
        (
            {"text": "Which sergeants missed courses?", "findings": (FINDING,)},
            {"text": "Which sergeants went to prison cells?", "findings": (FINDING,)},
            "About one finding, in like words",
        ),
        (
            {"text": "What changed?", "kind": QuestionKind.OUTCOME, "findings": (FINDING,)},
            {"text": "Who is safer?", "kind": QuestionKind.OWNERSHIP, "findings": (FINDING,)},
            "",
        ),
        ({"text": "What changed?", "kind": QuestionKind.OUTCOME}, {"text": "Who? Why?"}, ""),
        ({"text": ALIKE}, {"text": ALIKE, "stage": Stage.ASKED}, ""),
        ({"text": ALIKE}, {"text": ALIKE, "follows": uid_of("question", 1)}, ""),
        ({"text": ALIKE, "follows": uid_of("question", 2)}, {"text": ALIKE}, ""),
    ],
)
def test_questions_that_may_be_one_are_named_with_a_reason(
    first: dict[str, object], second: dict[str, object], reason: str
):
    lines = [line(2, **second), line(1, **first)]
    found = near_duplicates(lines)
    assert [each.reason for each in found] == ([reason] if reason else [])
    if found:
        assert found[0].first.uid < found[0].second.uid
