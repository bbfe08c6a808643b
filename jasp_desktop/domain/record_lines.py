"""How lists and pickers name a record of any table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jasp_desktop.domain.dates import PartialDate, in_table
from jasp_desktop.domain.dossier import finding_label
from jasp_desktop.domain.field_words import table_words
from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.marks import Mark, mark_for_force_status, mark_for_hmicfrs_position
from jasp_desktop.domain.record_fields import table_of
from jasp_desktop.domain.records import (
    Action,
    AgendaItem,
    Document,
    Evidence,
    Finding,
    ImportBatch,
    Judgement,
    Meeting,
    PanelAction,
    Person,
    Phase,
    Question,
    Record,
    Report,
    Response,
    ResponseItem,
    StatusEvent,
    TargetChange,
    Update,
    WorkPlanEntry,
)
from jasp_desktop.domain.remarks import Known, found
from jasp_desktop.domain.vocabulary import ForceStatus, HmicfrsPosition, Track

_LONGEST = 200
_ARROW = " → "


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLine:
    """A record in a list: what it says, its reference, what it belongs to, and where it stands."""

    table: str
    uid: Uid
    title: str
    reference: str = ""
    kind: str = ""
    status: str = ""
    mark: Mark | None = None

    @property
    def name(self) -> str:
        """Return it in one line: “041/03.1 · Train custody sergeants”."""
        return " · ".join(part for part in (self.reference, self.title) if part)


def line_of(record: Record, known: Known) -> RecordLine:
    """Return a record's line; ``known`` looks up the records that it names."""
    parts = _LINES[type(record)](record, known)
    title = " ".join(str(parts.pop("title", "")).split())
    if len(title) > _LONGEST:
        title = f"{title[:_LONGEST].rstrip()}…"
    table = table_of(record)
    return RecordLine(table=table, uid=record.uid, title=title or table_words(table).one, **parts)


def joined(*parts: str | None) -> str:
    """Return the parts that are there, with commas between them."""
    return ", ".join(part for part in parts if part)


def _day(day: date | None) -> str:
    return in_table(day) if day else ""


def _partial(day: PartialDate | None) -> str:
    return day.words if day else ""


def _report_name(known: Known, uid: Uid | None) -> str:
    report = found(known, Report, "report", uid)
    return report.name if report else ""


def _finding_name(known: Known, uid: Uid | None) -> str:
    finding = found(known, Finding, "finding", uid)
    if finding is None:
        return ""
    return joined(_report_name(known, finding.report), finding_label(finding))


def _action_name(known: Known, uid: Uid | None) -> str:
    action = found(known, Action, "action", uid)
    if action is None:
        return ""
    return action.reference or action.tracker_reference or action.text


def _meeting_name(known: Known, uid: Uid | None) -> str:
    meeting = found(known, Meeting, "meeting", uid)
    return f"Meeting of {in_table(meeting.held_on)}" if meeting else ""


def _person_name(known: Known, uid: Uid | None) -> str:
    person = found(known, Person, "person", uid)
    return person.name if person else ""


def _report(record: Report, _known: Known) -> dict[str, Any]:
    return {"title": record.name, "kind": joined(record.kind.words, _partial(record.published_on))}


def _judgement(record: Judgement, known: Known) -> dict[str, Any]:
    title = f"{record.area}: {record.grade.in_sentence}"
    return {"title": title, "kind": _report_name(known, record.report)}


def _finding(record: Finding, known: Known) -> dict[str, Any]:
    return {
        "title": record.theme or record.text,
        "reference": finding_label(record),
        "kind": _report_name(known, record.report),
    }


def _response(record: Response, known: Known) -> dict[str, Any]:
    reports = [_report_name(known, uid) for uid in record.reports]
    return {
        "title": record.author or record.author_role.words,
        "reference": _partial(record.written_on or record.published_on),
        "kind": joined(*reports),
        "status": record.status.words if record.status else "",
    }


def _response_item(record: ResponseItem, known: Known) -> dict[str, Any]:
    answered = [_finding_name(known, uid) for uid in record.findings[:1]]
    more = len(record.findings) - 1
    return {
        "title": record.text,
        "kind": joined(*answered, f"and {more} more" if more > 0 else None),
        "status": record.position.words if record.position else "",
    }


def _action(record: Action, _known: Known) -> dict[str, Any]:
    return {
        "title": record.text,
        "reference": record.reference or record.tracker_reference or "",
        "kind": record.owner or "",
        "status": f"Target {in_table(record.target)}" if record.target else "",
    }


def _target_change(record: TargetChange, known: Known) -> dict[str, Any]:
    before, after = _day(record.from_) or "No date", _day(record.to) or "no date"
    moved = f"moved {_day(record.changed_on)}" if record.changed_on else None
    return {
        "title": f"{before}{_ARROW}{after}",
        "kind": joined(_action_name(known, record.action), moved),
        "status": record.reason or "",
    }


def _update(record: Update, known: Known) -> dict[str, Any]:
    name = _action_name(known, record.action)
    return {"title": record.text, "reference": _day(record.as_at), "kind": name}


def _status_event(record: StatusEvent, known: Known) -> dict[str, Any]:
    names: Mapping[str, Callable[[Known, Uid], str]] = {
        "report": _report_name,
        "finding": _finding_name,
        "action": _action_name,
    }
    name = names.get(record.subject.table)
    is_force = record.track is Track.FORCE
    word = ForceStatus(record.status) if is_force else HmicfrsPosition(record.status)
    mark = mark_for_force_status if is_force else mark_for_hmicfrs_position
    return {
        "title": word.words,
        "reference": in_table(record.date),
        "kind": joined(
            "Force" if is_force else "HMICFRS",
            name(known, record.subject.uid) if name else None,
        ),
        "mark": mark(word),
    }


def _evidence(record: Evidence, known: Known) -> dict[str, Any]:
    return {
        "title": record.title,
        "kind": joined(_action_name(known, record.action), record.kind.words, _day(record.dated)),
    }


def _phase(record: Phase, _known: Known) -> dict[str, Any]:
    until = f" to {_day(record.to)}" if record.to else " onwards"
    return {"title": record.phase.words, "kind": f"{_day(record.from_)}{until}"}


def _person(record: Person, _known: Known) -> dict[str, Any]:
    return {"title": record.name, "kind": joined(record.kind.words, record.role)}


def _meeting(record: Meeting, _known: Known) -> dict[str, Any]:
    return {
        "title": in_table(record.held_on),
        "kind": joined(record.status.words, record.openness.words),
        "status": record.venue or "",
    }


def _agenda_item(record: AgendaItem, known: Known) -> dict[str, Any]:
    name = _meeting_name(known, record.meeting)
    return {"title": record.title, "reference": record.number, "kind": name}


def _question(record: Question, known: Known) -> dict[str, Any]:
    return {
        "title": record.text,
        "kind": joined(_person_name(known, record.member), _meeting_name(known, record.meeting)),
        "status": record.state.words,
    }


def _panel_action(record: PanelAction, known: Known) -> dict[str, Any]:
    closed = f"Closed {_day(record.closed_on)}" if record.closed_on else ""
    due = f"Due {_day(record.due)}" if record.due else ""
    return {
        "title": record.text,
        "reference": record.number,
        "kind": _person_name(known, record.owner),
        "status": closed or due,
    }


def _work_plan_entry(record: WorkPlanEntry, known: Known) -> dict[str, Any]:
    return {"title": record.title, "kind": _meeting_name(known, record.meeting)}


def _document(record: Document, _known: Known) -> dict[str, Any]:
    return {"title": record.title, "kind": record.media_type}


def _import_batch(record: ImportBatch, _known: Known) -> dict[str, Any]:
    undone = f"Undone {in_table(record.undone_at.date())}" if record.undone_at else ""
    return {
        "title": record.file,
        "reference": in_table(record.at.date()),
        "kind": record.kind.words,
        "status": undone,
    }


_LINES: Mapping[type[Any], Callable[[Any, Known], dict[str, Any]]] = {
    Action: _action,
    AgendaItem: _agenda_item,
    Document: _document,
    Evidence: _evidence,
    Finding: _finding,
    ImportBatch: _import_batch,
    Judgement: _judgement,
    Meeting: _meeting,
    PanelAction: _panel_action,
    Person: _person,
    Phase: _phase,
    Question: _question,
    Report: _report,
    Response: _response,
    ResponseItem: _response_item,
    StatusEvent: _status_event,
    TargetChange: _target_change,
    Update: _update,
    WorkPlanEntry: _work_plan_entry,
}
