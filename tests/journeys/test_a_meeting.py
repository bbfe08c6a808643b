"""A meeting from its agenda to the chair's letter, by mouse and key, through the real window.

A clerk builds the agenda; a member holds the meeting by keyboard alone, through a kill of the
program in the middle of an answer; then actions are numbered, questions go on, and the letter is
written and read back.
"""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt

from jasp_desktop.domain.meeting_people import declarations_of
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.vocabulary import Attended, MeetingStatus, QuestionState, Verdict
from jasp_desktop.services.opening import DEMO_NOW, open_desk
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.places import PageKey, Place
from tests.journeys.live_child import LETTERS
from tests.journeys.walking import ALT, CTRL, LEFT, SHIFT, Walk

ROOT = Path(__file__).parents[2]
ALT_SHIFT = ALT | SHIFT
DECEMBER = date(2026, 12, 1)


def planned(desk):
    return desk.meetings.next_planned(DEMO_NOW.date())


def titles(walk):
    meeting = planned(walk.desk)
    return [(item.number, item.title) for item in walk.desk.meetings.agenda(meeting.uid)]


def test_a_clerk_builds_an_agenda(walk):
    before = titles(walk)
    walk.seat.go(PageKey.MEETING, planned(walk.desk).uid)
    add_an_item(walk, before)
    move_it_by_keyboard(walk)
    drag_it_to_the_top(walk)
    edit_it(walk)
    undo_it_all(walk, before)
    record_papers_and_people(walk)


def add_an_item(walk, before):
    walk.page.agenda_pane.title.setFocus()
    walk.key(Qt.Key.Key_Return)
    assert walk.page.agenda_pane.field.is_wrong
    walk.type("Estates: a first paper")
    walk.key(Qt.Key.Key_Return)
    assert titles(walk) == [*before, ("10", "Estates: a first paper")]
    assert walk.page._item().item.number == "10"


def move_it_by_keyboard(walk):
    walk.page.agenda.setFocus()
    walk.key(Qt.Key.Key_Up, ALT_SHIFT)
    assert ("9", "Estates: a first paper") in titles(walk)
    assert walk.page.agenda.hasFocus()
    assert walk.page._item().item.title == "Estates: a first paper"
    walk.key(Qt.Key.Key_Down, ALT_SHIFT)
    walk.key(Qt.Key.Key_Down, ALT_SHIFT)
    assert titles(walk)[-1] == ("10", "Estates: a first paper")


def drag_it_to_the_top(walk):
    agenda = walk.page.agenda
    last = walk.page.rows.rowCount() - 1
    agenda.scrollTo(walk.page.rows.index(last, 0))
    place = agenda.visualRect(walk.page.rows.index(last, 0)).center()
    view = agenda.viewport()
    walk.qtbot.mousePress(view, LEFT, pos=place)
    for row in (last - 1, last - 2):
        rect = agenda.visualRect(walk.page.rows.index(row, 0))
        walk.qtbot.mouseMove(view, QPoint(place.x(), rect.top() + 4))
    walk.qtbot.mouseRelease(view, LEFT, pos=QPoint(place.x(), rect.top() + 4))
    assert ("8", "Estates: a first paper") in titles(walk)
    assert ("10", "Work plan for 2027") in titles(walk)


def edit_it(walk):
    walk.press("Edit this item")
    form = walk.page.form
    walk.until(form.isVisible)
    assert form.form.fields["title"].control.widget.hasFocus()
    walk.key(Qt.Key.Key_End)
    walk.type(" (invented)")
    assert walk.page.unsaved()
    walk.press("Add under this heading")
    walk.key(Qt.Key.Key_S, CTRL)
    assert ("8", "Estates: a first paper (invented)") in titles(walk)
    assert walk.page.item.isVisible()
    item = walk.page._item().item
    assert [part.heading for part in item.covering_sections] == ["Purpose of the Report"]


def undo_it_all(walk, before):
    walk.page.agenda.setFocus()
    for _ in range(4):
        walk.key(Qt.Key.Key_Z, CTRL)
    assert titles(walk) == [*before, ("10", "Estates: a first paper")]
    walk.key(Qt.Key.Key_Z, CTRL)
    assert titles(walk) == before


def record_papers_and_people(walk):
    walk.page.agenda.choose(0)
    about = walk.page.about
    said = [label.text() for label in about.papers.findChildren(Label)]
    assert any("5 clear working days" in words for words in said)
    about.papers.day.setFocus()
    about.papers.day.selectAll()
    walk.type("23 November 2026")
    walk.key(Qt.Key.Key_Return)
    assert planned(walk.desk).despatched_on == date(2026, 11, 23)
    chair = walk.desk.meetings.expected(planned(walk.desk))[0]
    apologies = about.attendance.lines[chair.uid].answers[Attended.APOLOGIES]
    apologies.setFocus()
    walk.key(Qt.Key.Key_Space)
    assert apologies.hasFocus()
    walk.press("Mark the others present")
    assert planned(walk.desk).attendance[0].attended is Attended.APOLOGIES
    declarations = next(item for item in walk.page._records() if item.number == "2")
    walk.page.agenda.choose(2)
    walk.press("Nobody declared an interest")
    item = next(item for item in walk.page._records() if item.uid == declarations.uid)
    assert declarations_of(item) == ()


def test_a_member_holds_a_meeting_by_keyboard_alone(walk):
    walk.seat.go(PageKey.MEETING, planned(walk.desk).uid)
    walk.page.live.setFocus()
    walk.key(Qt.Key.Key_Space)
    assert walk.seat.page is PageKey.LIVE
    assert not walk.seat.window.rail.isVisible()
    ask_a_draft_of_ones_own(walk)
    answer_a_question_of_the_panels(walk)
    go_to_and_fro(walk)
    walk.key(Qt.Key.Key_Escape)
    assert walk.seat.page is PageKey.MEETING
    assert walk.seat.window.rail.isVisible()
    assert walk.desk.live.spot() is None


def shown(walk):
    return walk.page._question()


def ask_a_draft_of_ones_own(walk):
    draft = shown(walk)
    assert draft.draft is not None
    assert walk.page.question.member.hasFocus()
    walk.key(Qt.Key.Key_Return, CTRL)
    assert walk.page.question.fields["member"].is_wrong
    walk.type("Patience")
    walk.key(Qt.Key.Key_Return, CTRL)
    asked = walk.desk.live.question(draft.uid)
    assert asked.state is QuestionState.ASKED
    assert walk.desk.register.people([asked.member])[0].name == "Patience Adeyemi"
    assert walk.page.question.answer.hasFocus()
    assert draft.uid not in [each.uid for each in walk.desk.notebook.drafts()]


def answer_a_question_of_the_panels(walk):
    walk.key(Qt.Key.Key_Down, ALT)
    question = shown(walk)
    assert question.question is not None
    assert walk.page.question.answer.hasFocus()
    walk.type("The June sample missed two districts")
    walk.until(lambda: walk.desk.live.question(question.uid).answer is not None)
    assert walk.desk.live.question(question.uid).state is QuestionState.ASKED
    walk.type(", both without a detective inspector.")
    walk.key(Qt.Key.Key_2, ALT)
    judged = walk.desk.live.question(question.uid)
    assert judged.state is QuestionState.ANSWERED
    assert judged.answer.endswith("detective inspector.")
    assert judged.verdict is Verdict.PARTLY
    assert walk.page.question.verdicts[Verdict.PARTLY].isChecked()
    for name in ("by", "kind", "minute", "due"):
        walk.key(Qt.Key.Key_Tab)
        assert walk.page.question.fields[name].editor.hasFocus()
    walk.type("19 January 2027")
    walk.key(Qt.Key.Key_Return)
    waiting = walk.desk.live.question(question.uid)
    assert waiting.state is QuestionState.ANSWER_OUTSTANDING
    assert waiting.answer_due == date(2027, 1, 19)


def go_to_and_fro(walk):
    here = shown(walk).uid
    walk.key(Qt.Key.Key_Down, ALT)
    assert shown(walk).uid != here
    assert walk.page.question.answer.words == ""
    walk.key(Qt.Key.Key_3, ALT)
    assert shown(walk).question.verdict is None
    walk.key(Qt.Key.Key_Up, ALT)
    assert shown(walk).uid == here
    assert "detective inspector" in walk.page.question.answer.words
    assert walk.desk.live.spot().question == here


@pytest.fixture(params=[1, 4, 12])
def killed(request, demo_desk):
    """Return a question in whose answer the program was killed, and how much of it was kept."""
    meeting = demo_desk.live.meeting(planned(demo_desk).uid)
    question = next(each.uid for each in reversed(meeting.questions) if each.question)
    demo_desk.close()
    command = [sys.executable, "-m", "tests.journeys.live_child", str(demo_desk.home.path)]
    command += [meeting.meeting.uid, question]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8") as child:
        lines = [child.stdout.readline() for _ in range(request.param)]
        child.kill()
        lines += child.stdout.readlines()
    assert child.returncode < 0, "it was killed, it did not end"
    kept = [int(line.split()[1]) for line in lines if line.startswith("kept ")]
    return question, max(kept)


def test_a_program_killed_in_the_middle_of_an_answer_opens_where_it_was(
    qtbot, take_seat, killed, home
):
    question, kept = killed
    desk = open_desk(home, lambda: DEMO_NOW, Silent())
    walk = Walk(qtbot, take_seat(desk))
    assert walk.seat.page is PageKey.LIVE
    assert shown(walk).uid == question
    words = walk.page.question.answer.words
    assert len(words) >= kept - 1, "a blank at the end is no word"
    assert words == (LETTERS * (len(words) // len(LETTERS) + 1))[: len(words)]
    assert walk.page.question.answer.hasFocus()
    walk.type(" and went on")
    walk.key(Qt.Key.Key_1, ALT)
    answered = desk.live.question(question)
    assert answered.verdict is Verdict.SATISFIED
    assert answered.answer == f"{words} and went on"
    desk.close()


def test_after_the_meeting_actions_are_numbered_questions_go_on_and_the_letter_is_written(
    walk, tmp_path
):
    meeting = planned(walk.desk)
    plan_the_next_one(walk)
    walk.seat.go(PageKey.LIVE, meeting.uid)
    asked = answer_all_of_the_panels(walk, meeting)
    while walk.seat.page is PageKey.LIVE and not walk.page.after.isVisible():
        walk.key(Qt.Key.Key_Down, ALT)
    make_an_action(walk)
    carry_the_rest(walk, meeting)
    say_that_it_was_held(walk)
    read_the_letter(walk, tmp_path, asked)


def plan_the_next_one(walk):
    walk.seat.go(PageKey.MEETINGS)
    walk.press("Plan a meeting")
    walk.type("9 March 2027")
    walk.key(Qt.Key.Key_Return)
    assert walk.seat.page is PageKey.MEETING


def answer_all_of_the_panels(walk, meeting):
    questions = walk.desk.live.meeting(meeting.uid).questions
    asked = [each for each in questions if each.question is not None][:3]
    for number, each in enumerate(asked, start=1):
        walk.seat.sitting.visits.open(Place(PageKey.LIVE, meeting.uid, each.uid))
        walk.type(f"Answer {number} of the deputy chief constable.")
        walk.key(Qt.Key(Qt.Key.Key_0 + number), ALT)
    return asked


def make_an_action(walk):
    assert len(walk.page.after._outcome.put) == 3
    walk.press_first("Make it an action")
    form = walk.page.after.form
    walk.until(form.text.hasFocus)
    walk.type("Bring both samples to the next meeting.")
    form.due.setFocus()
    walk.type("15 January 2026")
    walk.key(Qt.Key.Key_Return)
    assert form.fields["due"].is_wrong, "it would be due before the meeting"
    form.due.selectAll()
    walk.type("15 January 2027")
    walk.key(Qt.Key.Key_Return)
    (made,) = walk.page.after._outcome.actions
    assert made.action.number == "Action 012"
    assert made.action.due == date(2027, 1, 15)


def carry_the_rest(walk, meeting):
    left = walk.page.after._outcome.left
    walk.use(walk.page.after.carry)
    outcome = walk.page.after._outcome
    assert len(outcome.carried) == len(left) > 0
    assert not outcome.left
    assert len(outcome.put) == 3, "what went on was still put at this meeting"
    march = walk.desk.meetings.next_planned(meeting.held_on)
    assert {each.uid for each in walk.desk.questions.questions_of(march.uid)} == {
        each.uid for each in left
    }


def say_that_it_was_held(walk):
    walk.press("Mark the meeting as held")
    assert "still to come" in walk.seat.window.notices.sentence.text()
    assert planned(walk.desk).status is MeetingStatus.PLANNED


def read_the_letter(walk, folder, asked):
    walk.seat.files.answer = folder / "letter.pdf"
    walk.press("Save the draft as PDF…")
    walk.until(walk.seat.files.answer.exists)
    walk.until(lambda: "was saved" in walk.seat.window.notices.sentence.text())
    pages = PdfReader(walk.seat.files.answer).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    for number, each in enumerate(asked, start=1):
        assert f"Answer {number} of the deputy chief constable." in text
        assert " ".join(each.record.text.split()) in text
    for words in ("Action 012", "Bring both samples", "Yours sincerely,", "satisfied the panel"):
        assert words in text
    assert not walk.seat.printer.printed
    walk.key(Qt.Key.Key_P, CTRL)
    walk.until(lambda: bool(walk.seat.printer.printed))
    assert walk.seat.printer.printed == [walk.seat.files.answer.read_bytes()]
