"""One question from the notebook to the panel's next action, by mouse and key alone.

Drafted beside a finding, marked ready, shared with the chair, sent, asked, answered, judged,
followed up, and made a panel action; and another one is carried forward to the next meeting.
"""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.identity import MeetingUid, made_uid
from jasp_desktop.domain.listings import FindingQuery
from jasp_desktop.domain.question_moves import Wanted
from jasp_desktop.domain.records import Meeting, PanelAction, Record
from jasp_desktop.domain.vocabulary import MeetingStatus, QuestionState, Verdict
from jasp_desktop.ui.notebook.sheets import QuestionSheet
from jasp_desktop.ui.places import PageKey
from tests.journeys.walking import CTRL, SHIFT, Walk

WORDS = "Which of these files did a supervisor read"
LATER = MeetingUid(made_uid())


class QuestionWalk(Walk):
    """A person at the page of questions."""

    @property
    def form(self):
        return self.page.desk.pane.form

    def choose(self, wanted, words):
        """Choose an entry of a field's choice by typing its first word."""
        editor = self.form.fields[wanted].editor
        editor.setFocus()
        self.qtbot.keyClicks(editor, words)
        assert editor.currentText().startswith(words)

    def write(self, wanted, words):
        """Write into a field, over what it holds."""
        editor = self.form.fields[wanted].editor
        editor.setFocus()
        editor.selectAll()
        self.qtbot.keyClicks(editor, words)

    def send(self):
        """Press the form's own button."""
        button = self.form.send
        self.until(button.isVisible)
        self.use(button)
        self.until(lambda: not self.form.isVisible())


def test_a_question_lives_until_it_is_a_panel_action(qtbot, take_seat, demo_desk):
    walk = QuestionWalk(qtbot, take_seat(demo_desk))
    uid = draft_it(walk)
    mark_ready_and_share(walk, uid)
    ask_and_answer(walk, uid)
    judge_and_follow_up(walk, uid)
    make_a_panel_action(walk, uid)
    take_it_back(walk, uid)


def question(walk, uid):
    return walk.desk.questions.question(uid)


def draft_it(walk):
    finding = walk.desk.register.finding_lines(walk.desk.register.finding_ids(FindingQuery())[:1])[
        0
    ]
    walk.seat.go(PageKey.FINDING, finding.uid)
    before = {each.uid for each in walk.desk.questions.drafts()}
    walk.qtbot.keyClick(walk.seat.window, Qt.Key.Key_N, CTRL | SHIFT)
    walk.type(WORDS)
    walk.until(lambda: len(walk.desk.questions.drafts()) > len(before))
    (draft,) = [each for each in walk.desk.questions.drafts() if each.uid not in before]
    walk.until(lambda: _sheet(walk, draft.uid) is not None)
    return draft.uid


def _sheet(walk, uid):
    sheets = walk.seat.window.findChildren(QuestionSheet)
    return next((each for each in sheets if each.record and each.record.uid == uid), None)


def mark_ready_and_share(walk, uid):
    sheet = _sheet(walk, uid)
    assert not sheet.share.isVisible(), "a draft is marked ready before it is shared"
    walk.use(sheet.ready)
    walk.until(_sheet(walk, uid).share.isVisible)
    walk.use(_sheet(walk, uid).share)
    assert walk.seat.page is PageKey.QUESTIONS
    count = walk.desk.questions.count()

    walk.use(walk.form.send)
    assert walk.form.fields[Wanted.BY].fault.text() == "Choose whose question it is."
    walk.choose(Wanted.BY, "Sandra")
    walk.send()
    shared = question(walk, uid)
    assert shared.state is QuestionState.SHARED_WITH_THE_CHAIR
    assert shared.asked_of_snapshot
    assert walk.desk.questions.count() == count
    assert walk.page.desk._line.uid == uid, "it stays chosen"


def ask_and_answer(walk, uid):
    walk.press("Send in advance")
    walk.send()
    assert question(walk, uid).state is QuestionState.SENT_IN_ADVANCE

    walk.press("Record as asked")
    walk.choose(Wanted.MEETING, "1")
    walk.write(Wanted.MINUTE, "7.3")
    walk.write(Wanted.ON, "1 December 2026")
    walk.key(Qt.Key.Key_Return)
    walk.until(lambda: question(walk, uid).state is QuestionState.ASKED)
    assert question(walk, uid).minute == "7.3"

    walk.press("Record the answer")
    walk.write(Wanted.ANSWER, "Six of the thirty.")
    walk.choose(Wanted.BY, "Elin")
    walk.write(Wanted.ON, "31 November 2026")
    walk.use(walk.form.send)
    assert walk.form.fields[Wanted.ON].fault.text().startswith("There is no such day.")
    assert walk.form.fields[Wanted.ON].editor.hasFocus()
    walk.write(Wanted.ON, "1 December 2026")
    walk.send()
    answered = question(walk, uid)
    assert (answered.state, answered.answer) == (QuestionState.ANSWERED, "Six of the thirty.")


def judge_and_follow_up(walk, uid):
    walk.press("Give the verdict")
    walk.choose(Wanted.VERDICT, "Partly")
    walk.send()
    assert question(walk, uid).verdict is Verdict.PARTLY
    before = {line.uid for line in walk.desk.questions.board().lines}

    walk.press("Follow up")
    walk.write(Wanted.TEXT, "And the other files")
    walk.send()
    walk.until(lambda: walk.page.desk._line.uid not in before)
    follower = question(walk, walk.page.desk._line.uid)
    assert (follower.follows, follower.text) == (uid, "And the other files")
    walk.page.list_side.list.setFocus()
    walk.seat.go(PageKey.QUESTIONS, uid)


def make_a_panel_action(walk, uid):
    walk.press("Make a panel action")
    walk.write(Wanted.TEXT, "Bring the reading of all thirty files.")
    walk.choose(Wanted.OWNER, "Joanna")
    walk.write(Wanted.DUE, "29 January 2027")
    walk.send()
    assert question(walk, uid).state is QuestionState.PANEL_ACTION
    made = _panel_actions(walk)[-1]
    assert (made.number, made.question) == ("Action 012", uid)
    assert made.due == date(2027, 1, 29)
    told = [line.words for line in walk.desk.questions.history(question(walk, uid))]
    assert told[-2:] == ["Action 012 made", "Followed up"]


def _panel_actions(walk):
    desk = walk.desk
    ids = desk.editing.ids("panel_action")
    records = [
        desk.editing.record("panel_action", line.uid)
        for line in desk.editing.lines("panel_action", ids)
    ]
    return sorted((each for each in records if isinstance(each, PanelAction)), key=_number)


def _number(action):
    return action.number


def take_it_back(walk, uid):
    """Take every step back, to the draft in the notebook."""
    walk.page.list_side.list.setFocus()
    for _ in range(7):
        walk.key(Qt.Key.Key_Z, CTRL)
    assert question(walk, uid) is None
    assert walk.desk.questions.draft(uid).state is QuestionState.READY
    assert len(_panel_actions(walk)) == 11


def test_a_question_is_carried_forward_to_the_next_meeting(qtbot, take_seat, demo_desk):
    later = Meeting(uid=LATER, held_on=date(2027, 3, 9), status=MeetingStatus.PLANNED)
    demo_desk.register.carry_out(Act("Plan", (Change[Record](None, later),)))
    walk = QuestionWalk(qtbot, take_seat(demo_desk))
    line = next(
        each for each in demo_desk.questions.board().lines if each.stage.value == "sent_in_advance"
    )
    walk.press("Questions")
    walk.until(walk.page.list_side.list.hasFocus)
    while walk.page.desk._line.uid != line.uid:
        walk.key(Qt.Key.Key_Down)
    walk.key(Qt.Key.Key_Return)
    assert QApplication.focusWidget().text() == "Record as asked"
    walk.press("Carry forward")
    walk.send()
    carried = question(walk, line.uid)
    assert (carried.state, carried.meeting) == (QuestionState.CARRIED_FORWARD, LATER)
    walk.key(Qt.Key.Key_Z, CTRL)
    assert question(walk, line.uid).state is QuestionState.SENT_IN_ADVANCE
