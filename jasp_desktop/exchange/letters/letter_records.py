"""Makes records of what was read in a letter, each with the lines it rests on."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from jasp_desktop.domain.dates import PartialDate
from jasp_desktop.domain.identity import (
    FindingUid,
    JudgementUid,
    ReportUid,
    ResponseItemUid,
    ResponseUid,
    StatusEventUid,
    Uid,
    imported_uid,
)
from jasp_desktop.domain.imports import ImportProblem
from jasp_desktop.domain.records import (
    Finding,
    Judgement,
    Record,
    Report,
    Response,
    ResponseItem,
    StatusEvent,
    Subject,
)
from jasp_desktop.domain.vocabulary import (
    AuthorRole,
    DeadlineKind,
    HmicfrsPosition,
    ResponseStatus,
    Section55Position,
    Track,
)
from jasp_desktop.exchange.letters.chain_drafts import AnswerDraft, FindingDraft
from jasp_desktop.exchange.letters.dates_in_text import Deadline, deadline_in, whole_date
from jasp_desktop.exchange.letters.letter_frame import chief_named_in
from jasp_desktop.exchange.letters.letter_reading import LetterReading, is_worth_proposing
from jasp_desktop.exchange.letters.names_in_text import addressees_in
from jasp_desktop.exchange.letters.report_facts import ReportFacts
from jasp_desktop.exchange.letters.sentences import folded, sentences_of
from jasp_desktop.exchange.letters.source_text import SourceText

_STATUTE = "section 55"
_REFERENCE_WORDS = 40


@dataclass(slots=True)
class MadeRecords:
    """Records, the lines each rests on, and what needs a person."""

    records: list[Record] = field(default_factory=list)
    evidence: dict[Uid, set[int]] = field(default_factory=dict)
    problems: list[ImportProblem] = field(default_factory=list)


class LetterRecords:
    """Turns one reading into records; uids come from titles and words, never from the file.

    A copy of the letter in another format, or the report's own page, so finds the same records.
    """

    def __init__(self, source: SourceText, letter: LetterReading) -> None:
        self._source = source
        self._letter = letter
        self._made = MadeRecords()
        self._used: Counter[tuple[str, str, str]] = Counter()
        self._reports: list[ReportUid] = []
        self._findings: dict[int, FindingUid] = {}

    def made(self) -> MadeRecords:
        """Return the records; none where the letter names no report or holds nothing to keep."""
        if is_worth_proposing(self._letter):
            for facts in self._letter.reports:
                self._add_report(facts)
            self._add_judgements()
            self._add_findings()
            self._add_closures()
            if self._letter.is_response:
                self._add_responses()
            self._note_doubtful_dates()
            self._note_cut_off()
        return self._made

    def _keep(self, record: Record, places: Iterable[int]) -> None:
        self._made.records.append(record)
        lines = self._made.evidence.setdefault(record.uid, set())
        for place in places:
            lines.update(self._letter.blocks[place].lines)

    def _uid(self, table: str, source: str, reference: str) -> Uid:
        before = self._used[table, source, reference]
        self._used[table, source, reference] += 1
        return imported_uid(table, source, f"{reference}#{before + 1}" if before else reference)

    def _problem(self, place: int, column: str, value: str, message: str) -> None:
        line = self._letter.blocks[place].line
        self._made.problems.append(
            ImportProblem(row=line, column=column, value=value, message=message)
        )

    # Reports

    def _add_report(self, facts: ReportFacts) -> None:
        uid = ReportUid(self._uid("report", folded(facts.title), ""))
        self._reports.append(uid)
        position, reason = self._section_55()
        first, last = facts.fieldwork or (None, None)
        report = Report(
            uid=uid,
            title=facts.title,
            short_title=_short_title(facts.title),
            kind=facts.kind,
            scope=facts.scope,
            force_position=facts.position,
            inspectorates=facts.inspectorates,
            areas=facts.areas,
            published=_day(facts.published),
            published_precision=facts.published.precision if facts.published else None,
            fieldwork_from=first.first if first else None,
            fieldwork_to=last.last if last else None,
            link=facts.link,
            summary="\n\n".join(facts.summary) or None,
            s55_position=position,
            s55_reason=reason,
        )
        self._keep(report, facts.cited)

    def _section_55(self) -> tuple[Section55Position, str | None]:
        """Take the response as required only where its author says so."""
        for block in self._letter.blocks:
            if _STATUTE in block.text.lower() and self._letter.is_response:
                for sentence in sentences_of(block.text):
                    if _STATUTE in sentence.lower():
                        return Section55Position.REQUIRED, sentence
        return Section55Position.TO_BE_DECIDED, None

    # Findings

    def _add_findings(self) -> None:
        counts: dict[int, int] = {}
        references: dict[int, str] = {}
        for draft in self._letter.chain.findings:
            if not draft.text and draft.theme:
                draft.parts.append(draft.theme)
            if not draft.text:
                continue
            counts[draft.report] = counts.get(draft.report, 0) + 1
            facts = self._letter.reports[draft.report]
            above = references.get(id(draft.parent), "") if draft.parent else ""
            reference = f"{above}/{draft.kind.value}/{draft.number or _words(draft.text)}"
            references[id(draft)] = reference
            uid = FindingUid(self._uid("finding", folded(facts.title), reference))
            self._findings[id(draft)] = uid
            self._keep(self._finding(uid, draft, counts[draft.report]), draft.cited)

    def _finding(self, uid: FindingUid, draft: FindingDraft, position: int) -> Finding:
        deadline = self._deadline(draft)
        return Finding(
            uid=uid,
            report=self._reports[draft.report],
            parent=self._findings.get(id(draft.parent)) if draft.parent else None,
            kind=draft.kind,
            number=draft.number,
            theme=draft.theme,
            text=draft.text,
            addressees=addressees_in(draft.text),
            deadline_words=deadline.words if deadline else None,
            deadline=deadline.day if deadline else None,
            deadline_kind=deadline.kind if deadline else DeadlineKind.NONE,
            position=position,
        )

    def _deadline(self, draft: FindingDraft) -> Deadline | None:
        published = self._letter.reports[draft.report].published
        words = draft.deadline_words
        deadline = _deadline_of_cell(words, published) if words else None
        deadline = deadline or deadline_in(draft.text, published)
        if deadline and deadline.problem:
            place = min(draft.cited)
            self._problem(place, "deadline", deadline.words, deadline.problem)
        return deadline

    def _add_judgements(self) -> None:
        for found in self._letter.judgements:
            title = folded(self._letter.reports[0].title)
            uid = JudgementUid(self._uid("judgement", title, folded(found.area)))
            judgement = Judgement(
                uid=uid,
                report=self._reports[0],
                area=found.area,
                scale=found.scale,
                grade=found.grade,
            )
            self._keep(judgement, found.cited)

    def _add_closures(self) -> None:
        """Add what the inspectorate closed, where its letter is dated to the day."""
        written = self._letter.frame.date
        if written is None or not written.is_to_the_day:
            return
        for closure in self._letter.closures:
            finding = self._findings.get(id(closure.finding))
            if finding is None:
                continue
            reference = f"{Track.HMICFRS.value}/{written.value.isoformat()}"
            event = StatusEvent(
                uid=StatusEventUid(self._uid("status_event", finding, reference)),
                subject=Subject("finding", finding),
                track=Track.HMICFRS,
                date=written.value,
                status=HmicfrsPosition.CLOSED_BY_HMICFRS.value,
                comment=closure.words,
                source=self._letter.reports[closure.finding.report].title,
            )
            self._keep(event, closure.cited)

    # Responses

    def _add_responses(self) -> None:
        letter, frame = self._letter, self._letter.frame
        role = letter.role or AuthorRole.OTHER
        responses: dict[AuthorRole | None, ResponseUid] = {}
        if self._has_own_response():
            places = frame.cited | frame.shared | self._headline()
            own = self._add_response(role, frame.author, self._body(), places)
            responses = {None: own, role: own}
        for stated, places in letter.chain.statements.items():
            if stated not in responses:
                text = "\n".join(letter.blocks[place].text for place in sorted(places))
                author = chief_named_in(letter.blocks) if stated is not AuthorRole.PCC else None
                responses[stated] = self._add_response(stated, author, text, places)
            else:
                self._cite(responses[stated], places)
        for answer in letter.chain.answers:
            if answer.text.strip():
                whose = answer.role if answer.role in responses else None
                self._add_item(responses[whose], answer)

    def _has_own_response(self) -> bool:
        """Tell whether the letter answers in its own name, not by the statements in it alone."""
        letter = self._letter
        is_signed = letter.role or letter.frame.author or letter.letter_date
        stated = letter.chain.statements
        is_own = any(answer.role not in stated for answer in letter.chain.answers)
        return bool(is_signed or is_own or not stated)

    def _add_response(
        self, role: AuthorRole, author: str | None, text: str, places: Iterable[int]
    ) -> ResponseUid:
        letter, frame = self._letter, self._letter.frame
        is_own = role is (letter.role or AuthorRole.OTHER)
        written = letter.letter_date if is_own else None
        titles = "+".join(sorted(folded(facts.title) for facts in letter.reports))
        dated = written.value.isoformat() if written else ""
        uid = ResponseUid(self._uid("response", titles, f"{role.value}/{dated}"))
        published = frame.published if is_own else None
        response = Response(
            uid=uid,
            reports=tuple(self._reports),
            author_role=role,
            author=author,
            addressee=frame.addressee if is_own else None,
            letter_date=_day(written),
            letter_date_precision=written.precision if written else None,
            published=_day(published),
            published_precision=published.precision if published else None,
            status=ResponseStatus.PUBLISHED if published else None,
            text=text or None,
        )
        self._keep(response, places)
        return uid

    def _cite(self, uid: Uid, places: Iterable[int]) -> None:
        for place in places:
            self._made.evidence[uid].update(self._letter.blocks[place].lines)

    def _headline(self) -> set[int]:
        return set() if self._letter.headline is None else {self._letter.headline}

    def _body(self) -> str:
        """Return the response's words as found, from its first line to its close."""
        blocks, frame = self._letter.blocks, self._letter.frame
        inside = blocks[frame.first : frame.end]
        if not inside:
            return ""
        lines = self._source.lines[inside[0].line - 1 : inside[-1].last_line]
        return "\n".join(lines).strip()

    def _add_item(self, response: ResponseUid, answer: AnswerDraft) -> None:
        findings = tuple(
            self._findings[id(each)] for each in answer.findings if id(each) in self._findings
        )
        reference = f"{'+'.join(findings)}/{_words(answer.text)}"
        uid = ResponseItemUid(self._uid("response_item", response, reference))
        item = ResponseItem(
            uid=uid,
            response=response,
            findings=findings,
            position=answer.position,
            text=answer.text,
        )
        self._keep(item, answer.cited)

    # What needs a person

    def _note_doubtful_dates(self) -> None:
        doubtful = [
            ("letter_date", self._letter.frame.doubtful_date),
            ("published", self._letter.doubtful_publication),
        ]
        doubtful += [("published", facts.doubtful_date) for facts in self._letter.reports]
        for column, found in doubtful:
            if found and found[1].problem:
                self._problem(found[0], column, found[1].words, found[1].problem)

    def _note_cut_off(self) -> None:
        frame = self._letter.frame
        if frame.close is not None or frame.author or not self._letter.blocks:
            return
        last = self._letter.blocks[-1]
        if last.cells or not last.text[-1:].isalnum() or len(last.text) < _REFERENCE_WORDS:
            return
        place = len(self._letter.blocks) - 1
        message = "The text seems to stop in the middle of a sentence."
        self._problem(place, "text", last.text[-60:], message)


def _day(found: PartialDate | None) -> date | None:
    return found.value if found else None


def _words(text: str) -> str:
    return " ".join(folded(text).split()[:_REFERENCE_WORDS])


def _short_title(title: str) -> str | None:
    """Return the part of a title before its colon, where it names the report by itself."""
    before, colon, _ = title.partition(": ")
    return before if colon and len(before.split()) > 1 else None


def _deadline_of_cell(words: str, published: PartialDate | None) -> Deadline | None:
    if found := whole_date(words):
        day = found.value.last if found.value else None
        return Deadline(words, DeadlineKind.FIXED, day, found.problem)
    deadline = deadline_in(words, published)
    return Deadline(words, deadline.kind, deadline.day, deadline.problem) if deadline else None
