"""The boards against the same rules worked out in plain Python."""

from collections import Counter
from datetime import date

from hypothesis import given, settings

from jasp_desktop.domain.coverage import (
    Answered,
    CoverageFacts,
    CoverageFilter,
    CoverageQuery,
    survey,
)
from jasp_desktop.domain.dossier import ActionStory
from jasp_desktop.domain.listings import ANSWERED_KINDS
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.records import (
    Action,
    Evidence,
    Finding,
    Judgement,
    Report,
    ResponseItem,
    Subject,
)
from jasp_desktop.domain.slips import SlipQuery, slip_board, slip_of
from jasp_desktop.domain.vocabulary import (
    Applies,
    FindingKind,
    ForceStatus,
    HmicfrsPosition,
    ResponsePosition,
    Track,
)
from jasp_desktop.store import boards, coverage_lists, slip_lists
from jasp_desktop.store.database import Database
from jasp_desktop.store.dossiers import fetch_dossiers
from tests.sample_records import GeneratedRegister, registers
from tests.store.conftest import holding
from tests.store.plain_rules import PlainFinding, PlainRegister

EVERYTHING = CoverageQuery(filter=CoverageFilter.ALL)
_POSITIONS = [each for each in ResponsePosition if each is not ResponsePosition.NOT_ADDRESSED]
_DECLINED = {ResponsePosition.NOT_ACCEPTED, ResponsePosition.NO_ACTION_REASON_GIVEN}


def leading(plain: PlainFinding) -> ResponsePosition | None:
    """Return the least favourable known position that addresses a finding."""
    known = [each.position for each in passages(plain) if each.position in _POSITIONS]
    return max(known, key=_POSITIONS.index, default=None)


def passages(plain: PlainFinding) -> list[ResponseItem]:
    found = plain.register.all(ResponseItem)
    return [each for each in found if plain.finding.uid in each.findings]


def answered(plain: PlainFinding) -> Answered:
    found = passages(plain)
    if not found:
        return Answered.NOT
    if all(each.position is ResponsePosition.NOT_ADDRESSED for each in found):
        return Answered.NOT_ADDRESSED
    return Answered.DECLINED if leading(plain) in _DECLINED else Answered.YES


def plain_facts(plain: PlainFinding) -> CoverageFacts:
    """Return the facts of a finding, from its records alone."""
    register = plain.register
    proven = {each.action for each in register.all(Evidence)}
    closed = ForceStatus.CLOSED_BY_FORCE
    unproven = sum(
        register.latest_word(action.uid, Track.FORCE) == closed and action.uid not in proven
        for action in plain.actions
    )
    is_bare = plain.status is closed and not plain.has_evidence
    return CoverageFacts(
        asks=plain.finding.kind in ANSWERED_KINDS,
        applies=plain.finding.applies is not Applies.NO,
        is_open=plain.is_open,
        answered=answered(plain),
        actions=len(plain.actions),
        open_actions=sum(map(register.is_open, plain.actions)),
        undated=sum(register.is_open(each) and each.target is None for each in plain.actions),
        proven=sum(each.uid in proven for each in plain.actions),
        unproven_closures=unproven or int(is_bare),
        is_position_known=plain.position is not HmicfrsPosition.NOT_KNOWN,
        questions=plain.questions,
    )


def check_coverage(database: Database, plain: PlainRegister) -> None:
    with database.reading() as session:
        found = list(coverage_lists.surveyed(session, EVERYTHING, plain.as_at, {}, Silent()))
        ids = survey(found, EVERYTHING).row_ids
        lines = coverage_lists.coverage_lines(session, ids, plain.as_at, {})
    by_uid = {line.uid: line for line in lines}
    assert by_uid.keys() == {each.finding.uid for each in plain.findings}
    for each in plain.findings:
        line = by_uid[each.finding.uid]
        assert line.facts == plain_facts(each), each.finding
        assert line.response == leading(each)
        assert line.position == each.position
        assert line.target == min(each.targets, default=None)
    assert Counter(facts for _, facts in found) == Counter(line.facts for line in lines)


def check_slips(database: Database, plain: PlainRegister) -> None:
    with database.reading() as session:
        found = list(slip_lists.slips(session, plain.as_at, Silent()))
        lines = slip_lists.slip_lines(session, [slip.row_id for slip in found], plain.as_at)
        uids = [finding.uid for finding in plain.all(Finding)]
        stories: dict[str, ActionStory] = {
            story.action.uid: story
            for dossier in fetch_dossiers(session, uids, plain.as_at)
            for story in dossier.actions
        }
    assert len(found) == len(plain.all(Action))
    for slip, line in zip(found, lines, strict=True):
        assert slip == slip_of(slip.row_id, line.owner, line.line)
        if line.uid in stories:
            story = stories[line.uid]
            assert (line.line, line.status) == (story.line, story.status)
            assert line.finding in story.action.findings
        else:
            assert line.finding is None


def check_section_55(database: Database, plain: PlainRegister) -> None:
    with database.reading() as session:
        lines = {line.report.uid: line for line in boards.board_lines(session, plain.as_at)}
    assert lines.keys() == {report.uid for report in plain.all(Report)}
    for line in lines.values():
        asked = [
            each
            for each in plain.findings
            if each.finding.report == line.report.uid
            and each.finding.kind is FindingKind.RECOMMENDATION
        ]
        silent = {
            each.finding.uid
            for each in asked
            if not any(
                item.text.strip() and item.position is not ResponsePosition.NOT_ADDRESSED
                for item in passages(each)
            )
        }
        assert line.recommendations == len(asked)
        assert {finding.uid for finding in line.unexplained} == silent
        assert all(line.report.uid in response.reports for response in line.responses)


def check_grades(database: Database, plain: PlainRegister) -> None:
    with database.reading() as session:
        timeline = boards.timeline(session, plain.as_at)
    found = Counter((each.area, each.grade, each.report) for each in timeline.grades)
    assert found == Counter((each.area, each.grade, each.report) for each in plain.all(Judgement))


def test_boards_of_the_samples_agree_with_the_plain_rules(demo_register: Database):
    plain = PlainRegister.of(demo_register)
    for check in (check_coverage, check_slips, check_section_55, check_grades):
        check(demo_register, plain)


@settings(max_examples=12)
@given(registers())
def test_boards_of_any_register_agree_with_the_plain_rules(
    register_file: Database, found: GeneratedRegister
):
    with holding(register_file, found):
        plain = PlainRegister.of(register_file)
        for check in (check_coverage, check_slips, check_section_55, check_grades):
            check(register_file, plain)


def test_coverage_is_narrowed_to_words_and_to_a_report(demo_register: Database):
    plain = PlainRegister.of(demo_register)
    report = plain.all(Report)[0]
    with demo_register.reading() as session:
        of_report = CoverageQuery(filter=CoverageFilter.ALL, report=report.uid)
        found = list(coverage_lists.surveyed(session, of_report, plain.as_at, {}, Silent()))
        words = CoverageQuery(filter=CoverageFilter.ALL, words="stalking")
        fitting = list(coverage_lists.surveyed(session, words, plain.as_at, {}, Silent()))
    assert len(found) == sum(each.finding.report == report.uid for each in plain.findings)
    assert 0 < len(fitting) < len(plain.findings)


def test_drafts_count_on_the_finding_and_through_its_action(demo_register: Database):
    plain = PlainRegister.of(demo_register)
    finding = next(each for each in plain.findings if each.actions)
    subjects = [
        Subject("finding", finding.finding.uid),
        Subject("action", finding.actions[0].uid),
        Subject("report", finding.report.uid),
    ]
    with demo_register.reading() as session:
        rows = list(coverage_lists.finding_rows_of(session, subjects))
        counts = Counter(rows)
        lines = coverage_lists.coverage_lines(session, list(counts), plain.as_at, counts)
    shown = next(line for line in lines if line.uid == finding.finding.uid)
    assert shown.facts.drafts == 2


def test_what_went_away_is_left_out(demo_register: Database):
    with demo_register.reading() as session:
        assert coverage_lists.coverage_lines(session, [999_999], None, {}) == []
        assert slip_lists.slip_lines(session, [999_999], None) == []


def test_the_most_slipped_action_leads_the_ranking(demo_register: Database):
    with demo_register.reading() as session:
        board = slip_board(slip_lists.slips(session, date(2026, 11, 13), Silent()))
        lines = slip_lists.slip_lines(session, board.ranked(SlipQuery()), date(2026, 11, 13))
    days = [line.line.slip_days for line in lines]
    assert days == sorted(days, reverse=True)
    assert days[0] == max(slip.slip_days for slip in board.slips) > 0
