"""The date of the panel's data, which moves on with what is imported."""

from dataclasses import replace
from datetime import date

from jasp_desktop.domain.changes import Change
from jasp_desktop.domain.records import Panel

UNNAMED_PANEL = "Joint Audit and Scrutiny Panel"
UNNAMED_FORCE = "Force not named yet"


def moved_on(before: Panel | None, day: date) -> Change[Panel] | None:
    """Return the change of the panel's date to a day; None where it is as late already.

    A register without a panel gets one that has still to be named.
    """
    panel = before or Panel(name=UNNAMED_PANEL, force=UNNAMED_FORCE)
    if panel.as_at is not None and panel.as_at >= day:
        return None
    return Change(before, replace(panel, as_at=day))
