"""The proposed records in groups, with what would become of each."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QWidget

from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.imports import ImportProblem
from jasp_desktop.domain.marks import MISSING_FROM_EXPORT
from jasp_desktop.domain.records import Record
from jasp_desktop.ui.importing.record_slip import MARKS, RecordSlip
from jasp_desktop.ui.importing.record_words import grouped
from jasp_desktop.ui.importing.review import Counts, Outcome, Review
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Chip
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, SectionHeading, StatusWord
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type

_ALL = len(Outcome)


class RecordsPane(ScrollPage):
    """Slips for every record of a review.

    ``changed`` says that a decision or a word changed, ``record_chosen`` whose lines are to stand
    out, ``lines_wanted`` that the person goes to them.
    """

    changed = Signal()
    record_chosen = Signal(str)
    lines_wanted = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, margin=Space.APART, gap=Space.GAP, parent=parent)
        self.setAccessibleName("Proposed records")
        self._review: Review | None = None
        self.slips: dict[Uid, RecordSlip] = {}
        self._sections: list[tuple[Column, list[RecordSlip]]] = []
        self._chosen: RecordSlip | None = None
        self._build()

    def _build(self) -> None:
        look = self.appearance
        self._chips = {place: Chip(look, MARKS[o][1], 0, MARKS[o][0]) for place, o in _outcomes()}
        self._chips[_ALL] = Chip(look, "All", 0)
        self._group = QButtonGroup(self)
        row = Flow(look, gap=Space.CLOSE)
        for place in (_ALL, *(place for place, _ in _outcomes())):
            self._group.addButton(self._chips[place], place)
            row.add(self._chips[place])
        self._chips[_ALL].setChecked(True)
        self._group.idClicked.connect(self._on_filtered)
        self.sum = Label(look, "", Type.SMALL, Colour.INK2, wrap=True)
        self._problems = Column(
            look,
            Colour.MOVED_SOFT,
            bar=Colour.MOVED,
            gap=Space.TIGHT,
            margins=(Space.SIDE, Space.GAP, Space.ROOM, Space.GAP),
        )
        self._none = Label(look, "No record of this kind.", Type.UI, Colour.INK2, wrap=True)
        self._groups = Column(look, gap=Space.ROOM)
        counts = Column(look, gap=Space.SNUG)
        counts.add(row, self.sum)
        self.body.add(counts, self._problems, self._none, self._groups)

    def show_review(self, review: Review) -> None:
        """Show another review, from the top."""
        self._review = review
        self._chosen = None
        self.slips.clear()
        self._sections.clear()
        self._groups.clear()
        self._show_problems(review.proposal.problems)
        for group in grouped(review.records):
            self._add_group(review, group.title, group.records)
        self._chips[_ALL].setChecked(True)
        self._refresh()
        self.scroll_to(0)

    @property
    def faults(self) -> int:
        """Return how many fields are wrong in records that would be imported."""
        review = self._review
        if review is None:
            return 0
        return sum(slip.faults for uid, slip in self.slips.items() if review.is_accepted(uid))

    def choose(self, uid: Uid | None) -> None:
        """Let a record stand out and bring it into view."""
        if self._chosen is not None:
            self._chosen.show_chosen(is_chosen=False)
        self._chosen = self.slips.get(uid) if uid is not None else None
        if self._chosen is not None:
            self._chosen.show_chosen(is_chosen=True)
            self.show_widget(self._chosen)

    def _add_group(self, review: Review, title: str, records: tuple[Record, ...]) -> None:
        section = Column(self.appearance)
        section.add(SectionHeading(self.appearance, title, f"{len(records):,}"))
        slips: list[RecordSlip] = []
        for record in records:
            lines = review.proposal.evidence.get(record.uid, ())
            slip = RecordSlip(self.appearance, record, lines)
            slip.decided.connect(self._on_decided)
            slip.put_right.connect(self._on_put_right)
            slip.chosen.connect(self.record_chosen)
            slip.lines_wanted.connect(self.lines_wanted)
            slip.faults_changed.connect(self.changed)
            section.add(slip)
            slips.append(slip)
            self.slips[record.uid] = slip
        self._sections.append((section, slips))
        self._groups.add(section)

    def _show_problems(self, problems: tuple[ImportProblem, ...]) -> None:
        self._problems.clear()
        self._problems.setVisible(bool(problems))
        if not problems:
            return
        look = self.appearance
        count = len(problems)
        title = "1 thing to look at" if count == 1 else f"{count:,} things to look at"
        self._problems.add(Label(look, title, Type.UI_BOLD, wrap=True))
        for problem in problems:
            where = f"Line {problem.row}: " if problem.row else ""
            value = f"“{problem.value}”. " if problem.value else ""
            words = f"{where}{value}{problem.message}"
            self._problems.add(
                StatusWord(
                    look,
                    MISSING_FROM_EXPORT,
                    words,
                    Type.UI,
                    Colour.INK,
                    paper=Colour.MOVED_SOFT,
                    wrap=True,
                )
            )

    def _refresh(self) -> None:
        review = self._review
        if review is None:
            return
        for slip in self.slips.values():
            slip.show_outcome(review)
        counts = review.counts()
        for place, outcome in _outcomes():
            self._chips[place].set_count(getattr(counts, outcome.value))
        self._chips[_ALL].set_count(counts.read)
        self.sum.setText(sum_words(counts))
        self._filter()

    def _filter(self) -> None:
        review, wanted = self._review, self._group.checkedId()
        if review is None:
            return
        order = list(Outcome)
        shown = 0
        for section, slips in self._sections:
            here = 0
            for slip in slips:
                is_shown = wanted == _ALL or review.outcome(slip.uid) is order[wanted]
                slip.setVisible(is_shown)
                here += is_shown
            section.setVisible(bool(here))
            shown += here
        self._none.setVisible(not shown)

    @Slot(int)
    def _on_filtered(self, _place: int) -> None:
        self._filter()

    @Slot(str, bool)
    def _on_decided(self, uid: str, is_accepted: bool) -> None:  # noqa: FBT001 - a signal's slot
        if self._review is not None:
            self._review.set_accepted(Uid(uid), is_accepted=is_accepted)
            self._refresh()
            self.changed.emit()

    @Slot(object)
    def _on_put_right(self, record: Record) -> None:
        if self._review is not None:
            self._review.put_right(record)
            self._refresh()
            self.changed.emit()


def _outcomes() -> list[tuple[int, Outcome]]:
    return list(enumerate(Outcome))


def sum_words(counts: Counts) -> str:
    """Return the sum that shows that nothing was lost on the way."""
    parts = f"{counts.added:,} + {counts.changed:,} + {counts.unchanged:,} + {counts.refused:,}"
    return f"{parts} = {counts.read:,} records read from the file."
