"""What stands beside the ranking: one action's promise line, or one owner's totals."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.dates import days, in_table
from jasp_desktop.domain.marks import DATE_MOVED, OVERDUE, mark_for_force_status
from jasp_desktop.domain.promise_drawing import axis_for
from jasp_desktop.domain.promises import Promise
from jasp_desktop.domain.slips import OwnerTotals, SlipLine
from jasp_desktop.ui.counting import counted
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, SectionHeading, StatusWord
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.promise_view import PromiseLineView
from jasp_desktop.ui.kit.prose import Prose
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.tab_order import follow_layout
from jasp_desktop.ui.kit.type_scale import Type

_WIDEST = 720


class PromiseReading(ScrollPage):
    """Reads out one row. ``finding_asked`` carries a finding's uid, ``owner_asked`` an owner."""

    finding_asked = Signal(str)
    owner_asked = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(
            appearance, gap=Space.CLOSE, margin=Space.APART, widest=_WIDEST, parent=parent
        )
        self.setAccessibleName("The chosen row")
        self.view: PromiseLineView | None = None
        self._shown: SlipLine | OwnerTotals | None = None
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what would stand here."""
        sentence = "Choose an action, and the dates promised for it are drawn here."
        self._begin(None)
        self.body.add(Label(self.appearance, sentence, Type.BODY, Colour.INK2, wrap=True))

    def _begin(self, shown: SlipLine | OwnerTotals | None) -> None:
        self._shown, self.view = shown, None
        self.body.clear()

    def show_action(self, line: SlipLine) -> None:
        """Show an action with its promise line; one that has not changed keeps its widgets."""
        if line == self._shown:
            return
        appearance, body = self.appearance, self.body
        self._begin(line)
        body.add(Label(appearance, line.owner or "No owner named", Type.SMALL, Colour.INK2))
        body.add(Label(appearance, line.reference, Type.H2))
        body.add(Prose(appearance, line.text, Type.BODY), self._statuses(line))
        self._add_line(line)
        self._add_moves(line)
        if line.finding is not None:
            uid: str = line.finding
            button = Button(appearance, "Open the finding", icon="arrow-right")
            button.clicked.connect(lambda: self.finding_asked.emit(uid))
            body.add_space(Space.CLOSE)
            body.add(button)
        follow_layout(body)
        self.scroll_to(0)

    def _statuses(self, line: SlipLine) -> Flow:
        appearance, flow = self.appearance, Flow(self.appearance, gap=Space.GAP)
        if overdue := line.line.overdue_days:
            flow.add(StatusWord(appearance, OVERDUE, f"Overdue by {days(overdue)}"))
        if line.status is None:
            flow.add(Label(appearance, "No status recorded", Type.SMALL, Colour.INK2))
        else:
            flow.add(StatusWord(appearance, mark_for_force_status(line.status), line.status.words))
        if slip := line.line.slip_words:
            flow.add(StatusWord(appearance, DATE_MOVED, slip))
        return flow

    def _add_line(self, line: SlipLine) -> None:
        axis = axis_for([line.line])
        self.body.add_space(Space.CLOSE)
        self.body.add(SectionHeading(self.appearance, "What was promised"))
        if axis is None:
            self.body.add(Label(self.appearance, "No date was promised.", Type.UI, Colour.INK2))
        else:
            self.view = PromiseLineView(self.appearance, line.line, axis)
            self.body.add(self.view)

    def _add_moves(self, line: SlipLine) -> None:
        moves = line.line.moves
        if not moves:
            return
        self.body.add_space(Space.CLOSE)
        quiet = f"{len(moves)}, {line.slip.late_moves} late" if line.slip.late_moves else ""
        self.body.add(SectionHeading(self.appearance, "Why it moved, and who agreed", quiet))
        for move in moves:
            entry = Column(self.appearance, gap=Space.HAIR)
            entry.add(Label(self.appearance, _moved_words(move), Type.UI_BOLD, wrap=True))
            entry.add(Label(self.appearance, _why(move), Type.UI, Colour.INK2, wrap=True))
            self.body.add(entry)

    def show_owner(self, totals: OwnerTotals) -> None:
        """Show the totals of an owner in words; those that have not changed stay."""
        if totals == self._shown:
            return
        appearance, body = self.appearance, self.body
        self._begin(totals)
        body.add(Label(appearance, totals.name, Type.H2, wrap=True))
        for sentence in owner_sentences(totals):
            body.add(Label(appearance, sentence, Type.BODY, wrap=True))
        words = (
            f"Rank {'this action' if totals.actions == 1 else f'these {totals.actions} actions'}"
        )
        button = Button(appearance, words, icon="arrow-right")
        button.clicked.connect(lambda: self.owner_asked.emit(totals.owner))
        body.add_space(Space.CLOSE)
        body.add(button)
        follow_layout(body)
        self.scroll_to(0)


def _moved_words(move: Promise) -> str:
    to = f"to {in_table(move.due)}" if move.due else "to no date"
    on = f"on {in_table(move.made_on)}" if move.made_on else "on a day not recorded"
    return f"Moved {to}, {on}"


def _why(move: Promise) -> str:
    reason = move.reason.strip().rstrip(".") if move.reason else "No reason recorded"
    return f"{reason}. Agreed by: {move.agreed_by or 'not recorded'}."


def owner_sentences(totals: OwnerTotals) -> tuple[str, ...]:
    """Return an owner's totals as sentences; what is nothing is said."""
    still_open = f"{totals.open_actions:,} still open" if totals.open_actions else "none open"
    overdue = f"{totals.overdue:,} overdue" if totals.overdue else "none overdue"
    first = f"{counted(totals.actions, 'action')}, {still_open}, {overdue}."
    if not totals.moved:
        return first, "No target has moved."
    late = f"{totals.late_moves:,} of the moves" if totals.late_moves else "none of the moves"
    moved = f"{counted(totals.moved, 'action')} moved, {late} after the date had passed."
    together = f"Together {totals.slip_words} days later than first promised"
    return first, moved, f"{together}; the median of those that moved is {totals.median_words}."
