"""Put on paper what changed between two states of a register."""

from jasp_desktop.briefs.sections.changes import changes_of_panel
from jasp_desktop.briefs.writing import printed_document
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.records import Panel
from jasp_desktop.domain.register_changes import Comparison
from jasp_desktop.services.panel_dates import UNNAMED_FORCE, UNNAMED_PANEL


def printed_changes(comparison: Comparison, progress: Progress) -> bytes:
    """Return the changes as the bytes of a PDF.

    Raises:
        Cancelled: The person asked for a stop.
    """
    panel = comparison.until.panel or Panel(name=UNNAMED_PANEL, force=UNNAMED_FORCE)
    return printed_document(changes_of_panel(panel, comparison), progress=progress)[0]
