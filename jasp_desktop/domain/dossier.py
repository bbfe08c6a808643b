"""One finding as one chain: finding, responses, actions with their promises, statuses, questions.

The same record feeds the dossier on screen and the pages of a brief.
"""

from dataclasses import dataclass
from datetime import date

from jasp_desktop.domain.promises import PromiseLine
from jasp_desktop.domain.records import (
    Action,
    Evidence,
    Finding,
    Question,
    Report,
    Response,
    ResponseItem,
    StatusEvent,
    Update,
)
from jasp_desktop.domain.section55 import Section55Clock
from jasp_desktop.domain.vocabulary import FindingKind, ForceStatus, HmicfrsPosition, Track


@dataclass(frozen=True, slots=True)
class Answer:
    """A passage that answers a finding, with the response it stands in."""

    response: Response
    item: ResponseItem


@dataclass(frozen=True, slots=True)
class ActionStory:
    """An action with everything recorded of it, newest update first."""

    action: Action
    line: PromiseLine
    events: tuple[StatusEvent, ...] = ()
    updates: tuple[Update, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def status_event(self) -> StatusEvent | None:
        """Return the force's latest word."""
        return latest(self.events, Track.FORCE)

    @property
    def status(self) -> ForceStatus | None:
        """Return the force's status; None when the force has said nothing."""
        return None if self.status_event is None else ForceStatus(self.status_event.status)

    @property
    def is_open(self) -> bool:
        """Tell whether the force still has something to do."""
        return self.status is None or self.status.is_open


@dataclass(frozen=True, slots=True)
class Place:
    """A finding in its report, as other pages name it."""

    report: Report
    finding: Finding


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A panel's question with the names of the people in it."""

    question: Question
    member: str | None = None
    answered_by: str | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """A finding and all that hangs on it, as at the date of the data.

    ``answers`` are the passages that answer this finding; ``report_answers`` those that answer
    its report as a whole, naming no finding.
    """

    report: Report
    finding: Finding
    as_at: date | None
    clock: Section55Clock | None = None
    parent: Finding | None = None
    sub_findings: tuple[Finding, ...] = ()
    answers: tuple[Answer, ...] = ()
    report_answers: tuple[Answer, ...] = ()
    actions: tuple[ActionStory, ...] = ()
    events: tuple[StatusEvent, ...] = ()
    repeats: Place | None = None
    repeated_by: tuple[Place, ...] = ()
    questions: tuple[AskedQuestion, ...] = ()

    @property
    def force_event(self) -> StatusEvent | None:
        """Return the force's latest word on the finding itself."""
        return latest(self.events, Track.FORCE)

    @property
    def hmicfrs_event(self) -> StatusEvent | None:
        """Return the inspectorate's latest word."""
        return latest(self.events, Track.HMICFRS)

    @property
    def hmicfrs_position(self) -> HmicfrsPosition:
        """Return the inspectorate's position; not known unless recorded."""
        event = self.hmicfrs_event
        return HmicfrsPosition.NOT_KNOWN if event is None else HmicfrsPosition(event.status)

    @property
    def open_actions(self) -> tuple[ActionStory, ...]:
        """Return the actions the force has not ended."""
        return tuple(story for story in self.actions if story.is_open)

    @property
    def overdue_days(self) -> int:
        """Return the days of the action longest overdue; 0 when none is."""
        return max((story.line.overdue_days for story in self.actions), default=0)


def latest(events: tuple[StatusEvent, ...], track: Track) -> StatusEvent | None:
    """Return the last event on one track; the later recorded of two on one day."""
    on_track = [event for event in events if event.track is track]
    return max(on_track, key=lambda event: (event.date, event.uid), default=None)


def without_own_number(action_reference: str) -> str:
    """Return how the tracker names an action's finding: “041/03” for “041/03.1”."""
    return action_reference.rpartition(".")[0] or action_reference


_SHORT_KINDS = {
    FindingKind.AREA_FOR_IMPROVEMENT: "AFI",
    FindingKind.OTHER: "Finding",
}


def finding_label(finding: Finding) -> str:
    """Return “Recommendation 3”, “AFI 2”, or the kind alone where no number is printed.

    The number is kept as printed; one that already names its kind (“AFI 1”) is not named twice.
    """
    kind = _SHORT_KINDS.get(finding.kind, finding.kind.words)
    if not finding.number:
        return finding.kind.words
    if finding.number[:1].isalpha():
        return finding.number
    return f"{kind} {finding.number}"
