"""Hold a meeting: its questions in order, every word kept as it is typed, and where one was."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from jasp_desktop.domain.changes import Act, Change, in_one_step
from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.identity import MeetingUid, PersonUid, QuestionUid, Uid
from jasp_desktop.domain.meeting_live import (
    LiveMeeting,
    LiveQuestion,
    Spot,
    facts_in_short,
    is_taken,
    live_meeting,
)
from jasp_desktop.domain.notebook import DraftQuestion, NotebookRecord
from jasp_desktop.domain.question_moves import Move, permits
from jasp_desktop.domain.records import Question, Record, Subject
from jasp_desktop.domain.vocabulary import QuestionState
from jasp_desktop.services.acting import carry_out
from jasp_desktop.services.meetings import MeetingService
from jasp_desktop.services.notebook import LONGEST_TEXT
from jasp_desktop.services.questions import QuestionService
from jasp_desktop.store import register
from jasp_desktop.store.database import Database
from jasp_desktop.store.meeting_items import item_at
from jasp_desktop.whole_files import written_whole

_SPOT = "live.json"
_TYPED = "Note the answer"
_GONE = "This question is not on the register any more."
_MOST_SPOT = 2_000


class LiveService:
    """The meeting that is being held. Every call is one short transaction or a few."""

    def __init__(
        self,
        database: Database,
        questions: QuestionService,
        meetings: MeetingService,
        folder: Path,
        now: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._questions = questions
        self._meetings = meetings
        self._spot_file = folder / _SPOT
        self._now = now

    def meeting(self, uid: MeetingUid) -> LiveMeeting:
        """Return a meeting with its questions in the order of its agenda.

        Those of the panel, and the drafts of the member's own that are for this meeting.

        Raises:
            UserError: The meeting is not on the register any more.
        """
        meeting = self._meetings.meeting(uid)
        lines = {line.uid: line for line in self._questions.board().lines if line.meeting == uid}
        taken: list[Question | DraftQuestion] = [
            each for each in self._questions.questions_of(uid) if is_taken(each)
        ]
        taken += [each for each in self._questions.drafts() if each.meeting == uid]
        found = []
        with self._database.reading() as session:
            for record in taken:
                line = lines.get(Uid(record.uid))
                found.append(
                    LiveQuestion(
                        record=record,
                        item=item_at(session, uid, record),
                        about=line.about if line else "",
                        member=line.member if line else None,
                    )
                )
        return live_meeting(meeting, self._meetings.agenda(uid), found)

    def facts(self, question: LiveQuestion) -> tuple[str, ...]:
        """Return what the record says now of what a question is about, a line for each record."""
        subject: Subject | None = question.record.subject
        return facts_in_short(self._questions.snapshot_of(subject) or "")

    def asked(
        self, question: LiveQuestion, meeting: LiveMeeting, member: PersonUid | None
    ) -> tuple[Act[Record], Act[NotebookRecord] | None]:
        """Plan to record that a question was put; a draft becomes the panel's by it.

        The second act, where there is one, takes the draft out of the notebook; it comes after
        the first.

        Raises:
            InvalidInput: It was put already, or nobody is named whose draft it is.
        """
        on = self._day(question.question, meeting)
        at = meeting.meeting.uid
        if question.question is not None:
            return self._questions.asked(question.question, meeting=at, on=on), None
        draft = question.draft
        if draft is None:
            raise InvalidInput("state", _GONE)
        ready = replace(draft, state=QuestionState.READY)
        on = max(on, draft.created_at.astimezone().date())
        sharing = self._questions.share(ready, member, meeting=at, on=on)
        asked = self._questions.asked(sharing.question, meeting=at, on=on)
        return in_one_step([sharing.entered, asked], asked.words), sharing.binned

    def _day(self, question: Question | None, meeting: LiveMeeting) -> date:
        """Return the meeting's day, or the day of the state that a question is in if it is later.

        A question carried to a meeting on the day of another was given its state on that day.
        """
        days = [stage.on for stage in question.states[-1:]] if question is not None else []
        return max([meeting.meeting.held_on, *days])

    def keep_words(self, uid: str, words: str) -> Question:
        """Put the answer on the disk as far as it is typed, and return the question with it.

        It is there when this returns. One answer is one line in the journal, however often it is
        kept while it is typed.

        Raises:
            UserError: The question is gone, the answer is too long, or it could not be written.
        """
        if len(words) > LONGEST_TEXT:
            raise InvalidInput("answer", f"Keep an answer under {LONGEST_TEXT:,} characters.")
        before = self.question(uid)
        after = replace(before, answer=words.strip() or None)
        if after != before:
            act = Act[Record](_TYPED, (Change[Record](before, after),))
            carry_out(self._database, act, self._now(), goes_on=True)
        return after

    def question(self, uid: str) -> Question:
        """Return a question of the panel's.

        Raises:
            InvalidInput: It is gone.
        """
        with self._database.reading() as session:
            found = register.fetch_one(session, Question, uid)
        if found is None:
            raise InvalidInput("question", _GONE)
        return found

    def settled(self, question: Question, meeting: LiveMeeting) -> Act[Record] | None:
        """Plan to record the words that were noted as the answer; None where there is nothing to.

        Raises:
            InvalidInput: The answer breaks a rule.
        """
        is_noted = question.state is QuestionState.ASKED and bool(question.answer)
        if not is_noted or not permits(question, Move.ANSWER):
            return None
        return self._questions.answered(
            question,
            question.answer or "",
            by=question.answered_by,
            on=self._day(question, meeting),
        )

    def amended(self, before: Question, after: Question, words: str) -> Act[Record]:
        """Plan to note something of a question that moves it to no other state."""
        return Act(words, (Change[Record](before, after),))

    def spot(self) -> Spot | None:
        """Return where somebody was when the program ended; None where no meeting was being held.

        A file that makes no sense counts as not there.
        """
        try:
            with self._spot_file.open("rb") as file:
                found = json.loads(file.read(_MOST_SPOT))
        except (OSError, ValueError):
            return None
        if not isinstance(found, dict) or not isinstance(found.get("meeting"), str):
            return None
        question, member = found.get("question"), found.get("member")
        return Spot(
            meeting=MeetingUid(Uid(found["meeting"])),
            question=QuestionUid(Uid(question)) if isinstance(question, str) else None,
            member=PersonUid(Uid(member)) if isinstance(member, str) else None,
        )

    def stay(self, spot: Spot) -> None:
        """Remember where somebody is; it is on the disk when this returns.

        Raises:
            UserError: It could not be written.
        """
        said = {"meeting": spot.meeting, "question": spot.question, "member": spot.member}
        with written_whole(self._spot_file) as file:
            file.write(json.dumps(said).encode())

    def leave(self) -> None:
        """Forget where somebody was: the meeting is not being held any more."""
        self._spot_file.unlink(missing_ok=True)
