"""The window's frame: shown before the register is open, so it knows neither pages nor records."""

from enum import IntEnum
from pathlib import Path
from typing import override

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from jasp_desktop.ui.focus import focus_first
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.panes import Panes
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.rail import Rail
from jasp_desktop.ui.kit.space import EM, FULL_FRAME_EM, LIST_FOLDS_EM, Measure, Space
from jasp_desktop.ui.kit.status_line import StatusLine
from jasp_desktop.ui.kit.top_bar import TopBar
from jasp_desktop.ui.notice_band import NoticeBand
from jasp_desktop.ui.places import PageKey

PROGRAM = "JASP Desktop"
PANEL_WORDS = "Joint Audit and Scrutiny Panel"
PAGE_PANE, NOTEBOOK_PANE = "page", "notebook"

_USUAL_SIZE = (1440, 900)
_LEAST_SIZE = (480, 400)
_PLACES = (
    (PageKey.HOME, "house", "Home"),
    (PageKey.REPORTS, "file-text", "Reports"),
    (PageKey.FINDINGS, "list-checks", "Findings"),
    (PageKey.MEETINGS, "calendar-days", "Meetings"),
    (PageKey.QUESTIONS, "message-circle-question-mark", "Questions"),
)
_FOR_THE_SECRETARIAT = (
    (PageKey.REGISTER, "table-2", "Register"),
    (PageKey.IMPORT, "file-input", "Import"),
)


class Folding(IntEnum):
    """How much stands side by side, by the window's width in ems of the text size."""

    FULL = 0
    NO_NOTEBOOK = 1  # the notebook is behind a button
    ONE_PANE = 2  # the rail is behind Menu, the notebook takes the page's place


def folding_at(width: int, text_size: int) -> Folding:
    """Return the folding of a window so many pixels wide, at a text size in per cent."""
    ems = width * 100 / (EM * text_size)
    if ems >= FULL_FRAME_EM:
        return Folding.FULL
    return Folding.NO_NOTEBOOK if ems >= LIST_FOLDS_EM else Folding.ONE_PANE


class MainWindow(QMainWindow):
    """Rail, top bar, page, notebook, notices and status line.

    ``folded`` comes when there is more or less room, ``close_asked`` before the window closes:
    whoever refuses sets ``may_close`` to False.
    """

    folded = Signal()
    close_asked = Signal()
    escaped = Signal()
    file_dropped = Signal(Path)

    def __init__(self, appearance: Appearance, panel: str = "") -> None:
        super().__init__()
        self.appearance = appearance
        self.folding = Folding.FULL
        self.may_close = True
        self._is_given_over = False
        self._build(panel)
        self._connect()
        self._fold()

    def _build(self, panel: str) -> None:
        self.setWindowTitle(PROGRAM)
        self.setAcceptDrops(True)
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(*_USUAL_SIZE)
        self.rail = Rail(self.appearance, panel_heading(panel), PANEL_WORDS)
        for number, (key, icon, words) in enumerate((*_PLACES, *_FOR_THE_SECRETARIAT), start=1):
            if key is PageKey.REGISTER:
                self.rail.add_gap()
            self.rail.add_place(key, icon, words, f"Ctrl+{number}")
        self.rail.choose(PageKey.HOME)
        self.rail.set_foot("Working register", "Can be edited")
        self.top_bar = TopBar(self.appearance)
        self.pages = QStackedWidget()
        self.panes = Panes(self.appearance)
        self.panes.add_pane(self.pages, PAGE_PANE)
        self.notices = NoticeBand(self.appearance)
        self.status = StatusLine(self.appearance)
        self.setCentralWidget(self._frame())

    def _frame(self) -> QWidget:
        self.menu = Button(self.appearance, "Menu", ButtonKind.QUIET, icon="panel-left")
        self.notebook_button = Button(self.appearance, "Notebook", icon="notebook-pen")
        self.notebook_button.setCheckable(True)
        self.menu_side = self._beside_the_bar(self.menu, left=Space.GAP)
        self.notebook_side = self._beside_the_bar(self.notebook_button, right=Space.SIDE)
        self.go_to_button = Button(self.appearance, "Go to", ButtonKind.QUIET, icon="search")
        self.go_to_side = self._beside_the_bar(self.go_to_button, right=Space.SIDE)
        self._bar = Row(self.appearance, Colour.PAGE)
        self._bar.add(self.menu_side)
        self._bar.add(self.top_bar, stretch=1)
        self._bar.add(self.go_to_side, self.notebook_side)
        right = Column(self.appearance)
        right.add(self._bar)
        right.add(self.panes, stretch=1)
        right.add(self.notices, self.status)
        frame = Row(self.appearance, Colour.PAGE)
        # The rail can leave its side and lie over the page.
        self.rail_side = Row(self.appearance, Colour.RAIL)
        self.rail_side.add(self.rail)
        frame.add(self.rail_side)
        frame.add(right, stretch=1)
        return frame

    def _beside_the_bar(self, button: Button, *, left: int = 0, right: int = 0) -> Row:
        side = Row(self.appearance, Colour.PAGE, margins=(left, 0, right, 1), edges="b")
        side.add(button)
        side.fix(height=Measure.TOP_BAR)
        side.hide()
        return side

    def _connect(self) -> None:
        self.menu.clicked.connect(self._on_menu_clicked)
        self.rail.chosen.connect(self._on_rail_chosen)
        self.go_to_button.clicked.connect(self.show_go_to)
        self.top_bar.go_to.editingFinished.connect(self._fold_go_to)
        self.appearance.changed.connect(self._fold)

    def give_over(self, *, is_given: bool) -> None:
        """Leave the whole window to the page, or take back what stands around it."""
        if is_given is not self._is_given_over:
            self._is_given_over = is_given
            self._bar.setVisible(not is_given)
            is_narrow = self.folding is Folding.ONE_PANE
            self.rail_side.setVisible(not is_given and not is_narrow)
            self.rail.setVisible(not is_given and not is_narrow)

    def show_go_to(self) -> None:
        """Put the focus on the field that leads to a reference, unfolding it."""
        self.top_bar.go_to.show()
        self.go_to_side.hide()
        self.top_bar.go_to.setFocus()
        self.top_bar.go_to.selectAll()

    def _fold_go_to(self) -> None:
        is_narrow = self.folding is Folding.ONE_PANE
        self.top_bar.go_to.setVisible(not is_narrow)
        self.go_to_side.setVisible(is_narrow)

    def name_panel(self, name: str) -> None:
        """Show whose register it is."""
        self.rail.panel.setText(panel_heading(name))

    def _on_menu_clicked(self) -> None:
        self._open_rail(is_open=not self.rail.isVisible())

    def _on_rail_chosen(self, _key: str) -> None:
        if self.folding is Folding.ONE_PANE:
            self._open_rail(is_open=False)

    def _open_rail(self, *, is_open: bool) -> None:
        """Lay the rail over the page, below the bar with its Menu, or take it away again."""
        self.rail.setVisible(is_open)
        if is_open:
            self._lay_rail_over()
            focus_first(self.rail)

    def _lay_rail_over(self) -> None:
        top = self.menu_side.height()
        tall = self.height() - top
        self.rail.setGeometry(0, top, self.rail.width(), tall)
        self.rail.raise_()

    def _fold(self) -> None:
        folding = folding_at(self.width(), self.appearance.theme.text_size)
        if folding is not self.folding:
            self.folding = folding
            is_narrow = folding is Folding.ONE_PANE
            is_railed = not is_narrow and not self._is_given_over
            self.rail_side.setVisible(is_railed)
            self.rail.setParent(self.centralWidget() if is_narrow else self.rail_side)
            if not is_narrow:
                self.rail_side.add(self.rail)
            self.rail.setVisible(is_railed)
            self.menu_side.setVisible(is_narrow)
            self._fold_go_to()
        elif folding is Folding.ONE_PANE and self.rail.isVisible():
            self._lay_rail_over()
        self.folded.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold what stands side by side."""
        super().resizeEvent(event)
        self._fold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape when nothing in the page wanted it."""
        if event.key() == Qt.Key.Key_Escape:
            if self.folding is Folding.ONE_PANE and self.rail.isVisible():
                self._open_rail(is_open=False)
            else:
                self.escaped.emit()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept one file."""
        if _dropped_file(event.mimeData().urls()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the file on."""
        path = _dropped_file(event.mimeData().urls())
        if path is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Close unless somebody has words that are not saved."""
        self.may_close = True
        self.close_asked.emit()
        event.setAccepted(self.may_close)


def panel_heading(name: str) -> str:
    """Return what of a panel's name stands above the words that every panel shares."""
    return name.removesuffix(PANEL_WORDS).strip() or PROGRAM


def _dropped_file(urls: list[QUrl]) -> Path | None:
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_file() else None
