"""Why an import cannot be taken back."""

from jasp_desktop.domain.identity import ImportBatchUid
from jasp_desktop.services.undoing import ImportStands, UndoService


def why_not(undoing: UndoService, batch: ImportBatchUid) -> tuple[str, ...]:
    """Return the reasons; empty where it can be taken back."""
    try:
        undoing.undoing(batch)
    except ImportStands as standing:
        return standing.reasons
    return ()
