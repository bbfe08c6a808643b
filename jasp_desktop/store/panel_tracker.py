"""The panel's own tracker with the names and questions around it."""

from datetime import date

from sqlalchemy.orm import Session

from jasp_desktop.domain.panel_tracker import TrackerEntry
from jasp_desktop.domain.records import PanelAction, Person, Question
from jasp_desktop.store.register import fetch, read_records


def tracker_entries(session: Session, today: date) -> list[TrackerEntry]:
    """Return every entry of the panel's tracker, judged by a day."""
    actions = list(read_records(session, PanelAction))
    owners = [each.owner for each in actions if each.owner]
    names = {person.uid: person.name for person in fetch(session, Person, owners)}
    named = [each.question for each in actions if each.question]
    asked = {question.uid: question for question in fetch(session, Question, named)}
    numbers = {each.uid: each.number for each in actions}
    carried_to = {each.carried_from: each.number for each in actions if each.carried_from}
    return [
        TrackerEntry(
            action=each,
            today=today,
            owner=names.get(each.owner) if each.owner else None,
            asked=asked.get(each.question) if each.question else None,
            carried_from=numbers.get(each.carried_from) if each.carried_from else None,
            carried_to=carried_to.get(each.uid),
        )
        for each in actions
    ]
