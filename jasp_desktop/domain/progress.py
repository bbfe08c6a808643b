"""How long work tells the outside world where it stands."""

from typing import Protocol


class Progress(Protocol):
    """Receives progress."""

    def report(self, done: int, total: int, words: str) -> None:
        """Take note of ``done`` of ``total`` steps.

        Raises:
            Cancelled: The person asked for a stop since the last report.
        """


class Silent:
    """Progress for callers that do not care."""

    def report(self, done: int, total: int, words: str) -> None:
        """Accept and drop the report."""
