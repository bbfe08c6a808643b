"""Finds the report and the finding that a tracker's row is about, or brings them in."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from jasp_desktop.domain.identity import FindingUid, ReportUid, imported_uid
from jasp_desktop.domain.records import Finding, Report
from jasp_desktop.domain.tracker_keys import folded, plain_number
from jasp_desktop.domain.trackers import TrackerRow
from jasp_desktop.domain.vocabulary import FindingKind

_KINDS = (
    (re.compile(r"accelerated"), FindingKind.ACCELERATED_CAUSE_OF_CONCERN),
    (re.compile(r"(?<!accelerated )cause (?:of|for) concern|\bcoc\b"),
     FindingKind.CAUSE_OF_CONCERN),
    (re.compile(r"\bafis?\b|areas? for improvement|for further improvement"),
     FindingKind.AREA_FOR_IMPROVEMENT),
    (re.compile(r"practice"), FindingKind.PROMISING_PRACTICE),
    (re.compile(r"key finding"), FindingKind.KEY_FINDING),
    (re.compile(r"\brec(?:om+endations?|s)?\b"), FindingKind.RECOMMENDATION),
)  # fmt: skip

type Same = Callable[[str, Sequence[str]], Sequence[int]]
"""Gives the places of the texts that say the same as another, the likest first; all folded."""


@lru_cache(maxsize=256)
def kind_of_finding(words: str | None) -> FindingKind | None:
    """Return what kind of finding a tracker's words name; None for none, or several."""
    plain = folded(words)
    found = [kind for pattern, kind in _KINDS if pattern.search(plain)]
    return found[0] if len(found) == 1 else None


class _Texts[R: (Report, Finding)]:
    """Records with the texts by which they are found."""

    def __init__(self) -> None:
        self._records: list[R] = []
        self._texts: list[str] = []
        self._exact: defaultdict[str, list[R]] = defaultdict(list)

    def add(self, record: R, text: str) -> None:
        """Let a record be found by a text."""
        plain = folded(text)
        self._records.append(record)
        self._texts.append(plain)
        self._exact[plain].append(record)

    def find(self, text: str, same: Same) -> list[R]:
        """Return the records whose text is this one, else those that say the same."""
        plain = folded(text)
        exact = self._exact.get(plain)
        return exact or [self._records[place] for place in same(plain, self._texts)]


class _OneReport:
    """The findings of a report, by their numbers, their texts, and what they are part of."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.by_number: defaultdict[str, list[Finding]] = defaultdict(list)
        self.by_text = _Texts[Finding]()
        self.without_number = _Texts[Finding]()
        self.parts: defaultdict[FindingUid, list[Finding]] = defaultdict(list)
        self.last = 0
        for finding in findings:
            self.add(finding)

    def add(self, finding: Finding) -> None:
        """Take a finding in."""
        number = plain_number(finding.number)
        if number:
            self.by_number[number].append(finding)
        else:
            self.without_number.add(finding, finding.text)
        self.by_text.add(finding, finding.text)
        if finding.parent is not None:
            self.parts[finding.parent].append(finding)
        self.last = max(self.last, finding.position)

    def find(self, row: TrackerRow, same: Same) -> Finding | None:
        """Return the finding that a row is about: by its number, else by its words."""
        number, kind = plain_number(row.finding_number), kind_of_finding(row.finding_kind)
        texts = self.without_number if number else self.by_text
        numbered = self.by_number.get(number, []) if number else []
        if of_kind := [each for each in numbered if kind in {None, each.kind}]:
            if len(of_kind) == 1:
                return of_kind[0]
            texts = _OneReport(of_kind).by_text
        found = texts.find(row.finding_text, same) if row.finding_text else []
        return found[0] if found else None

    def find_part(self, row: TrackerRow, whole: Finding, same: Same) -> Finding | None:
        """Return the part of a finding that a row is about."""
        parts = self.parts.get(whole.uid, [])
        if row.sub_number:
            number = plain_number(row.sub_number)
            numbers = {number, f"{plain_number(whole.number)}.{number}"}
            found = [each for each in parts if plain_number(each.number) in numbers]
        else:
            found = _OneReport(parts).by_text.find(row.sub_text or "", same)
        return found[0] if found else None


@dataclass
class FindingPlaces:
    """The reports and findings of the register, and those that one file brings in.

    ``findings_of`` reads the findings of a report; ``fallback`` is the report of every row that
    names none, ``kind`` what a new finding is where its row does not say.
    """

    tracker: str
    reports: Sequence[Report]
    findings_of: Callable[[ReportUid], Sequence[Finding]]
    same: Same
    fallback: ReportUid | None
    kind: FindingKind = FindingKind.OTHER
    added: list[Report | Finding] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._source = folded(self.tracker)
        self._titles = _Texts[Report]()
        for report in self.reports:
            for name in dict.fromkeys((report.title, report.short_title)):
                if name:
                    self._titles.add(report, name)
        self._known: dict[tuple[str, date | None], ReportUid | None] = {}
        self._open: dict[ReportUid, _OneReport] = {}

    def report_of(self, row: TrackerRow) -> ReportUid | None:
        """Return the report that a row is about; a new one where the row brings its finding too."""
        if not row.report:
            return self.fallback
        title = (folded(row.report), row.published)
        if title not in self._known:
            self._known[title] = self._report_titled(row.report, row.published)
        if self._known[title] is None and row.finding_text:
            self._known[title] = self._new_report(row.report, row.published)
        return self._known[title]

    def findings_for(self, row: TrackerRow) -> tuple[FindingUid, ...]:
        """Return the finding that a row is about, brought in where it is new; none if unknown."""
        report = self.report_of(row)
        if report is None:
            return ()
        if report not in self._open:
            self._open[report] = _OneReport(self.findings_of(report))
        within = self._open[report]
        finding = within.find(row, self.same)
        if finding is None and row.finding_text:
            finding = self._new_finding(row, report, within, row.finding_text)
        if finding is not None and (row.sub_text or row.sub_number):
            finding = self._part(row, within, finding) or finding
        return (finding.uid,) if finding else ()

    def _report_titled(self, title: str, published: date | None) -> ReportUid | None:
        found = {report.uid: report for report in self._titles.find(title, self.same)}
        near = [uid for uid, each in found.items() if _published_alike(each, published)]
        return near[0] if len(near) == 1 else None

    def _new_report(self, title: str, published: date | None) -> ReportUid:
        said = "\x1f".join((folded(title), str(published or "")))
        uid = ReportUid(imported_uid("report", self._source, said))
        if uid not in {each.uid for each in self.reports}:
            self.added.append(Report(uid=uid, title=" ".join(title.split()), published=published))
            self._open[uid] = _OneReport(())
        return uid

    def _part(self, row: TrackerRow, within: _OneReport, whole: Finding) -> Finding | None:
        """Return the part of a finding that a row is about, so that its words are not lost."""
        part = within.find_part(row, whole, self.same)
        if part is not None or not row.sub_text or row.sub_text == row.finding_text:
            return part
        return self._take_in(
            Finding(
                uid=self._finding_uid(whole.uid, row.sub_number, row.sub_text),
                report=whole.report,
                parent=whole.uid,
                kind=whole.kind,
                number=row.sub_number,
                text=row.sub_text,
                position=within.last + 1,
            ),
            within,
        )

    def _new_finding(
        self, row: TrackerRow, report: ReportUid, within: _OneReport, text: str
    ) -> Finding:
        return self._take_in(
            Finding(
                uid=self._finding_uid(report, row.finding_number, text),
                report=report,
                kind=kind_of_finding(row.finding_kind) or self.kind,
                number=row.finding_number,
                text=text,
                position=within.last + 1,
            ),
            within,
        )

    def _finding_uid(self, owner: str, number: str | None, text: str) -> FindingUid:
        said = "\x1f".join((owner, plain_number(number), folded(text)))
        return FindingUid(imported_uid("finding", self._source, said))

    def _take_in(self, finding: Finding, within: _OneReport) -> Finding:
        within.add(finding)
        self.added.append(finding)
        return finding


def _published_alike(report: Report, published: date | None) -> bool:
    """Tell whether the days of publication leave it open that the two are one report.

    A day that is known to the month only agrees with any day of it.
    """
    known = report.published_on
    if known is None or published is None:
        return True
    return known.first <= published <= known.last
