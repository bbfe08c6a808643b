"""On which item of a meeting's agenda a question is taken."""

from sqlalchemy.orm import Session

from jasp_desktop.domain.identity import AgendaItemUid, MeetingUid
from jasp_desktop.domain.notebook import DraftQuestion
from jasp_desktop.domain.records import Question
from jasp_desktop.store.questions import item_about


def item_at(
    session: Session, meeting: MeetingUid, record: Question | DraftQuestion
) -> AgendaItemUid | None:
    """Return the item that a question names, else the one that names what it is about.

    A question that went on to another meeting names an item there.
    """
    if isinstance(record, Question) and record.meeting == meeting and record.agenda_item:
        return record.agenda_item
    item = item_about(session, meeting, record.subject)
    return item.uid if item else None
