"""What was done is said, taken back by Ctrl+Z, and shown on every page."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.identity import ActionUid, Uid
from jasp_desktop.domain.records import Action, Record
from jasp_desktop.ui.acts import MOST_AT_ONCE

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


MANY = MOST_AT_ONCE + 1


def hold_many(seat) -> Act[Record]:
    """Import more actions than the window's own thread takes back."""
    added = [
        Action(
            uid=ActionUid(Uid(f"many-{n}")), tracker_reference=f"4A-{n}", text="Train (invented)"
        )
        for n in range(MANY)
    ]
    act = Act[Record]("Import many", tuple(Change[Record](None, each) for each in added))
    seat.desk.register.carry_out(act)
    seat.sitting.workspace.acts.note_done(act)
    return act


def is_there(seat) -> bool:
    return seat.desk.editing.record("action", Uid("many-0")) is not None


def test_a_large_act_is_taken_back_and_done_again_by_the_worker(qtbot: QtBot, seat):
    hold_many(seat)
    acts, band = seat.sitting.workspace.acts, seat.window.notices
    with qtbot.waitSignal(seat.jobs.started) as started:
        qtbot.keyClick(seat.window, Qt.Key.Key_Z, CTRL)
    assert started.args[0].words == "Taking back: Import many"
    assert acts.is_busy
    qtbot.waitUntil(lambda: not acts.is_busy)
    assert not is_there(seat)
    assert band.sentence.text() == "Taken back: Import many."
    qtbot.mouseClick(band.redo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not acts.is_busy)
    assert is_there(seat)
    assert band.sentence.text() == "Done: Import many."


def test_meanwhile_nothing_else_is_undone_or_changed(qtbot: QtBot, seat):
    hold_many(seat)
    acts = seat.sitting.workspace.acts
    gate = threading.Event()
    seat.jobs.start("Before it", lambda _progress: gate.wait(5))
    qtbot.keyClick(seat.window, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(seat.window, Qt.Key.Key_Z, CTRL)
    assert "Wait for it" in seat.window.notices.sentence.text()
    with pytest.raises(UserError, match="Wait for it"):
        rename(seat, "Another Joint Audit and Scrutiny Panel")
    gate.set()
    qtbot.waitUntil(lambda: not acts.is_busy)
    assert not is_there(seat)


def test_stopping_it_leaves_the_act_to_be_undone_later(qtbot: QtBot, seat):
    hold_many(seat)
    acts = seat.sitting.workspace.acts
    gate = threading.Event()
    seat.jobs.start("Before it", lambda _progress: gate.wait(5))
    with qtbot.waitSignal(seat.jobs.started) as started:
        qtbot.keyClick(seat.window, Qt.Key.Key_Z, CTRL)
    started.args[0].cancel()
    gate.set()
    qtbot.waitUntil(lambda: not acts.is_busy)
    assert seat.window.notices.sentence.text() == "Stopped. The register is as it was."
    assert is_there(seat)
    qtbot.keyClick(seat.window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: not acts.is_busy)
    assert not is_there(seat)


def test_a_large_act_that_cannot_be_undone_any_more_says_why(qtbot: QtBot, seat):
    act = hold_many(seat)
    first = act.changes[0].after
    seat.desk.register.carry_out(Act("Change", (Change(first, replace(first, owner="Sgt A")),)))
    acts = seat.sitting.workspace.acts
    qtbot.keyClick(seat.window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: not acts.is_busy)
    assert is_there(seat)
    assert acts.stack.count() == 0, "it has left the stack"
    assert not seat.window.notices.sentence.text().startswith(("Done", "Taken back"))


def test_what_was_pushed_meanwhile_is_not_undone_in_its_place(qtbot: QtBot, seat):
    hold_many(seat)
    workspace, notebook = seat.sitting.workspace, seat.desk.notebook
    gate = threading.Event()
    seat.jobs.start("Before it", lambda _progress: gate.wait(5))
    qtbot.keyClick(seat.window, Qt.Key.Key_Z, CTRL)
    drafts = len(notebook.drafts())
    workspace.acts.write(notebook.binned(notebook.drafts()[0]))
    gate.set()
    qtbot.waitUntil(lambda: not workspace.acts.is_busy)
    assert not is_there(seat)
    assert len(notebook.drafts()) == drafts - 1
    workspace.acts.undo()
    qtbot.waitUntil(lambda: not workspace.acts.is_busy)
    assert is_there(seat), "what the worker did is an act of its own"
