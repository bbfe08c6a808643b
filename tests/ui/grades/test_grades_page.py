"""The timeline of grades."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.identity import JudgementUid, made_uid
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.records import Judgement, Record
from jasp_desktop.domain.vocabulary import Grade, Scale
from jasp_desktop.services.opening import Desk
from jasp_desktop.ui.grades.page import GradesPage
from jasp_desktop.ui.kit.cards import EmptyState
from jasp_desktop.ui.kit.grade_view import GradeRowView, TimePicture
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.workspace import Workspace
from tests.ui.board_showing import show_board


def shown(workspace: Workspace, qtbot: QtBot) -> GradesPage:
    page = GradesPage(workspace)
    show_board(page, PageKey.GRADES, qtbot)
    return page


def test_every_area_is_said_and_drawn(
    make_workspace: Callable[[Desk], Workspace], demo_desk: Desk, qtbot: QtBot
):
    page = shown(make_workspace(demo_desk), qtbot)
    rows = page.sheet.findChildren(GradeRowView)
    assert len(rows) == len(demo_desk.boards.grades().rows)
    for row in rows:
        (picture,) = row.findChildren(TimePicture)
        assert picture.accessibleName() == f"{row.accessibleName()}: {row.accessibleDescription()}"
        assert picture.drawing.shapes
    assert len(list(page.shown_list().gather(Silent()).lines)) == len(page._timeline.grades)


def test_a_drawing_keeps_its_words_inside_at_every_size(
    make_workspace: Callable[[Desk], Workspace], demo_desk: Desk, qtbot: QtBot
):
    page = shown(make_workspace(demo_desk), qtbot)
    for size in (100, 200):
        page.workspace.appearance.choose_text_size(size)
        picture = page.sheet.findChildren(TimePicture)[0]
        qtbot.waitUntil(lambda picture=picture: picture.width() >= picture.minimumWidth())
        assert all(label.x < picture.width() for label in picture.drawing.labels)
        assert not picture.grab().isNull()


def test_an_area_graded_on_both_scales_says_that_they_cannot_be_compared(
    make_workspace: Callable[[Desk], Workspace], demo_desk: Desk, qtbot: QtBot
):
    page = shown(make_workspace(demo_desk), qtbot)
    older = next(row for row in page._timeline.rows if row.grades[0].scale is Scale.FOUR_TIER)
    newer = next(each for each in page._timeline.grades if each.scale is Scale.FIVE_TIER)
    again = Judgement(
        uid=JudgementUid(made_uid()),
        report=newer.report,
        area=older.area,
        scale=Scale.FIVE_TIER,
        grade=Grade.ADEQUATE,
    )
    demo_desk.register.carry_out(Act("Grade", (Change[Record](None, again),)))
    page.reload()
    words = [label.text() for label in page.sheet.findChildren(Label)]
    assert "The scale changed here: grades before and after cannot be compared." in words
    row = next(each for each in page._timeline.rows if each.area == older.area)
    assert "other scale: adequate" in row.words


def test_a_reload_without_a_change_keeps_the_widgets(
    make_workspace: Callable[[Desk], Workspace], demo_desk: Desk, qtbot: QtBot
):
    page = shown(make_workspace(demo_desk), qtbot)
    before = page.sheet.findChildren(GradeRowView)
    page.sheet.scroll_to(200)
    page.reload()
    assert page.sheet.findChildren(GradeRowView) == before
    assert page.scroll_position() == 200


def test_an_empty_register_leads_to_the_register(
    make_workspace: Callable[[Desk], Workspace], empty_desk: Desk, qtbot: QtBot
):
    page = shown(make_workspace(empty_desk), qtbot)
    visited: list[Place] = []
    page.workspace.navigator.requested.connect(visited.append)
    (empty,) = page.sheet.findChildren(EmptyState)
    qtbot.mouseClick(empty.step, Qt.MouseButton.LeftButton)
    assert visited == [Place(PageKey.REGISTER)]
