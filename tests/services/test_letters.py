"""What a meeting came to, and the draft of the chair's letter, written and read back."""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.identity import MeetingUid, Uid, made_uid
from jasp_desktop.domain.meeting_live import LiveMeeting
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.records import Meeting
from jasp_desktop.domain.vocabulary import Verdict
from jasp_desktop.services.meetings import new_meeting
from jasp_desktop.services.opening import Desk

DAY = date(2026, 12, 1)
SAID = "118 of 140 sergeants had been trained by 31 October (invented)."


@pytest.fixture
def held(demo_desk: Desk) -> MeetingUid:
    """Return a meeting with two questions asked, one made an action; the others went on."""
    desk, register = demo_desk, demo_desk.register
    planned = desk.meetings.next_planned(date(2026, 11, 13))
    panel = register.panel()
    assert planned is not None
    assert panel is not None
    following = Meeting(uid=MeetingUid(made_uid()), held_on=date(2027, 3, 9))
    register.carry_out(new_meeting(panel, following))
    rest = desk.meetings.all_present(planned)
    assert rest is not None
    register.carry_out(rest)
    meeting = desk.live.meeting(planned.uid)
    answer_two(desk, meeting)
    over = desk.questions.carry_over(planned.uid)
    assert over is not None
    register.carry_out(over)
    return planned.uid


def answer_two(desk: Desk, meeting: LiveMeeting) -> None:
    register, taken = desk.register, [each for each in meeting.questions if each.question]
    for place, each in enumerate(taken[:2]):
        register.carry_out(desk.live.asked(each, meeting, None)[0])
        noted = desk.live.keep_words(each.uid, SAID)
        settled = desk.live.settled(noted, meeting)
        assert settled is not None
        register.carry_out(settled)
        verdict = (Verdict.PARTLY, Verdict.NO)[place]
        register.carry_out(desk.questions.judged(desk.live.question(each.uid), verdict))
    first = desk.live.question(taken[0].uid)
    act = desk.questions.to_panel_action(
        first, "Bring both samples.", owner=None, due=date(2027, 1, 15), on=DAY
    )
    register.carry_out(act)


def test_a_question_that_went_on_is_still_told_where_it_was_put(demo_desk: Desk, held: MeetingUid):
    outcome = demo_desk.letters.outcome(held)
    assert len(outcome.put) == 2
    assert [entry.action.number for entry in outcome.actions] == ["Action 012"]
    assert len(outcome.carried) == 5
    assert not outcome.left
    assert not outcome.wanting
    assert outcome.put[1].question in outcome.carried
    assert outcome.following is not None
    assert outcome.following.held_on == date(2027, 3, 9)
    assert outcome.chair == "Margaret Okafor"
    assert len(outcome.present) == 5


def test_the_letter_is_read_back_as_it_was_recorded(
    demo_desk: Desk, held: MeetingUid, tmp_path: Path
):
    output = tmp_path / "letter.pdf"
    result = demo_desk.letters.write(held, output, Silent())
    reader = PdfReader(output)
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert len(reader.pages) == result.pages
    assert not result.substituted
    for words in (
        "Draft for the chair",
        "Dear Commissioner,",
        "Margaret Okafor",
        "It put 2 questions, and has an answer to each.",
        "Item 7.1: The cause of concern about children: progress",
        SAID,
        "The answer satisfied the panel in part.",
        "The answer did not satisfy the panel.",
        "Action 012",
        "Bring both samples.",
        "15 Jan 2027",
        "The panel will come back to these at its next meeting, on 9 March 2027:",
        "Yours sincerely,",
    ):
        assert words in text.replace("\u00a0", " ")
    assert demo_desk.letters.printed(held, Silent()) == output.read_bytes()


def test_a_letter_of_a_meeting_that_is_still_to_come_says_little(demo_desk: Desk):
    planned = demo_desk.meetings.next_planned(date(2026, 11, 13))
    assert planned is not None
    outcome = demo_desk.letters.outcome(planned.uid)
    assert not outcome.put
    assert len(outcome.left) == 6
    assert outcome.following is None
    assert demo_desk.letters.printed(planned.uid, Silent()).startswith(b"%PDF")


def test_a_letter_of_a_meeting_that_is_gone_is_refused(demo_desk: Desk, tmp_path: Path):
    with pytest.raises(UserError, match="not on the register"):
        demo_desk.letters.write(MeetingUid(Uid("nowhere")), tmp_path / "letter.pdf", Silent())
    assert not list(tmp_path.glob("*.pdf"))
