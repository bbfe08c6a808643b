"""The notebook as the window lays it out."""

from collections import Counter
from itertools import pairwise

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jasp_desktop.ui.kit.fields import TextBox
from jasp_desktop.ui.notebook.sheets import NoteSheet
from jasp_desktop.ui.places import PageKey


def stands(sheet: NoteSheet) -> list[QWidget]:
    """Return what a sheet is made of, from its top."""
    found = [sheet.layout().itemAt(place).widget() for place in range(sheet.layout().count())]
    return [widget for widget in found if widget is not None]


def test_words_of_any_length_stand_clear_of_what_is_below_them(qtbot: QtBot, take_seat, demo_desk):
    counts = Counter(each.subject for each in demo_desk.notebook.notes())
    subject = max((each for each in counts if each.table == "finding"), key=counts.__getitem__)
    seat = take_seat(demo_desk)
    # Straight from Home: the notebook gets its width only now.
    seat.go(PageKey.FINDING, subject.uid)
    panel = seat.sitting.notebook.panel

    def is_clear() -> None:
        sheets = panel.findChildren(NoteSheet)
        assert sheets
        for sheet in sheets:
            for above, below in pairwise(stands(sheet)):
                assert above.geometry().bottom() < below.geometry().top()
            box = sheet.findChild(TextBox)
            lines = box.document().size().height() * box.fontMetrics().lineSpacing()
            assert box.height() >= lines
            assert box.mapTo(sheet, QPoint(0, box.height())).y() <= sheet.height()

    qtbot.waitUntil(is_clear)
