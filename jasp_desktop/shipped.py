"""Where the files that travel with the program are, however it was started."""

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(folder: str) -> Path:
    """Return the top-level folder ``resources`` or ``db``.

    It stands beside the package in a source tree, inside it in an installed wheel, and beside the
    unpacked program in a frozen build.

    Raises:
        FileNotFoundError: The installation is incomplete.
    """
    frozen: str | None = getattr(sys, "_MEIPASS", None)
    roots = [Path(frozen)] if frozen else [_PACKAGE / "_shipped", _PACKAGE.parent]
    for root in roots:
        if (found := root / folder).is_dir():
            return found
    raise FileNotFoundError(folder)
