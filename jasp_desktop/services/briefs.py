"""Make the brief of a meeting."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from jasp_desktop.briefs.writing import BriefResult, write_brief
from jasp_desktop.domain.brief_content import BriefContent
from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.identity import MeetingUid, Uid
from jasp_desktop.domain.notebook import DraftQuestion, Note
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.records import Meeting, Subject
from jasp_desktop.services.comparing import ComparingService
from jasp_desktop.services.notebook import NotebookService
from jasp_desktop.store import overviews, register
from jasp_desktop.store.brief_contents import gather_brief
from jasp_desktop.store.database import Database


class BriefService:
    """Briefs from one register, with one member's own words when asked for."""

    def __init__(
        self, database: Database, notebook: NotebookService, comparing: ComparingService
    ) -> None:
        self._database = database
        self._notebook = notebook
        self._comparing = comparing

    def meeting_on(self, day: date) -> Meeting:
        """Return the meeting of a day.

        Raises:
            UserError: There is none; the sentence names the days there are.
        """
        with self._database.reading() as session:
            meetings = [line.meeting for line in overviews.meeting_lines(session)]
        for meeting in meetings:
            if meeting.held_on == day:
                return meeting
        if not meetings:
            raise UserError("The register holds no meetings yet.")
        days = ", ".join(in_words(meeting.held_on) for meeting in reversed(meetings))
        raise UserError(f"There is no meeting on {in_words(day)}. The meetings are: {days}.")

    def content(self, meeting: MeetingUid, *, with_notes: bool) -> BriefContent:
        """Return what a meeting's brief says of its agenda, from one state of the register.

        Raises:
            UserError: The meeting is not in the register any more.
        """
        with self._database.reading() as session:
            panel = register.read_panel(session)
            found = register.fetch_one(session, Meeting, meeting)
            if panel is None or found is None:
                raise UserError("This meeting is not in the register any more.")
            content = gather_brief(session, panel, found)
        return self._with_own_words(content) if with_notes else content

    def to_print(
        self, meeting: MeetingUid, *, with_notes: bool, progress: Progress
    ) -> BriefContent:
        """Return all that a meeting's brief says, with what changed since the panel last met.

        Raises:
            UserError: The meeting is not in the register any more.
            Cancelled: The person asked for a stop.
        """
        content = self.content(meeting, with_notes=with_notes)
        since = self._comparing.last_meeting_before(content.meeting.held_on)
        if since is None:
            return content
        return replace(content, changes=self._comparing.compare_with_now(since, progress))

    def write(
        self, meeting: MeetingUid, output: Path, *, with_notes: bool, progress: Progress
    ) -> BriefResult:
        """Write a meeting's brief as a PDF; an older file of that name stays until it is whole.

        Raises:
            UserError: It could not be written.
            Cancelled: The person asked for a stop.
        """
        progress.report(0, 1, "Gathering the brief")
        content = self.to_print(meeting, with_notes=with_notes, progress=progress)
        return self.write_content(content, output, progress)

    def write_content(self, content: BriefContent, output: Path, progress: Progress) -> BriefResult:
        """Write what was gathered to be printed, as ``write`` does."""
        return write_brief(content, output, progress=progress)

    def _with_own_words(self, content: BriefContent) -> BriefContent:
        subjects = list(_subjects(content))
        notes: defaultdict[Subject, list[Note]] = defaultdict(list)
        for note in self._notebook.notes_on(subjects):
            notes[note.subject].append(note)
        drafts: defaultdict[Subject, list[DraftQuestion]] = defaultdict(list)
        for draft in self._notebook.drafts_on(subjects):
            drafts[draft.subject].append(draft)
        return replace(
            content,
            notes={subject: tuple(each) for subject, each in notes.items()},
            drafts={subject: tuple(each) for subject, each in drafts.items()},
        )


def _subjects(content: BriefContent) -> Iterable[Uid]:
    yield content.meeting.uid
    for item in content.items:
        yield item.item.uid
        for part in item.reports:
            yield part.report.uid
            for dossier in part.dossiers:
                yield dossier.finding.uid
                yield from (story.action.uid for story in dossier.actions)
