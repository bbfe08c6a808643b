"""One meeting as its page shows it, read from one state of the register."""

from collections.abc import Mapping
from dataclasses import dataclass

from jasp_desktop.domain.brief_content import BriefContent, BriefItem
from jasp_desktop.domain.dossier import AskedQuestion
from jasp_desktop.domain.identity import FindingUid, MeetingUid
from jasp_desktop.domain.listings import FindingLine, FindingQuery
from jasp_desktop.domain.records import Meeting
from jasp_desktop.services.opening import Desk


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting with its items and the lines of their findings."""

    content: BriefContent
    lines: Mapping[FindingUid, FindingLine]

    @property
    def meeting(self) -> Meeting:
        """Return the meeting."""
        return self.content.meeting

    @property
    def items(self) -> tuple[BriefItem, ...]:
        """Return its agenda."""
        return self.content.items

    def lines_of(self, item: BriefItem) -> list[FindingLine]:
        """Return the findings an item names, in its order."""
        return [self.lines[uid] for uid in item.item.findings if uid in self.lines]

    def questions_of(self, item: BriefItem) -> list[AskedQuestion]:
        """Return the questions on the item itself, and those this meeting asks of its findings."""
        asked = list(item.questions)
        for part in item.reports:
            for dossier in part.dossiers:
                asked += [
                    each
                    for each in dossier.questions
                    if each.question.meeting == self.meeting.uid
                    and each.question.agenda_item in {None, item.item.uid}
                ]
        return asked


def read_meeting(desk: Desk, uid: MeetingUid) -> MeetingView:
    """Return a meeting.

    Raises:
        UserError: It is not in the register any more.
    """
    content = desk.briefs.content(uid, with_notes=False)
    ids = desk.register.finding_ids(FindingQuery(meeting=uid))
    lines = {line.uid: line for line in desk.register.finding_lines(ids)}
    return MeetingView(content, lines)
