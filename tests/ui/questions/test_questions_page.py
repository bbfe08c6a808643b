"""The page of questions: stages that add up, forms that keep what is typed, moves by key."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.question_board import Stage, StageGroup
from jasp_desktop.domain.question_moves import Move, Wanted, permitted
from jasp_desktop.domain.records import Record
from jasp_desktop.domain.vocabulary import QuestionState, Verdict
from jasp_desktop.services.opening import Desk
from jasp_desktop.ui.kit.buttons import PaintedButton
from jasp_desktop.ui.places import SHARE, PageKey
from jasp_desktop.ui.questions.page import QuestionsPage

LEFT = Qt.MouseButton.LeftButton


def opened(seat, uid: str | None = None, detail: str | None = None) -> QuestionsPage:
    seat.go(PageKey.QUESTIONS, uid, detail)
    page = seat.sitting.visits.page
    assert isinstance(page, QuestionsPage)
    return page


def uid_at(seat, stage: Stage, *, private: bool = False) -> str:
    lines = seat.desk.questions.board().lines
    return next(line.uid for line in lines if line.stage is stage and line.is_private is private)


def press(qtbot: QtBot, page: QuestionsPage, words: str) -> None:
    shown = [
        each
        for each in page.findChildren(PaintedButton)
        if each.text() == words and each.isVisible()
    ]
    assert len(shown) == 1, words
    qtbot.mouseClick(shown[0], LEFT)


def buttons(page: QuestionsPage) -> list[Move]:
    return [move for move, each in page.desk.pane.moves.buttons.items() if each.isVisible()]


def test_the_chips_add_up_to_all_and_each_shows_what_it_counts(qtbot: QtBot, seat):
    page = opened(seat)
    counts = {}
    for group in StageGroup:
        qtbot.mouseClick(page.filters.chips.chip(group), LEFT)
        counts[group] = len(page.list_side.lines)
        spoken = page.filters.chips.chip(group).accessibleName()
        assert spoken.endswith(f", {counts[group]:,}")
    assert counts.pop(StageGroup.ALL) == sum(counts.values()) == seat.desk.questions.count()


def test_the_rail_counts_every_question_and_a_new_draft(qtbot: QtBot, seat):
    row = next(
        each for each in seat.window.rail.findChildren(PaintedButton) if each.text() == "Questions"
    )
    before = seat.desk.questions.count()
    assert row.accessibleName() == f"Questions, {before}"
    page = opened(seat, uid_at(seat, Stage.DRAFT, private=True))
    press(qtbot, page, "Delete")
    assert row.accessibleName() == f"Questions, {before - 1}"


def test_filters_narrow_and_are_taken_away_together(qtbot: QtBot, seat):
    page = opened(seat)
    whole = len(page.list_side.lines)
    page.filters.member.setFocus()
    qtbot.keyClicks(page.filters.member, "Ieuan")
    page.filters.member.activated.emit(page.filters.member.currentIndex())
    of_member = len(page.list_side.lines)
    assert 0 < of_member < whole
    assert page.list_side.count.text() == f"{of_member} of {whole} questions"
    page.filters.search.setFocus()
    qtbot.keyClicks(page.filters.search, "no such words")
    assert not page.list_side.lines
    assert page.list_side.nothing.isVisible()
    assert page.subject() is None
    qtbot.mouseClick(page.filters.clear_all, LEFT)
    assert len(page.list_side.lines) == whole


def test_a_place_may_name_a_group_or_a_question_that_filters_would_hide(seat):
    page = opened(seat, detail=StageGroup.WAITING.value)
    assert {line.stage for line in page.list_side.lines} == {Stage.ASKED, Stage.OUTSTANDING}
    action = uid_at(seat, Stage.PANEL_ACTION)
    opened(seat, action)
    assert page.filters.group is StageGroup.ALL
    assert page.list_side.list.currentIndex().isValid()


def test_the_buttons_are_the_moves_that_the_table_permits(seat):
    for line in seat.desk.questions.board().lines:
        page = opened(seat, line.uid)
        if line.is_private:
            expected = {
                Stage.DRAFT: [Move.READY],
                Stage.READY: [Move.BACK_TO_DRAFT, Move.SHARE],
            }[line.stage]
        else:
            expected = list(permitted(seat.desk.questions.question(line.uid)))
        assert buttons(page) == expected
        assert page.desk.pane.moves.delete.isVisible() is line.is_private


def test_a_draft_carries_its_lock_and_leaves_in_no_file(seat):
    uid = uid_at(seat, Stage.READY, private=True)
    page = opened(seat, uid)
    line = next(each for each in page.list_side.lines if each.uid == uid)
    row = page.list_side.rows.row(page.list_side.lines.index(line))
    assert row.status == "Only on this computer"
    table = page.shown_list().gather(Silent())
    written = [row[0] for row in table.lines]
    assert line.text not in written
    assert len(written) == len(page.list_side.lines) - len(seat.desk.questions.drafts())


def test_a_draft_is_made_ready_and_taken_back_by_undo(qtbot: QtBot, seat):
    uid = uid_at(seat, Stage.DRAFT, private=True)
    page = opened(seat, uid)
    press(qtbot, page, "Mark ready")
    assert seat.desk.questions.draft(uid).state is QuestionState.READY
    assert buttons(page) == [Move.BACK_TO_DRAFT, Move.SHARE]
    seat.sitting.workspace.acts.undo()
    assert seat.desk.questions.draft(uid).state is QuestionState.DRAFT


def test_sharing_can_be_undone_and_done_again(qtbot: QtBot, seat):
    uid = uid_at(seat, Stage.READY, private=True)
    page = opened(seat, uid, SHARE)
    form = page.desk.pane.form
    assert form.isVisible()
    form.fields[Wanted.BY].editor.setCurrentIndex(1)
    qtbot.mouseClick(form.send, LEFT)
    assert seat.desk.questions.question(uid) is not None
    acts = seat.sitting.workspace.acts
    acts.undo()
    assert seat.desk.questions.question(uid) is None
    assert seat.desk.questions.draft(uid) is not None
    acts.redo()
    assert seat.desk.questions.question(uid) is not None
    assert seat.desk.questions.draft(uid) is None

    other = uid_at(seat, Stage.READY, private=True)
    opened(seat, other, SHARE)
    assert form.fields[Wanted.BY].editor.currentIndex() == 1, "who shared once shares again"


def test_what_is_typed_stays_with_its_question(qtbot: QtBot, seat):
    asked, other = uid_at(seat, Stage.ASKED), uid_at(seat, Stage.OUTSTANDING)
    page = opened(seat, asked)
    form = page.desk.pane.form
    press(qtbot, page, "Record the answer")
    qtbot.keyClicks(form.fields[Wanted.ANSWER].editor, "Half of it")
    assert page.unsaved() == ("Record the answer",)
    opened(seat, other)
    assert not form.isVisible()
    assert page.unsaved() == ("Record the answer",)
    opened(seat, asked)
    assert form.isVisible()
    assert form.fields[Wanted.ANSWER].editor.toPlainText() == "Half of it"
    page.reload()
    assert form.fields[Wanted.ANSWER].editor.toPlainText() == "Half of it"
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert page.list_side.list.hasFocus()


def test_leaving_a_form_goes_back_to_its_button(qtbot: QtBot, seat):
    page = opened(seat, uid_at(seat, Stage.ASKED))
    press(qtbot, page, "Withdraw")
    qtbot.mouseClick(page.desk.pane.form.leave, LEFT)
    assert page.desk.pane.moves.buttons[Move.WITHDRAW].hasFocus()
    assert page.unsaved() == ()


def test_a_question_that_changed_meanwhile_is_not_overwritten(qtbot: QtBot, seat):
    uid = uid_at(seat, Stage.ASKED)
    page = opened(seat, uid)
    press(qtbot, page, "Record the answer")
    form = page.desk.pane.form
    qtbot.keyClicks(form.fields[Wanted.ANSWER].editor, "Half of it")
    now = seat.desk.questions.question(uid)
    act = Act("Elsewhere", (Change[Record](now, replace(now, text="Another?")),))
    seat.desk.register.carry_out(act)
    qtbot.mouseClick(form.send, LEFT)
    assert form.isVisible()
    assert "changed meanwhile" in form.fault.text()
    assert form.fields[Wanted.ANSWER].editor.toPlainText() == "Half of it"
    assert seat.desk.questions.question(uid).answer is None


@pytest.mark.parametrize(
    ("stage", "words", "wanted"),
    [
        (Stage.ASKED, "Answer outstanding", Wanted.DUE),
        (Stage.TO_JUDGE, "Give the verdict", Wanted.VERDICT),
        (Stage.SHARED, "Merge into another", Wanted.INTO),
        (Stage.ASKED, "Make a panel action", Wanted.TEXT),
        (Stage.ASKED, "Follow up", Wanted.TEXT),
    ],
)
def test_what_a_move_needs_is_asked_for_beside_its_field(
    qtbot: QtBot, seat, stage: Stage, words: str, wanted: Wanted
):
    page = opened(seat, uid_at(seat, stage))
    press(qtbot, page, words)
    form = page.desk.pane.form
    qtbot.mouseClick(form.send, LEFT)
    assert form.fields[wanted].is_wrong
    assert form.fields[wanted].editor.hasFocus()


def test_a_verdict_is_given_by_key_alone(qtbot: QtBot, seat):
    uid = uid_at(seat, Stage.TO_JUDGE)
    page = opened(seat, uid)
    qtbot.keyClick(page.list_side.list, Qt.Key.Key_Return)
    focus = page.desk.pane.moves.buttons[Move.ANSWER]
    assert focus.hasFocus()
    judge = page.desk.pane.moves.buttons[Move.JUDGE]
    judge.setFocus()
    qtbot.keyClick(judge, Qt.Key.Key_Space)
    form = page.desk.pane.form
    choice = form.fields[Wanted.VERDICT].editor
    assert choice.hasFocus()
    qtbot.keyClicks(choice, "No")
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    qtbot.keyClick(form.send, Qt.Key.Key_Space)
    assert seat.desk.questions.question(uid).verdict in set(Verdict)


def test_near_duplicates_are_merged_from_where_they_are_shown(qtbot: QtBot, seat):
    desk = seat.desk
    sent = uid_at(seat, Stage.SENT)
    asked = desk.questions.question(uid_at(seat, Stage.OUTSTANDING))
    twin = desk.questions.followed(
        asked, desk.questions.question(sent).text, member=desk.questions.askers()[0].uid
    )
    seat.sitting.workspace.acts.do(twin)
    page = opened(seat, twin.changes[0].after.uid)
    press(qtbot, page, "Merge into that one")
    form = page.desk.pane.form
    assert form.fields[Wanted.INTO].editor.value == sent
    qtbot.mouseClick(form.send, LEFT)
    assert desk.questions.question(twin.changes[0].after.uid).merged_into == sent
    assert buttons(page) == [Move.PART]
    press(qtbot, page, "Take apart again")
    assert desk.questions.question(twin.changes[0].after.uid).merged_into is None


def test_every_record_that_is_named_is_opened(qtbot: QtBot, seat):
    line = next(
        each
        for each in seat.desk.questions.board().lines
        if each.stage is Stage.PANEL_ACTION and each.subject.table == "action"
    )
    page = opened(seat, line.uid)
    press(qtbot, page, line.reference)
    assert seat.page is PageKey.FINDING
    seat.sitting.visits.back()
    assert seat.page is PageKey.QUESTIONS
    assert page.subject() == line.subject
    assert page.subject_label() == line.about


def test_alt_up_and_down_go_through_the_list(seat):
    page = opened(seat, uid_at(seat, Stage.ASKED))
    before = page.desk._line.uid
    assert page.can_step(1)
    page.step(1)
    assert page.desk._line.uid != before
    page.step(-1)
    assert page.desk._line.uid == before
    opened(seat, page.list_side.lines[0].uid)
    assert not page.can_step(-1)


def test_a_low_page_keeps_its_filters_behind_a_button(qtbot: QtBot, seat):
    page = opened(seat)
    assert page.filters.search.isVisible()
    seat.window.resize(1366, 768)
    qtbot.waitUntil(lambda: not page.filters.search.isVisible())
    qtbot.mouseClick(page.narrow, LEFT)
    assert page.filters.search.isVisible()


def test_a_register_without_questions_says_where_they_come_from(
    qtbot: QtBot, take_seat: Callable[[Desk], object], empty_desk: Desk
):
    seat = take_seat(empty_desk)
    page = opened(seat)
    assert page.empty.isVisible()
    assert not page.list_side.isVisible()
    qtbot.mouseClick(page.empty.step, LEFT)
    assert seat.page is PageKey.FINDINGS
