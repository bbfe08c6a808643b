"""What each column is read as, and what the words of the status columns mean."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.trackers import DateOrder, TrackerField, TrackerMapping
from jasp_desktop.domain.vocabulary import ForceStatus, HmicfrsPosition
from jasp_desktop.services.trackers import Suggestion
from jasp_desktop.ui.importing.foot import Foot
from jasp_desktop.ui.importing.tracker.column_slip import ColumnSlip
from jasp_desktop.ui.importing.tracker.look import Look
from jasp_desktop.ui.importing.tracker.mapping_edits import (
    doubles,
    why_not_columns,
    with_field,
    with_order,
    with_position,
    with_round,
    with_status,
    without_words,
)
from jasp_desktop.ui.importing.tracker.mapping_part import MappingPart
from jasp_desktop.ui.importing.tracker.meanings_part import MeaningsPart
from jasp_desktop.ui.importing.tracker.words import counted
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, SectionHeading
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.tab_order import follow_layout
from jasp_desktop.ui.kit.type_scale import Type


class ColumnsView(Column):
    """Shows a mapping to be put right; ``changed`` carries it, to be judged from the cells."""

    back_wanted = Signal()
    next_wanted = Signal()
    changed = Signal(object)
    save_wanted = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, Colour.PAGE, parent=parent)
        self.slips: dict[int, ColumnSlip] = {}
        self._mapping: TrackerMapping | None = None
        self._is_working = False
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self.appearance
        self.page = ScrollPage(look, gap=Space.ROOM, widest=None)
        self.page.setAccessibleName("Columns")
        head = Column(look, gap=Space.TIGHT)
        head.add(Label(look, "What the columns say", Type.H2, wrap=True))
        self.file = Label(look, "", Type.UI, Colour.INK2, wrap=True)
        head.add(self.file)
        self.mapping_part = MappingPart(look)
        self.statuses = MeaningsPart(look, "Words for the force status", ForceStatus)
        self.positions = MeaningsPart(look, "Words for the HMICFRS position", HmicfrsPosition)
        columns = Column(look)
        self._heading = SectionHeading(look, "Columns")
        self._slips = Column(look)
        self.blank = Label(look, "", Type.SMALL, Colour.INK2, wrap=True)
        columns.add(self._heading, self._slips, self.blank)
        self.page.body.add(head, self.mapping_part, columns, self.statuses, self.positions)
        self.foot = Foot(look, "Go on")
        self.add(self.page, stretch=1)
        self.add(self.foot)

    def _connect(self) -> None:
        self.foot.back_wanted.connect(self.back_wanted)
        self.foot.next_wanted.connect(self.next_wanted)
        self.mapping_part.save_wanted.connect(self.save_wanted)
        self.statuses.settled.connect(self._on_status_settled)
        self.positions.settled.connect(self._on_position_settled)

    def show_look(self, look: Look) -> None:
        """Show the columns of another sheet."""
        mapping = look.suggestion.mapping
        self.statuses.forget()
        self.positions.forget()
        self.file.setText(f"{look.file.name}, sheet “{look.sheet}”.")
        self.mapping_part.show_mapping(mapping.name, look.suggestion.recognised)
        self._slips.clear()
        self.slips.clear()
        for use in mapping.columns:
            samples = look.samples.get(use.column, ())
            if use.field is not None or samples or use.heading.strip():
                slip = ColumnSlip(self.appearance, use, samples)
                slip.field_chosen.connect(self._on_field_chosen)
                slip.round_typed.connect(self._on_round_typed)
                slip.faults_changed.connect(self._refresh)
                self._slips.add(slip)
                self.slips[use.column] = slip
        blank = len(mapping.columns) - len(self.slips)
        self.blank.setText(f"{counted(blank, 'blank column')} not shown.")
        self.blank.setVisible(bool(blank))
        self.show_suggestion(look.suggestion)
        follow_layout(self.page.body)
        self.page.scroll_to(0)

    def show_suggestion(self, suggestion: Suggestion) -> None:
        """Show a mapping as it was judged from the cells."""
        self._mapping = self.settled(suggestion.mapping)
        known, blank = suggestion.mapping, self.statuses.blank
        unknown = _with_blank(suggestion.unknown_statuses, known.statuses, blank)
        self.statuses.show_words(self._mapping.statuses, unknown)
        blank = self.positions.blank
        unknown = _with_blank(suggestion.unknown_positions, known.positions, blank)
        self.positions.show_words(self._mapping.positions, unknown)
        self._refresh()

    def settled(self, mapping: TrackerMapping) -> TrackerMapping:
        """Return a mapping without the words that a person has left blank."""
        return without_words(mapping, self.statuses.blank, self.positions.blank)

    def set_working(self, *, is_working: bool) -> None:
        """Say that the cells are being read."""
        self._is_working = is_working
        self._refresh()

    def take_name(self, name: str) -> None:
        """Say that the mapping is kept under a name."""
        if self._mapping is not None:
            self._mapping = replace(self._mapping, name=name)
            self.mapping_part.show_saved(name)

    def take_order(self, column: int, order: DateOrder) -> None:
        """Take how a column's dates are read, so that it goes with every later change."""
        if self._mapping is not None:
            self._mapping = with_order(self._mapping, column, order)

    def show_next(self, words: str) -> None:
        """Say where the way on leads."""
        self.foot.go_on.set_words(words)

    @Slot()
    def _refresh(self) -> None:
        mapping = self._mapping
        if mapping is None:
            return
        twice = doubles(mapping)
        for use in mapping.columns:
            if (slip := self.slips.get(use.column)) is not None:
                slip.show_use(use, is_twice=use.column in twice)
        read = sum(use.field is not None for use in mapping.columns)
        self._heading.set_quiet(f"{counted(len(self.slips), 'column')}, {read} read")
        self.foot.hold(self._why_not(mapping))

    def _why_not(self, mapping: TrackerMapping) -> str:
        if reason := why_not_columns(mapping):
            return reason
        if any(slip.is_wrong for slip in self.slips.values()):
            return "Put the round’s day right"
        if left := self.statuses.unsettled + self.positions.unsettled:
            return f"{counted(left, 'word')} to settle first"
        return "Reading the columns" if self._is_working else ""

    def _change(self, edit: Callable[[TrackerMapping], TrackerMapping]) -> None:
        if self._mapping is not None:
            self._mapping = edit(self._mapping)
            self._refresh()
            self.changed.emit(self._mapping)

    @Slot(int, object)
    def _on_field_chosen(self, column: int, field: TrackerField | None) -> None:
        self._change(lambda mapping: with_field(mapping, column, field))

    @Slot(int, object)
    def _on_round_typed(self, column: int, day: date | None) -> None:
        self._change(lambda mapping: with_round(mapping, column, day))

    @Slot(str, object)
    def _on_status_settled(self, word: str, status: ForceStatus | None) -> None:
        self._change(lambda mapping: with_status(mapping, word, status))

    @Slot(str, object)
    def _on_position_settled(self, word: str, position: HmicfrsPosition | None) -> None:
        self._change(lambda mapping: with_position(mapping, word, position))


def _with_blank(
    unknown: Sequence[str], known: Mapping[str, object], blank: frozenset[str]
) -> tuple[str, ...]:
    """Return the words that are not known, with those known ones that a person left blank."""
    return (*unknown, *(word for word in known if word in blank))
