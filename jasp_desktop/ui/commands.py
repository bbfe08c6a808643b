"""Every key of the window, in one table: what is bound, and what the keys sheet shows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class CommandGroup(StrEnum):
    """The headings of the keys sheet."""

    MOVE = "Move around"
    READ = "Read"
    WRITE = "Write"
    LIVE = "In a live meeting"
    FILES = "Files"


class CommandKey(StrEnum):
    """What a key can ask for."""

    HOME = "home"
    REPORTS = "reports"
    FINDINGS = "findings"
    MEETINGS = "meetings"
    QUESTIONS = "questions"
    REGISTER = "register"
    IMPORT = "import"
    SETTINGS = "settings"
    CHANGES = "changes"
    GO_TO = "go_to"
    FIND = "find"
    BACK = "back"
    FORWARD = "forward"
    PREVIOUS = "previous"
    NEXT = "next"
    TO_LIST = "to_list"
    NEXT_PANE = "next_pane"
    PREVIOUS_PANE = "previous_pane"
    LARGER = "larger"
    SMALLER = "smaller"
    USUAL_SIZE = "usual_size"
    HELP = "help"
    NOTE = "note"
    QUESTION = "question"
    SAVE = "save"
    UNDO = "undo"
    REDO = "redo"
    ASKED = "asked"
    SATISFIED = "satisfied"
    PARTLY = "partly"
    NOT_SATISFIED = "not_satisfied"
    EXPORT = "export"
    BRIEF = "brief"


@dataclass(frozen=True, slots=True)
class Command:
    """A command with its keys, the usual one first, and the words of the keys sheet.

    ``page_first`` keys are no shortcuts: the page and its fields get them before the window. Those
    of ``CommandGroup.LIVE`` are bound by the page of a live meeting, not by the window.
    """

    key: CommandKey
    keys: tuple[str, ...]
    words: str
    group: CommandGroup
    page_first: bool = False


COMMANDS: tuple[Command, ...] = (
    Command(CommandKey.HOME, ("Ctrl+1",), "Home", CommandGroup.MOVE),
    Command(CommandKey.REPORTS, ("Ctrl+2",), "Reports", CommandGroup.MOVE),
    Command(CommandKey.FINDINGS, ("Ctrl+3",), "Findings", CommandGroup.MOVE),
    Command(CommandKey.MEETINGS, ("Ctrl+4",), "Meetings", CommandGroup.MOVE),
    Command(CommandKey.QUESTIONS, ("Ctrl+5",), "Questions", CommandGroup.MOVE),
    Command(CommandKey.REGISTER, ("Ctrl+6",), "Register", CommandGroup.MOVE),
    Command(CommandKey.IMPORT, ("Ctrl+7",), "Import", CommandGroup.MOVE),
    Command(CommandKey.SETTINGS, ("Ctrl+8",), "Settings", CommandGroup.MOVE),
    Command(CommandKey.CHANGES, ("Ctrl+D",), "What changed since we last met", CommandGroup.MOVE),
    Command(CommandKey.GO_TO, ("Ctrl+K",), "Go to a reference, or find words", CommandGroup.MOVE),
    Command(CommandKey.FIND, ("Ctrl+F",), "Find on this page", CommandGroup.MOVE),
    Command(CommandKey.BACK, ("Alt+Left",), "Back", CommandGroup.MOVE),
    Command(CommandKey.FORWARD, ("Alt+Right",), "Forward", CommandGroup.MOVE),
    Command(CommandKey.PREVIOUS, ("Alt+Up",), "Previous of the list", CommandGroup.MOVE),
    Command(CommandKey.NEXT, ("Alt+Down",), "Next of the list", CommandGroup.MOVE),
    Command(CommandKey.TO_LIST, ("Esc",), "Back to the list", CommandGroup.MOVE, page_first=True),
    Command(CommandKey.NEXT_PANE, ("F6",), "Next pane", CommandGroup.MOVE),
    Command(CommandKey.PREVIOUS_PANE, ("Shift+F6",), "Previous pane", CommandGroup.MOVE),
    Command(CommandKey.LARGER, ("Ctrl++", "Ctrl+="), "Larger text", CommandGroup.READ),
    Command(CommandKey.SMALLER, ("Ctrl+-",), "Smaller text", CommandGroup.READ),
    Command(CommandKey.USUAL_SIZE, ("Ctrl+0",), "Text at 100 %", CommandGroup.READ),
    Command(CommandKey.HELP, ("F1",), "Keys and help", CommandGroup.READ),
    Command(CommandKey.NOTE, ("Ctrl+N",), "New note on what is shown", CommandGroup.WRITE),
    Command(
        CommandKey.QUESTION, ("Ctrl+Shift+N",), "New question on what is shown", CommandGroup.WRITE
    ),
    Command(CommandKey.SAVE, ("Ctrl+S",), "Save the form", CommandGroup.WRITE),
    Command(CommandKey.UNDO, ("Ctrl+Z",), "Undo", CommandGroup.WRITE),
    Command(CommandKey.REDO, ("Ctrl+Shift+Z", "Ctrl+Y"), "Redo", CommandGroup.WRITE),
    Command(CommandKey.ASKED, ("Ctrl+Enter",), "The question was asked", CommandGroup.LIVE),
    Command(CommandKey.SATISFIED, ("Alt+1",), "Verdict: satisfied", CommandGroup.LIVE),
    Command(CommandKey.PARTLY, ("Alt+2",), "Verdict: partly", CommandGroup.LIVE),
    Command(CommandKey.NOT_SATISFIED, ("Alt+3",), "Verdict: not satisfied", CommandGroup.LIVE),
    Command(CommandKey.EXPORT, ("Ctrl+E",), "Export the list, or the register", CommandGroup.FILES),
    Command(
        CommandKey.BRIEF, ("Ctrl+P",), "Print the page, or the meeting’s brief", CommandGroup.FILES
    ),
)


def by_group() -> Iterator[tuple[CommandGroup, list[Command]]]:
    """Yield each heading of the keys sheet with its commands."""
    for group in CommandGroup:
        yield group, [command for command in COMMANDS if command.group is group]


def usual_key(key: CommandKey) -> str:
    """Return the usual key of a command, as a button shows it."""
    return next(command.keys[0] for command in COMMANDS if command.key is key)


def bind(
    window: QWidget, deeds: Mapping[CommandKey, Callable[[], None]]
) -> dict[CommandKey, QAction]:
    """Give a window an action for each command of its own, and return the actions.

    Raises:
        KeyError: A command has no deed.
    """
    ours = [command for command in COMMANDS if command.group is not CommandGroup.LIVE]
    return _bound(window, ours, deeds, Qt.ShortcutContext.WindowShortcut)


def bind_live(
    page: QWidget, deeds: Mapping[CommandKey, Callable[[], None]]
) -> dict[CommandKey, QAction]:
    """Give the page of a live meeting its actions, and return them.

    Raises:
        KeyError: A command has no deed.
    """
    ours = [command for command in COMMANDS if command.group is CommandGroup.LIVE]
    return _bound(page, ours, deeds, Qt.ShortcutContext.WidgetWithChildrenShortcut)


def _bound(
    widget: QWidget,
    commands: Iterable[Command],
    deeds: Mapping[CommandKey, Callable[[], None]],
    context: Qt.ShortcutContext,
) -> dict[CommandKey, QAction]:
    actions = {}
    for command in commands:
        action = QAction(command.words, widget)
        if not command.page_first:
            action.setShortcuts([each for keys in command.keys for each in _sequences(keys)])
            action.setShortcutContext(context)
        action.triggered.connect(deeds[command.key])
        widget.addAction(action)
        actions[command.key] = action
    return actions


def _sequences(keys: str) -> list[QKeySequence]:
    # To Qt only the key of the number pad is Enter.
    names = dict.fromkeys((keys, keys.replace("Enter", "Return")))
    return [QKeySequence(name) for name in names]
