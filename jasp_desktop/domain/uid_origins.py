"""What a uid tells of where its record came from (see ``identity``)."""

from datetime import UTC, datetime
from uuid import UUID

from jasp_desktop.domain.identity import Uid

_BY_HAND, _IMPORTED = 7, 5


def made_by_hand_at(uid: Uid) -> datetime | None:
    """Return when a person made the record; None for any other.

    RFC 9562, section 5.7: the first 48 bits of a version 7 are Unix milliseconds.
    """
    found = _parsed(uid)
    if found is None or found.version != _BY_HAND:
        return None
    try:
        return datetime.fromtimestamp((found.int >> 80) / 1000, UTC)
    except (OverflowError, ValueError, OSError):
        return None


def is_imported(uid: Uid) -> bool:
    """Tell whether the record was read from a file."""
    found = _parsed(uid)
    return found is not None and found.version == _IMPORTED


def _parsed(uid: Uid) -> UUID | None:
    try:
        return UUID(uid)
    except ValueError:
        return None
