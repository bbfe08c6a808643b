"""The form that plans a meeting; the day its papers are due shows while the date is typed."""

import re
from collections.abc import Container
from datetime import date, time
from typing import cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.dates import papers_due, with_weekday
from jasp_desktop.domain.errors import InvalidInput, UserError
from jasp_desktop.domain.identity import MeetingUid, made_uid
from jasp_desktop.domain.records import Meeting, Panel
from jasp_desktop.domain.vocabulary import Openness
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.cards import FormBand
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Choice, Field, Line
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Flow, Row
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.typed_dates import day_typed

_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?")
_DAY_WIDTH, _TIME_WIDTH, _OPENNESS_WIDTH, _VENUE_WIDTH = 240, 160, 160, 600


class PlanMeetingForm(FormBand):
    """Date, time, venue and openness; ``planned`` carries the meeting, ``left`` that there is none.

    The panel and the days already taken are given when it is shown.
    """

    planned = Signal(Meeting)
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent=parent)
        self._panel: Panel | None = None
        self._taken: Container[date] = ()
        self._today = date.min
        self._build()
        self._connect()
        self.setAccessibleName("Plan a meeting")

    def _build(self) -> None:
        look = self.appearance
        self._day, self._time, self._venue = Line(look), Line(look), Line(look)
        self._openness = Choice(look, [(openness.words, openness) for openness in Openness])
        self._fields = {
            "date": Field(look, "Date", self._day, "For example 1 December 2026"),
            "time": Field(look, "Starts at", self._time, "For example 10:00"),
        }
        openness = Field(look, "Openness", self._openness)
        venue = Field(look, "Venue", self._venue)
        self._fields["date"].fix(width=_DAY_WIDTH)
        self._fields["time"].fix(width=_TIME_WIDTH)
        openness.fix(width=_OPENNESS_WIDTH)
        venue.fix(width=_VENUE_WIDTH)
        self.papers = Label(look, "", Type.UI, Colour.INK2, wrap=True)
        self.plan = Button(look, "Plan meeting", ButtonKind.PRIMARY)
        self.leave = Button(look, "Leave it")
        when = Row(look, gap=Space.SIDE, top=True)
        when.add(*self._fields.values(), openness)
        when.add_stretch()
        buttons = Flow(look, gap=Space.GAP)
        buttons.add(self.plan, self.leave)
        self.add(Label(look, "Plan a meeting", Type.H2), when, venue, self.papers, buttons)

    def _connect(self) -> None:
        for line in (self._day, self._time, self._venue):
            line.returnPressed.connect(self._on_plan)
        self._day.textChanged.connect(self._on_day_typed)
        self._time.textChanged.connect(self._fields["time"].clear_fault)
        self.plan.clicked.connect(self._on_plan)
        self.leave.clicked.connect(self.left)

    def begin(self, panel: Panel, taken: Container[date], today: date) -> None:
        """Show it empty, with the focus on the date."""
        self._panel, self._taken, self._today = panel, taken, today
        for line in (self._day, self._time, self._venue):
            line.clear()
        for field in self._fields.values():
            field.clear_fault()
        self._openness.choose(Openness.PUBLIC)
        self._show_papers(None)
        self._day.setFocus()

    @Slot(str)
    def _on_day_typed(self, words: str) -> None:
        self._fields["date"].clear_fault()
        try:
            self._show_papers(day_typed(words))
        except UserError:
            self._show_papers(None)

    def _show_papers(self, held_on: date | None) -> None:
        if self._panel is None:
            return
        lead = self._panel.paper_lead_days
        clear = f"{lead} clear working {'day' if lead == 1 else 'days'} before the meeting"
        if held_on is None:
            self.papers.setText(f"Papers go out {clear}.")
            return
        due = papers_due(held_on, lead, frozenset(self._panel.bank_holidays))
        self.papers.setText(f"Papers go out by {with_weekday(due)}: {clear}.")

    @Slot()
    def _on_plan(self) -> None:
        try:
            held_on = self._held_on()
            starts_at = time_typed(self._time.text())
        except InvalidInput as fault:
            self._fields[fault.field].show_fault(str(fault))
            editor = self._day if fault.field == "date" else self._time
            editor.setFocus()
            return
        self.planned.emit(
            Meeting(
                uid=MeetingUid(made_uid()),
                held_on=held_on,
                starts_at=starts_at,
                venue=self._venue.text().strip() or None,
                openness=cast("Openness", self._openness.value),
            )
        )

    def _held_on(self) -> date:
        try:
            held_on = day_typed(self._day.text())
        except UserError as error:
            raise InvalidInput("date", str(error)) from None
        if held_on < self._today:
            raise InvalidInput("date", "This day is past. Choose a day to come.")
        if held_on in self._taken:
            raise InvalidInput("date", "There is a meeting on that day already.")
        return held_on


def time_typed(words: str) -> str | None:
    """Return a time of day as “09:30”; None where nothing is written.

    Raises:
        InvalidInput: It is no time of day.
    """
    text = words.strip()
    if not text:
        return None
    if found := _TIME.fullmatch(text):
        hour, minute = int(found[1]), int(found[2] or 0)
        if hour <= time.max.hour and minute <= time.max.minute:
            return f"{time(hour, minute):%H:%M}"
    raise InvalidInput("time", "Write a time such as 10:00.")
