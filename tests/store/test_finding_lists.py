"""Lists of findings against the same rules worked out in plain Python."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.listings import FindingFilter, FindingLine, FindingOrder, FindingQuery
from jasp_desktop.domain.records import AgendaItem, Finding, Meeting, Record, Report
from jasp_desktop.domain.vocabulary import FindingKind, ForceStatus
from jasp_desktop.services.opening import Desk
from jasp_desktop.store import register
from jasp_desktop.store.database import Database
from jasp_desktop.store.finding_lists import (
    finding_ids,
    finding_lines,
    finding_reference,
    finding_statuses,
    finding_totals,
)
from tests.sample_records import GeneratedRegister, registers
from tests.store.conftest import holding
from tests.store.plain_rules import PlainFinding, PlainRegister


def _lines(database: Database, query: FindingQuery, as_at: date | None) -> list[FindingLine]:
    with database.reading() as session:
        return finding_lines(session, finding_ids(session, query, as_at), as_at)


def _uids(lines: Sequence[FindingLine]) -> set[str]:
    return {line.uid for line in lines}


def _check_filters(database: Database, plain: PlainRegister) -> None:
    with database.reading() as session:
        totals = finding_totals(session, FindingQuery(), plain.as_at)
        statuses = {
            which: finding_statuses(session, FindingQuery(filter=which), plain.as_at)
            for which in FindingFilter
        }
    for which in FindingFilter:
        shown = _lines(database, FindingQuery(filter=which), plain.as_at)
        expected = {each.finding.uid for each in plain.findings if each.is_shown(which)}
        assert _uids(shown) == expected, which
        assert len(shown) == totals[which] == len(expected), which
        words = Counter(each.status for each in plain.findings if each.is_shown(which))
        assert statuses[which] == words, which
    assert totals[FindingFilter.OPEN] + totals[FindingFilter.CLOSED] == totals[FindingFilter.ALL]


def _check_lines(database: Database, plain: PlainRegister) -> None:
    lines = {line.uid: line for line in _lines(database, FindingQuery(), plain.as_at)}
    assert lines.keys() == {each.finding.uid for each in plain.findings}
    for each in plain.findings:
        line = lines[each.finding.uid]
        assert line.force_status == each.status
        assert line.is_open == each.is_open
        assert line.hmicfrs_position == each.position
        assert line.target == min(each.targets, default=None)
        late = max(((plain.as_at or date.min) - due for due in each.overdue), default=timedelta())
        assert line.overdue_days == late.days
        assert line.actions == len(each.actions)
        assert line.overdue_actions == len(each.overdue)
        assert line.moves == each.moves
        assert line.has_response == each.has_response
        assert line.has_evidence == each.has_evidence
        assert line.questions == each.questions
        assert line.reference == finding_reference(each.reference, each.finding)


def _check_orders(database: Database, plain: PlainRegister) -> None:
    by_uid: dict[str, PlainFinding] = {each.finding.uid: each for each in plain.findings}
    for order in FindingOrder:
        up = _lines(database, FindingQuery(order=order), plain.as_at)
        down = _lines(database, FindingQuery(order=order, descending=True), plain.as_at)
        assert up == _lines(database, FindingQuery(order=order), plain.as_at)
        keys = [by_uid[line.uid].key(order) for line in up]
        assert keys == sorted(keys), order
        backwards = [by_uid[line.uid].key(order) for line in down]
        assert backwards == sorted(backwards, reverse=True), order


def test_sample_lists_agree_with_the_plain_rules(demo_register: Database):
    plain = PlainRegister.of(demo_register)
    _check_filters(demo_register, plain)
    _check_lines(demo_register, plain)
    _check_orders(demo_register, plain)


@settings(max_examples=12)
@given(registers())
def test_generated_lists_agree_with_the_plain_rules(
    register_file: Database, found: GeneratedRegister
):
    with holding(register_file, found):
        plain = PlainRegister.of(register_file)
        _check_filters(register_file, plain)
        _check_lines(register_file, plain)
        _check_orders(register_file, plain)


def test_findings_that_tie_stand_as_in_their_reports(demo_register: Database):
    with demo_register.reading() as session:
        panel = register.read_panel(session)
        assert panel is not None
        query = FindingQuery(order=FindingOrder.QUESTIONS, descending=True)
        found = finding_ids(session, query, panel.as_at)
        findings = register.fetch_rows(session, Finding, found)
        counts = [line.questions for line in finding_lines(session, found, panel.as_at)]
    ties: dict[tuple[int, str], list[int]] = {}
    for count, finding in zip(counts, findings, strict=True):
        ties.setdefault((count, finding.report), []).append(finding.position)
    assert all(positions == sorted(positions) for positions in ties.values())


def test_list_is_narrowed_to_a_report(demo_desk: Desk):
    for line in demo_desk.register.reports():
        query = FindingQuery(report=line.report.uid)
        shown = demo_desk.register.finding_lines(demo_desk.register.finding_ids(query))
        assert {each.report for each in shown} <= {line.report.uid}
        assert len(shown) == line.findings
        assert demo_desk.register.finding_totals(query)[FindingFilter.OPEN] == line.open_findings


def test_list_is_narrowed_to_a_meeting(demo_register: Database):
    plain = PlainRegister.of(demo_register)
    for meeting in plain.all(Meeting):
        expected = {
            uid
            for item in plain.all(AgendaItem)
            if item.meeting == meeting.uid
            for uid in item.findings
        }
        assert _uids(_lines(demo_register, FindingQuery(meeting=meeting.uid), None)) == expected


def _with_texts(database: Database, *texts: str) -> None:
    report = Report(uid=_uid(0), title="Custody (invented)")
    findings = [
        Finding(uid=_uid(n), report=report.uid, kind=FindingKind.OTHER, text=text, position=n)
        for n, text in enumerate(texts, start=1)
    ]
    changes = tuple(Change[Record](None, record) for record in (report, *findings))
    with database.writing() as session:
        register.apply(session, Act("Add", changes))


def _uid(number: int):
    return f"00000000-0000-7000-8000-{number:012}"


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("100%", [0]),
        ("%", [0]),
        ("a_b", [1]),
        ("_", [1]),
        ("\\", [2]),
        ("o’neil", [3]),
        ("'quoted'", [4]),
        ('"', [4]),
        ("GŴYR", []),
        ("gŵyr", [5]),
        ("custody", [0, 1, 2, 3, 4, 5]),
        ("custody gŵyr", [5]),
        ("gŵyr 100%", []),
        ("   ", [0, 1, 2, 3, 4, 5]),
        ("'; DROP TABLE finding; --", []),
    ],
)
def test_words_are_found_as_they_are(register_file: Database, words: str, places: list[int]):
    texts = (
        "100% of cases",
        "field a_b",
        "back\\slash",
        "O’Neil",
        "'quoted' \"twice\"",
        "Penrhyn gŵyr",
    )
    _with_texts(register_file, *texts)
    lines = _lines(register_file, FindingQuery(words=words), None)
    assert sorted(texts.index(line.text) for line in lines) == places


def test_totals_count_what_the_words_leave(demo_register: Database):
    query = FindingQuery(words="stalking")
    with demo_register.reading() as session:
        totals = finding_totals(session, query, date(2026, 11, 13))
    for which in FindingFilter:
        shown = _lines(demo_register, replace(query, filter=which), date(2026, 11, 13))
        assert len(shown) == totals[which]
    assert 0 < totals[FindingFilter.ALL] < 62


def test_empty_register_has_an_empty_list(empty_desk: Desk):
    assert empty_desk.register.finding_ids(FindingQuery()) == []
    assert empty_desk.register.finding_lines([]) == []
    assert set(empty_desk.register.finding_totals(FindingQuery()).counts.values()) == {0}


def test_without_a_date_of_the_data_nothing_is_overdue(demo_register: Database):
    assert _lines(demo_register, FindingQuery(filter=FindingFilter.OVERDUE), None) == []
    assert all(line.overdue_days == 0 for line in _lines(demo_register, FindingQuery(), None))


def test_due_on_the_day_of_the_data_is_not_overdue(demo_register: Database):
    plain = PlainRegister.of(demo_register)
    due = {
        each.finding.uid: min(each.targets)
        for each in plain.findings
        if each.targets and plain.as_at in each.targets and not each.overdue
    }
    assert due, "the sample has a target on its own day"
    the_day = plain.as_at
    assert the_day is not None
    overdue = FindingQuery(filter=FindingFilter.OVERDUE)
    assert not due.keys() & _uids(_lines(demo_register, overdue, the_day))
    assert due.keys() <= _uids(_lines(demo_register, overdue, the_day + timedelta(days=1)))


def test_lines_of_findings_that_went_away_are_left_out(demo_register: Database):
    with demo_register.reading() as session:
        assert finding_lines(session, [999_999], None) == []


@pytest.mark.parametrize(
    ("reference", "number", "expected"),
    [
        ("041/03.1", "3", "041/03"),
        ("041", "3", "041"),
        (None, "3", "3"),
        (None, None, "–"),
        (".1", "3", ".1"),
    ],
)
def test_finding_goes_by_its_trackers_reference(reference, number, expected):
    finding = Finding(uid=_uid(1), report=_uid(0), kind=FindingKind.OTHER, text="", number=number)
    assert finding_reference(reference, finding) == expected


def test_unknown_status_counts_as_open():
    assert ForceStatus("a_word_of_a_later_program").is_open
