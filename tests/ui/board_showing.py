"""A board of its own in a window, which goes where it asks as long as it is its own place."""

from pytestqt.qtbot import QtBot

from jasp_desktop.ui.board_page import BoardPage
from jasp_desktop.ui.places import PageKey, Place

SIZE = (1264, 820)


def show_board(page: BoardPage, key: PageKey, qtbot: QtBot) -> None:
    """Show a board as the window does."""
    qtbot.addWidget(page)
    page.resize(*SIZE)

    def go(place: Place) -> None:
        if place.page is key:
            page.show_place(place)

    page.workspace.navigator.requested.connect(go)
    page.show_place(Place(key))
    with qtbot.waitExposed(page):
        page.show()
