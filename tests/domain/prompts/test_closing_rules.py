from dataclasses import replace
from datetime import date

import pytest

from jasp_desktop.domain.dates import DatePrecision
from jasp_desktop.domain.identity import FindingUid, MeetingUid, PersonUid, Uid
from jasp_desktop.domain.prompts.case import Closing, MeetingCase, Surroundings
from jasp_desktop.domain.prompts.closing import (
    closed_before_papers,
    closed_by_owner,
    closed_without_evidence,
    evidence_older,
    hmicfrs_open,
)
from jasp_desktop.domain.records import Meeting
from jasp_desktop.domain.vocabulary import EvidenceKind, HmicfrsPosition, Track
from tests.domain.prompts.cases import (
    JULY,
    REPORT,
    case,
    closed,
    evidence,
    facts,
    said,
    story,
    update,
)

JUNE = date(2026, 6, 12)


def test_a_closure_with_nothing_to_show_is_worth_a_question():
    (found,) = closed_without_evidence(
        case(
            story(
                events=[closed(JUNE, comment="Six in post.", batch=JULY.batch)],
                evidence_test="Six officers signed off.",
            )
        )
    )
    assert facts(found) == [
        (
            "Force status, 12 June 2026: Closed by force: “Six in post.” "
            "(4ACTION, tracker of 24 July 2026)"
        ),
        "Evidence: none recorded (register as at 13 November 2026)",
        "To be shown by: Six officers signed off. (register as at 13 November 2026)",
    ]
    assert "It was to be shown by: Six officers signed off. What" in found.line
    assert found.label == "038/04.1"


def test_without_a_test_of_success_the_question_is_shorter():
    (found,) = closed_without_evidence(case(story(events=[closed(JUNE)])))
    assert "to be shown" not in found.line
    assert len(found.facts) == 2


@pytest.mark.parametrize(
    "events",
    [[], [said(JUNE)], [closed(JUNE), said(date(2026, 10, 14))], [said(JUNE, "no_further_action")]],
    ids=["nothing said", "open", "opened again", "no further action"],
)
def test_what_is_not_closed_needs_no_evidence(events):
    assert not list(closed_without_evidence(case(story(events=events))))


def test_evidence_answers_the_question():
    shown = story(events=[closed(JUNE)], proof=[evidence(None)])
    assert not list(closed_without_evidence(case(shown)))


def test_evidence_from_before_the_report_cannot_show_what_came_of_it():
    old = evidence(date(2025, 11, 1), held_at="Custody, folder 3")
    (found,) = evidence_older(case(story(events=[closed(JUNE)], proof=[old])))
    assert facts(found)[1:] == [
        "Evidence, 1 November 2025: Dip sample (held by Custody, folder 3)",
        "Report published: 12 February 2026 (report “PEEL 2025–27”)",
    ]


@pytest.mark.parametrize(
    "dates",
    [
        [date(2026, 2, 12)],
        [date(2025, 11, 1), date(2026, 5, 1)],
        [date(2025, 11, 1), None],
        [],
    ],
    ids=["on the day", "one is newer", "one is not dated", "none"],
)
def test_one_newer_or_undated_piece_of_evidence_is_enough(dates):
    proof = [evidence(day) for day in dates]
    assert not list(evidence_older(case(story(events=[closed(JUNE)], proof=proof))))


def test_a_month_counts_from_its_first_day_and_no_date_says_nothing():
    proof = [evidence(date(2026, 2, 10))]
    action = story(events=[closed(JUNE)], proof=proof)
    month = replace(REPORT, published_precision=DatePrecision.MONTH)
    assert list(evidence_older(case(action)))
    assert not list(evidence_older(case(action, report=month)))
    assert not list(evidence_older(case(action, report=replace(REPORT, published=None))))


def test_a_closure_on_the_owners_word_alone_is_worth_a_question():
    told = update(date(2026, 7, 21), "All six are in post. Closed.", "Head of Custody", JULY.batch)
    earlier = update(date(2026, 4, 21), "Four in post.", "A clerk")
    (found,) = closed_by_owner(case(story(events=[closed(JUNE)], updates=[told, earlier])))
    assert "on the word of its owner, Head of Custody" in found.line
    assert "“All six are in post. Closed.”" in facts(found)[2]


def test_before_any_later_update_the_last_one_counts():
    told = update(date(2026, 6, 1), "Nearly there.", "Head of Custody")
    undated = update(None, "Some day.", "A clerk")
    assert list(closed_by_owner(case(story(events=[closed(JUNE)], updates=[told, undated]))))


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"updates": []}, "nobody is on record"),
        ({"updates": [update(date(2026, 7, 21), "Closed.", "A clerk")]}, "another told of it"),
        ({"updates": [update(date(2026, 7, 21), "Closed.")]}, "its author is not known"),
        ({"owner": None}, "nobody owns it"),
        ({"events": [said(date(2026, 6, 1), "pending_sign_off"), closed(JUNE)]}, "signed off"),
        ({"proof": [evidence(JUNE, EvidenceKind.BOARD_MINUTE)]}, "a board looked"),
        ({"proof": [evidence(JUNE, EvidenceKind.HMICFRS_LETTER)]}, "inspectors looked"),
        ({"proof": [evidence(JUNE, seen_by=PersonUid(Uid("p")))]}, "a member looked"),
        ({"proof": [evidence(JUNE, seen_on=JUNE)]}, "the panel looked"),
        ({"events": [said(JUNE)]}, "it is open"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_second_pair_of_eyes_answers_the_question(changed, why):
    told = update(date(2026, 7, 21), "Closed.", "Head of Custody")
    usual = {"events": [closed(JUNE)], "updates": [told]}
    assert list(closed_by_owner(case(story(**usual)))), "fires without the change"
    assert not list(closed_by_owner(case(story(**usual | changed)))), why


def hmicfrs(day, position):
    return said(day, position, track=Track.HMICFRS)


@pytest.mark.parametrize("position", [HmicfrsPosition.OPEN, HmicfrsPosition.AWAITING_REVIEW])
def test_two_tracks_that_differ_are_worth_a_question(position):
    stated = (hmicfrs(date(2026, 2, 12), position), closed(date(2026, 7, 3)))
    (found,) = hmicfrs_open(case(events=stated))
    assert facts(found)[0].startswith(f"HMICFRS position, 12 February 2026: {position.words}")
    assert facts(found)[1].startswith("Force status, 3 July 2026: Closed by force")
    assert "The force closed this by 3\u00a0July\u00a02026" in found.line


def test_every_action_closed_counts_as_the_forces_word():
    stories = [story(events=[closed(JUNE)]), story(events=[closed(date(2026, 7, 3))])]
    older = (hmicfrs(date(2026, 2, 12), "open"), said(date(2026, 3, 1)))
    (found,) = hmicfrs_open(case(*stories, events=older))
    assert [fact.label for fact in found.facts[1:]] == ["Action 038/04.1", "Action 038/04.1"]


@pytest.mark.parametrize(
    ("stories", "events"),
    [
        ([story(events=[closed(JUNE)])], ()),
        ([story(events=[closed(JUNE)])], (hmicfrs(JUNE, "closed_by_hmicfrs"),)),
        ([story(events=[closed(JUNE)])], (hmicfrs(JUNE, "not_known"),)),
        ([story(events=[closed(JUNE)]), story(events=[said(JUNE)])], (hmicfrs(JUNE, "open"),)),
        ([story(events=[closed(JUNE)])], (hmicfrs(JUNE, "open"), said(date(2026, 10, 1)))),
        ([], (hmicfrs(JUNE, "open"),)),
    ],
    ids=["no word", "closed by both", "not known", "one open", "opened since", "no action"],
)
def test_tracks_that_agree_or_are_silent_say_nothing(stories, events):
    assert not list(hmicfrs_open(case(*stories, events=events)))


def closings(*days):
    return tuple(
        Closing(story(reference=f"038/0{n}.1").action, closed(day), (FindingUid(Uid(f"f{n}")),))
        for n, day in enumerate(days)
    )


def test_three_closures_in_the_week_before_papers_are_worth_a_question():
    meeting = Meeting(
        uid=MeetingUid(Uid("m")), held_on=date(2026, 3, 4), paper_deadline=date(2026, 2, 24)
    )
    days = [date(2026, 2, day) for day in (18, 20, 24)]
    (found,) = closed_before_papers(MeetingCase(meeting, closings(*days), Surroundings()))
    assert found.label == "Meeting of 4\u00a0March\u00a02026"
    assert facts(found)[0] == "Papers due: 24 February 2026 (meeting of 4 March 2026)"
    assert facts(found)[1] == "038/00.1, 18 February 2026: Closed by force (4ACTION)"
    two = MeetingCase(meeting, closings(*days[:2]), Surroundings())
    assert not list(closed_before_papers(two))
    undated = replace(meeting, paper_deadline=None)
    assert not list(closed_before_papers(MeetingCase(undated, closings(*days), Surroundings())))
