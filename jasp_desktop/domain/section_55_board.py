"""Every report's section 55 position, clock and dates, and the recommendations not explained.

Section 55(5B) asks that the comments explain, for each recommendation, what is done or proposed, or
why nothing is. Areas for improvement are not named there. The board shows what the register holds;
it gives no verdict.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.identity import FindingUid
from jasp_desktop.domain.records import Finding, Report, Response, ResponseItem
from jasp_desktop.domain.section55 import Section55Clock
from jasp_desktop.domain.vocabulary import FindingKind, ResponsePosition, Section55Position

_NONE_DUE = frozenset({Section55Position.NOT_REQUIRED, Section55Position.COVERED_BY_FORCE_REPORT})


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardLine:
    """A report on the board; ``unexplained`` in the order of the report."""

    report: Report
    clock: Section55Clock | None
    responses: tuple[Response, ...]
    recommendations: int
    unexplained: tuple[Finding, ...]

    @property
    def position_words(self) -> str:
        """Return whether comments are due."""
        position = self.report.s55_position
        return position.words if position else Section55Position.TO_BE_DECIDED.words

    @property
    def is_to_be_decided(self) -> bool:
        """Tell whether nobody has said yet if comments are due."""
        return self.report.s55_position in {None, Section55Position.TO_BE_DECIDED}

    @property
    def is_running(self) -> bool:
        """Tell whether a clock runs and no comments have been seen."""
        return self.clock is not None and self.clock.is_running

    @property
    def asks_for_explanations(self) -> bool:
        """Tell whether comments of the PCC's own are, or may be, due."""
        return self.report.s55_position not in _NONE_DUE

    @property
    def lacks_explanation(self) -> bool:
        """Tell whether comments came and leave a recommendation without an explanation."""
        return bool(self.responses and self.unexplained and self.asks_for_explanations)

    @property
    def explanation_words(self) -> str:
        """Return how many recommendations are explained, for a column."""
        if not self.recommendations:
            return "None made"
        if not self.asks_for_explanations:
            return "None due"
        if not self.responses:
            return "No comments yet"
        if not self.unexplained:
            return f"All {self.recommendations} explained"
        return f"{len(self.unexplained)} of {self.recommendations} not"

    @property
    def explanation_sentence(self) -> str:
        """Return the same as a sentence."""
        count, left = self.recommendations, len(self.unexplained)
        if not count:
            return "The report makes no recommendation; its findings stand alone."
        what = "1 recommendation" if count == 1 else f"{count} recommendations"
        if not self.asks_for_explanations:
            return f"It makes {what}; no comments of the PCC’s own are due on it."
        if not self.responses:
            return f"It makes {what}; the register holds no comments yet."
        if not left:
            return f"It makes {what}; the comments hold a passage on each."
        without = f"on {left} of them" if count > 1 else "on it"
        return f"It makes {what}; the comments hold no passage {without}."


def explained_by(passages: Iterable[ResponseItem]) -> frozenset[FindingUid]:
    """Return the findings on which some passages say what is done, or why nothing is."""
    return frozenset(uid for passage in passages if explains(passage) for uid in passage.findings)


def explains(passage: ResponseItem) -> bool:
    """Tell whether a passage says what is done, or why nothing is."""
    return bool(passage.text.strip()) and passage.position is not ResponsePosition.NOT_ADDRESSED


def board_line(
    report: Report,
    clock: Section55Clock | None,
    responses: Sequence[Response],
    findings: Sequence[Finding],
    explained: Collection[FindingUid],
) -> BoardLine:
    """Return a report's line; ``explained`` holds the uids of findings with an explanation."""
    asked = [each for each in findings if each.kind is FindingKind.RECOMMENDATION]
    return BoardLine(
        report=report,
        clock=clock,
        responses=tuple(responses),
        recommendations=len(asked),
        unexplained=tuple(each for each in asked if each.uid not in explained),
    )


class BoardFilter(StrEnum):
    """Which reports the board shows."""

    ALL = "all"
    RUNNING = "running"
    ANSWERED = "answered"
    TO_BE_DECIDED = "to_be_decided"
    NOT_EXPLAINED = "not_explained"

    def shows(self, line: BoardLine) -> bool:
        """Tell whether a report is among them."""
        return _SHOWS[self](line)


_SHOWS: dict[BoardFilter, Callable[[BoardLine], bool]] = {
    BoardFilter.ALL: lambda _: True,
    BoardFilter.RUNNING: lambda line: line.is_running,
    BoardFilter.ANSWERED: lambda line: line.clock is not None and not line.is_running,
    BoardFilter.TO_BE_DECIDED: lambda line: line.is_to_be_decided,
    BoardFilter.NOT_EXPLAINED: lambda line: line.lacks_explanation,
}


def response_dates(response: Response) -> str:
    """Return the four dates of a response; each that is missing is said to be."""
    written, published = response.written_on, response.published_on
    copies = (
        ("HMICFRS", response.copied_hmicfrs),
        ("the Home Secretary", response.copied_home_secretary),
    )
    parts = (
        f"Letter {written.words}" if written else "Letter’s date not recorded",
        f"published {published.words}" if published else "publication not recorded",
        *(
            f"copied to {who} {in_words(day)}" if day else f"copy to {who} not recorded"
            for who, day in copies
        ),
    )
    return "; ".join(parts)
