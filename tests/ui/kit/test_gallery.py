"""Every part of the kit paints in every scheme, at 100 and at 200 %, without a warning of Qt's."""

from datetime import date

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.marks import (
    DERIVED_MARKS,
    FORCE_MARKS,
    HMICFRS_MARKS,
    OVERDUE,
    mark_for_force_status,
)
from jasp_desktop.domain.promise_drawing import axis_for
from jasp_desktop.domain.promises import Promise, PromiseLine
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind, Chip, IconButton
from jasp_desktop.ui.kit.cards import EmptyState, NotePaper, PromptCard
from jasp_desktop.ui.kit.colours import Colour, Scheme
from jasp_desktop.ui.kit.facts import Fact, Figure
from jasp_desktop.ui.kit.fields import Choice, Field, Line, SearchField, TextBox
from jasp_desktop.ui.kit.labels import Label, SectionHeading, Separator, StatusWord
from jasp_desktop.ui.kit.list_pane import ListPane
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.promise_view import PromiseLineView
from jasp_desktop.ui.kit.prose import Prose
from jasp_desktop.ui.kit.rail import Rail
from jasp_desktop.ui.kit.register_table import RegisterTable
from jasp_desktop.ui.kit.rows import Blank, Cell, CellsModel, ListRow, RowsModel, TableColumn
from jasp_desktop.ui.kit.status_line import StatusLine
from jasp_desktop.ui.kit.text_block import Range, Standing
from jasp_desktop.ui.kit.ticks import Option, Tick
from jasp_desktop.ui.kit.top_bar import TopBar
from jasp_desktop.ui.kit.type_scale import Type

COLUMNS = [TableColumn("ref", "Ref", 76), TableColumn("finding", "Finding", is_optional=True)]
LINE = PromiseLine(
    "041/03.1",
    (
        Promise(date(2025, 12, 22), date(2026, 3, 31)),
        Promise(date(2026, 7, 21), date(2026, 10, 31), date(2026, 3, 31)),
    ),
    None,
    date(2026, 11, 14),
)


class Cells(CellsModel):
    def rowCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else 4

    def cell(self, row, key):
        if key == "ref":
            return Cell("041/03", mark=OVERDUE)
        return [Cell("Words", "More"), Cell("", blank=Blank.WANTED), Cell("None"), None][row]


def marks(ap: Appearance) -> QWidget:
    column = Column(ap, Colour.PAGE)
    for mark in (*FORCE_MARKS, *HMICFRS_MARKS, *DERIVED_MARKS):
        column.add(StatusWord(ap, mark, role=Type.UI_BOLD))
    return column


def words(ap: Appearance) -> QWidget:
    column = Column(ap, Colour.PAGE)
    for role in Type:
        column.add(Label(ap, "Tŷ’r heddlu, dŵr 30", role))
    ranges = [Range(4 * place, 3, standing) for place, standing in enumerate(Standing)]
    prose = Prose(ap, "One two six ten and so on", ranges=ranges)
    prose.select_all()
    column.add(SectionHeading(ap, "Responses", "2 of 3"), prose, Separator(ap))
    column.add(Label(ap, "Words that do not fit at the right", elide=True, right=True))
    return column


def buttons(ap: Appearance) -> QWidget:
    flow = Flow(ap)
    for kind in ButtonKind:
        for is_on in (True, False):
            button = Button(ap, "Import", kind, icon="plus", key="Alt+1", small=is_on)
            button.setEnabled(is_on)
            flow.add(button)
    chosen, pressed = Button(ap, "Partly"), Button(ap, "Pressed", ButtonKind.PRIMARY)
    chosen.setCheckable(True)
    chosen.setChecked(True)
    pressed.setDown(True)
    off, chip = IconButton(ap, "x", "Close"), Chip(ap, "All open", 61)
    off.setEnabled(False)
    chip.setChecked(True)
    closed = Chip(ap, "Overdue", 4, OVERDUE)
    closed.setEnabled(False)
    flow.add(chosen, pressed, off, chip, closed, Chip(ap, "Overdue", 4, OVERDUE))
    return flow


def fields(ap: Appearance) -> QWidget:
    column = Column(ap, Colour.PAGE)
    wrong = Field(ap, "Target date", Line(ap, "3 March 2019"), "To the day")
    wrong.show_fault("Choose a date after the report was published.")
    off = Line(ap, "Not available")
    off.setEnabled(False)
    tick, option = Tick(ap, "With evidence"), Option(ap, "3 April 2026", "day first")
    tick.setChecked(True)
    option.setChecked(True)
    column.add(wrong, off, Field(ap, "Kind", Choice(ap, [("Outcome", 1)])), TextBox(ap, "Words"))
    column.add(SearchField(ap, "Find", key="Ctrl+F"), tick, option, Tick(ap, "Show closed"))
    return column


def dossier_parts(ap: Appearance) -> QWidget:
    column = Column(ap, Colour.PAGE)
    axis = axis_for([LINE])
    assert axis is not None
    slip = NotePaper(ap, "Draft question")
    slip.add(Label(ap, "Draft question", Type.SMALL_BOLD, Colour.MINE))
    column.add(
        Fact(ap, "Force status", mark_for_force_status("delayed"), source="24 Jul 2026"),
        Figure(ap, 7, "actions overdue", remark="3 more"),
        PromiseLineView(ap, LINE, axis),
        PromptCard(ap, "a date moved late", "It was due on 30 Jun 2026."),
        slip,
        EmptyState(ap, "No notes yet.", "Write a note", icon="notebook-pen"),
    )
    return column


def frame_parts(ap: Appearance) -> QWidget:
    column = Column(ap, Colour.PAGE)
    rail, bar, line = Rail(ap, "Trent Vale (invented)"), TopBar(ap), StatusLine(ap)
    rail.add_place("home", "house", "Home")
    rail.add_place("questions", "message-circle-question-mark", "Questions")
    rail.choose("home")
    rail.set_count("questions", 6)
    rail.set_foot("Pack for 1 December 2026", "Read only.")
    bar.set_crumbs([("Findings", "findings"), ("041/03", None)])
    bar.set_neighbours(shown=True, has_next=True)
    line.set_left(["Data as at 14 Nov 2026", "Notes saved 10:32"])
    line.set_right(["OFFICIAL", "Text 100 %"])
    line.show_work("Reading the tracker", 1, 5)
    column.add(bar, rail, line)
    return column


def lists(ap: Appearance) -> QWidget:
    column = Column(ap, Colour.LIST)
    pane = ListPane(ap, "Findings")
    rows = [
        ListRow("A title", "041/03", "Recommendation", OVERDUE, "Overdue", "Not read"),
        ListRow("Another title", "041/04", is_strong=True),
    ]
    pane.setModel(RowsModel(rows, pane))
    pane.choose(0)
    table = RegisterTable(ap, "Findings", COLUMNS, two_lines=True)
    table.setModel(Cells(COLUMNS, table))
    table.choose(1)
    table.show_sort("ref", table.head.sortIndicatorOrder())
    column.add(pane, table)
    return column


def colours_in(image: QImage) -> int:
    step = 3
    places = ((x, y) for x in range(0, image.width(), step) for y in range(0, image.height(), step))
    return len({image.pixel(x, y) for x, y in places})


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("part", [marks, words, buttons, fields, dossier_parts, frame_parts, lists])
def test_every_part_paints(appearance, qtbot, part, scheme, size):
    appearance.choose_scheme(scheme)
    appearance.choose_text_size(size)
    widget = part(appearance)
    qtbot.addWidget(widget)
    widget.resize(900, 900)
    with qtbot.waitExposed(widget):
        widget.show()
    for child in widget.findChildren(QWidget):
        child.setFocus()
    assert colours_in(widget.grab().toImage()) > 2


@pytest.mark.parametrize("part", [marks, words, buttons, fields, dossier_parts, frame_parts, lists])
def test_every_part_follows_a_change_while_it_is_shown(appearance, qtbot, part):
    widget = part(appearance)
    qtbot.addWidget(widget)
    widget.resize(900, 900)
    with qtbot.waitExposed(widget):
        widget.show()
    light = widget.grab().toImage()
    appearance.choose_scheme(Scheme.DARK)
    appearance.choose_text_size(150)
    assert widget.grab().toImage() != light
