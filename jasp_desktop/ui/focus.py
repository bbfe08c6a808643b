"""Where the keyboard goes: into a pane, and round the panes."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def focus_first(pane: QWidget) -> bool:
    """Put the focus on what had it last in a pane, else on its first control; False for none."""
    # Qt's annotation forgets that there may be none.
    last: QWidget | None = pane.focusWidget()
    if last is not None and _takes_focus(last) and pane.isAncestorOf(last):
        last.setFocus(Qt.FocusReason.TabFocusReason)
        return True
    return focus_start(pane)


def focus_start(pane: QWidget) -> bool:
    """Put the focus on the first control of a pane; False for none."""
    for widget in _chain(pane):
        if _takes_focus(widget):
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False


def focus_next_pane(panes: Sequence[QWidget], by: int) -> None:
    """Go to the next (1) or previous (-1) of the visible panes; after the last comes the first.

    A pane may stand inside a later one, as a page's list does in its page.
    """
    shown = [pane for pane in panes if pane.isVisible()]
    here = _pane_of(QApplication.focusWidget(), shown)
    for distance in range(1, len(shown) + 1):
        pane = shown[(here + by * distance) % len(shown)]
        if _focus_in(pane, shown):
            return


def _focus_in(pane: QWidget, panes: Sequence[QWidget]) -> bool:
    """Focus something of a pane that belongs to no other pane inside it."""
    inside = [other for other in panes if other is not pane and pane.isAncestorOf(other)]
    for widget in _chain(pane):
        is_foreign = any(other is widget or other.isAncestorOf(widget) for other in inside)
        if not is_foreign and _takes_focus(widget):
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False


def _chain(pane: QWidget) -> Iterator[QWidget]:
    """Yield a pane and everything in it, in the order of the Tab key."""
    yield pane
    widget: QWidget | None = pane.nextInFocusChain()
    while widget is not None and widget is not pane:
        if pane.isAncestorOf(widget):
            yield widget
        widget = widget.nextInFocusChain()


def _pane_of(widget: QWidget | None, panes: Sequence[QWidget]) -> int:
    """Return the innermost pane that holds a widget; -1 for none."""
    holding = [
        place
        for place, pane in enumerate(panes)
        if widget is not None and (pane is widget or pane.isAncestorOf(widget))
    ]
    innermost = [
        place
        for place in holding
        if not any(other != place and panes[place].isAncestorOf(panes[other]) for other in holding)
    ]
    return innermost[0] if innermost else -1


def _takes_focus(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isVisible() and widget.isEnabled()
