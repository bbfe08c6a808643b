"""The dossier, by mouse and key."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.identity import made_uid
from jasp_desktop.domain.listings import FindingLine, FindingQuery
from jasp_desktop.domain.records import Record
from jasp_desktop.domain.vocabulary import MeetingStatus
from jasp_desktop.ui.findings.action_part import ActionPart, EarlierUpdates
from jasp_desktop.ui.findings.dossier_page import DossierPage
from jasp_desktop.ui.findings.dossier_sections import FindingLink
from jasp_desktop.ui.findings.meeting_part import open_slots
from jasp_desktop.ui.kit.promise_view import PromiseLineView
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.workspace import Workspace


def lines(workspace: Workspace) -> list[FindingLine]:
    register = workspace.desk.register
    return register.finding_lines(register.finding_ids(FindingQuery()))


def line_of(workspace: Workspace, reference: str) -> FindingLine:
    return next(line for line in lines(workspace) if line.reference == reference)


def words_of(widget: QWidget) -> str:
    """Return every word that a part shows."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> DossierPage:
    page = DossierPage(workspace)
    qtbot.addWidget(page)
    page.resize(1400, 850)

    def go(place: Place) -> None:
        if place.page is PageKey.FINDING:
            page.show_place(place)

    workspace.navigator.requested.connect(go)
    page.show_place(Place(PageKey.FINDING, line_of(workspace, "041/03").uid))
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_dossier_tells_the_whole_chain(page: DossierPage, workspace: Workspace) -> None:
    dossier = workspace.desk.register.dossier(line_of(workspace, "041/03").uid)
    assert dossier is not None
    assert page.head.text.text() == dossier.finding.text
    said = words_of(page.sections)
    for answer in dossier.answers:
        assert answer.item.text in said
    for story in dossier.actions:
        assert story.action.text in said
        assert all(evidence.title in said for evidence in story.evidence)
    for asked in dossier.questions:
        assert asked.question.text in said
    parts = page.sections.findChildren(ActionPart)
    assert len(parts) == len(dossier.actions)
    assert len(page.sections.findChildren(PromiseLineView)) == len(
        [story for story in dossier.actions if story.line.promises]
    )


def test_every_sample_finding_can_be_shown(page: DossierPage, workspace: Workspace) -> None:
    for line in lines(workspace):
        page.show_place(Place(PageKey.FINDING, line.uid))
        assert page.head.text.text() == line.text
        assert page.crumbs()[-1].words == line.reference


def test_finding_counts_as_read_once_it_was_painted(
    page: DossierPage, workspace: Workspace, qtbot: QtBot
) -> None:
    read = workspace.desk.notebook.read_subjects()
    unread = next(line for line in page.listing.lines if line.uid not in read)
    row = page.listing.place_of(unread.uid)
    assert page.listing.model.row(row).note == "Not read"
    page.show_place(Place(PageKey.FINDING, unread.uid))
    qtbot.waitUntil(lambda: unread.uid in workspace.desk.notebook.read_subjects())
    qtbot.waitUntil(lambda: page.listing.model.row(row).note == "")


def test_steps_go_through_the_report_and_stop_at_its_ends(
    page: DossierPage, visited: list[Place]
) -> None:
    places = [line.uid for line in page.listing.lines]
    page.show_place(Place(PageKey.FINDING, places[0]))
    assert not page.can_step(-1)
    while page.can_step(1):
        page.step(1)
    assert [place.uid for place in visited] == places[1:]
    page.step(1)
    assert len(visited) == len(places) - 1


@pytest.mark.parametrize("way", ["click", "enter"])
def test_list_opens_another_finding(
    page: DossierPage, qtbot: QtBot, visited: list[Place], way: str
) -> None:
    pane = page.listing.pane
    if way == "click":
        at = pane.visualRect(page.listing.model.index(0, 0)).center()
        qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=at)
    else:
        qtbot.keyClick(pane, Qt.Key.Key_Home)
        qtbot.keyClick(pane, Qt.Key.Key_Return)
    assert visited == [Place(PageKey.FINDING, page.listing.lines[0].uid)]


def test_report_is_a_link(page: DossierPage, qtbot: QtBot, visited: list[Place]) -> None:
    qtbot.mouseClick(page.head.report, Qt.MouseButton.LeftButton)
    (place,) = visited
    assert place.page is PageKey.REPORT


def test_repeated_finding_is_a_link(
    page: DossierPage, workspace: Workspace, qtbot: QtBot, visited: list[Place]
) -> None:
    register = workspace.desk.register
    repeating = next(
        line
        for line in lines(workspace)
        if (dossier := register.dossier(line.uid)) is not None and dossier.repeats is not None
    )
    page.show_place(Place(PageKey.FINDING, repeating.uid))
    link = page.sections.findChildren(FindingLink)[-1]
    qtbot.mouseClick(link.link, Qt.MouseButton.LeftButton)
    assert visited[-1].page is PageKey.FINDING


def test_earlier_updates_are_folded_until_asked_for(page: DossierPage, qtbot: QtBot) -> None:
    fold = page.sections.findChildren(EarlierUpdates)[0]
    page.reading.show_widget(fold)
    before = words_of(fold)
    qtbot.mouseClick(fold.fold, Qt.MouseButton.LeftButton)
    assert len(words_of(fold)) > len(before)
    qtbot.mouseClick(fold.fold, Qt.MouseButton.LeftButton)
    assert fold.fold.text().startswith("Show ")


def test_finding_is_put_on_the_standing_item_and_taken_off_by_undo(
    page: DossierPage, workspace: Workspace, qtbot: QtBot
) -> None:
    taken = {uid for slot in open_slots(workspace) for uid in slot.item.findings}
    free = next(line for line in lines(workspace) if line.uid not in taken)
    page.show_place(Place(PageKey.FINDING, free.uid))
    workspace.acts.register_changed.connect(page.reload)
    qtbot.mouseClick(page.meeting.start, Qt.MouseButton.LeftButton)
    assert "Audit and Inspection" in page.meeting.items.currentText()
    qtbot.mouseClick(page.meeting.add_button, Qt.MouseButton.LeftButton)
    assert any(free.uid in slot.item.findings for slot in open_slots(workspace))
    assert page.meeting.standing.isVisible()
    workspace.acts.stack.undo()
    assert not any(free.uid in slot.item.findings for slot in open_slots(workspace))
    assert not page.meeting.standing.isVisible()


def test_without_a_planned_meeting_the_reason_stands_beside_the_button(
    page: DossierPage, workspace: Workspace, qtbot: QtBot, visited: list[Place]
) -> None:
    planned = [line.meeting for line in workspace.desk.register.meetings()]
    held = tuple(
        Change[Record](meeting, replace(meeting, status=MeetingStatus.HELD))
        for meeting in planned
        if meeting.status is MeetingStatus.PLANNED
    )
    workspace.acts.do(Act("Hold", held))
    page.reload()
    assert page.meeting.reasoned.reason.text() == "Plan a meeting first."
    assert not page.meeting.start.isEnabled()
    qtbot.mouseClick(page.meeting.plan, Qt.MouseButton.LeftButton)
    assert visited == [Place(PageKey.MEETINGS)]


def test_reload_without_change_keeps_the_scroll_and_the_widgets(page: DossierPage) -> None:
    parts = page.sections.findChildren(ActionPart)
    page.scroll_to(300)
    page.reload()
    assert page.sections.findChildren(ActionPart) == parts
    assert page.scroll_position() == 300


def test_words_of_the_finding_can_be_selected_by_mouse(page: DossierPage, qtbot: QtBot) -> None:
    text = page.head.text
    qtbot.mouseDClick(text, Qt.MouseButton.LeftButton, pos=QPoint(5, 10))
    assert text.selectedText() == text.text().split()[0]


def test_finding_that_is_gone_is_refused_with_a_sentence(page: DossierPage) -> None:
    with pytest.raises(UserError, match="no longer on the register"):
        page.show_place(Place(PageKey.FINDING, made_uid()))


def test_narrow_window_folds_the_list_into_a_button(page: DossierPage, qtbot: QtBot) -> None:
    assert page.listing.isVisible()
    page.resize(900, 700)
    qtbot.waitUntil(lambda: not page.listing.isVisible())
    qtbot.mouseClick(page.list_button, Qt.MouseButton.LeftButton)
    assert page.listing.isVisible()
    assert not page.reading.isVisible()
    at = page.listing.pane.visualRect(page.listing.model.index(0, 0)).center()
    qtbot.mouseClick(page.listing.pane.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.reading.isVisible()
    assert not page.listing.isVisible()


def test_passages_that_name_no_finding_answer_the_report_as_a_whole(
    page: DossierPage, workspace: Workspace
) -> None:
    place = Place(PageKey.FINDING, line_of(workspace, "041/03").uid)
    dossier = workspace.desk.register.dossier(line_of(workspace, "041/03").uid)
    assert dossier is not None
    item = dossier.answers[0].item
    assert "report as a whole" not in words_of(page.sections)
    workspace.acts.do(Act[Record]("Unlink", (Change[Record](item, replace(item, findings=())),)))
    page.show_place(place)
    said = words_of(page.sections)
    assert "To the report as a whole" in said
    assert item.text in said
