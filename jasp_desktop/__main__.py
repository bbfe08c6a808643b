"""Starts the program: the window, a command without one, or the child that reads a foreign file.

Nothing heavy is imported before it is known which of the three is wanted.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

OLDEST_PYTHON = (3, 12)

_READ_FILE = "--read-file"
_COMMANDS = frozenset(
    {"import", "undo-import", "certificate", "export", "brief", "backup", "check"}
)
_FOR_THE_WINDOW = frozenset({"--self-check", "--exit-after"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return 0 for done, 1 for refused with a sentence, 2 for wrong usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if sentence := python_fault(sys.version_info[:2]):
        return _refuse(sentence)
    if given[:1] == [_READ_FILE]:
        child: int = import_module("jasp_desktop.exchange.reading_child").child_main(given[1:])
        return child
    if is_for_the_command_line(given):
        done: int = import_module("jasp_desktop.cli").main(given)
        return done
    return _open_window(_parsed(given))


def python_fault(version: tuple[int, int]) -> str | None:
    """Return why this Python cannot run the program; None when it can.

    On older ones PySide6 loses a reference at every call and aborts after a few thousand.
    """
    if version >= OLDEST_PYTHON:
        return None
    wanted, found = (".".join(map(str, each)) for each in (OLDEST_PYTHON, version))
    return f"JASP Desktop needs Python {wanted} or later; this is Python {found}."


def is_for_the_command_line(arguments: Sequence[str]) -> bool:
    """Tell whether these arguments ask for something that needs no window."""
    words = set(_without_values(arguments))
    if words & _FOR_THE_WINDOW:
        return False
    if words & {"-h", "--help", "--version"}:
        return True
    known = {"--demo", "--home", *_FOR_THE_WINDOW}
    first = next((word for word in _without_values(arguments) if not word.startswith("-")), None)
    has_strange_option = any(word.startswith("-") and word not in known for word in words)
    return first in _COMMANDS or has_strange_option


def _without_values(arguments: Sequence[str]) -> list[str]:
    """Return the arguments without what follows ``--home`` and ``--exit-after``."""
    kept, skips = [], False
    for word in arguments:
        if not skips:
            kept.append(word.partition("=")[0])
        skips = not skips and word in {"--home", "--exit-after"}
    return kept


def _parsed(arguments: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="jasp-desktop", add_help=False)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--demo", action="store_true")
    parser.add_argument("--self-check", action="store_true")
    parser.add_argument("--exit-after", choices=["first-paint", "data"])
    return parser.parse_args(arguments)


def _open_window(options: Namespace) -> int:
    needs = import_module("jasp_desktop.system_needs")
    sentence: str | None = needs.missing(off_screen=options.self_check)
    if sentence is not None:
        return _refuse(sentence)
    app = import_module("jasp_desktop.app")
    if options.self_check:
        checked: int = app.self_check()
        return checked
    opened: int = app.main(
        home=options.home, is_demo=options.demo, file=options.file, leave_at=options.exit_after
    )
    return opened


def _refuse(sentence: str) -> int:
    if sys.stderr is not None:
        sys.stderr.write(sentence + "\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
