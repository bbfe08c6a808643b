"""The saved mappings of trackers: each can be read, deleted, and had back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jasp_desktop.domain.identity import ReportUid, Uid
from jasp_desktop.domain.trackers import ColumnUse, TrackerField, TrackerMapping
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.places import PageKey

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
MAPPING = TrackerMapping(
    name="4ACTION 2026",
    tracker="4ACTION",
    sheet="Tracker",
    header_row=1,
    columns=(
        ColumnUse(column=0, heading="Ref", field=TrackerField.REFERENCE),
        ColumnUse(column=1, heading="Colour"),
        ColumnUse(column=2, heading="Target\ndate", field=TrackerField.TARGET),
    ),
)


def part_of(seat):
    seat.go(PageKey.SETTINGS)
    return seat.sitting.visits.page.mappings


def words(part):
    return [label.text() for label in part.list.findChildren(Label)]


@pytest.fixture
def saved(seat):
    report = seat.desk.register.reports()[0].report
    trackers = seat.desk.trackers
    trackers.save_mapping(replace(MAPPING, report=report.uid))
    trackers.save_mapping(replace(MAPPING, name="Old list", report=ReportUid(Uid("gone"))))
    return report


def test_without_a_mapping_the_part_says_what_would_be_here(qtbot: QtBot, seat):
    part = part_of(seat)
    assert part.empty.isVisible()
    assert not part.list.isVisible()
    qtbot.mouseClick(part.empty.step, LEFT)
    assert seat.page is PageKey.IMPORT


def test_each_mapping_says_its_tracker_its_columns_and_its_report(seat, saved):
    said = words(part_of(seat))
    assert said[:3] == [
        "4ACTION 2026",
        f"Tracker 4ACTION, about “{saved.short_title or saved.title}”",
        "2 columns read: Ref, Target date",
    ]
    assert said[4] == "Tracker 4ACTION, about a report that is not on the register any more"


@pytest.mark.usefixtures("saved")
def test_a_deleted_mapping_is_gone_and_ctrl_z_brings_it_back(qtbot: QtBot, seat):
    part = part_of(seat)
    before = seat.desk.trackers.mappings()
    delete = part.deletes["4ACTION 2026"]
    assert delete.accessibleName() == "Delete the mapping “4ACTION 2026”"
    delete.setFocus()
    qtbot.keyClick(delete, Qt.Key.Key_Space)
    assert [each.name for each in seat.desk.trackers.mappings()] == ["Old list"]
    assert part.deletes["Old list"].hasFocus()
    assert seat.window.notices.sentence.text() == "Done: Delete the mapping “4ACTION 2026”."
    qtbot.keyClick(seat.window, Qt.Key.Key_Z, CTRL)
    assert seat.desk.trackers.mappings() == before
    assert list(part.deletes) == ["4ACTION 2026", "Old list"]
    qtbot.keyClick(seat.window, Qt.Key.Key_Y, CTRL)
    assert list(part.deletes) == ["Old list"]


@pytest.mark.usefixtures("saved")
def test_one_that_was_saved_meanwhile_is_not_overwritten(qtbot: QtBot, seat):
    qtbot.mouseClick(part_of(seat).deletes["Old list"], LEFT)
    seat.desk.trackers.save_mapping(replace(MAPPING, name="Old list", tracker="Another"))
    qtbot.keyClick(seat.window, Qt.Key.Key_Z, CTRL)
    assert "saved as “Old list” meanwhile" in seat.window.notices.sentence.text()
    assert seat.desk.trackers.mapping("Old list").tracker == "Another"


@pytest.mark.usefixtures("saved")
def test_the_last_one_leaves_the_next_step_in_focus(qtbot: QtBot, seat):
    part = part_of(seat)
    for name in ("Old list", "4ACTION 2026"):
        qtbot.mouseClick(part.deletes[name], LEFT)
    assert part.empty.step.hasFocus()
