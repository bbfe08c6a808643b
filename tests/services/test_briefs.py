"""What a meeting's brief says, and what it keeps to itself."""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.errors import Cancelled, UserError
from jasp_desktop.domain.identity import MeetingUid
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.records import AgendaItem, Meeting, Panel, Record, Subject
from jasp_desktop.domain.register_changes import ChangeKind
from jasp_desktop.services.opening import Desk
from tests.sample_records import uid_of
from tests.stopping import Stopping

MEETING = date(2026, 12, 1)


def test_meeting_is_found_by_its_day(demo_desk: Desk):
    assert demo_desk.briefs.meeting_on(MEETING).held_on == MEETING


def test_day_without_a_meeting_names_the_days_there_are(demo_desk: Desk):
    with pytest.raises(UserError) as caught:
        demo_desk.briefs.meeting_on(date(2026, 12, 2))
    days = [line.meeting.held_on for line in demo_desk.register.meetings()]
    assert str(caught.value).replace("\u00a0", " ") == (
        "There is no meeting on 2 December 2026. The meetings are: "
        "4 March 2026, 9 June 2026, 8 September 2026, 1 December 2026."
    )
    assert len(days) == 4


def test_register_without_meetings_says_so(empty_desk: Desk):
    with pytest.raises(UserError, match="holds no meetings yet"):
        empty_desk.briefs.meeting_on(MEETING)


def test_items_stand_in_the_agendas_order(demo_desk: Desk):
    meeting = demo_desk.briefs.meeting_on(MEETING)
    content = demo_desk.briefs.content(meeting.uid, with_notes=False)
    agenda = demo_desk.register.agenda(meeting.uid)
    assert [item.item for item in content.items] == agenda
    assert content.meeting == meeting
    assert content.as_at == date(2026, 11, 13)


def test_each_item_brings_its_reports_and_the_findings_it_names(demo_desk: Desk):
    meeting = demo_desk.briefs.meeting_on(MEETING)
    content = demo_desk.briefs.content(meeting.uid, with_notes=False)
    named = 0
    for item in content.items:
        shown = [d.finding.uid for part in item.reports for d in part.dossiers]
        assert set(item.item.findings) <= set(shown)
        assert {part.report.uid for part in item.reports} >= set(item.item.reports)
        for part in item.reports:
            assert all(d.report.uid == part.report.uid for d in part.dossiers)
            assert list(part.responses) == demo_desk.register.responses(part.report)
        named += len(item.item.findings)
    assert named > 0


def test_report_alone_brings_all_its_findings(demo_desk: Desk):
    demo_desk.register.carry_out(_meeting_on_a_report(demo_desk))
    content = demo_desk.briefs.content(MeetingUid(uid_of("meeting", 1)), with_notes=False)
    (item,) = content.items
    (part,) = item.reports
    line = next(r for r in demo_desk.register.reports() if r.report.uid == part.report.uid)
    assert len(part.dossiers) == line.findings > 0
    positions = [dossier.finding.position for dossier in part.dossiers]
    assert positions == sorted(positions)


def _meeting_on_a_report(desk: Desk) -> Act[Record]:
    report = next(each.report for each in desk.register.reports() if each.findings)
    meeting = Meeting(uid=MeetingUid(uid_of("meeting", 1)), held_on=date(2027, 3, 2))
    item = AgendaItem(
        uid=uid_of("agenda_item", 1),  # type: ignore[arg-type]
        meeting=meeting.uid,
        number="1",
        title="Audit and Inspection",
        reports=(report.uid,),
    )
    added: list[Record] = [meeting, item]
    return Act("Plan", tuple(Change[Record](None, record) for record in added))


def test_own_words_are_there_only_when_asked_for(demo_desk: Desk):
    meeting = demo_desk.briefs.meeting_on(MEETING)
    plain = demo_desk.briefs.content(meeting.uid, with_notes=False)
    assert not plain.holds_own_words
    assert plain.notes == plain.drafts == {}
    full = demo_desk.briefs.content(meeting.uid, with_notes=True)
    assert full.holds_own_words
    on_agenda = {dossier.finding.uid for dossier in full.dossiers}
    notes = {note for note in demo_desk.notebook.notes() if note.subject.uid in on_agenda}
    assert notes
    assert notes <= {note for each in full.notes.values() for note in each}
    for subject, each in full.notes.items():
        assert {note.subject for note in each} == {subject}
    for subject, drafts in full.drafts.items():
        assert {draft.subject for draft in drafts} == {subject}


def test_own_words_on_the_meeting_and_its_items_are_in_it(demo_desk: Desk):
    meeting = demo_desk.briefs.meeting_on(MEETING)
    item = demo_desk.register.agenda(meeting.uid)[0]
    subjects = [Subject("meeting", meeting.uid), Subject("agenda_item", item.uid)]
    for subject in subjects:
        demo_desk.notebook.carry_out(demo_desk.notebook.new_note(subject, "Here", "My words"))
        demo_desk.notebook.carry_out(demo_desk.notebook.new_question(subject, "Here", "Why?"))
    content = demo_desk.briefs.content(meeting.uid, with_notes=True)
    assert set(subjects) <= content.notes.keys()
    assert set(subjects) <= content.drafts.keys()


def test_members_are_those_in_office_without_apologies(demo_desk: Desk):
    meeting = demo_desk.briefs.meeting_on(date(2026, 9, 8))
    content = demo_desk.briefs.content(meeting.uid, with_notes=False)
    away = {each.person for each in meeting.attendance if each.attended.value != "present"}
    names = {person.name for person in demo_desk.register.people(sorted(away))}
    assert content.members
    assert not names & set(content.members)


def test_open_panel_actions_are_listed_with_their_owners(demo_desk: Desk):
    meeting = demo_desk.briefs.meeting_on(MEETING)
    content = demo_desk.briefs.content(meeting.uid, with_notes=False)
    assert content.panel_actions
    assert all(line.action.closed_on is None for line in content.panel_actions)
    assert all(
        (line.owner is None) == (line.action.owner is None) for line in content.panel_actions
    )


def test_meeting_that_went_away_is_refused(demo_desk: Desk):
    with pytest.raises(UserError, match="not in the register any more"):
        demo_desk.briefs.content(MeetingUid(uid_of("meeting", 9)), with_notes=False)


def test_brief_is_written(demo_desk: Desk, tmp_path: Path):
    meeting = demo_desk.briefs.meeting_on(date(2026, 6, 9))
    result = demo_desk.briefs.write(
        meeting.uid, tmp_path / "brief.pdf", with_notes=True, progress=Silent()
    )
    assert result.pages > 3
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF-")


def test_stopped_brief_leaves_no_file(demo_desk: Desk, tmp_path: Path):
    meeting = demo_desk.briefs.meeting_on(MEETING)
    output = tmp_path / "brief.pdf"
    with pytest.raises(Cancelled):
        demo_desk.briefs.write(meeting.uid, output, with_notes=False, progress=Stopping())
    assert not output.exists()


def test_register_whose_panel_is_gone_has_no_brief(empty_desk: Desk):
    panel = Panel(name="Panel (invented)", force="Force (invented)")
    meeting = Meeting(uid=MeetingUid(uid_of("meeting", 1)), held_on=MEETING)
    named = empty_desk.register.named(panel)
    empty_desk.register.carry_out(named)
    empty_desk.register.carry_out(Act("Plan", (Change[Record](None, meeting),)))
    empty_desk.register.carry_out(named.inverse)
    with pytest.raises(UserError, match="not in the register any more"):
        empty_desk.briefs.content(meeting.uid, with_notes=False)


def test_a_brief_to_print_says_what_changed_since_the_panel_last_met(demo_desk, tmp_path):
    meeting = demo_desk.register.home().next_meeting.meeting
    content = demo_desk.briefs.to_print(meeting.uid, with_notes=False, progress=Silent())
    assert content.changes is not None
    assert content.changes.since.day < meeting.held_on
    output = tmp_path / "brief.pdf"
    demo_desk.briefs.write(meeting.uid, output, with_notes=False, progress=Silent())
    text = " ".join(page.extract_text() for page in PdfReader(output).pages[:14])
    assert "What changed since we last met" in text
    moved = content.changes.by_kind()[ChangeKind.TARGET_MOVED]
    assert all(change.label in text for change in moved)
    assert f"{len(content.changes.totals.actions.open_now)}" in text


def test_the_brief_of_the_first_meeting_compares_nothing(demo_desk):
    first = min(demo_desk.register.meetings(), key=lambda line: line.meeting.held_on)
    content = demo_desk.briefs.to_print(first.meeting.uid, with_notes=False, progress=Silent())
    assert content.changes is None
