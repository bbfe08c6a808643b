"""Chips of which one is chosen: each filters, and shows what it would leave."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from jasp_desktop.domain.marks import Mark
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind, Chip
from jasp_desktop.ui.kit.planes import Flow
from jasp_desktop.ui.kit.space import Space

_MORE, _FEWER = "More filters", "Fewer filters"


class ChipRow[W: str](Flow):
    """A chip for each filter; folded, as many as one line holds, the rest behind a link.

    Filters are words of a list; ``chosen`` carries the one that was pressed.
    """

    chosen = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        chips: Sequence[tuple[W, str, Mark | None]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, gap=Space.TIGHT, line_gap=Space.HAIR, parent=parent)
        self.setAccessibleName("Filters")
        self._chips: dict[W, Chip] = {}
        self._folded = self._unfolded_by_hand = False
        self._group = QButtonGroup(self)
        for which, words, mark in chips:
            chip = Chip(appearance, words, None, mark)
            self._chips[which] = chip
            self._group.addButton(chip)
            self.add(chip)
        self.more = Button(appearance, _MORE, ButtonKind.LINK, small=True)
        self.add(self.more)
        self._group.buttonClicked.connect(self._on_clicked)
        self.more.clicked.connect(self._on_more_clicked)
        appearance.changed.connect(self._fit)
        self._fit()

    def chip(self, which: W) -> Chip:
        """Return the chip of a filter."""
        return self._chips[which]

    def show_counts(self, totals: Mapping[W, int], chosen: W) -> None:
        """Show what each filter would leave, and which one is chosen."""
        for which, chip in self._chips.items():
            chip.set_count(totals[which])
        self._chips[chosen].setChecked(True)
        self._fit()

    def fold(self, *, is_folded: bool) -> None:
        """Keep to one line, or show every chip again."""
        if is_folded is not self._folded:
            self._folded, self._unfolded_by_hand = is_folded, False
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many chips as the width allows."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        kept = self._in_one_line() if self._folded else set(self._chips)
        has_more = len(kept) < len(self._chips)
        for which, chip in self._chips.items():
            chip.setVisible(which in kept or self._unfolded_by_hand)
        self.more.set_words(_FEWER if self._unfolded_by_hand else _MORE)
        self.more.setVisible(has_more)

    def _in_one_line(self) -> set[W]:
        """Return the chosen filter and the first of the others that fit beside it."""
        gap = self.appearance.theme.px(Space.TIGHT)
        widths = {which: chip.sizeHint().width() + gap for which, chip in self._chips.items()}
        if sum(widths.values()) - gap <= self.width():
            return set(widths)
        kept = {which for which, chip in self._chips.items() if chip.isChecked()}
        room = self.width() - self.more.sizeHint().width() - sum(widths[which] for which in kept)
        for which, width in widths.items():
            if which in kept:
                continue
            if width > room:
                break
            kept.add(which)
            room -= width
        return kept

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter too: the arrows and Space are the group's own."""
        focused = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focused, Chip):
            focused.click()
            return
        super().keyPressEvent(event)

    def _on_clicked(self, button: QAbstractButton) -> None:
        for which, chip in self._chips.items():
            if chip is button:
                self.chosen.emit(which)

    def _on_more_clicked(self) -> None:
        self._unfolded_by_hand = not self._unfolded_by_hand
        self._fit()
