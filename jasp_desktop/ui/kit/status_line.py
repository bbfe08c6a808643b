"""The status line: how fresh the data is, what is saved, and long work with its Cancel."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, Separator
from jasp_desktop.ui.kit.planes import Row
from jasp_desktop.ui.kit.space import Measure, Space
from jasp_desktop.ui.kit.type_scale import Type


class ProgressBar(QProgressBar):
    """A slim bar; the words beside it say what is being done."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self.setTextVisible(False)
        self.setAccessibleName("Progress")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return its size; the style sheet knows its height."""
        height = super().sizeHint().height()
        return QSize(self.appearance.theme.px(Measure.PROGRESS), height)


class StatusLine(Row):
    """Items at left and right, parted by upright lines; between them the work in hand."""

    cancel_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(
            appearance,
            Colour.RAIL,
            gap=Space.NEAR,
            margins=(Space.SIDE, 1, Space.SIDE, 0),
            edges="t",
            parent=parent,
        )
        self.fix(height=Measure.STATUS_LINE)
        self._left = Row(appearance, gap=Space.NEAR)
        self._right = Row(appearance, gap=Space.NEAR)
        self._work = Row(appearance, gap=Space.NEAR)
        self.work_words = Label(appearance, "", Type.SMALL_BOLD, Colour.INK)
        self.progress = ProgressBar(appearance)
        self.cancel = Button(appearance, "Cancel", ButtonKind.LINK, small=True)
        self.cancel.clicked.connect(self._on_cancel_clicked)
        self._work.add(self.work_words, self.progress, self.cancel)
        self._work.hide()
        self.add(self._left)
        self.add_stretch()
        self.add(self._work)
        self.add_space(Space.GAP)
        self.add(self._right)

    def set_left(self, items: Sequence[str]) -> None:
        """Show items at the left: how fresh, how safe."""
        self._fill(self._left, items)

    def set_right(self, items: Sequence[str]) -> None:
        """Show items at the right; the first, the marking, is bold."""
        self._fill(self._right, items, bold_first=True)

    def _fill(self, row: Row, items: Sequence[str], *, bold_first: bool = False) -> None:
        row.clear()
        for place, words in enumerate(items):
            if place:
                row.add(Separator(self.appearance))
            role = Type.SMALL_BOLD if bold_first and not place else Type.SMALL
            row.add(Label(self.appearance, words, role, Colour.INK2, elide=True))

    def show_work(self, words: str, done: int = 0, total: int = 0) -> None:
        """Show long work and how far it is; a total of 0 says that nobody knows."""
        self.work_words.setText(words)
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress.setAccessibleDescription(words)
        self._work.show()

    def end_work(self) -> None:
        """Take the work away; Cancel is ready for the next."""
        self._work.hide()
        self.cancel.setEnabled(True)

    def _on_cancel_clicked(self) -> None:
        self.cancel.setEnabled(False)
        self.work_words.setText("Stopping…")
        self.cancel_requested.emit()
