"""The changes of one kind, or of one agenda item, under their heading."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.change_marks import mark_of_kind
from jasp_desktop.domain.change_sentences import change_words
from jasp_desktop.domain.register_changes import ChangeKind, Comparison, RegisterChange
from jasp_desktop.domain.word_differences import word_differences
from jasp_desktop.ui.changes.compared_words import ComparedWords
from jasp_desktop.ui.changes.places import place_of
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.labels import SectionHeading
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.places import Place
from jasp_desktop.ui.record_line import RecordLine

AT_ONCE = 20
"""Lines of a group before a person asks for the others: thousands of widgets are no list."""
_WORTH_COMPARING = 0.4
"""The least part of two updates that must be the same for their difference to say something."""


class ChangeGroup(Column):
    """A heading with its count and a line for each change; the first ones, then more on demand."""

    def __init__(
        self,
        appearance: Appearance,
        title: str,
        changes: Sequence[RegisterChange],
        comparison: Comparison,
        open_place: Callable[[Place], None],
        *,
        names_kinds: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent=parent)
        self._changes, self._comparison, self._open = changes, comparison, open_place
        self._names_kinds = names_kinds
        self._shown = 0
        self.heading = SectionHeading(appearance, title, _count_words(changes))
        self.lines = Column(appearance)
        self.more = Button(appearance, "", ButtonKind.LINK, icon="chevron-down")
        self.more.clicked.connect(self._on_more)
        self.add(self.heading, self.lines, self.more)
        self._show_more()

    def _show_more(self) -> None:
        following = self._changes[self._shown : self._shown + AT_ONCE]
        for change in following:
            self.lines.add(self._line(change))
            words = self._words(change)
            if words is not None:
                self.lines.add(words)
                self.lines.add_space(Space.GAP)
        self._shown += len(following)
        left = len(self._changes) - self._shown
        self.more.set_words(f"Show {min(left, AT_ONCE):,} more of the other {left:,}")
        self.more.setVisible(left > 0)

    def _line(self, change: RegisterChange) -> RecordLine:
        words = [change_words(change), change.reason]
        if self._names_kinds:
            words.insert(0, change.kind.words)
        line = RecordLine(
            self.appearance,
            change.text,
            reference=change.label if change.label != change.text else "",
            remark=" · ".join(each for each in words if each),
            mark=mark_of_kind(change.kind) if is_loud(change) else None,
            status="After it fell due" if is_loud(change) else "",
        )
        place = place_of(change)
        if place is None:
            line.setEnabled(False)
        else:
            line.clicked.connect(lambda: self._open(place))
        return line

    def _words(self, change: RegisterChange) -> ComparedWords | None:
        """Return the words before and after; None where comparing them is no use."""
        if change.kind is ChangeKind.TEXT_CHANGED:
            names = self._comparison.since.name, self._comparison.until.name
        elif change.kind is ChangeKind.UPDATE_ADDED and change.before is not None:
            names = "The round before", "This round"
        else:
            return None
        found = word_differences(str(change.before or ""), str(change.after or ""))
        if change.kind is ChangeKind.UPDATE_ADDED and found.kept_share < _WORTH_COMPARING:
            return None
        return ComparedWords(self.appearance, names, found)

    def _on_more(self) -> None:
        self._show_more()


def is_loud(change: RegisterChange) -> bool:
    """Tell whether a target was moved after it had fallen due."""
    return change.kind is ChangeKind.TARGET_MOVED and (change.days_after_due or 0) > 0


def _count_words(changes: Sequence[RegisterChange]) -> str:
    late = sum(is_loud(change) for change in changes)
    words = f"{len(changes):,}"
    return f"{words}, of which {late:,} after the date had passed" if late else words
