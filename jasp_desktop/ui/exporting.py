"""Ask where, and write a list or the whole register there in the worker."""

import re
from collections.abc import Callable
from pathlib import Path

from jasp_desktop.domain.dates import in_table
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.progress import Progress
from jasp_desktop.services.exports import Exported, write_list
from jasp_desktop.ui.page import ShownList
from jasp_desktop.ui.workspace import Workspace

_EMPTY = "The register is empty: there is nothing to export yet."
_REGISTER_KINDS = (
    "Open format (*.json);;Workbook of every list (*.xlsx);;Actions as a tracker (*.csv)"
)
_LIST_KINDS = "Workbook of this list (*.xlsx);;CSV of this list (*.csv);;Whole register (*.json)"
# What no system takes in a file’s name.
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def export_register(workspace: Workspace) -> None:
    """Export the whole register in the kind of file that the person names."""
    path = _asked(workspace, "Export the register", "Register", ".json", _REGISTER_KINDS)
    if path is not None:
        _start(workspace, lambda progress: workspace.desk.export(path, progress))


def export_list(workspace: Workspace, shown: ShownList) -> None:
    """Export the list that a page shows, or the whole register where that is chosen."""
    path = _asked(workspace, f"Export {shown.title}", shown.title, ".xlsx", _LIST_KINDS)
    if path is None:
        return
    if path.suffix.casefold() == ".json":
        _start(workspace, lambda progress: workspace.desk.export(path, progress))
        return
    panel = workspace.desk.register.panel()
    as_at = panel.as_at if panel else None
    _start(workspace, lambda progress: write_list(shown.gather(progress), path, as_at, progress))


def _asked(workspace: Workspace, title: str, name: str, suffix: str, kinds: str) -> Path | None:
    panel = workspace.desk.register.panel()
    if panel is None:
        workspace.notices.tell(_EMPTY)
        return None
    day = f" {in_table(panel.as_at)}" if panel.as_at else ""
    suggested = _NOT_IN_NAMES.sub(" ", f"{name}{day}".replace("\u00a0", " "))
    return workspace.files.save_file(title, f"{suggested}{suffix}", kinds)


def _start(workspace: Workspace, work: Callable[[Progress], Exported]) -> None:
    notices = workspace.notices
    job = workspace.jobs.start("Exporting", work)

    def tell(done: Exported) -> None:
        notices.tell(done.sentence)

    def fail(error: Exception) -> None:
        if isinstance(error, UserError):
            notices.fail(str(error))

    job.succeeded.connect(tell)
    job.failed.connect(fail)
