"""Counts over everything on an agenda; each record is counted once, wherever it appears."""

from collections import Counter
from dataclasses import dataclass

from jasp_desktop.briefs.sections.phrases import awaits_answer
from jasp_desktop.domain.brief_content import BriefContent
from jasp_desktop.domain.dossier import ActionStory
from jasp_desktop.domain.vocabulary import FindingKind, HmicfrsPosition, QuestionState


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of what."""

    findings: Counter[FindingKind]
    positions: Counter[HmicfrsPosition]
    open_actions: int
    ended_actions: int
    overdue: int
    not_due: int
    undated: int
    moved: int
    questions: Counter[QuestionState]
    unanswered: int

    @classmethod
    def of(cls, content: BriefContent) -> "Counts":
        """Count a brief's content."""
        dossiers = {dossier.finding.uid: dossier for dossier in content.dossiers}.values()
        stories = {story.action.uid: story for d in dossiers for story in d.actions}.values()
        asked = {
            question.question.uid: question
            for questions in (
                *(part.questions for part in content.items),
                *(dossier.questions for dossier in dossiers),
            )
            for question in questions
        }.values()
        still_open = [story for story in stories if story.is_open]
        overdue = sum(_is_overdue(story) for story in still_open)
        undated = sum(story.line.current is None for story in still_open)
        return cls(
            findings=Counter(dossier.finding.kind for dossier in dossiers),
            positions=Counter(dossier.hmicfrs_position for dossier in dossiers),
            open_actions=len(still_open),
            ended_actions=len(stories) - len(still_open),
            overdue=overdue,
            not_due=len(still_open) - overdue - undated,
            undated=undated,
            moved=sum(bool(story.line.moves) for story in still_open),
            questions=Counter(question.question.state for question in asked),
            unanswered=sum(awaits_answer(question) for question in asked),
        )


def _is_overdue(story: ActionStory) -> bool:
    return story.line.overdue_days > 0
