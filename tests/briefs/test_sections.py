"""What the sections say in the less usual cases."""

from dataclasses import replace
from datetime import date, timedelta
from string import ascii_uppercase
from threading import Thread

from pypdf import PdfReader

from jasp_desktop.briefs.blocks import Facts, PromiseFigure, Table
from jasp_desktop.briefs.sections.whole import brief_of
from jasp_desktop.briefs.writing import printed_brief, write_brief
from jasp_desktop.domain.brief_content import BriefContent, BriefItem, BriefReport, PanelActionLine
from jasp_desktop.domain.dossier import Answer, AskedQuestion, Dossier, Place
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.records import (
    CoveringSection,
    Finding,
    PanelAction,
    Question,
    Report,
    Response,
    ResponseItem,
)
from jasp_desktop.domain.vocabulary import (
    Applies,
    AuthorRole,
    DeadlineKind,
    FindingKind,
    Openness,
    QuestionState,
    ReportKind,
    Verdict,
)
from tests.briefs.meetings import AS_AT, PANEL, child_protection, item, rich_meeting, story


def meeting_on(*reports: BriefReport, **item_parts) -> BriefContent:
    """Return a meeting that takes some reports under its only item."""
    content = rich_meeting()
    return replace(
        content, items=(BriefItem(item("7", "Inspection", **item_parts), None, reports),)
    )


def report_with(*dossiers: Dossier, responses=(), **parts) -> BriefReport:
    report = Report(uid="r", title="A report", published=date(2026, 1, 14), **parts)
    return BriefReport(report, None, responses, dossiers)


def dossier_of(**parts) -> Dossier:
    report = Report(uid="r", title="A report", published=date(2026, 1, 14))
    given = {"uid": "f", "report": "r", "kind": FindingKind.RECOMMENDATION, "number": "1"}
    finding = Finding(text="Do it.", **{**given, **parts.pop("finding", {})})
    return Dossier(report, finding, AS_AT, **parts)


def said(tmp_path, content: BriefContent) -> str:
    output = tmp_path / "brief.pdf"
    write_brief(content, output, progress=Silent())
    return " ".join(" ".join(page.extract_text() for page in PdfReader(output).pages).split())


def test_an_immediate_deadline_shows_its_age_and_is_not_called_overdue(tmp_path):
    finding = {"deadline_words": "immediately", "deadline_kind": DeadlineKind.IMMEDIATE}
    text = said(tmp_path, meeting_on(report_with(dossier_of(finding=finding))))
    assert "“immediately”, 303 days since the report was published" in text
    assert "Overdue by" not in text


def test_a_finding_that_asks_for_something_has_a_page_though_nothing_is_recorded(tmp_path):
    text = said(tmp_path, meeting_on(report_with(dossier_of())))
    assert "7A.1 · A report, 14 January 2026 Recommendation 1" in text
    assert "Actions None recorded Questions None recorded" in text
    assert "What the chief constable says None recorded." in text
    assert "What the commissioner says None recorded." in text


def test_applicability_repeats_and_other_voices_are_printed(tmp_path):
    force = Response(uid="x", author_role=AuthorRole.FORCE, author="Trent Vale Police")
    passage = ResponseItem(uid="p", response="x", text="We have begun.\nWe shall go on.")
    again = replace(passage, uid="p2", text="A third passage.")
    later = Report(uid="later", title="Revisit letter")
    dossier = dossier_of(
        finding={"applies": Applies.NO, "applies_reason": "it concerns another force"},
        answers=(Answer(force, passage), Answer(force, again)),
        repeated_by=(Place(later, dossier_of().finding),),
    )
    text = said(tmp_path, meeting_on(report_with(dossier)))
    assert "No: it concerns another force" in text
    assert "Repeated by Recommendation 1 (7A.1), Revisit letter" in text
    assert "What the force says Trent Vale Police, date not known. 2 We have begun." in text
    assert text.count("Trent Vale Police, date not known.") == 1
    assert "4 A third passage." in text


def test_a_response_that_names_no_finding_is_printed_whole_under_its_report(tmp_path):
    letter = Response(
        uid="x", author_role=AuthorRole.OTHER, author="Crown office", text="First.\n\nSecond."
    )
    empty = Response(uid="y", author_role=AuthorRole.OTHER)
    text = said(tmp_path, meeting_on(report_with(dossier_of(), responses=(letter, empty))))
    assert "In the words of: Crown office 1 First. 2 Second." in text
    assert "In the words of: Other 3 Its words are not recorded." in text


def test_passages_on_the_report_as_a_whole_stand_under_the_report(tmp_path):
    letter = Response(uid="x", author_role=AuthorRole.PCC, text="The whole letter.")
    passage = ResponseItem(uid="p", response="x", text="We track it all.")
    dossier = dossier_of(report_answers=(Answer(letter, passage),))
    text = said(tmp_path, meeting_on(report_with(dossier, responses=(letter,))))
    assert "Police and Crime Commissioner 1 We track it all." in text
    assert "The whole letter." not in text


def test_what_is_not_known_of_a_report_is_printed(tmp_path):
    report = BriefReport(Report(uid="r", title="A letter", kind=ReportKind.OTHER), None, (), ())
    text = said(tmp_path, meeting_on(report))
    assert "Published Not known By Not known" in text
    assert "No findings of this report are on the agenda." in text
    assert "To be decided The day of publication is not known." in text
    assert "What was answered None recorded." in text


def test_a_report_with_only_areas_for_improvement_does_not_say_that_its_findings_stand_alone(
    tmp_path,
):
    dossier = dossier_of(finding={"kind": FindingKind.AREA_FOR_IMPROVEMENT})
    text = said(tmp_path, meeting_on(report_with(dossier)))
    assert "stand alone" not in text
    assert "Recommendations None on this agenda" in text


def test_a_promise_moved_too_often_to_draw_is_told_in_its_table():
    day = date(2026, 1, 1)
    moves = [
        (day + timedelta(30 * n), day + timedelta(30 * n + 30), None, None, None) for n in range(15)
    ]
    stories = tuple(
        story(reference, "Do it", original=day, status="in_progress", moves=moves[:count])
        for reference, count in (("A-1", 15), ("A-2", 11))
    )
    brief = brief_of(meeting_on(report_with(dossier_of(actions=stories))))
    blocks = [block for section in brief.sections for block in flat(section.blocks)]
    drawn = [block.line.reference for block in blocks if isinstance(block, PromiseFigure)]
    assert drawn == ["A-2"]
    moved = [len(block.rows) for block in blocks if isinstance(block, Table)]
    assert 15 in moved


def flat(blocks):
    for block in blocks:
        yield from flat(block.blocks) if hasattr(block, "blocks") else (block,)


def test_a_drawn_promise_says_the_same_in_words():
    brief = brief_of(rich_meeting())
    blocks = [block for section in brief.sections for block in flat(section.blocks)]
    first = next(block for block in blocks if isinstance(block, PromiseFigure))
    assert first.alternative.replace("\u00a0", " ").startswith(
        "First promised 14 Jul 2026, made 27 Feb 2026. Moved to 30 Sep 2026, on 3 Jul 2026"
    )


def test_questions_say_when_an_answer_is_due_and_whether_the_member_is_satisfied(tmp_path):
    def asked(uid, **parts):
        return AskedQuestion(Question(uid=uid, text=f"Question {uid}?", **parts))

    questions = (
        asked("one", state=QuestionState.ANSWER_OUTSTANDING, answer_due=date(2026, 6, 30)),
        asked("two", state=QuestionState.ANSWERED, answer="Yes.", verdict=Verdict.SATISFIED),
        asked("three", state=QuestionState.WITHDRAWN),
    )
    text = said(tmp_path, meeting_on(report_with(dossier_of(questions=questions))))
    assert "Answer outstanding. Answer due 30 June 2026." in text
    assert "Answered. Satisfied: yes. 4 Answer. Yes." in text
    assert text.count("Satisfied? Yes Partly No") == 1
    assert "3, of which 1 without an answer" in text


def test_statuses_without_room_side_by_side_stand_under_one_another(tmp_path):
    word = "an_unheard_of_status_of_a_later_program_that_fills_nearly_the_whole_line"
    stories = (
        story("A-1", "Do it", original=date(2026, 6, 1), status=word),
        story("A-2", "Do it", original=date(2026, 6, 1), status=f"{word}_z"),
    )
    text = said(tmp_path, meeting_on(report_with(dossier_of(actions=stories))))
    assert text.count("whole line, 6 October 2026 Overdue by 165 days") == 1
    assert "whole line z, 6 October 2026 Overdue by 165 days" in text


def test_reports_under_items_7_and_7_1_never_share_a_number():
    part = child_protection()
    content = meeting_on(part)
    second = BriefItem(item("7.1", "Progress"), None, (part, part))
    brief = brief_of(replace(content, items=(*content.items, second)))
    numbers = [section.number for section in brief.sections if section.number]
    assert numbers[:4] == ["7", "7A", "7A.1", "7A.2"]
    assert "7.1" in numbers
    assert "7.1B.2" in numbers
    assert len(numbers) == len(set(numbers))


def test_a_twenty_seventh_report_is_lettered_aa():
    brief = brief_of(meeting_on(*([report_with()] * 28)))
    numbers = [section.number for section in brief.sections if section.level == 1]
    assert numbers == [f"7{letter}" for letter in (*ascii_uppercase, "AA", "AB")]


def test_a_missing_reason_for_being_non_public_is_told(tmp_path):
    text = said(tmp_path, meeting_on(openness=Openness.NON_PUBLIC))
    assert "Item 7 is Non Public: no reason is recorded." in text


def test_a_long_covering_section_is_numbered_and_a_short_one_stands_beside_its_heading():
    long = CoveringSection(heading="Risk Management", text="Once.\nTwice.")
    short = CoveringSection(heading="Appendices", text="None.")
    brief = brief_of(meeting_on(covering_sections=(long, short)))
    (section,) = (section for section in brief.sections if section.number == "7")
    facts = [block for block in section.blocks if isinstance(block, Facts)]
    beside = [fact.number for table in facts for fact in table.rows if fact.number]
    assert "8" not in beside
    assert "12" in beside
    assert "8.2" in [getattr(block, "number", "") for block in section.blocks]


def test_a_panel_action_says_its_outcome(tmp_path):
    action = PanelAction(uid="p", number="Action 1", text="Write.", outcome="Written.")
    content = replace(rich_meeting(), panel_actions=(PanelActionLine(action, None),))
    text = said(tmp_path, content)
    assert "Action 1 Write. – – Owner: not known Outcome: Written." in text


def test_two_briefs_written_at_once_are_the_same_as_one_after_the_other():
    contents = [rich_meeting(), replace(rich_meeting(), panel=replace(PANEL, name="Ŵ Ŷ ἀ"))]
    expected = [printed_brief(content, progress=Silent())[0] for content in contents]
    written: dict[int, bytes] = {}

    def write(place: int) -> None:
        written[place] = printed_brief(contents[place % 2], progress=Silent())[0]

    threads = [Thread(target=write, args=(place,)) for place in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [written[place] for place in range(4)] == expected * 2
