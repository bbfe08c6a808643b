"""Makes a proposal of a letter or a report page: the report, findings, responses and answers."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.imports import RowCounts
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.vocabulary import BatchKind
from jasp_desktop.exchange.letters.file_words import read_file, words_as_source
from jasp_desktop.exchange.letters.letter_reading import read_letter
from jasp_desktop.exchange.letters.letter_records import LetterRecords
from jasp_desktop.exchange.letters.source_text import SourceText
from jasp_desktop.exchange.proposals import Proposal, UnreadLine
from jasp_desktop.exchange.reading_child import TooLargeFile, refused
from jasp_desktop.exchange.reading_limits import Refusal

_LONGEST_PASTE = 1_000_000


def propose(path: Path, *, today: date, progress: Progress) -> Proposal:
    """Return what a letter or page file proposes; parses it in a child process.

    Raises:
        UnreadableFile: The file cannot be read, with the reason in one sentence.
        Cancelled: ``progress`` asked for a stop.
    """
    return propose_from_text(read_file(path, progress), today=today)


def propose_text(name: str, text: str, *, today: date, progress: Progress) -> Proposal:
    """Return what pasted words propose; ``name`` is what the certificate calls them.

    Raises:
        UnreadableFile: There are no words, or too many, with the reason in one sentence.
        Cancelled: ``progress`` asked for a stop.
    """
    if not text.strip():
        raise refused(Refusal.EMPTY, name)
    if len(text) > _LONGEST_PASTE:
        raise TooLargeFile(
            f"“{name}” has more than {_LONGEST_PASTE:,} characters; paste the letter alone."
        )
    progress.report(0, 1, f"Reading {name}")
    return propose_from_text(words_as_source(text, name), today=today)


def propose_from_text(source: SourceText, *, today: date) -> Proposal:
    """Return what a letter's or page's words propose; dates after ``today`` are no letter's."""
    letter = read_letter(source.blocks, today)
    made = LetterRecords(source, letter).made()
    evidence = {uid: tuple(sorted(lines)) for uid, lines in made.evidence.items() if lines}
    return Proposal(
        file=source.file,
        sha256=source.sha256,
        kind=BatchKind.RESPONSE_LETTER if letter.is_response else BatchKind.REPORT_PAGE,
        records=tuple(made.records),
        evidence=evidence,
        rows=RowCounts(read=len(made.records), added=len(made.records)),
        problems=tuple(made.problems),
        not_understood=_unread(source, evidence),
        source=source.lines,
    )


def _unread(source: SourceText, evidence: Mapping[Uid, tuple[int, ...]]) -> tuple[UnreadLine, ...]:
    read = {line for lines in evidence.values() for line in lines}
    return tuple(
        UnreadLine(number, line)
        for number, line in enumerate(source.lines, 1)
        if line.strip() and number not in read
    )
