"""The two dialogs that stop a person: a defect's report, and words that would be lost."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import TextBox
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.space import Measure, Space
from jasp_desktop.ui.kit.type_scale import Type

_WIDE = Measure.PAGE_LEAST
_MOST_NAMES = 4


class _Dialog(QDialog):
    """A title, a sentence, perhaps more, and buttons: all in the looks of the window."""

    def __init__(
        self, appearance: Appearance, title: str, words: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        side = Space.APART
        self.body = Column(
            appearance, Colour.PAGE, gap=Space.ROOM, margins=(side, Space.SIDE, side, Space.SIDE)
        )
        self.body.add(
            Label(appearance, title, Type.H2, wrap=True),
            Label(appearance, words, Type.UI, Colour.INK2, wrap=True),
        )
        self.buttons = Flow(appearance, gap=Space.GAP)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.body)
        self.setMinimumWidth(appearance.theme.px(_WIDE))


class FaultDialog(_Dialog):
    """Says that the program made a mistake, and offers the report to be copied."""

    def __init__(self, appearance: Appearance, report: str, parent: QWidget | None) -> None:
        super().__init__(
            appearance,
            "JASP Desktop made a mistake",
            "What you wrote before is saved, and you can go on working. If it happens again, send "
            "this report to whoever looks after the program. It holds no words of the register "
            "and none of yours.",
            parent,
        )
        self.report = TextBox(appearance, report, Type.SMALL)
        self.report.setReadOnly(True)
        self.report.setAccessibleName("Report")
        self.copy = Button(appearance, "Copy the report", ButtonKind.PRIMARY)
        self.shut = Button(appearance, "Go on working")
        self.buttons.add(self.copy, self.shut)
        self.body.add(self.report, self.buttons)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.shut.clicked.connect(self.close)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy.set_words("Copied")


class UnsavedDialog(_Dialog):
    """Asks whether to leave words that could not be saved; the safe answer is the default."""

    def __init__(self, appearance: Appearance, parent: QWidget | None) -> None:
        super().__init__(
            appearance,
            "Your last words are not saved",
            "The disk may be full. Go back, copy them to another place or make room, and they "
            "are saved by themselves.",
            parent,
        )
        self.back = Button(appearance, "Go back", ButtonKind.PRIMARY)
        self.leave = Button(appearance, "Close without them")
        self.buttons.add(self.back, self.leave)
        self.body.add(self.buttons)
        self.back.setDefault(True)
        self.back.clicked.connect(self.reject)
        self.leave.clicked.connect(self.accept)


class UnsavedFormsDialog(_Dialog):
    """Asks whether to leave forms that were filled in and not saved; the safe answer is usual."""

    def __init__(
        self, appearance: Appearance, names: Sequence[str], parent: QWidget | None
    ) -> None:
        shown = "; ".join(f"“{name}”" for name in names[:_MOST_NAMES])
        more = f" and {len(names) - _MOST_NAMES:,} more" if len(names) > _MOST_NAMES else ""
        super().__init__(
            appearance,
            "A form is not saved" if len(names) == 1 else "Some forms are not saved",
            f"You changed {shown}{more}. Go back to save the changes, or close without them.",
            parent,
        )
        self.back = Button(appearance, "Go back", ButtonKind.PRIMARY)
        self.leave = Button(appearance, "Close without them")
        self.buttons.add(self.back, self.leave)
        self.body.add(self.buttons)
        self.back.setDefault(True)
        self.back.clicked.connect(self.reject)
        self.leave.clicked.connect(self.accept)


class RefusalDialog(_Dialog):
    """Says in a sentence why the program does not open."""

    def __init__(self, appearance: Appearance, sentence: str) -> None:
        super().__init__(appearance, "JASP Desktop cannot open", sentence, None)
        self.shut = Button(appearance, "Close", ButtonKind.PRIMARY)
        self.buttons.add(self.shut)
        self.body.add(self.buttons)
        self.shut.clicked.connect(self.close)
