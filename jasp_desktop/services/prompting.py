"""Find lines of enquiry: what the rules see in the register, less what the member set aside."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import batched

from jasp_desktop.domain.dossier import Dossier, Place
from jasp_desktop.domain.identity import FindingUid
from jasp_desktop.domain.notebook import DismissedPrompt
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.prompts.case import MeetingCase, finding_name
from jasp_desktop.domain.prompts.likeness import FindingsByWord, alike
from jasp_desktop.domain.prompts.prompt import Prompt, RuleName
from jasp_desktop.domain.prompts.rules import (
    USUAL_RULES,
    once_each,
    prompts_of,
    prompts_of_meeting,
)
from jasp_desktop.domain.records import Finding, Meeting, Report
from jasp_desktop.services.notebook import NotebookService
from jasp_desktop.store import dossiers, prompting, register
from jasp_desktop.store.database import Database

_AT_ONCE = 400


class PromptingService:
    """The prompts of one register for one member. Any thread may call it.

    ``rules`` are the rules that look; the window sets them as the member chose.
    """

    def __init__(self, database: Database, notebook: NotebookService) -> None:
        self._database = database
        self._notebook = notebook
        self.rules: frozenset[RuleName] = USUAL_RULES

    def prompts_on(self, finding: FindingUid) -> tuple[Prompt, ...]:
        """Return the open prompts of one finding: its own and those of meetings that touch it."""
        with self._database.reading() as session:
            panel = register.read_panel(session)
            as_at = panel.as_at if panel else None
            found = dossiers.fetch_dossiers(session, [finding], as_at)
        return self.prompts_of(found[0]) if found else ()

    def prompts_of(self, dossier: Dossier) -> tuple[Prompt, ...]:
        """Return the open prompts of a finding whose dossier is read already."""
        rules = self.rules
        here = Place(dossier.report, dossier.finding)
        with self._database.reading() as session:
            near = alike(here, prompting.like_one(session, here))
            (case,) = prompting.cases_of(session, [dossier], lambda _: near)
            meetings = (
                prompting.meeting_cases(session, dossier.as_at) if _has_ended(dossier) else []
            )
        found = [*prompts_of(case, rules), *_of_meetings(meetings, rules)]
        of_this = (each for each in once_each(found) if dossier.finding.uid in each.findings)
        return self.still_open(of_this)

    def all_prompts(self, progress: Progress) -> tuple[Prompt, ...]:
        """Return every open prompt.

        Raises:
            Cancelled: The person asked for a stop.
        """
        return self.still_open(self.everything(progress))

    def everything(self, progress: Progress) -> tuple[Prompt, ...]:
        """Return every prompt, those that were set aside among them.

        Raises:
            Cancelled: The person asked for a stop.
        """
        with self._database.reading() as session:
            panel = register.read_panel(session)
            as_at = panel.as_at if panel else None
            by_word = FindingsByWord(prompting.all_findings(session))
            meetings = prompting.meeting_cases(session, as_at)
        found = self._of_findings(by_word, as_at, progress)
        return once_each([*found, *_of_meetings(meetings, self.rules)])

    def on_meeting(self, meeting: Meeting) -> tuple[Prompt, ...]:
        """Return the open prompts of a meeting: its own, and those of what its agenda takes."""
        rules = self.rules
        with self._database.reading() as session:
            panel = register.read_panel(session)
            own = prompting.meeting_case(session, meeting)
            uids = prompting.findings_before(session, meeting)
            found = prompting.cases(
                session,
                uids,
                panel.as_at if panel else None,
                lambda place: alike(place, prompting.like_one(session, place)),
            )
        prompts = [*prompts_of_meeting(own, rules)]
        for case in found:
            prompts += prompts_of(case, rules)
        return self.still_open(once_each(prompts))

    def still_open(self, prompts: Iterable[Prompt]) -> tuple[Prompt, ...]:
        """Return the prompts that the member has not set aside."""
        aside = {each.identity for each in self._notebook.dismissed_prompts()}
        return tuple(prompt for prompt in prompts if prompt.identity not in aside)

    def dismissed(self) -> list[DismissedPrompt]:
        """Return what the member set aside, and why, the latest first."""
        return self._notebook.dismissed_prompts()

    def names_of(self, findings: Sequence[FindingUid]) -> dict[FindingUid, str]:
        """Return “PEEL 2025–27, recommendation 4” for each of these findings, in their order."""
        with self._database.reading() as session:
            found = register.fetch(session, Finding, findings)
            uids = sorted({finding.report for finding in found})
            reports = {report.uid: report for report in register.fetch(session, Report, uids)}
        return {each.uid: finding_name(Place(reports[each.report], each)) for each in found}

    def _of_findings(
        self, by_word: FindingsByWord, as_at: date | None, progress: Progress
    ) -> list[Prompt]:
        found: list[Prompt] = []
        uids, done = by_word.uids, 0
        for some in batched(uids, _AT_ONCE):
            progress.report(done, len(uids), "Looking for lines of enquiry")
            with self._database.reading() as session:
                seen = prompting.cases(session, some, as_at, by_word.alike)
            for case in seen:
                found += prompts_of(case, self.rules)
            done += len(some)
        return found


def _of_meetings(meetings: Sequence[MeetingCase], rules: frozenset[RuleName]) -> list[Prompt]:
    return [prompt for each in meetings for prompt in prompts_of_meeting(each, rules)]


def _has_ended(dossier: Dossier) -> bool:
    """Tell whether the force has ended an action of this finding: else no meeting touches it."""
    return any(not story.is_open for story in dossier.actions)
