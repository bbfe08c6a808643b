"""People who ask for a stop while work goes on."""

from jasp_desktop.domain.errors import Cancelled


class Stopping:
    """Progress whose person asks for a stop once it was reported so often."""

    def __init__(self, after: int = 0) -> None:
        self._left = after

    def report(self, done: int, total: int, words: str) -> None:
        """Stop the work when its time has come."""
        del done, total, words
        self._left -= 1
        if self._left < 0:
            raise Cancelled
