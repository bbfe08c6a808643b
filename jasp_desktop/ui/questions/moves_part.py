"""The moves that may be made with a question, each a button."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.question_moves import RULES, Move
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.planes import Flow
from jasp_desktop.ui.kit.space import Space


class MovesPart(Flow):
    """``asked`` carries the move whose button was pressed; ``merge_asked`` the other question.

    ``deleted`` comes of a draft of the member's own.
    """

    asked = Signal(str)
    merge_asked = Signal(str)
    deleted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, gap=Space.CLOSE, parent=parent)
        self.setAccessibleName("What can become of it")
        self.buttons: dict[Move, Button] = {}
        for move, rule in RULES.items():
            button = Button(appearance, rule.words, small=True)
            button.setAccessibleDescription(rule.about)
            button.clicked.connect(partial(self._on_clicked, move))
            self.buttons[move] = button
            self.add(button)
        self.delete = Button(appearance, "Delete", ButtonKind.LINK, icon="trash-2", small=True)
        self.delete.clicked.connect(self.deleted)
        self.add(self.delete)

    def show_moves(self, moves: Sequence[Move], *, is_private: bool) -> None:
        """Offer these moves; a draft of the member's own is deleted, never withdrawn."""
        for move, button in self.buttons.items():
            button.setVisible(move in moves and not (is_private and move is Move.WITHDRAW))
        self.delete.setVisible(is_private)

    def ask_merge(self, uid: str) -> None:
        """Ask to merge the question into another one."""
        self.merge_asked.emit(uid)

    def _on_clicked(self, move: Move) -> None:
        self.asked.emit(move.value)
