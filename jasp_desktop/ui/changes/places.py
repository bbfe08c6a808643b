"""Where a change leads."""

from jasp_desktop.domain.register_changes import RegisterChange
from jasp_desktop.ui.places import PageKey, Place


def place_of(change: RegisterChange) -> Place | None:
    """Return the page that shows what changed; None where no page does."""
    if change.subject.table == "question":
        return Place(PageKey.QUESTIONS, change.subject.uid)
    if change.subject.table == "panel_action":
        return Place(PageKey.PANEL_ACTIONS)
    if change.findings:
        return Place(PageKey.FINDING, change.findings[0])
    return Place(PageKey.REPORT, change.reports[0]) if change.reports else None
