"""Settings: reading, the panel, the files."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jasp_desktop.ui.kit.colours import Scheme
from jasp_desktop.ui.kit.fields import Choice, Field
from jasp_desktop.ui.places import PageKey

LEFT = Qt.MouseButton.LeftButton


def settings(seat):
    seat.go(PageKey.SETTINGS)
    return seat.sitting.visits.page


def choose(qtbot: QtBot, choice: Choice, words: str) -> None:
    """Type the beginning of a choice, as the keyboard chooses one."""
    choice.setFocus()
    place = choice.findText(words)
    steps = place - choice.currentIndex()
    for _ in range(abs(steps)):
        qtbot.keyClick(choice, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)


def write(qtbot: QtBot, field: Field, words: str) -> None:
    field.editor.setFocus()
    field.editor.selectAll()
    qtbot.keyClicks(field.editor, words)


def test_text_size_and_colours_change_at_once(qtbot: QtBot, seat):
    reading, appearance = settings(seat).reading, seat.sitting.workspace.appearance
    choose(qtbot, reading.text_size, "125\u00a0%")
    assert appearance.theme.text_size == 125
    choose(qtbot, reading.theme, "Dark")
    assert appearance.chosen_scheme is Scheme.DARK
    choose(qtbot, reading.theme, "As the system has it")
    assert appearance.chosen_scheme is None


def test_settings_follow_what_a_key_changed(qtbot: QtBot, seat):
    reading = settings(seat).reading
    qtbot.keyClick(seat.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert reading.text_size.value == 110


def test_the_panel_is_named_and_the_naming_can_be_undone(qtbot: QtBot, empty_seat):
    panel = settings(empty_seat).panel
    # Qt's test keyboard has no ŵ: these two are pasted.
    panel.name.editor.insert("Glan Dŵr Joint Audit and Scrutiny Panel")
    panel.force.editor.insert("Heddlu Glan Dŵr (invented)")
    write(qtbot, panel.lead_days, "7")
    panel.holidays.editor.setPlainText("25 December 2026\n1/1/2027")
    qtbot.mouseClick(panel.keep, LEFT)
    kept = empty_seat.desk.register.panel()
    assert kept.name == "Glan Dŵr Joint Audit and Scrutiny Panel"
    assert kept.paper_lead_days == 7
    assert kept.bank_holidays == (date(2026, 12, 25), date(2027, 1, 1))
    assert empty_seat.window.rail.panel.text() == "Glan Dŵr"
    empty_seat.window.setFocus()
    qtbot.mouseClick(empty_seat.window.notices.undo, LEFT)
    assert empty_seat.desk.register.panel() is None


def test_a_missing_name_is_said_under_its_field_and_nothing_is_kept(qtbot: QtBot, empty_seat):
    panel = settings(empty_seat).panel
    write(qtbot, panel.force, "Somewhere Police (invented)")
    qtbot.mouseClick(panel.keep, LEFT)
    assert panel.name.is_wrong
    assert panel.name.editor.hasFocus()
    assert empty_seat.desk.register.panel() is None
    write(qtbot, panel.name, "Somewhere panel (invented)")
    qtbot.mouseClick(panel.keep, LEFT)
    assert not panel.name.is_wrong
    assert empty_seat.desk.register.panel() is not None


def test_days_and_dates_that_make_no_sense_are_said_under_their_fields(qtbot: QtBot, seat):
    panel = settings(seat).panel
    write(qtbot, panel.lead_days, "five")
    qtbot.mouseClick(panel.keep, LEFT)
    assert panel.lead_days.is_wrong
    write(qtbot, panel.lead_days, "5")
    panel.holidays.editor.setPlainText("31 February 2027")
    qtbot.mouseClick(panel.keep, LEFT)
    assert panel.holidays.is_wrong
    assert not panel.lead_days.is_wrong


def test_words_that_are_not_kept_yet_stay_when_other_records_change(qtbot: QtBot, seat):
    panel = settings(seat).panel
    write(qtbot, panel.pcc_title, "Mayor")
    notebook = seat.desk.notebook
    seat.sitting.workspace.acts.write(notebook.binned(notebook.drafts()[0]))
    assert panel.pcc_title.editor.text() == "Mayor"


def test_a_backup_is_made_now_and_said(qtbot: QtBot, seat):
    files = settings(seat).files
    before = set(seat.desk.home.backups.iterdir())
    assert "13\u00a0November\u00a02026" in files.last.text()
    for path in before:
        path.unlink()
    with qtbot.waitSignal(seat.sitting.workspace.notices.told):
        qtbot.mouseClick(files.back_up, LEFT)
    assert len(list(seat.desk.home.backups.iterdir())) == len(before)
    qtbot.waitUntil(files.back_up.isEnabled)
