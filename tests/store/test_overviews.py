"""Home, reports and meetings against the same rules worked out in plain Python."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.dates import DatePrecision
from jasp_desktop.domain.identity import AgendaItemUid, MeetingUid
from jasp_desktop.domain.listings import FindingFilter, HomeContent
from jasp_desktop.domain.records import (
    Action,
    AgendaItem,
    Evidence,
    Finding,
    ImportBatch,
    Meeting,
    Panel,
    Question,
    Record,
    Report,
    Response,
    StatusEvent,
    TargetChange,
)
from jasp_desktop.domain.section55 import Section55Clock
from jasp_desktop.domain.vocabulary import (
    AuthorRole,
    ForceStatus,
    MeetingStatus,
    QuestionState,
    ResponseStatus,
    Section55Position,
    Track,
)
from jasp_desktop.services.opening import Desk
from jasp_desktop.store import overviews, register
from jasp_desktop.store.clocks import clocks
from jasp_desktop.store.database import Database
from tests.sample_records import GeneratedRegister, registers, uid_of
from tests.store.conftest import holding
from tests.store.plain_rules import PlainRegister


def _home(database: Database) -> HomeContent:
    with database.reading() as session:
        home = overviews.home_content(session)
    assert home is not None
    return home


def _first_finding(plain: PlainRegister, uid: str) -> str | None:
    action = next(each for each in plain.all(Action) if each.uid == uid)
    return action.findings[0] if action.findings else None


def _check_actions(home: HomeContent, plain: PlainRegister) -> None:
    overdue = [action for action in plain.all(Action) if plain.is_overdue(action)]
    assert {each.uid for each in home.overdue} == {action.uid for action in overdue}
    assert [each.target for each in home.overdue] == sorted(
        action.target for action in overdue if action.target
    )
    for each in home.overdue:
        assert plain.as_at is not None
        assert each.overdue_days == (plain.as_at - each.target).days > 0
        assert each.finding == _first_finding(plain, each.uid)
    assert home.open_actions == sum(plain.is_open(action) for action in plain.all(Action))


def _is_news(plain: PlainRegister, batch: str | None, dated: date | None, since: date) -> bool:
    """Tell whether the register learned of it after a day: by an import, else by its own date."""
    if batch is not None:
        return any(each.uid == batch and each.at.date() > since for each in plain.all(ImportBatch))
    return dated is not None and dated > since


def _check_since_last_meeting(home: HomeContent, plain: PlainRegister) -> None:
    since = home.last_meeting.held_on if home.last_meeting else date.min
    moves = [
        move
        for move in plain.all(TargetChange)
        if move.from_ is not None and _is_news(plain, move.batch, move.changed_on, since)
    ]
    assert sorted(str(each.to) for each in home.moved) == sorted(str(move.to) for move in moves)
    late = [
        move for move in moves if move.changed_on and move.from_ and move.changed_on > move.from_
    ]
    assert sum(each.was_late for each in home.moved) == len(late)
    proven = {evidence.action for evidence in plain.all(Evidence)}
    closed = [
        action
        for action in plain.all(Action)
        if plain.latest_word(action.uid, Track.FORCE) == ForceStatus.CLOSED_BY_FORCE
        and any(
            event.subject.uid == action.uid
            and event.track is Track.FORCE
            and event.status == ForceStatus.CLOSED_BY_FORCE
            and _is_news(plain, event.batch, event.date, since)
            for event in plain.all(StatusEvent)
        )
    ]
    assert len(home.closed) == len(closed)
    assert sum(each.has_evidence for each in home.closed) == sum(a.uid in proven for a in closed)


def _check_questions(home: HomeContent, plain: PlainRegister) -> None:
    waiting = {QuestionState.ASKED, QuestionState.ANSWER_OUTSTANDING}
    questions = [each for each in plain.all(Question) if each.state in waiting]
    assert sorted(each.text for each in home.unanswered) == sorted(q.text for q in questions)


def _check_meetings(home: HomeContent, plain: PlainRegister) -> None:
    held = [each for each in plain.all(Meeting) if each.status is MeetingStatus.HELD]
    last = max((each.held_on for each in held), default=None)
    assert (home.last_meeting and home.last_meeting.held_on) == last
    begins = last or plain.as_at or date.min
    planned = [
        each.held_on
        for each in plain.all(Meeting)
        if each.status is MeetingStatus.PLANNED and each.held_on >= begins
    ]
    following = home.next_meeting
    assert (following and following.meeting.held_on) == min(planned, default=None)
    if following is not None:
        items = [a for a in plain.all(AgendaItem) if a.meeting == following.meeting.uid]
        assert following.items == len(items)
        assert set(home.agenda_findings) == {uid for item in items for uid in item.findings}
        assert following.findings == len(home.agenda_findings)


def _check_home(database: Database, plain: PlainRegister) -> None:
    home = _home(database)
    assert home.as_at == plain.as_at
    _check_actions(home, plain)
    _check_since_last_meeting(home, plain)
    _check_questions(home, plain)
    _check_meetings(home, plain)


def test_sample_home_agrees_with_the_plain_rules(demo_register: Database):
    _check_home(demo_register, PlainRegister.of(demo_register))


@settings(max_examples=15)
@given(registers())
def test_generated_home_agrees_with_the_plain_rules(
    register_file: Database, found: GeneratedRegister
):
    with holding(register_file, found):
        _check_home(register_file, PlainRegister.of(register_file))


@settings(max_examples=15)
@given(registers())
def test_report_lines_count_their_findings(register_file: Database, found: GeneratedRegister):
    with holding(register_file, found):
        plain = PlainRegister.of(register_file)
        with register_file.reading() as session:
            lines = overviews.report_lines(session)
        assert {line.report.uid for line in lines} == {r.uid for r in plain.all(Report)}
        for line in lines:
            own = [each for each in plain.findings if each.finding.report == line.report.uid]
            assert line.findings == len(own)
            assert line.open_findings == sum(each.is_shown(FindingFilter.OPEN) for each in own)
            kinds = [each.finding.kind for each in own]
            assert dict(line.counts) == {kind: kinds.count(kind) for kind in kinds}
            answers = [r for r in plain.all(Response) if line.report.uid in r.reports]
            assert line.responses == len(answers)


def test_reports_stand_newest_first_and_undated_ones_before_them(demo_desk: Desk):
    report = demo_desk.register.reports()[-1].report
    undated = replace(report, published=None, published_precision=None)
    demo_desk.register.carry_out(Act("Undate", (Change[Record](report, undated),)))
    published = [line.report.published for line in demo_desk.register.reports()]
    assert published[0] is None
    dated = [day for day in published if day is not None]
    assert dated == sorted(dated, reverse=True)


def test_home_of_a_register_without_a_panel_is_nothing(empty_desk: Desk):
    assert empty_desk.register.home() is None
    assert empty_desk.register.reports() == []
    assert empty_desk.register.meetings() == []


def test_home_of_a_panel_alone_is_empty(empty_desk: Desk):
    panel = Panel(name="Panel (invented)", force="Force (invented)")
    empty_desk.register.carry_out(Act("Name", (), Change(None, panel)))
    home = empty_desk.register.home()
    assert home == HomeContent(None, None, None, (), (), 0, (), (), (), ())


def test_meetings_stand_latest_first(demo_desk: Desk):
    days = [line.meeting.held_on for line in demo_desk.register.meetings()]
    assert days == sorted(days, reverse=True)
    assert len(days) == 4


@pytest.mark.parametrize(
    "numbers",
    [
        ["1", "2", "7", "7.1", "7.2", "7.10", "10", "10a", "11"],
        ["", "A1", "B2", "1"],
        ["1", "1.0", "2" * 6_000],
    ],
)
def test_agenda_stands_in_the_order_of_its_numbers(register_file: Database, numbers: list[str]):
    meeting = Meeting(uid=MeetingUid(uid_of("meeting", 1)), held_on=date(2026, 12, 1))
    items = [
        AgendaItem(
            uid=AgendaItemUid(uid_of("agenda_item", place)),
            meeting=meeting.uid,
            number=number,
            title=f"Item {number}",
        )
        for place, number in enumerate(reversed(numbers))
    ]
    with register_file.writing() as session:
        added: list[Record] = [meeting, *items]
        register.apply(session, Act("Add", tuple(Change[Record](None, each) for each in added)))
        assert [item.number for item in overviews.agenda_of(session, meeting.uid)] == numbers


def _clock(database: Database, short_title: str) -> Section55Clock:
    with database.reading() as session:
        lines = overviews.report_lines(session)
    clock = next(line.clock for line in lines if line.report.short_title == short_title)
    assert clock is not None
    return clock


def test_custody_clock_stands_at_day_25(demo_register: Database):
    clock = _clock(demo_register, "Custody")
    assert clock.day == (25, 25)
    assert clock.day_words == "day 25 of 56"
    assert clock.is_running


def test_crime_recording_clock_runs_past_day_56(demo_register: Database):
    clock = _clock(demo_register, "Crime recording")
    assert clock.day == (58, 58)
    assert clock.last_day == (date(2026, 11, 11), date(2026, 11, 11))
    assert clock.is_running


def test_answer_known_to_its_month_gives_a_range(demo_register: Database):
    plain = PlainRegister.of(demo_register)
    report = next(r for r in plain.all(Report) if r.published == date(2020, 2, 4))
    with demo_register.reading() as session:
        clock = clocks(session, [report], plain.as_at).get(report.uid)
    if report.s55_position is Section55Position.NOT_REQUIRED:
        assert clock is None
        with demo_register.reading() as session:
            asked = replace(report, s55_position=Section55Position.REQUIRED)
            clock = clocks(session, [asked], plain.as_at)[report.uid]
    assert clock is not None
    assert clock.answered is not None
    assert clock.answered.precision is DatePrecision.MONTH
    assert not clock.is_certain
    assert clock.day == (-2, 26)
    assert clock.day_words.startswith("between day 1 and day 26")


_POSITIONS = st.sampled_from([None, *Section55Position])


@given(position=_POSITIONS, dated=st.booleans(), known=st.booleans())
def test_clock_runs_only_where_comments_may_be_due(
    register_file: Database, position: Section55Position | None, *, dated: bool, known: bool
):
    report = Report(
        uid=uid_of("report", 1),
        title="Custody",
        published=date(2026, 10, 20) if dated else None,
        s55_position=position,
    )
    as_at = date(2026, 11, 13) if known else None
    with register_file.reading() as session:
        found = clocks(session, [report], as_at)
    none_due = position in {
        Section55Position.NOT_REQUIRED,
        Section55Position.COVERED_BY_FORCE_REPORT,
    }
    assert bool(found) == (dated and known and not none_due)


@pytest.mark.parametrize(
    ("roles", "stopped"),
    [
        ([], None),
        ([(AuthorRole.CHIEF_CONSTABLE, date(2026, 11, 1))], None),
        ([(AuthorRole.PCC, date(2026, 11, 2))], date(2026, 11, 2)),
        (
            [(AuthorRole.PCC, date(2026, 11, 9)), (AuthorRole.PCC, date(2026, 11, 2))],
            date(2026, 11, 2),
        ),
        ([(AuthorRole.PCC, None)], None),
    ],
)
def test_clock_stops_at_the_first_comments_of_the_pcc(
    register_file: Database, roles: list[tuple[AuthorRole, date | None]], stopped: date | None
):
    report = Report(uid=uid_of("report", 1), title="Custody", published=date(2026, 10, 20))
    responses = [
        Response(
            uid=uid_of("response", number),
            reports=(report.uid,),
            author_role=role,
            published=day,
            status=ResponseStatus.PUBLISHED,
        )
        for number, (role, day) in enumerate(roles)
    ]
    changes = tuple(Change[Record](None, record) for record in (report, *responses))
    with register_file.writing() as session:
        register.apply(session, Act("Add", changes))
        clock = clocks(session, [report], date(2026, 11, 13))[report.uid]
    assert (clock.answered and clock.answered.value) == stopped


def test_question_on_an_action_leads_to_its_finding(demo_register: Database):
    plain = PlainRegister.of(demo_register)
    by_text = {question.text: question for question in plain.all(Question)}
    findings = {finding.uid for finding in plain.all(Finding)}
    led = [each for each in _home(demo_register).unanswered if each.finding is not None]
    assert led
    for each in led:
        subject = by_text[each.text].subject
        assert subject is not None
        assert each.finding in findings
        expected = subject.uid if subject.table == "finding" else _first_finding(plain, subject.uid)
        assert each.finding == expected
