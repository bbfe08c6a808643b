"""What was done is said, taken back by Ctrl+Z, and shown on every page."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

CTRL = Qt.KeyboardModifier.ControlModifier


def rename(seat, name: str) -> None:
    panel = replace(seat.desk.register.panel(), name=name)
    seat.sitting.workspace.acts.do(seat.desk.register.named(panel))


def test_an_act_is_said_with_the_way_to_undo_it(qtbot: QtBot, seat):
    rename(seat, "Tŷ Newydd Joint Audit and Scrutiny Panel")
    band = seat.window.notices
    assert band.sentence.text() == "Done: Name the panel."
    assert seat.window.rail.panel.text() == "Tŷ Newydd"
    qtbot.mouseClick(band.undo, Qt.MouseButton.LeftButton)
    assert seat.window.rail.panel.text() == "Trent Vale"
    assert band.sentence.text() == "Taken back: Name the panel."
    qtbot.mouseClick(band.redo, Qt.MouseButton.LeftButton)
    assert seat.window.rail.panel.text() == "Tŷ Newydd"


def test_ctrl_z_and_ctrl_y_undo_and_redo(qtbot: QtBot, seat):
    rename(seat, "Another Joint Audit and Scrutiny Panel")
    qtbot.keyClick(seat.window, Qt.Key.Key_Z, CTRL)
    assert seat.desk.register.panel().name.startswith("Trent Vale")
    qtbot.keyClick(seat.window, Qt.Key.Key_Y, CTRL)
    assert seat.desk.register.panel().name.startswith("Another")


def test_what_cannot_be_undone_any_more_says_why(qtbot: QtBot, seat):
    rename(seat, "First Joint Audit and Scrutiny Panel")
    changed = replace(seat.desk.register.panel(), force="Elsewhere")
    seat.desk.register.carry_out(seat.desk.register.named(changed))
    qtbot.keyClick(seat.window, Qt.Key.Key_Z, CTRL)
    assert seat.desk.register.panel().force == "Elsewhere"
    assert not seat.window.notices.sentence.text().startswith(("Done", "Taken back"))


def test_a_notice_outlives_one_move_and_no_more(qtbot: QtBot, seat):
    seat.sitting.workspace.notices.tell("A sentence.")
    qtbot.keyClick(seat.window, Qt.Key.Key_2, CTRL)
    assert seat.window.notices.isVisible()
    qtbot.keyClick(seat.window, Qt.Key.Key_3, CTRL)
    assert not seat.window.notices.isVisible()


def test_a_notice_can_be_closed(qtbot: QtBot, seat):
    seat.sitting.workspace.notices.fail("It went wrong; nothing is lost.")
    qtbot.mouseClick(seat.window.notices.shut, Qt.MouseButton.LeftButton)
    assert not seat.window.notices.isVisible()
