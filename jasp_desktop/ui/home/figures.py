"""The four figures of Home, derived from the register and the member's own notebook."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from jasp_desktop.domain.listings import HomeContent
from jasp_desktop.domain.notebook import DraftQuestion
from jasp_desktop.domain.vocabulary import QuestionState
from jasp_desktop.ui.counting import counted
from jasp_desktop.ui.home.words import short_day


@dataclass(frozen=True, slots=True)
class HomeFigures:
    """Each figure with the remark under it."""

    to_read: int
    to_read_remark: str
    overdue: int
    overdue_remark: str
    moved: int
    moved_remark: str
    ready: int
    ready_remark: str


def figures_of(
    content: HomeContent, read: Collection[str], drafts: Sequence[DraftQuestion]
) -> HomeFigures:
    """Count what Home shows; ``read`` are the uids that the member has read."""
    unread = [uid for uid in content.agenda_findings if uid not in read]
    ready = sum(draft.state is QuestionState.READY for draft in drafts)
    last = content.last_meeting
    return HomeFigures(
        to_read=len(unread),
        to_read_remark=f"of {len(content.agenda_findings):,} on the agenda",
        overdue=len(content.overdue),
        overdue_remark=f"of {counted(content.open_actions, 'open action')}",
        moved=len(content.moved),
        moved_remark=f"since {short_day(last.held_on)}" if last else "so far",
        ready=ready,
        ready_remark=f"{counted(len(drafts) - ready, 'draft')}, only here",
    )
