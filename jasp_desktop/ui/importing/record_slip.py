"""One proposed record: accept or refuse it, see its lines, put it right."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.marks import ADDED, DATE_MOVED, REJECTED, UNCHANGED
from jasp_desktop.domain.records import Record
from jasp_desktop.ui.importing.fields import editable_fields
from jasp_desktop.ui.importing.record_editor import RecordEditor
from jasp_desktop.ui.importing.record_words import facts_of, label_of, lines_words, text_of
from jasp_desktop.ui.importing.review import Outcome, Review
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, StatusWord
from jasp_desktop.ui.kit.planes import Column, Flow, Row
from jasp_desktop.ui.kit.space import Measure, Space
from jasp_desktop.ui.kit.ticks import Tick
from jasp_desktop.ui.kit.type_scale import Type

MARKS = {
    Outcome.ADDED: (ADDED, "Added"),
    Outcome.CHANGED: (DATE_MOVED, "Changed"),
    Outcome.UNCHANGED: (UNCHANGED, "Unchanged"),
    Outcome.REFUSED: (REJECTED, "Refused"),
}
_INDENT = 34


class RecordSlip(Column):
    """Shows one record of a review.

    ``decided`` says that it was accepted or refused, ``put_right`` that its words changed,
    ``chosen`` that its lines are to stand out, ``lines_wanted`` that they are to be gone to,
    ``faults_changed`` that a field went wrong or right.
    """

    decided = Signal(str, bool)
    put_right = Signal(object)
    chosen = Signal(str)
    lines_wanted = Signal(str)
    faults_changed = Signal()

    def __init__(
        self,
        appearance: Appearance,
        record: Record,
        lines: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        margins = (Space.CLOSE, Space.SNUG, Space.CLOSE, Space.CLOSE)
        super().__init__(appearance, margins=margins, edges="b", parent=parent)
        self.uid = record.uid
        self._record = record
        self._is_chosen = False
        self.editor: RecordEditor | None = None
        self._build(lines)
        self._connect()
        self._show_words()

    def _build(self, lines: Sequence[int]) -> None:
        look = self.appearance
        self.tick = Tick(look, label_of(self._record))
        self.outcome = StatusWord(look, ADDED)
        self.lines = Button(look, lines_words(lines), ButtonKind.LINK, small=True)
        self.edit = Button(look, "Put right", ButtonKind.LINK, small=True)
        head = Row(look, gap=Space.ROOM)
        head.add(self.tick)
        head.add_stretch()
        head.add(self.outcome)
        self._body = Column(look, gap=Space.TIGHT, margins=(_INDENT, 0, 0, 0))
        self.words = Label(look, "", Type.UI, wrap=True)
        self.facts = Label(look, "", Type.SMALL, Colour.INK2, wrap=True)
        self.reason = Label(look, "", Type.SMALL_BOLD, Colour.MOVED, wrap=True)
        links = Flow(look, gap=Space.ROOM)
        links.add(self.lines, self.edit)
        self._body.add(self.words, self.facts, self.reason, links)
        self.add(head, self._body)
        # Not before they have a parent: shown without one, they would be windows.
        self.lines.setVisible(bool(lines))
        self.edit.setVisible(bool(editable_fields(self._record)))

    def _connect(self) -> None:
        self.tick.toggled.connect(self._on_toggled)
        self.lines.clicked.connect(self._on_lines)
        self.edit.clicked.connect(self._on_edit)

    @property
    def faults(self) -> int:
        """Return how many of its fields are wrong."""
        return self.editor.faults if self.editor else 0

    def show_outcome(self, review: Review) -> None:
        """Show what would become of it."""
        outcome, why_not = review.outcome(self.uid), review.why_not(self.uid)
        with QSignalBlocker(self.tick):
            self.tick.setChecked(review.is_accepted(self.uid))
        self.tick.setEnabled(why_not is None)
        self.tick.setAccessibleDescription(why_not or text_of(self._record))
        self.outcome.set_status(*MARKS[outcome])
        reason = f"Cannot be accepted: {why_not[0].lower()}{why_not[1:]}" if why_not else ""
        self.reason.setText(reason or review.remark(self.uid))
        self.reason.setVisible(bool(self.reason.text()))
        is_refused = outcome is Outcome.REFUSED
        self.words.set_colour(Colour.INK3 if is_refused else Colour.INK)

    def show_chosen(self, *, is_chosen: bool) -> None:
        """Show whether its lines are those that stand out in the source."""
        self._is_chosen = is_chosen
        self.set_plane(Colour.RAISED if is_chosen else None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the plane and, when it is chosen, the bar at its left."""
        super().paintEvent(event)
        if self._is_chosen:
            theme = self.appearance.theme
            bar = theme.px(Measure.EDGE_BAR)
            QPainter(self).fillRect(0, 0, bar, self.height(), theme.colour(Colour.ACCENT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show its lines."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(self.uid)
        event.accept()

    def _show_words(self) -> None:
        label = label_of(self._record)
        self.tick.setText(label)
        self.tick.setAccessibleName(f"Accept {label}: {text_of(self._record)}")
        self.tick.updateGeometry()
        self.words.setText(text_of(self._record))
        facts = facts_of(self._record)
        self.facts.setText(facts)
        self.facts.setVisible(bool(facts))
        self.edit.setAccessibleName(f"{self.edit.text()}: {label}")
        self.lines.setAccessibleName(f"{self.lines.text()} of the source: {label}")
        self.setAccessibleName(label)

    @Slot(bool)
    def _on_toggled(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's own signal
        self.decided.emit(self.uid, is_on)

    @Slot()
    def _on_lines(self) -> None:
        self.chosen.emit(self.uid)
        self.lines_wanted.emit(self.uid)

    @Slot()
    def _on_edit(self) -> None:
        if self.editor is None:
            self.editor = RecordEditor(self.appearance, self._record)
            self.editor.changed.connect(self._on_changed)
            self.editor.faults_changed.connect(self.faults_changed)
            self.add(self.editor)
            self.editor.hide()
        is_open = self.editor.isHidden()
        self.editor.setVisible(is_open)
        self.edit.set_words("Close the fields" if is_open else "Put right")
        self.chosen.emit(self.uid)
        if is_open and self.editor.fields:
            next(iter(self.editor.fields.values())).editor.setFocus()

    @Slot(object)
    def _on_changed(self, record: Record) -> None:
        self._record = record
        self._show_words()
        self.put_right.emit(record)
