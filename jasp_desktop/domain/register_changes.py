"""What changed between two states of a register: kinds, lines and totals."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jasp_desktop.domain.identity import AgendaItemUid, FindingUid, ReportUid, Uid
from jasp_desktop.domain.records import AgendaItem, Json, Subject
from jasp_desktop.domain.register_states import RegisterState


class ChangeKind(StrEnum):
    """The kinds of change (DESIGN.md, section 5), in the order in which a page lists them."""

    TARGET_MOVED = "target_moved"
    TARGET_REMOVED = "target_removed"
    TARGET_SET = "target_set"
    CLOSED_BY_FORCE = "closed_by_force"
    REOPENED = "reopened"
    STATUS_CHANGED = "status_changed"
    CLOSED_BY_HMICFRS = "closed_by_hmicfrs"
    HMICFRS_POSITION_CHANGED = "hmicfrs_position_changed"
    MISSING_FROM_EXPORT = "missing_from_export"
    RETURNED_TO_EXPORT = "returned_to_export"
    ADDED = "added"
    RESPONSE_PUBLISHED = "response_published"
    TEXT_CHANGED = "text_changed"
    OWNER_CHANGED = "owner_changed"
    EXECUTIVE_LEAD_CHANGED = "executive_lead_changed"
    RAG_CHANGED = "rag_changed"
    EVIDENCE_ADDED = "evidence_added"
    UPDATE_REPEATED = "update_repeated"
    UPDATE_ADDED = "update_added"
    QUESTION_STATE_CHANGED = "question_state_changed"
    PANEL_ACTION_CLOSED = "panel_action_closed"
    REMOVED_BY_HAND = "removed_by_hand"

    @property
    def words(self) -> str:
        """Return it as a heading over such changes."""
        return _HEADINGS[self]


_HEADINGS: Mapping[ChangeKind, str] = {
    ChangeKind.ADDED: "New on the register",
    ChangeKind.RESPONSE_PUBLISHED: "Responses published",
    ChangeKind.CLOSED_BY_FORCE: "Closed by the force",
    ChangeKind.REOPENED: "Opened again",
    ChangeKind.STATUS_CHANGED: "Other changes of the force’s status",
    ChangeKind.CLOSED_BY_HMICFRS: "Closed by HMICFRS",
    ChangeKind.HMICFRS_POSITION_CHANGED: "Other changes of HMICFRS’s position",
    ChangeKind.TARGET_MOVED: "Targets moved",
    ChangeKind.TARGET_REMOVED: "Targets taken away",
    ChangeKind.TARGET_SET: "Targets set for the first time",
    ChangeKind.OWNER_CHANGED: "Owner changed",
    ChangeKind.EXECUTIVE_LEAD_CHANGED: "Executive lead changed",
    ChangeKind.RAG_CHANGED: "RAG changed, as reported",
    ChangeKind.EVIDENCE_ADDED: "Evidence added",
    ChangeKind.UPDATE_REPEATED: "Updates in the same words as the round before",
    ChangeKind.UPDATE_ADDED: "Updates",
    ChangeKind.TEXT_CHANGED: "Words changed",
    ChangeKind.MISSING_FROM_EXPORT: "Missing from the latest export",
    ChangeKind.RETURNED_TO_EXPORT: "In the export again",
    ChangeKind.QUESTION_STATE_CHANGED: "The panel’s questions",
    ChangeKind.PANEL_ACTION_CLOSED: "The panel’s own actions closed",
    ChangeKind.REMOVED_BY_HAND: "Taken off the register",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterChange:
    """One thing that changed.

    Attributes:
        kind: What kind of change it is.
        subject: The record that a person would open: an action whose target moved, a question.
        label: How the panel names the subject: “041/03.1”.
        text: What the subject is, in one line.
        before: What was there, as the open format writes it; None where nothing was.
        after: What is there now, likewise.
        dated: The day that the record itself gives the change; None where it gives none.
        record: The record that says so, a moved target or an event; the subject itself where its
            own field changed.
        field: The field of ``record`` that changed, under the open format's name.
        findings: The findings that the subject is or hangs on.
        reports: The reports that the subject is or hangs on.
        days_after_due: Of a moved target: days after the earlier date fell due; negative: before.
        reason: Why a target moved, or the comment on a status.
    """

    kind: ChangeKind
    subject: Subject
    label: str
    text: str
    before: Json = None
    after: Json = None
    dated: date | None = None
    record: Subject
    field: str | None = None
    findings: tuple[FindingUid, ...] = ()
    reports: tuple[ReportUid, ...] = ()
    days_after_due: int | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTally:
    """What became of the open records of one table; each list names what it counts."""

    table: str
    open_then: tuple[Uid, ...]
    added_open: tuple[Uid, ...]
    reopened: tuple[Uid, ...]
    closed: tuple[Uid, ...]
    removed: tuple[Uid, ...]
    open_now: tuple[Uid, ...]

    @property
    def reconciles(self) -> bool:
        """Tell whether what was open, with what came and without what went, is what is open."""
        came, gone = (*self.added_open, *self.reopened), (*self.closed, *self.removed)
        return len(self.open_then) + len(came) - len(gone) == len(self.open_now)

    @property
    def words(self) -> str:
        """Return the sum in words: “34 open then + 2 new + 1 opened again − … = 31 open now”."""
        return (
            f"{len(self.open_then):,} open then + {len(self.added_open):,} new "
            f"+ {len(self.reopened):,} opened again − {len(self.closed):,} closed "
            f"− {len(self.removed):,} removed = {len(self.open_now):,} open now"
        )


@dataclass(frozen=True, slots=True)
class Totals:
    """What became of the open actions and the open findings."""

    actions: OpenTally
    findings: OpenTally

    @property
    def reconcile(self) -> bool:
        """Tell whether both sums come out."""
        return self.actions.reconciles and self.findings.reconciles


@dataclass(frozen=True, slots=True)
class AgendaChanges:
    """The changes that an agenda item takes; those without an item are on no agenda."""

    item: AgendaItem | None
    changes: tuple[RegisterChange, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states of a register and all that changed between them."""

    since: RegisterState
    until: RegisterState
    changes: tuple[RegisterChange, ...]
    totals: Totals

    @property
    def words(self) -> str:
        """Return the two states: “Meeting of 8 September 2026 to the data as at …”."""
        return f"{self.since.name} to {self.until.as_data}"

    def by_kind(self) -> dict[ChangeKind, tuple[RegisterChange, ...]]:
        """Return the changes of each kind that there is, in the order of the kinds."""
        found: defaultdict[ChangeKind, list[RegisterChange]] = defaultdict(list)
        for change in self.changes:
            found[change.kind].append(change)
        return {kind: tuple(found[kind]) for kind in ChangeKind if kind in found}

    def by_agenda_item(self, items: Sequence[AgendaItem]) -> tuple[AgendaChanges, ...]:
        """Return the changes under the items of an agenda, in its order, each change once.

        A change belongs to the first item that names its finding, else to the first that names
        its report. What is on no item comes last. Items without changes are left out.
        """
        by_finding = dict(_places(items, (item.findings for item in items)))
        by_report = dict(_places(items, (item.reports for item in items)))
        found: defaultdict[AgendaItemUid | None, list[RegisterChange]] = defaultdict(list)
        for change in self.changes:
            named = [by_finding[uid] for uid in change.findings if uid in by_finding]
            named += [by_report[uid] for uid in change.reports if uid in by_report]
            found[named[0] if named else None].append(change)
        keys = [*((item, item.uid) for item in items), (None, None)]
        return tuple(AgendaChanges(item, tuple(found[key])) for item, key in keys if key in found)


def _places(
    items: Sequence[AgendaItem], named: Iterable[tuple[Uid, ...]]
) -> Iterator[tuple[Uid, AgendaItemUid]]:
    """Yield which item names each record; the first item comes last, so that it stands."""
    pairs = [(uid, item.uid) for item, uids in zip(items, named, strict=True) for uid in uids]
    yield from reversed(pairs)
