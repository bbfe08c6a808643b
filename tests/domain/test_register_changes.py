"""What changed between two states of a register."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from jasp_desktop.domain.change_reckoning import changes_between, compared
from jasp_desktop.domain.change_sentences import change_words
from jasp_desktop.domain.errors import Cancelled
from jasp_desktop.domain.records import (
    AgendaItem,
    Evidence,
    PanelAction,
    Question,
    QuestionStage,
    Response,
    ResponseItem,
    Subject,
)
from jasp_desktop.domain.register_changes import AgendaChanges, ChangeKind
from jasp_desktop.domain.vocabulary import (
    AuthorRole,
    EvidenceKind,
    QuestionState,
    Track,
)
from tests.domain.change_parts import (
    ACTION,
    FINDING,
    ON_ACTION,
    ON_FINDING,
    REPORT,
    changes,
    event,
    kinds,
    move,
    state,
    tables_of,
    uid,
    update,
)
from tests.sample_records import registers

DAY = date(2026, 7, 21)
THERE = (REPORT, FINDING, ACTION)
BEFORE = state(*THERE)
QUESTION = Question(
    uid=uid(30),
    text="Who holds the evidence?",
    subject=ON_ACTION,
    state=QuestionState.ASKED,
    states=(QuestionStage(state=QuestionState.ASKED, on=DAY),),
)
RESPONSE = Response(
    uid=uid(20), reports=(REPORT.uid,), author_role=AuthorRole.PCC, text="We agree."
)
PASSAGE = ResponseItem(
    uid=uid(21), response=RESPONSE.uid, findings=(FINDING.uid,), text="Training has begun."
)
PANEL_ACTION = PanelAction(uid=uid(50), number="Action 002", text="Say how", question=QUESTION.uid)
EVIDENCE = Evidence(
    uid=uid(60), action=ACTION.uid, title="Dip sample", kind=EvidenceKind.POLICY, dated=DAY
)


def only(since, until):
    (change,) = changes(since, until)
    return change


def test_two_equal_states_have_no_changes():
    assert changes(BEFORE, state(*THERE)) == []


def test_new_records_are_added_with_what_they_hang_on():
    found = {change.subject.table: change for change in changes(state(), BEFORE)}
    assert {change.kind for change in found.values()} == {ChangeKind.ADDED}
    assert found["report"].dated == REPORT.published
    assert found["report"].label == found["report"].text == "Custody"
    assert found["action"].label == "041/03.1"
    assert found["finding"].label == "041/03"
    assert found["action"].text == ACTION.text
    assert found["action"].findings == found["finding"].findings == (FINDING.uid,)
    assert found["action"].reports == found["report"].reports == (REPORT.uid,)


def test_a_finding_without_an_action_goes_by_its_number():
    unnamed = replace(ACTION, reference=None)
    found = {change.subject.table: change for change in changes(state(), state(FINDING, unnamed))}
    assert found["finding"].label == "Recommendation 3"
    assert found["action"].label == "Action"
    assert found["action"].reports == (REPORT.uid,)


def test_a_record_that_is_gone_was_taken_off():
    change = only(BEFORE, state(REPORT, FINDING))
    assert change.kind is ChangeKind.REMOVED_BY_HAND
    assert change.label == "041/03.1"
    assert change_words(change) == "Action, taken off the register"


def test_what_went_with_its_record_is_not_told_by_itself():
    hung = (update(10, "Said", DAY), event(11, "delayed", DAY), EVIDENCE)
    assert kinds(state(*THERE, *hung), state(REPORT, FINDING)) == [ChangeKind.REMOVED_BY_HAND]
    change = only(state(*THERE, hung[0]), BEFORE)
    assert (change.kind, change.subject.table) == (ChangeKind.REMOVED_BY_HAND, "update")
    assert change.findings == (FINDING.uid,)


@pytest.mark.parametrize(
    ("track", "statuses", "kind"),
    [
        (Track.FORCE, ["in_progress", "closed_by_force"], ChangeKind.CLOSED_BY_FORCE),
        (Track.FORCE, [None, "closed_by_force"], ChangeKind.CLOSED_BY_FORCE),
        (Track.FORCE, [None, "in_progress"], ChangeKind.STATUS_CHANGED),
        (Track.FORCE, ["closed_by_force", "in_progress"], ChangeKind.REOPENED),
        (Track.FORCE, ["no_further_action", "a_later_word"], ChangeKind.REOPENED),
        (Track.FORCE, ["closed_by_force", "not_applicable"], ChangeKind.STATUS_CHANGED),
        (Track.FORCE, ["in_progress", "delayed"], ChangeKind.STATUS_CHANGED),
        (Track.HMICFRS, ["open", "closed_by_hmicfrs"], ChangeKind.CLOSED_BY_HMICFRS),
        (Track.HMICFRS, ["closed_by_hmicfrs", "open"], ChangeKind.HMICFRS_POSITION_CHANGED),
    ],
)
def test_an_event_is_the_most_telling_kind(track, statuses, kind):
    first, second = statuses
    old = [event(10, first, date(2026, 5, 1), track)] if first else []
    new = event(11, second, DAY, track, comment="A reason")
    change = only(state(*THERE, *old), state(*THERE, *old, new))
    assert (change.kind, change.before, change.after) == (kind, first, second)
    assert (change.subject, change.dated, change.reason) == (ON_ACTION, DAY, "A reason")
    assert change.record == Subject("status_event", new.uid)


def test_the_same_word_again_and_not_known_are_no_change():
    old = event(10, "in_progress", date(2026, 5, 1))
    again = event(11, "in_progress", DAY)
    unknown = event(12, "not_known", DAY, Track.HMICFRS)
    other = event(13, "open", date(2026, 5, 1), Track.HMICFRS, subject=ON_FINDING)
    assert changes(state(*THERE, old, other), state(*THERE, old, other, again, unknown)) == []


def test_several_events_of_one_record_are_told_in_their_order():
    steps = ["in_progress", "closed_by_force", "in_progress", "closed_by_force"]
    events = [event(10 + n, word, date(2026, 5, 1 + n)) for n, word in enumerate(steps)]
    found = changes(state(*THERE, events[0]), state(*THERE, *reversed(events)))
    assert [change.kind for change in found] == [
        ChangeKind.CLOSED_BY_FORCE,
        ChangeKind.CLOSED_BY_FORCE,
        ChangeKind.REOPENED,
    ]
    assert [change.before for change in found] == ["in_progress", "in_progress", "closed_by_force"]


def test_an_event_that_was_corrected_by_hand_is_a_change():
    old = event(10, "in_progress", DAY)
    change = only(state(*THERE, old), state(*THERE, replace(old, status="closed_by_force")))
    assert (change.kind, change.before) == (ChangeKind.CLOSED_BY_FORCE, "in_progress")
    assert changes(state(old), state(replace(old, date=date(2026, 7, 20)))) == []


def test_the_first_status_of_a_new_record_is_part_of_its_being_new():
    until = state(*THERE, event(10, "in_progress", DAY))
    assert kinds(state(REPORT, FINDING), until) == [ChangeKind.ADDED]
    closed = state(*THERE, event(10, "closed_by_force", DAY))
    assert kinds(state(REPORT, FINDING), closed) == [ChangeKind.CLOSED_BY_FORCE, ChangeKind.ADDED]


@pytest.mark.parametrize(
    ("before", "after", "kind", "days"),
    [
        (date(2026, 7, 1), date(2026, 9, 30), ChangeKind.TARGET_MOVED, 20),
        (date(2026, 7, 31), date(2026, 9, 30), ChangeKind.TARGET_MOVED, -10),
        (None, date(2026, 9, 30), ChangeKind.TARGET_SET, None),
        (date(2026, 7, 21), None, ChangeKind.TARGET_REMOVED, 0),
    ],
)
def test_a_recorded_move_says_when_it_came(before, after, kind, days):
    now = replace(ACTION, target=after)
    moved = move(10, before, after, DAY, reason="Trainers were away.")
    change = only(
        state(REPORT, FINDING, replace(ACTION, target=before)), state(REPORT, FINDING, now, moved)
    )
    assert (change.kind, change.days_after_due) == (kind, days)
    assert change.before == (before.isoformat() if before else None)
    assert change.after == (after.isoformat() if after else None)
    assert (change.reason, change.dated) == ("Trainers were away.", DAY)


def test_a_move_of_an_unknown_day_has_no_distance():
    moved = move(10, date(2026, 6, 30), ACTION.target, None)
    change = only(BEFORE, state(*THERE, moved))
    assert (change.dated, change.days_after_due) == (None, None)
    assert "no move recorded" in change_words(change)


def test_a_target_that_moved_without_a_record_is_a_change():
    later = replace(ACTION, target=date(2027, 1, 29))
    change = only(BEFORE, state(REPORT, FINDING, later))
    assert (change.kind, change.field, change.dated) == (ChangeKind.TARGET_MOVED, "target", None)
    moved = move(10, ACTION.target, date(2026, 12, 31), DAY)
    assert kinds(BEFORE, state(REPORT, FINDING, later, moved)) == [ChangeKind.TARGET_MOVED] * 2


def test_a_move_that_was_corrected_by_hand_is_a_change():
    old = move(10, date(2026, 6, 30), date(2026, 8, 31), DAY)
    now = replace(old, to=ACTION.target)
    assert kinds(state(*THERE, old), state(*THERE, now)) == [ChangeKind.TARGET_MOVED]
    why = replace(old, reason="Another reason.")
    change = only(state(*THERE, old), state(*THERE, why))
    assert (change.kind, change.field, change.subject) == (
        ChangeKind.TEXT_CHANGED,
        "reason",
        ON_ACTION,
    )


def test_the_first_target_of_a_new_action_is_part_of_its_being_new():
    first = move(10, None, date(2026, 6, 30), date(2026, 1, 5))
    second = move(11, date(2026, 6, 30), ACTION.target, date(2026, 7, 5))
    until = state(*THERE, first, second)
    assert kinds(state(REPORT, FINDING), until) == [ChangeKind.TARGET_MOVED, ChangeKind.ADDED]


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("owner", ChangeKind.OWNER_CHANGED),
        ("executive_lead", ChangeKind.EXECUTIVE_LEAD_CHANGED),
        ("rag_as_reported", ChangeKind.RAG_CHANGED),
        ("text", ChangeKind.TEXT_CHANGED),
        ("evidence_test", ChangeKind.TEXT_CHANGED),
    ],
)
def test_an_actions_own_words_may_change(field, kind):
    change = only(BEFORE, state(REPORT, FINDING, replace(ACTION, **{field: "Other words"})))
    assert (change.kind, change.field, change.after) == (kind, field, "Other words")
    assert change.before == getattr(ACTION, field)


def test_an_update_is_compared_with_the_round_before_it():
    first = update(10, "Good progress  continues.", date(2026, 4, 24))
    second = update(11, "good progress continues.", DAY)
    third = update(12, "Done.", date(2026, 11, 6))
    found = changes(state(*THERE, first), state(*THERE, third, second, first))
    assert [(change.kind, change.before) for change in found] == [
        (ChangeKind.UPDATE_REPEATED, first.text),
        (ChangeKind.UPDATE_ADDED, second.text),
    ]
    other = replace(update(13, "Elsewhere.", DAY), action=uid(999))
    assert kinds(state(first, other), state(first, other, second)) == [ChangeKind.UPDATE_REPEATED]
    change = only(BEFORE, state(*THERE, first))
    assert (change.kind, change.before) == (ChangeKind.UPDATE_ADDED, None)


def test_evidence_is_added_to_its_action():
    change = only(BEFORE, state(*THERE, EVIDENCE))
    assert (change.kind, change.subject) == (ChangeKind.EVIDENCE_ADDED, ON_ACTION)
    assert (change.after, change.dated) == ("Dip sample", DAY)


def test_an_action_goes_missing_from_an_export_and_returns():
    missing = state(*THERE, missing=[ACTION.uid, uid(999)])
    assert only(BEFORE, missing).kind is ChangeKind.MISSING_FROM_EXPORT
    assert only(missing, BEFORE).kind is ChangeKind.RETURNED_TO_EXPORT


def test_a_response_comes_unpublished_and_is_published_later():
    published = replace(RESPONSE, published=DAY)
    draft = only(BEFORE, state(*THERE, RESPONSE))
    assert (draft.kind, draft.label) == (ChangeKind.ADDED, "Custody")
    for since in (BEFORE, state(*THERE, RESPONSE)):
        change = only(since, state(*THERE, published))
        assert (change.kind, change.before) == (ChangeKind.RESPONSE_PUBLISHED, None)
        assert change.after == DAY.isoformat()
    corrected = state(*THERE, replace(RESPONSE, published=date(2026, 7, 22)))
    change = only(state(*THERE, published), corrected)
    assert change.before == DAY.isoformat()
    assert only(state(*THERE, RESPONSE), BEFORE).kind is ChangeKind.REMOVED_BY_HAND
    assert only(state(*THERE, published), state(*THERE, replace(published, text="Other"))).field


def test_a_response_that_is_answered_anew_gains_and_loses_passages():
    bare, full = state(*THERE, RESPONSE), state(*THERE, RESPONSE, PASSAGE)
    change = only(bare, full)
    assert (change.kind, change.findings) == (ChangeKind.ADDED, (FINDING.uid,))
    assert change.label == "Custody, Recommendation 3"
    assert only(full, bare).kind is ChangeKind.REMOVED_BY_HAND
    assert kinds(BEFORE, full) == [ChangeKind.ADDED]
    assert kinds(full, BEFORE) == [ChangeKind.REMOVED_BY_HAND]


def test_a_question_is_told_of_once_it_is_shared():
    draft = replace(QUESTION, state=QuestionState.READY, text="Who?")
    change = only(state(*THERE, draft), state(*THERE, QUESTION))
    assert (change.kind, change.before, change.after) == (
        ChangeKind.QUESTION_STATE_CHANGED,
        None,
        "asked",
    )
    assert (change.label, change.dated) == ("041/03.1", DAY)
    assert change.findings == (FINDING.uid,)
    assert changes(BEFORE, state(*THERE, draft)) == []
    assert changes(state(*THERE, draft), state(*THERE, replace(draft, text="What?"))) == []


def test_a_question_moves_on_and_its_words_may_change():
    answered = replace(QUESTION, state=QuestionState.ANSWERED, answer="The department.")
    change = only(state(*THERE, QUESTION), state(*THERE, answered))
    assert (change.before, change.after) == ("asked", "answered")
    change = only(state(*THERE, answered), state(*THERE, replace(answered, answer="Nobody.")))
    assert (change.kind, change.field) == (ChangeKind.TEXT_CHANGED, "answer")
    assert only(state(QUESTION), state()).kind is ChangeKind.REMOVED_BY_HAND


def test_a_panel_action_is_closed_with_its_outcome():
    closed = replace(PANEL_ACTION, closed_on=DAY, outcome="Done.")
    since = state(*THERE, QUESTION, PANEL_ACTION)
    change = only(since, state(*THERE, QUESTION, closed))
    assert (change.kind, change.after) == (ChangeKind.PANEL_ACTION_CLOSED, "Done.")
    assert (change.label, change.findings) == ("Action 002", (FINDING.uid,))
    assert kinds(BEFORE, state(*THERE, closed)) == [
        ChangeKind.ADDED,
        ChangeKind.PANEL_ACTION_CLOSED,
    ]
    alone = replace(PANEL_ACTION, question=None)
    assert only(state(), state(alone)).findings == ()


@pytest.mark.parametrize(
    "subject",
    [
        Subject("question", QUESTION.uid),
        Subject("panel_action", PANEL_ACTION.uid),
        Subject("agenda_item", uid(70)),
        Subject("report", uid(999)),
        None,
    ],
)
def test_a_question_may_be_about_anything_a_file_says(subject):
    item = AgendaItem(
        uid=uid(70), meeting=uid(71), number="7", title="Audit", reports=(REPORT.uid,)
    )
    about = replace(QUESTION, subject=subject)
    change = only(state(*THERE, PANEL_ACTION, item), state(*THERE, PANEL_ACTION, item, about))
    expected = (REPORT.uid,) if subject and subject.table == "agenda_item" else ()
    assert change.reports == expected


def test_changes_come_by_kind_then_by_reference_then_by_day():
    second = replace(ACTION, uid=uid(4), reference="041/10.1")
    third = replace(ACTION, uid=uid(5), reference="041/9.1")
    huge = replace(ACTION, uid=uid(6), reference="9" * 5000)
    since = state(REPORT, FINDING)
    until = state(REPORT, FINDING, second, third, huge, update(10, "Said", DAY))
    assert [change.label for change in changes(since, until)] == [
        "041/9.1",
        "041/10.1",
        "9" * 5000,
        "Action",
    ]


def test_changes_group_by_kind_and_by_agenda_item():
    elsewhere = replace(FINDING, uid=uid(8), report=uid(999))
    comparison = compared(state(), state(REPORT, FINDING, ACTION, elsewhere, QUESTION))
    by_kind = comparison.by_kind()
    assert list(by_kind) == [ChangeKind.ADDED, ChangeKind.QUESTION_STATE_CHANGED]
    assert sum(map(len, by_kind.values())) == len(comparison.changes)
    whole = AgendaItem(
        uid=uid(70), meeting=uid(71), number="7", title="Audit", reports=(REPORT.uid,)
    )
    part = replace(whole, uid=uid(72), number="8", reports=(), findings=(FINDING.uid,))
    again = replace(part, uid=uid(73), number="9")
    groups = comparison.by_agenda_item([whole, part, again])
    assert [group.item for group in groups] == [whole, part, None]
    assert [{each.subject.table for each in group.changes} for group in groups] == [
        {"report"},
        {"finding", "action", "question"},
        {"finding"},
    ]
    assert sum(len(group.changes) for group in groups) == len(comparison.changes)
    assert comparison.by_agenda_item([]) == (AgendaChanges(None, comparison.changes),)


def test_comparing_can_be_cancelled():
    class Stop:
        def report(self, done, total, words):
            assert words
            if done == total // 2:
                raise Cancelled

    with pytest.raises(Cancelled):
        changes_between(BEFORE, BEFORE, Stop())


@given(one=registers(), other=registers())
def test_any_two_registers_are_compared_and_their_sums_come_out(one, other):
    since, until = (
        replace(BEFORE, tables=tables_of(register.records)) for register in (one, other)
    )
    comparison = compared(since, until)
    assert comparison.totals.reconcile
    assert all(change.kind.words for change in comparison.changes)
    assert all(isinstance(change_words(change), str) for change in comparison.changes)
    assert changes_between(since, since) == ()
