"""What a meeting brief says, before anything is laid out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from jasp_desktop.domain.dossier import AskedQuestion, Dossier
from jasp_desktop.domain.notebook import DraftQuestion, Note
from jasp_desktop.domain.records import (
    AgendaItem,
    Meeting,
    Panel,
    PanelAction,
    Report,
    Response,
    Subject,
)
from jasp_desktop.domain.register_changes import Comparison
from jasp_desktop.domain.section55 import Section55Clock


@dataclass(frozen=True, slots=True)
class BriefReport:
    """A report under an agenda item, with its responses and the findings to be taken."""

    report: Report
    clock: Section55Clock | None
    responses: tuple[Response, ...]
    dossiers: tuple[Dossier, ...]


@dataclass(frozen=True, slots=True)
class BriefItem:
    """An agenda item with what it is about; questions are those on the item itself."""

    item: AgendaItem
    author: str | None
    reports: tuple[BriefReport, ...] = ()
    questions: tuple[AskedQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class PanelActionLine:
    """An open entry of the panel's own action tracker."""

    action: PanelAction
    owner: str | None


@dataclass(frozen=True, slots=True)
class BriefContent:
    """The whole brief of one meeting; ``notes`` and ``drafts`` only with the member's own.

    ``changes`` is what changed since the panel last met; None before its first meeting.
    """

    panel: Panel
    meeting: Meeting
    members: tuple[str, ...]
    items: tuple[BriefItem, ...]
    panel_actions: tuple[PanelActionLine, ...] = ()
    changes: Comparison | None = None
    notes: Mapping[Subject, tuple[Note, ...]] = field(default_factory=dict)
    drafts: Mapping[Subject, tuple[DraftQuestion, ...]] = field(default_factory=dict)

    @property
    def as_at(self) -> date | None:
        """Return the date of the data."""
        return self.panel.as_at

    @property
    def dossiers(self) -> tuple[Dossier, ...]:
        """Return every finding on the agenda, in its order."""
        return tuple(
            dossier for item in self.items for part in item.reports for dossier in part.dossiers
        )

    @property
    def holds_own_words(self) -> bool:
        """Tell whether anything private to the member is in it."""
        return bool(self.notes or self.drafts)
