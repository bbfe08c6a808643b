"""The field's closed lists of words (DOMAIN.md), as they travel in the open format.

A value that a later program wrote is kept as found rather than refused: promise 3 says that the
record is evidence. It is spelled out from its own letters where it is shown.
"""

import re
from enum import StrEnum
from typing import Self

_WORD = re.compile(r"[a-z][a-z0-9_]{0,79}")


def lower_first(words: str) -> str:
    """Return words as they go on in a sentence; a name in capitals stays: “HMICFRS letter”."""
    # By the second letter: “A later word” begins with no name.
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


class Vocabulary(StrEnum):
    """A list of words; ``words`` is how a person reads one."""

    @property
    def words(self) -> str:
        """Return the value in sentence case."""
        return _SPELLED.get(self.value) or self.value.replace("_", " ").capitalize()

    @property
    def in_sentence(self) -> str:
        """Return the words as they stand within a sentence: “in progress”, “HMICFRS letter”."""
        return lower_first(self.words)

    @property
    def is_known(self) -> bool:
        """Tell whether this program's own list holds the value."""
        return self.name in type(self).__members__

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str) or not _WORD.fullmatch(value):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown


class PersonKind(Vocabulary):
    """What somebody is to the panel."""

    MEMBER = "member"
    CHAIR = "chair"
    OFFICER = "officer"
    SECRETARIAT = "secretariat"


class ReportKind(Vocabulary):
    """Kinds of inspection report; a letter counts as a report."""

    PEEL = "peel"
    PEEL_SPOTLIGHT = "peel_spotlight"
    NATIONAL_THEMATIC = "national_thematic"
    JOINT_INSPECTION = "joint_inspection"
    SUPER_COMPLAINT = "super_complaint"
    CUSTODY = "custody"
    NATIONAL_CHILD_PROTECTION_INSPECTION = "national_child_protection_inspection"
    POST_INSPECTION_REVIEW = "post_inspection_review"
    CRIME_DATA_INTEGRITY = "crime_data_integrity"
    REVISIT = "revisit"
    ACCELERATED_CAUSE_OF_CONCERN = "accelerated_cause_of_concern"
    VETTING_INTEGRITY = "vetting_integrity"
    REGIONAL_SERIOUS_AND_ORGANISED_CRIME = "regional_serious_and_organised_crime"
    PCC_COMMISSIONED = "pcc_commissioned"
    STATE_OF_POLICING = "state_of_policing"
    REVIEW = "review"
    OTHER = "other"


class Scope(Vocabulary):
    """Whom a report looked at."""

    OWN_FORCE = "own_force"
    NAMED_AREAS = "named_areas"
    REGIONAL = "regional"
    NATIONAL = "national"


class ForcePosition(Vocabulary):
    """How a report touches the panel's own force."""

    INSPECTED = "inspected"
    APPLIES = "applies"
    EXCLUDED = "excluded"


class Section55Position(Vocabulary):
    """Whether the PCC's comments are due under section 55 of the Police Act 1996."""

    REQUIRED = "required"
    COVERED_BY_FORCE_REPORT = "covered_by_force_report"
    NOT_REQUIRED = "not_required"
    VOLUNTARY = "voluntary"
    TO_BE_DECIDED = "to_be_decided"


class Marking(StrEnum):
    """Protective markings the program may hold; anything higher is refused."""

    NONE = "NONE"
    OFFICIAL = "OFFICIAL"
    OFFICIAL_SENSITIVE = "OFFICIAL-SENSITIVE"


class Scale(Vocabulary):
    """HMICFRS's two scales of grades; they cannot be compared."""

    FOUR_TIER = "four_tier"
    FIVE_TIER = "five_tier"


class Grade(Vocabulary):
    """A grade given to one area of policing."""

    OUTSTANDING = "outstanding"
    GOOD = "good"
    ADEQUATE = "adequate"
    REQUIRES_IMPROVEMENT = "requires_improvement"
    INADEQUATE = "inadequate"
    NOT_GRADED = "not_graded"
    NARRATIVE_ONLY = "narrative_only"


class FindingKind(Vocabulary):
    """What inspectors call a finding."""

    CAUSE_OF_CONCERN = "cause_of_concern"
    ACCELERATED_CAUSE_OF_CONCERN = "accelerated_cause_of_concern"
    RECOMMENDATION = "recommendation"
    AREA_FOR_IMPROVEMENT = "area_for_improvement"
    PROMISING_PRACTICE = "promising_practice"
    KEY_FINDING = "key_finding"
    OTHER = "other"


class Applies(Vocabulary):
    """Whether a finding applies to the panel's own force."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class DeadlineKind(Vocabulary):
    """How a report set its deadline."""

    IMMEDIATE = "immediate"
    FIXED = "fixed"
    RELATIVE = "relative"
    NONE = "none"


class AuthorRole(Vocabulary):
    """Who answers a report."""

    PCC = "pcc"
    CHIEF_CONSTABLE = "chief_constable"
    FORCE = "force"
    OTHER = "other"


class ResponseStatus(Vocabulary):
    """How far a response has come."""

    DRAFT = "draft"
    SENT = "sent"
    PUBLISHED = "published"


class ResponsePosition(Vocabulary):
    """What a response says of one finding."""

    ACCEPTED = "accepted"
    PARTLY_ACCEPTED = "partly_accepted"
    NOT_ACCEPTED = "not_accepted"
    NO_ACTION_REASON_GIVEN = "no_action_reason_given"
    NOTED = "noted"
    NOT_ADDRESSED = "not_addressed"


class Track(StrEnum):
    """Whose word a status is; never inferred one from the other."""

    FORCE = "force"
    HMICFRS = "hmicfrs"


class ForceStatus(Vocabulary):
    """The force's word."""

    AWAITING_ALLOCATION = "awaiting_allocation"
    IN_PROGRESS = "in_progress"
    DELAYED = "delayed"
    PARTIALLY_IMPLEMENTED = "partially_implemented"
    COMPLETE_AWAITING_EVIDENCE = "complete_awaiting_evidence"
    PENDING_SIGN_OFF = "pending_sign_off"
    CLOSED_BY_FORCE = "closed_by_force"
    NO_FURTHER_ACTION = "no_further_action"
    NOT_APPLICABLE = "not_applicable"

    @property
    def is_open(self) -> bool:
        """Tell whether the force still has something to do; an unknown word counts as open."""
        return self not in {
            ForceStatus.CLOSED_BY_FORCE,
            ForceStatus.NO_FURTHER_ACTION,
            ForceStatus.NOT_APPLICABLE,
        }


class HmicfrsPosition(Vocabulary):
    """The inspectorate's word."""

    OPEN = "open"
    AWAITING_REVIEW = "awaiting_review"
    CLOSED_BY_HMICFRS = "closed_by_hmicfrs"
    NO_FURTHER_ACTION_NEEDED = "no_further_action_needed"
    SUPERSEDED_BY_LATER_INSPECTION = "superseded_by_later_inspection"
    NOT_KNOWN = "not_known"


class EvidenceKind(Vocabulary):
    """What kind of thing shows that an action is done."""

    POLICY = "policy"
    AUDIT_OR_DIP_SAMPLE = "audit_or_dip_sample"
    PERFORMANCE_DATA = "performance_data"
    TRAINING_RECORD = "training_record"
    BOARD_MINUTE = "board_minute"
    HMICFRS_LETTER = "hmicfrs_letter"
    OTHER = "other"


class PhaseKind(Vocabulary):
    """HMICFRS's monitoring phases."""

    SCAN = "scan"
    ENGAGE = "engage"


class Openness(Vocabulary):
    """Whether the public may read a paper or attend."""

    PUBLIC = "public"
    NON_PUBLIC = "non_public"

    @property
    def words(self) -> str:
        """Return the word as a panel's agenda prints it."""
        return "Non Public" if self is Openness.NON_PUBLIC else super().words


class Purpose(Vocabulary):
    """What an agenda item asks of the panel."""

    FOR_CONSIDERATION = "for_consideration"
    FOR_INFORMATION = "for_information"

    @property
    def words(self) -> str:
        """Return the words as a report's cover prints them."""
        return self.value.replace("_", " ").title()


class MeetingStatus(Vocabulary):
    """Where a meeting stands."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Attended(Vocabulary):
    """Whether somebody came."""

    PRESENT = "present"
    APOLOGIES = "apologies"
    ABSENT = "absent"


class QuestionKind(Vocabulary):
    """The kinds of challenge question."""

    EVIDENCE_OF_CLOSURE = "evidence_of_closure"
    OUTCOME = "outcome"
    TIMESCALE_OR_SLIP = "timescale_or_slip"
    OWNERSHIP = "ownership"
    REPEAT_FINDING = "repeat_finding"
    APPLICABILITY = "applicability"
    RESOURCE_OR_CAPACITY = "resource_or_capacity"
    RISK_WHILE_OPEN = "risk_while_open"
    SUSTAINABILITY_AFTER_CLOSURE = "sustainability_after_closure"
    CONSISTENCY = "consistency"
    LEARNING_FROM_NATIONAL_REPORTS = "learning_from_national_reports"
    REJECTED_OR_UNACTIONED_RECOMMENDATION = "rejected_or_unactioned_recommendation"


class QuestionState(Vocabulary):
    """The stages in a question's life."""

    DRAFT = "draft"
    READY = "ready"
    SHARED_WITH_THE_CHAIR = "shared_with_the_chair"
    SENT_IN_ADVANCE = "sent_in_advance"
    ASKED = "asked"
    ANSWERED = "answered"
    ANSWER_OUTSTANDING = "answer_outstanding"
    PANEL_ACTION = "panel_action"
    CARRIED_FORWARD = "carried_forward"
    WITHDRAWN = "withdrawn"

    @property
    def is_shared(self) -> bool:
        """Tell whether the panel has the question; before that it is its member's own."""
        return self not in {QuestionState.DRAFT, QuestionState.READY}


class Verdict(Vocabulary):
    """What the member thinks of an answer."""

    SATISFIED = "satisfied"
    PARTLY = "partly"
    NO = "no"


class Relation(Vocabulary):
    """How one report stands to another."""

    REVISIT_OF = "revisit_of"
    SUPERSEDES = "supersedes"
    FORCE_VERSION_OF = "force_version_of"


class BatchKind(Vocabulary):
    """What an import read."""

    TRACKER = "tracker"
    RESPONSE_LETTER = "response_letter"
    REPORT_PAGE = "report_page"
    REGISTER = "register"


class MarkKind(Vocabulary):
    """A member's own mark on a record."""

    READ = "read"
    STARRED = "starred"


_SPELLED = {
    "peel": "PEEL",
    "peel_spotlight": "PEEL spotlight",
    "super_complaint": "Super-complaint",
    "revisit": "Revisit",
    "vetting_integrity": "Vetting and integrity",
    "pcc_commissioned": "PCC-commissioned",
    "state_of_policing": "State of Policing",
    "own_force": "This force",
    "named_areas": "Named areas",
    "applies": "Not inspected, but it applies",
    "covered_by_force_report": "Covered by the force’s own report",
    "promising_practice": "Innovative or promising practice",
    "pcc": "Police and Crime Commissioner",
    "no_action_reason_given": "No action, reason given",
    "complete_awaiting_evidence": "Complete, awaiting evidence",
    "pending_sign_off": "Pending sign-off",
    "closed_by_hmicfrs": "Closed by HMICFRS",
    "superseded_by_later_inspection": "Superseded by a later inspection",
    "audit_or_dip_sample": "Audit or dip sample",
    "hmicfrs_letter": "HMICFRS letter",
    "evidence_of_closure": "Evidence of closure",
    "rejected_or_unactioned_recommendation": "Rejected or un-actioned recommendation",
    "four_tier": "Four grades, to 2018/19",
    "five_tier": "Five grades, from 2021/22",
    "read": "Read",
}
