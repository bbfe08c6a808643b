"""Opens the sample data in a window and a throw-away home of its own."""

import sys

from PySide6.QtCore import QProcess

from jasp_desktop.domain.errors import UserError


def open_samples() -> None:
    """Start a second copy of the program on the sample data.

    Raises:
        UserError: It did not start.
    """
    is_frozen = getattr(sys, "frozen", False)
    arguments = ["--demo"] if is_frozen else ["-m", "jasp_desktop", "--demo"]
    started, _process = QProcess.startDetached(sys.executable, arguments)
    if not started:
        raise UserError("The sample data did not open. Start “jasp-desktop --demo” instead.")
