"""What is typed into a form outlives the program, and is offered again; nothing else is kept."""

import shutil
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jasp_desktop.domain.progress import Silent
from jasp_desktop.services.form_drafts import FormDraft
from jasp_desktop.services.home_folder import HomeFolder
from jasp_desktop.services.opening import DEMO_NOW, open_desk
from jasp_desktop.ui.dialogs import UnsavedFormsDialog
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.register.addresses import Added, new_place, record_place
from tests.ui.conftest import Seat

ROOT = Path(__file__).parents[3]
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def register_page(seat: Seat):
    seat.go(PageKey.REGISTER)
    return seat.window.pages.currentWidget()


def type_into(qtbot: QtBot, page, name: str, words: str) -> None:
    widget = page.pane.form.fields[name].control.widget
    widget.setFocus()
    widget.selectAll()
    qtbot.keyClicks(widget, words)


def draft_at(place: Place, called: str, /, **typed: object) -> FormDraft:
    return FormDraft(
        uid=place.uid, detail=place.detail, name=called, typed_at=DEMO_NOW, typed=typed
    )


def said(label: Label) -> str:
    return label.text().replace("\u00a0", " ")


def test_a_killed_program_offers_what_was_typed(
    qtbot: QtBot, take_seat, sample_home: Path, home: HomeFolder
):
    shutil.copytree(sample_home, home.path, dirs_exist_ok=True)
    command = [sys.executable, "-m", "tests.ui.register.typing_child", str(home.path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8") as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "kept\n"
        child.kill()
    with closing(open_desk(home, lambda: DEMO_NOW, Silent())) as desk:
        seat = take_seat(desk)
        assert "is kept, and offered under Register" in seat.window.notices.sentence.text()
        page = register_page(seat)
        record = page.pane.record
        assert not page.pane.is_edited
        assert f"You were editing “{page.pane.name}” on 13 November 2026" in said(
            page.draft_bar.words
        )
        restore = page.draft_bar.restore
        restore.setFocus()
        qtbot.keyClick(restore, Qt.Key.Key_Space)
        assert page.pane.record == record
        typed = page.pane.form.fields["short_title"].control.typed
        assert str(typed).startswith("Half a wor")
        assert not page.draft_bar.isVisible()
        assert home.unsaved_forms.exists(), "it is not saved yet"
        qtbot.keyClick(seat.window, Qt.Key.Key_S, CTRL)
        assert desk.editing.record("report", record.uid).short_title.startswith("Half a wor")
        assert not home.unsaved_forms.exists()


def test_nothing_is_written_for_a_form_that_is_only_looked_at(qtbot: QtBot, seat: Seat):
    page = register_page(seat)
    page.list.list.setFocus()
    qtbot.keyClick(page.list.list, Qt.Key.Key_Down)
    page.drafts.keep()
    assert not seat.desk.home.unsaved_forms.exists()


def test_a_form_is_kept_a_moment_after_the_last_key_and_let_go_when_reverted(
    qtbot: QtBot, seat: Seat
):
    page, file = register_page(seat), seat.desk.home.unsaved_forms
    name, place = page.pane.name, record_place("report", page.pane.record.uid)
    type_into(qtbot, page, "short_title", "Cells")
    qtbot.waitUntil(file.exists)
    (draft,) = seat.desk.drafts.kept()
    assert draft == draft_at(place, name, short_title="Cells")
    qtbot.mouseClick(page.pane.revert_button, LEFT)
    assert not file.exists()


def test_forms_that_wait_elsewhere_are_kept_too(qtbot: QtBot, seat: Seat):
    page = register_page(seat)
    type_into(qtbot, page, "short_title", "Cells")
    page._open_new(Added("person"))
    type_into(qtbot, page, "name", "Half a name")
    page.drafts.keep()
    assert [dict(each.typed) for each in seat.desk.drafts.kept()] == [
        {"name": "Half a name"},
        {"short_title": "Cells"},
    ]


def test_closing_without_the_forms_lets_go_of_them(qtbot: QtBot, seat: Seat):
    page = register_page(seat)
    type_into(qtbot, page, "short_title", "Cells")
    qtbot.waitUntil(seat.desk.home.unsaved_forms.exists)

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, UnsavedFormsDialog)
        qtbot.mouseClick(dialog.leave, LEFT)

    QTimer.singleShot(0, leave)
    seat.window.close()
    assert not seat.desk.home.unsaved_forms.exists()


@pytest.fixture
def left(demo_desk):
    """Leave two forms as a program that was killed would: one of an action, one of a person."""
    editing = demo_desk.editing
    uid = editing.lines("action", editing.ids("action", "041/03.1"))[0].uid
    drafts = [
        draft_at(record_place("action", uid), "041/03.1", target="1 April 2027", retired="x"),
        draft_at(new_place(Added("person")), "New person", name="Bronwen Ŷnys (invented)"),
    ]
    demo_desk.drafts.keep(drafts)


@pytest.mark.usefixtures("left")
def test_each_form_is_restored_or_dropped_by_itself(qtbot: QtBot, take_seat, demo_desk):
    page = register_page(take_seat(demo_desk))
    assert page.draft_bar.more.text() == "1 more to follow"
    qtbot.mouseClick(page.draft_bar.restore, LEFT)
    assert page.pane.name.startswith("041/03.1 ·")
    assert page.pane.form.fields["target"].control.typed == "1 April 2027"
    assert page.pane.move_part.isVisible()
    assert page.unsaved() == (page.pane.name,)
    assert "“New person”" in page.draft_bar.words.text()
    assert not page.draft_bar.more.isVisible()
    qtbot.mouseClick(page.draft_bar.drop, LEFT)
    assert not page.draft_bar.isVisible()
    assert [dict(each.typed) for each in demo_desk.drafts.kept()] == [{"target": "1 April 2027"}]


@pytest.mark.usefixtures("left")
def test_a_new_record_is_restored_as_a_form_for_a_new_one(qtbot: QtBot, take_seat, demo_desk):
    page = register_page(take_seat(demo_desk))
    qtbot.mouseClick(page.draft_bar.drop, LEFT)
    qtbot.mouseClick(page.draft_bar.restore, LEFT)
    assert page.pane.record is None
    assert page.pane.form.fields["name"].control.typed == "Bronwen Ŷnys (invented)"


@pytest.mark.usefixtures("left")
def test_what_is_offered_stays_while_other_forms_come_and_go(qtbot: QtBot, take_seat, demo_desk):
    page = register_page(take_seat(demo_desk))
    type_into(qtbot, page, "short_title", "Cells")
    page.drafts.keep()
    assert len(demo_desk.drafts.kept()) == 3
    page.let_go()
    assert [each.name for each in demo_desk.drafts.kept()] == ["041/03.1", "New person"]


def test_a_form_whose_record_is_gone_keeps_its_words_in_sight(qtbot: QtBot, take_seat, demo_desk):
    gone = record_place("action", "gone")
    demo_desk.drafts.keep([draft_at(gone, "041/99", text="Words (invented)")])
    seat = take_seat(demo_desk)
    page = register_page(seat)
    type_into(qtbot, page, "short_title", "Cells")
    qtbot.mouseClick(page.draft_bar.restore, LEFT)
    assert "not on the register any more" in seat.window.notices.sentence.text()
    assert set(page.unsaved()) == {page.pane.name, "041/99"}
    assert page.pane.is_edited
    assert len(demo_desk.drafts.kept()) == 2


def test_a_disk_that_takes_nothing_is_told_once(qtbot: QtBot, seat: Seat):
    page, told = register_page(seat), []
    seat.sitting.workspace.notices.failed.connect(told.append)
    seat.desk.home.unsaved_forms.mkdir()
    for words in ("Cells", "Other cells"):
        type_into(qtbot, page, "short_title", words)
        page.drafts.keep()
    assert len(told) == 1
    assert "cannot be kept safe" in told[0]
    seat.desk.home.unsaved_forms.rmdir()
    page.drafts.keep()
    assert len(seat.desk.drafts.kept()) == 1


def test_what_was_saved_meanwhile_counts_as_unchanged(qtbot: QtBot, take_seat, demo_desk):
    editing = demo_desk.editing
    report = editing.record("report", editing.lines("report", editing.ids("report"))[0].uid)
    place = record_place("report", report.uid)
    demo_desk.drafts.keep([draft_at(place, "A report", short_title="Cells")])
    demo_desk.register.carry_out(editing.kept(report, replace(report, short_title="Cells")))
    page = register_page(take_seat(demo_desk))
    qtbot.mouseClick(page.draft_bar.restore, LEFT)
    assert not page.pane.is_edited
    assert not demo_desk.home.unsaved_forms.exists()
