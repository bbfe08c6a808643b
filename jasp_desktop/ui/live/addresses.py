"""How the places of a live meeting are written down."""

from jasp_desktop.domain.identity import MeetingUid
from jasp_desktop.ui.places import PageKey, Place

AFTER = "after"


def live_place(meeting: MeetingUid, question: str | None = None) -> Place:
    """Return where a meeting is held, at a question or where it was left."""
    return Place(PageKey.LIVE, meeting, question)


def after_place(meeting: MeetingUid) -> Place:
    """Return where what is left to do stands once a meeting is over."""
    return Place(PageKey.LIVE, meeting, AFTER)
