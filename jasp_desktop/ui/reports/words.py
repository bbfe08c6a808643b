"""The words of reports: how they apply, what they count, where their clocks stand."""

from collections.abc import Sequence

from jasp_desktop.domain.dates import PartialDate, in_table
from jasp_desktop.domain.listings import ReportLine
from jasp_desktop.domain.records import Report, Response
from jasp_desktop.domain.section55 import PERIOD_DAYS, Section55Clock
from jasp_desktop.domain.vocabulary import FindingKind, Section55Position
from jasp_desktop.ui.counting import counted

_SHORT_COUNTS = {
    FindingKind.CAUSE_OF_CONCERN: ("cause of concern", "causes of concern"),
    FindingKind.ACCELERATED_CAUSE_OF_CONCERN: (
        "accelerated cause of concern",
        "accelerated causes of concern",
    ),
    FindingKind.RECOMMENDATION: ("recommendation", "recommendations"),
    FindingKind.AREA_FOR_IMPROVEMENT: ("AFI", "AFIs"),
    FindingKind.PROMISING_PRACTICE: ("promising practice", "promising practices"),
    FindingKind.KEY_FINDING: ("key finding", "key findings"),
    FindingKind.OTHER: ("other finding", "other findings"),
}
_NO_CLOCK = {
    Section55Position.NOT_REQUIRED: ("Not required", ""),
    Section55Position.COVERED_BY_FORCE_REPORT: ("Covered", "by the force’s own report"),
}
NO_RECOMMENDATIONS = "None. Its findings stand alone."


def published_words(report: Report, *, short: bool = False) -> str:
    """Return when it was published, as exactly as is known."""
    published = report.published_on
    if published is None:
        return "Date not known"
    return short_date(published) if short else published.words


def short_date(day: PartialDate) -> str:
    """Return a date for a column, as exactly as is known."""
    return in_table(day.value) if day.is_to_the_day else day.words


def applies_words(report: Report) -> str:
    """Return how a report touches the force."""
    return report.force_position.words if report.force_position else "Not decided yet"


def counts_words(counts: Sequence[tuple[FindingKind, int]]) -> str:
    """Return “5 recommendations, 2 AFIs”."""
    return ", ".join(_count_words(kind, count) for kind, count in counts) or "No findings"


def _count_words(kind: FindingKind, count: int) -> str:
    one, many = _SHORT_COUNTS.get(kind, (kind.in_sentence, kind.in_sentence))
    return counted(count, one, many)


def clock_state(line: ReportLine) -> tuple[str, str]:
    """Return where the section 55 clock of a report stands, and a remark, for a list."""
    position, clock = line.report.s55_position, line.clock
    if clock is None:
        no_clock = ("No clock", "") if position else ("To be decided", "")
        return _NO_CLOCK.get(position, no_clock) if position else no_clock
    day = clock.day_words[0].upper() + clock.day_words[1:]
    if clock.answered is not None:
        return f"Answered {short_date(clock.answered)}", clock.day_words
    if position is Section55Position.VOLUNTARY:
        return day, "comments voluntary"
    return day, clock.last_day_short


def is_past(clock: Section55Clock | None) -> bool:
    """Tell whether a running clock is known to be beyond day 56."""
    return (
        clock is not None and clock.is_running and clock.is_certain and clock.day[0] > PERIOD_DAYS
    )


def clock_sentences(clock: Section55Clock) -> str:
    """Return the clock as sentences, with a range and no verdict where a day is not known."""
    day = clock.day_words[0].upper() + clock.day_words[1:]
    last = clock.last_day_words[0].upper() + clock.last_day_words[1:]
    if clock.answered is None:
        words = f"{day}. {last}. Comments not seen in this register."
    else:
        words = f"Answered {clock.answered.words}: {clock.day_words}. {last}."
    if not clock.is_certain:
        words += " One of the two dates is known only to its month, so no day is certain."
    return words


def author_words(response: Response) -> str:
    """Return who wrote a response, the role first unless the author's words hold it."""
    role, author = response.author_role.words, response.author or ""
    if role.casefold() in author.casefold():
        return author
    return f"{role}, {author}" if author else role


def response_dates(response: Response) -> str:
    """Return every date of a response that is known."""
    parts = []
    if response.written_on:
        parts.append(f"letter {response.written_on.words}")
    if response.published_on:
        parts.append(f"published {response.published_on.words}")
    if response.copied_hmicfrs:
        parts.append(f"copied to HMICFRS {in_table(response.copied_hmicfrs)}")
    if response.copied_home_secretary:
        parts.append(f"copied to the Home Secretary {in_table(response.copied_home_secretary)}")
    return ", ".join(parts) or "no date known"
