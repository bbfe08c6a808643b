"""The rules of the panel's own records: people, meetings, agendas, questions, its tracker."""

import re
from collections.abc import Iterator
from itertools import pairwise

from jasp_desktop.domain.identity import PanelActionUid, QuestionUid
from jasp_desktop.domain.records import AgendaItem, Meeting, PanelAction, Person, Question
from jasp_desktop.domain.remarks import Known, Remark, doubt, fault, found, lies_before
from jasp_desktop.domain.vocabulary import Marking, Openness

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def person(record: Person, _known: Known) -> Iterator[Remark]:
    """Yield what is to be said of a person."""
    if lies_before(record.term_to, record.term_from):
        yield fault("term_to", "The term ends before it begins. Look at both days.")


def meeting(record: Meeting, _known: Known) -> Iterator[Remark]:
    """Yield what is to be said of a meeting."""
    if record.starts_at and not _TIME.fullmatch(record.starts_at):
        yield fault("starts_at", "Write a time such as 10:00.")
    if record.paper_deadline and record.paper_deadline >= record.held_on:
        yield fault("paper_deadline", "Papers are due before the meeting.")
    if lies_before(record.held_on, record.despatched_on):
        yield fault("despatched_on", "Papers go out before the meeting.")
    elif lies_before(record.paper_deadline, record.despatched_on):
        yield doubt("despatched_on", "The papers went out later than they were due.")
    people = [each.person for each in record.attendance]
    if len(set(people)) < len(people):
        yield fault("attendance", "One person stands here twice. Take one out.")


def agenda_item(record: AgendaItem, _known: Known) -> Iterator[Remark]:
    """Yield what is to be said of an agenda item."""
    if record.openness is Openness.NON_PUBLIC and not record.openness_reason:
        yield doubt("openness_reason", "Give the reason why it is Non Public.")
    if record.openness is Openness.PUBLIC and record.marking is Marking.OFFICIAL_SENSITIVE:
        yield doubt("openness", "An OFFICIAL-SENSITIVE item is not for the public.")
    if any(not section.heading.strip() for section in record.covering_sections):
        yield fault("covering_sections", "Write a heading over every section.")


def question(record: Question, known: Known) -> Iterator[Remark]:
    """Yield what is to be said of a question."""
    if any(later.on < earlier.on for earlier, later in pairwise(record.states)):
        yield fault("states", "These days run backwards. Put them in order.")
    if record.answered_on and not record.answer:
        yield doubt("answer", "It was answered: write the answer.")
    for name in ("merged_into", "follows"):
        if _leads_back(record, name, known):
            yield fault(name, "This leads back to the question itself. Choose another one.")


def _leads_back(record: Question, name: str, known: Known) -> bool:
    seen: set[QuestionUid] = set()
    at: QuestionUid | None = getattr(record, name)
    while at is not None and at not in seen:
        if at == record.uid:
            return True
        seen.add(at)
        at = getattr(found(known, Question, "question", at), name, None)
    return False


def panel_action(record: PanelAction, known: Known) -> Iterator[Remark]:
    """Yield what is to be said of an entry of the panel's own tracker."""
    if record.closed_on and not record.outcome:
        yield doubt("outcome", "It is closed: write what came of it.")
    seen: set[PanelActionUid] = set()
    at = record.carried_from
    while at is not None and at not in seen:
        if at == record.uid:
            yield fault("carried_from", "This leads back to the action itself. Choose another.")
            return
        seen.add(at)
        before = found(known, PanelAction, "panel_action", at)
        at = before.carried_from if before else None
