"""What the rules look at: one finding's dossier and what stands around it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.dossier import ActionStory, Dossier, Place, finding_label
from jasp_desktop.domain.identity import FindingUid, ImportBatchUid, ReportUid
from jasp_desktop.domain.records import Action, Meeting, Response, StatusEvent, Subject
from jasp_desktop.domain.vocabulary import HmicfrsPosition, Track, lower_first

HMICFRS_ENDED = frozenset(
    {
        HmicfrsPosition.CLOSED_BY_HMICFRS,
        HmicfrsPosition.NO_FURTHER_ACTION_NEEDED,
        HmicfrsPosition.SUPERSEDED_BY_LATER_INSPECTION,
    }
)
"""Positions with which the inspectorate has done with a finding."""


@dataclass(frozen=True, slots=True)
class Round:
    """One export of the force's tracker; ``is_dated`` where the export itself says its day."""

    batch: ImportBatchUid
    day: date
    is_dated: bool = True

    @property
    def words(self) -> str:
        """Return “tracker of 6 November 2026”."""
        return f"tracker {'of' if self.is_dated else 'imported on'} {in_words(self.day)}"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every case of one register shares; rounds stand with the earliest first."""

    rounds: tuple[Round, ...] = ()
    sources: Mapping[ImportBatchUid, str] = field(default_factory=dict)
    responses: Mapping[ReportUid, tuple[Response, ...]] = field(default_factory=dict)

    def source(self, batch: ImportBatchUid | None, otherwise: str | None = None) -> str:
        """Return where something was said: the import that brought it, else the record's word."""
        found = self.sources.get(batch) if batch is not None else None
        if found and otherwise:
            return f"{otherwise}, {found}"
        return found or otherwise or "typed into the register"


@dataclass(frozen=True, slots=True)
class Case:
    """A finding as the rules see it.

    ``alike`` are findings of earlier reports that read like it; ``has_family_action`` tells
    whether the finding above it or one under it has an action.
    """

    dossier: Dossier
    around: Surroundings
    alike: tuple[Place, ...] = ()
    has_family_action: bool = False

    @property
    def subject(self) -> Subject:
        """Return the finding as a subject."""
        return Subject("finding", self.dossier.finding.uid)

    @property
    def label(self) -> str:
        """Return “PEEL 2025–27, recommendation 4”."""
        return finding_name(Place(self.dossier.report, self.dossier.finding))

    @property
    def report_source(self) -> str:
        """Return how a fact names the finding's report."""
        return f"report “{self.dossier.report.name}”"

    @property
    def register_source(self) -> str:
        """Return how a fact names the register as it stands."""
        as_at = self.dossier.as_at
        return "register" if as_at is None else f"register as at {in_words(as_at)}"


@dataclass(frozen=True, slots=True)
class Closing:
    """An action that the force ended, on what day, and the findings it was for."""

    action: Action
    event: StatusEvent
    findings: tuple[FindingUid, ...]


@dataclass(frozen=True, slots=True)
class MeetingCase:
    """A meeting and what was ended in the week before its papers were due, earliest first."""

    meeting: Meeting
    closings: tuple[Closing, ...]
    around: Surroundings


def action_subject(story: ActionStory) -> Subject:
    """Return an action as a subject."""
    return Subject("action", story.action.uid)


def action_name(action: Action) -> str:
    """Return “041/03.1”, or the beginning of its words where it has no reference."""
    words = " ".join(action.text.split())
    if len(words) > _MOST:
        words = f"{words[:_MOST].rpartition(' ')[0] or words[:_MOST]}…"
    return action.reference or action.tracker_reference or f"“{words}”"


def finding_name(place: Place) -> str:
    """Return “PEEL 2025–27, recommendation 4”; a name in capitals stays as it is."""
    return f"{place.report.name}, {lower_first(finding_label(place.finding))}"


def force_events(story: ActionStory) -> tuple[StatusEvent, ...]:
    """Return the force's words on an action, the earliest first."""
    told = [event for event in story.events if event.track is Track.FORCE]
    return tuple(sorted(told, key=lambda event: (event.date, event.uid)))


_MOST = 60
