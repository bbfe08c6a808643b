"""Numbers with what they count."""

_NO_BREAK = "\u00a0"


def counted(count: int, one: str, many: str = "") -> str:
    """Return “1 action” or “7 actions”."""
    return f"{count:,}{_NO_BREAK}{one if count == 1 else many or one + 's'}"
