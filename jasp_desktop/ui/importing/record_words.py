"""Proposed records in words: their groups, labels, texts and facts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jasp_desktop.domain.dossier import finding_label
from jasp_desktop.domain.field_words import table_words
from jasp_desktop.domain.form_parts import LISTED_TABLES
from jasp_desktop.domain.record_fields import table_of
from jasp_desktop.domain.records import Finding, Record, Report, Response, ResponseItem
from jasp_desktop.domain.vocabulary import FindingKind

_LONGEST_TEXT = 600


@dataclass(frozen=True, slots=True)
class Group:
    """The proposed records of one table."""

    title: str
    records: tuple[Record, ...]


def grouped(records: Iterable[Record]) -> list[Group]:
    """Return records in groups, in the order in which a person reads a letter."""
    tables: dict[str, list[Record]] = {table: [] for table in LISTED_TABLES}
    for record in records:
        tables.setdefault(table_of(record), []).append(record)
    return [
        Group(_title(table, len(found)), tuple(found)) for table, found in tables.items() if found
    ]


def _title(table: str, count: int) -> str:
    words = table_words(table)
    return words.one if count == 1 else words.several


def label_of(record: Record) -> str:
    """Return what a record is called beside its tick."""
    if isinstance(record, Report):
        return record.kind.words
    if isinstance(record, Finding):
        is_plain = record.kind is FindingKind.OTHER and not record.number
        return "Finding" if is_plain else finding_label(record)
    if isinstance(record, Response):
        return record.author or record.author_role.words
    if isinstance(record, ResponseItem):
        return record.position.words if record.position else "Passage"
    return _title(table_of(record), 1)


def text_of(record: Record) -> str:
    """Return a record's own words, cut where they are very long."""
    if isinstance(record, Report):
        return record.title
    for attribute in ("text", "title", "name"):
        words = getattr(record, attribute, None)
        if isinstance(words, str) and words:
            cut = words[:_LONGEST_TEXT].rstrip()
            return words if len(words) <= _LONGEST_TEXT else f"{cut}…"
    return ""


def facts_of(record: Record) -> str:
    """Return a record's dates and names in one sentence-like line."""
    if isinstance(record, Report):
        return _joined(_report_facts(record))
    if isinstance(record, Finding):
        return _joined(
            [
                record.theme,
                f"for {', '.join(record.addressees)}" if record.addressees else None,
                f"by {record.deadline_words}" if record.deadline_words else None,
            ]
        )
    if isinstance(record, Response):
        written, published = record.written_on, record.published_on
        return _joined(
            [
                record.author_role.words if record.author else None,
                f"letter of {written.words}" if written else "letter not dated",
                f"published {published.words}" if published else None,
            ]
        )
    if isinstance(record, ResponseItem):
        count = len(record.findings)
        return (
            f"Answers {table_words('finding').counted(count)}"
            if count
            else "Answers no one finding"
        )
    return ""


def _report_facts(report: Report) -> Sequence[str | None]:
    published = report.published_on
    return [
        f"published {published.words}" if published else "no date of publication",
        report.scope.words if report.scope else None,
        f"this force: {report.force_position.in_sentence}" if report.force_position else None,
        ", ".join(report.inspectorates) or None,
        ", ".join(report.areas) or None,
    ]


def _joined(parts: Iterable[str | None]) -> str:
    words = "; ".join(part for part in parts if part)
    return words[:1].upper() + words[1:]


def lines_words(lines: Sequence[int]) -> str:
    """Return “Line 5” or “Lines 9–11, 14”."""
    if not lines:
        return ""
    runs: list[list[int]] = []
    for line in sorted(lines):
        if runs and line == runs[-1][-1] + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    spans = [f"{run[0]}" if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    return f"{'Line' if len(lines) == 1 else 'Lines'} {', '.join(spans)}"
