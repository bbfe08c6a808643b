"""A row's report and finding are found by title, number and words, or brought in once."""

from collections.abc import Sequence
from datetime import date

import pytest

from jasp_desktop.domain.dates import DatePrecision
from jasp_desktop.domain.identity import FindingUid, ReportUid, Uid
from jasp_desktop.domain.records import Finding, Report
from jasp_desktop.domain.tracker_findings import FindingPlaces, kind_of_finding
from jasp_desktop.domain.trackers import TrackerRow
from jasp_desktop.domain.vocabulary import FindingKind

PEEL = Report(
    uid=ReportUid(Uid("00000000-0000-7000-8000-000000000001")),
    title="Trent Vale PEEL 2025–2027",
    short_title="PEEL 2025",
    published=date(2025, 7, 1),
    published_precision=DatePrecision.MONTH,
)
OTHER_PEEL = Report(
    uid=ReportUid(Uid("00000000-0000-7000-8000-000000000002")),
    title="Trent Vale PEEL 2025–2027",
    published=date(2024, 1, 9),
)
CALLS = "The force needs to answer calls more quickly."


def _finding(place: int, **fields: object) -> Finding:
    said = {"report": PEEL.uid, "kind": FindingKind.RECOMMENDATION, "text": CALLS} | fields
    uid = FindingUid(Uid(f"00000000-0000-7000-8000-0000000001{place:02}"))
    return Finding(uid=uid, position=place, **said)  # type: ignore[arg-type]


def _same(words: str, texts: Sequence[str]) -> list[int]:
    """Call texts the same that have the same first three words."""
    return [n for n, text in enumerate(texts) if text.split()[:3] == words.split()[:3]]


def _places(
    *findings: Finding, reports: Sequence[Report] = (PEEL,), fallback: ReportUid | None = None
) -> FindingPlaces:
    return FindingPlaces(
        tracker="4ACTION",
        reports=reports,
        findings_of=lambda report: [each for each in findings if each.report == report],
        same=_same,
        fallback=fallback,
    )


def _row(report: str | None = "PEEL 2025", **said: str) -> TrackerRow:
    return TrackerRow(number=1, report=report, **said)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Recommendation", FindingKind.RECOMMENDATION),
        ("Recs", FindingKind.RECOMMENDATION),
        ("AFI", FindingKind.AREA_FOR_IMPROVEMENT),
        ("Area for improvement", FindingKind.AREA_FOR_IMPROVEMENT),
        ("Cause for concern", FindingKind.CAUSE_OF_CONCERN),
        ("Accelerated cause of concern", FindingKind.ACCELERATED_CAUSE_OF_CONCERN),
        ("Innovative practice", FindingKind.PROMISING_PRACTICE),
        ("Key finding", FindingKind.KEY_FINDING),
        ("Recommendation / AFI", None),
        ("Other", None),
        (None, None),
    ],
)
def test_the_kind_is_taken_from_words_that_name_one(words: str | None, kind: FindingKind | None):
    assert kind_of_finding(words) is kind


@pytest.mark.parametrize("title", ["PEEL 2025", "trent vale  PEEL 2025–2027", "Trent Vale PEEL"])
def test_a_report_is_found_by_its_titles_and_what_says_the_same(title: str):
    assert _places().report_of(_row(title)) == PEEL.uid


def test_a_row_without_a_title_is_of_the_report_that_the_mapping_names():
    assert _places(fallback=PEEL.uid).report_of(_row(None)) == PEEL.uid
    assert _places().findings_for(_row(None, finding_text=CALLS)) == ()


@pytest.mark.parametrize(
    ("published", "found"),
    [
        (date(2025, 7, 11), PEEL.uid),
        (date(2024, 1, 9), OTHER_PEEL.uid),
        (date(2023, 1, 1), None),
        (None, None),
    ],
)
def test_reports_of_one_title_are_told_apart_by_their_publication(
    published: date | None, found: ReportUid | None
):
    row = TrackerRow(number=1, report=PEEL.title, published=published)
    assert _places(reports=[PEEL, OTHER_PEEL]).report_of(row) == found


def test_an_unknown_title_brings_a_report_where_the_row_has_its_finding():
    places = _places()
    assert places.report_of(_row("Custody")) is None
    first = places.findings_for(_row("Custody", finding_text="Nurses should come."))
    assert places.findings_for(_row("CUSTODY ", finding_text="Nurses should come.")) == first
    report, finding = places.added
    assert isinstance(report, Report)
    assert isinstance(finding, Finding)
    assert (report.title, finding.report, (finding.uid,)) == ("Custody", report.uid, first)
    assert finding.kind is FindingKind.OTHER


def test_a_report_that_an_import_brought_is_found_though_its_title_was_put_right():
    brought = _places()
    brought.findings_for(_row("Custody", finding_text="Nurses should come."))
    report, finding = brought.added
    assert isinstance(report, Report)
    assert isinstance(finding, Finding)
    renamed = Report(uid=report.uid, title="An inspection of cells")
    again = _places(finding, reports=[renamed])
    row = _row("Custody", finding_text="Nurses should come.")
    assert again.findings_for(row) == (finding.uid,)
    assert again.added == []


def test_a_finding_is_found_by_its_number():
    one, two = _finding(1, number="1"), _finding(2, number="Rec 2")
    assert _places(one, two).findings_for(_row(finding_number="2.")) == (two.uid,)


def test_findings_of_one_number_are_told_apart_by_kind_or_words():
    one = _finding(1, number="1")
    two = _finding(
        2, number="1", kind=FindingKind.AREA_FOR_IMPROVEMENT, text="The force should train."
    )
    places = _places(one, two)
    assert places.findings_for(_row(finding_number="1", finding_kind="AFI")) == (two.uid,)
    row = _row(finding_number="1", finding_text="The force should coach.")
    assert places.findings_for(row) == (two.uid,)
    assert places.findings_for(_row(finding_number="1")) == ()
    assert places.added == []


def test_a_finding_without_a_number_is_found_by_its_words():
    one = _finding(1)
    assert _places(one).findings_for(_row(finding_text=CALLS.upper())) == (one.uid,)
    assert _places(one).findings_for(_row(finding_number="4", finding_text=CALLS)) == (one.uid,)


def test_a_number_that_the_report_has_not_brings_a_finding():
    one = _finding(3, number="1")
    places = _places(one)
    row = _row(finding_number="4", finding_text=CALLS, finding_kind="AFI")
    (uid,) = places.findings_for(row)
    (added,) = places.added
    assert isinstance(added, Finding)
    assert (added.uid, added.number, added.position) == (uid, "4", 4)
    assert added.kind is FindingKind.AREA_FOR_IMPROVEMENT
    assert places.findings_for(row) == (uid,)
    assert len(places.added) == 1


def test_the_words_of_a_part_are_kept_as_a_part():
    whole = _finding(1, number="7")
    places = _places(whole)
    row = _row(finding_number="7", sub_number="1", sub_text="By training")
    (uid,) = places.findings_for(row)
    (part,) = places.added
    assert isinstance(part, Finding)
    assert (part.uid, part.parent, part.text) == (uid, whole.uid, "By training")
    assert places.findings_for(row) == (uid,)


@pytest.mark.parametrize(
    "said", [{"sub_number": "1"}, {"sub_number": "7.1"}, {"sub_text": "By train ing x"}]
)
def test_a_part_is_found_by_its_number_or_words(said: dict[str, str]):
    whole = _finding(1, number="7")
    part = _finding(2, number="7.1", parent=whole.uid, text="By train ing all")
    assert _places(whole, part).findings_for(_row(finding_number="7", **said)) == (part.uid,)


@pytest.mark.parametrize("said", [{"sub_number": "9"}, {"sub_text": CALLS, "finding_text": CALLS}])
def test_a_part_without_words_of_its_own_is_the_finding(said: dict[str, str]):
    whole = _finding(1, number="7")
    places = _places(whole)
    assert places.findings_for(_row(finding_number="7", **said)) == (whole.uid,)
    assert places.added == []
