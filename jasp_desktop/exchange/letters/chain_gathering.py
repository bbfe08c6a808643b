"""Gathers findings and answers as a letter is read, and knows which answers which."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jasp_desktop.domain.vocabulary import AuthorRole, FindingKind, ResponsePosition
from jasp_desktop.exchange.letters.answering import answering_passages, position_of_answer
from jasp_desktop.exchange.letters.chain_drafts import AnswerDraft, Chain, FindingDraft
from jasp_desktop.exchange.letters.passage_cues import (
    kind_named_whole,
    numbers_mentioned,
    says_nothing,
    speaks_of_all,
)
from jasp_desktop.exchange.letters.sentences import folded, sentences_of
from jasp_desktop.exchange.letters.topics import Label

_CAUSES = {FindingKind.CAUSE_OF_CONCERN, FindingKind.ACCELERATED_CAUSE_OF_CONCERN}
_SAME_START = 60


@dataclass(slots=True)
class Gathering:
    """What was found so far, and the finding and answer that the next words may go on with.

    ``report`` is the place of the report spoken of, None while that is not sure. ``linked`` are
    the findings that an answer here answers; ``unanswered`` counts findings opened since the last
    answer: words after several in a row answer none of them in particular.
    """

    report: int | None
    chain: Chain = field(default_factory=Chain)
    finding: FindingDraft | None = None
    parent: FindingDraft | None = None
    theme: str | None = None
    answer: AnswerDraft | None = None
    role: AuthorRole | None = None
    linked: list[FindingDraft] = field(default_factory=list)
    unanswered: int = 0
    position: ResponsePosition | None = None
    _taker: FindingDraft | AnswerDraft | None = None
    _announced: set[int] = field(default_factory=set)

    def close_section(self, *, keeps_parent: bool = False) -> None:
        """Forget the open finding and answer: what follows has to do with neither."""
        self.finding = self.answer = self.theme = self.role = None
        self.parent = self.parent if keeps_parent else None
        self.linked, self.unanswered = [], 0
        self.stop_taking()

    def announce(self, *places: int) -> None:
        """Let the next finding or answer rest on a heading or lead-in as well."""
        self._announced = set(places)

    # Findings

    def open_finding(self, place: int, kind: FindingKind, number: str | None, text: str) -> None:
        """Begin a finding; without a text it waits for one."""
        if self.report is None:
            return
        parent = self._parent_of(kind, number)
        if parent is None or parent is not self.finding:
            self.unanswered += 1
        finding = FindingDraft(self.report, kind, number, parent=parent, theme=self.theme)
        finding.cited |= {place} | self._announcement()
        self.chain.findings.append(finding)
        self.finding, self.linked, self.answer = finding, [finding], None
        if kind in _CAUSES:
            self.parent = finding
        elif kind is not FindingKind.RECOMMENDATION:
            self.parent = None
        self.stop_taking()
        if text:
            self._extend(finding, place, text)

    def _parent_of(self, kind: FindingKind, number: str | None) -> FindingDraft | None:
        """Return what a finding stands under: “7” over “7.1”, a cause of concern over its own."""
        above = number.rpartition(".")[0] if number else ""
        for each in reversed(self.chain.findings):
            if above and (each.report, each.kind, each.number) == (self.report, kind, above):
                return each
        return self.parent if kind is FindingKind.RECOMMENDATION else None

    @property
    def awaits_text(self) -> bool:
        """Tell whether a finding was announced whose words are still to come."""
        return self.finding is not None and not self.finding.parts

    def fill(self, place: int, text: str) -> None:
        """Give the waiting finding its words."""
        if self.finding:
            self._extend(self.finding, place, text)

    def known(self, label: Label) -> FindingDraft | None:
        """Return the finding that a label names again rather than begins."""
        named = (self.report, label.kind, label.number)
        same = [
            each
            for each in self.chain.findings
            if label.number and (each.report, each.kind, each.number) == named
        ]
        if len(same) != 1 or (self.parent and same[0].parent is not self.parent):
            return None
        start = folded(label.rest)[:_SAME_START]
        is_again = not label.rest or start == folded(same[0].text)[:_SAME_START]
        return same[0] if is_again and same[0].text else None

    def mentioned(self, text: str) -> list[FindingDraft]:
        """Return the findings that a text names by number, where each number is one finding's.

        “All of the recommendations” names them where they are accepted or refused together.
        """
        ours = [each for each in self.chain.findings if self.report in {None, each.report}]
        whole = kind_named_whole(text)
        if whole and position_of_answer(text):
            return [each for each in ours if each.kind is whole]
        found: dict[int, FindingDraft] = {}
        for is_area, number in numbers_mentioned(text):
            same = [
                each
                for each in ours
                if each.number == number
                and (each.kind is FindingKind.AREA_FOR_IMPROVEMENT) is is_area
            ]
            if len(same) != 1:
                return []
            found[id(same[0])] = same[0]
        return list(found.values())

    # Answers

    def turn_to(self, findings: Sequence[FindingDraft]) -> None:
        """Let the next answers answer these findings."""
        self.linked, self.answer, self.unanswered = list(findings), None, 1
        self.finding = self.linked[0] if len(self.linked) == 1 else None

    def turn_to_role(self, role: AuthorRole | None) -> None:
        """Let the next answers be somebody's: None for the letter's own author."""
        self.role, self.answer = role, None

    def unlink(self) -> None:
        """Let the next answers answer no finding in particular."""
        self.linked, self.answer = [], None

    def unlink_after_list(self) -> None:
        """Unlink where several findings stand in a row without an answer."""
        if self.unanswered > 1:
            self.linked = []

    def answer_linked(self, place: int, text: str) -> None:
        """Add to the answer of the linked findings."""
        answer = self.answer
        if answer is None or answer.role is not self.role or answer.findings != self.linked:
            position = position_of_answer(text) or self.position
            answer = self.answer = AnswerDraft(self.role, list(self.linked), position=position)
            self.position = None
            self.chain.answers.append(answer)
        self.unanswered = 0
        answer.cited |= self._announcement()
        self._extend(answer, place, text)

    def answer_and_widen(self, place: int, text: str) -> None:
        """Answer the linked findings as far as a paragraph speaks of them; the rest is for all."""
        sentences = sentences_of(text)
        general = next(
            (at for at, each in enumerate(sentences) if speaks_of_all(each)), len(sentences)
        )
        if own := " ".join(sentences[:general]):
            self.answer_linked(place, own)
        if rest := " ".join(sentences[general:]):
            self.unlink()
            self.answer_freely(place, answering_passages(rest))

    def answer_freely(self, place: int, passages: Sequence[str]) -> None:
        """Add passages that answer by themselves, linked only to findings that they name."""
        for passage in self._parted(passages):
            answer = AnswerDraft(self.role, self.mentioned(passage))
            answer.position = position_of_answer(passage) if answer.findings else None
            answer.cited |= self._announcement()
            self.unanswered = 0
            self.chain.answers.append(answer)
            self._extend(answer, place, passage)

    def _parted(self, passages: Sequence[str]) -> Iterator[str]:
        """Part passages where one sentence names one finding and a later sentence another."""
        for passage in passages:
            parts: list[list[str]] = [[]]
            named: list[FindingDraft] = []
            for sentence in sentences_of(passage):
                mentioned = self.mentioned(sentence)
                if mentioned and mentioned != named:
                    parts.append([])
                    named = mentioned
                parts[-1].append(sentence)
            before = " ".join(parts[0])
            if before and (len(parts) == 1 or answering_passages(before)):
                yield before
            yield from (" ".join(part) for part in parts[1:])

    def answer_in_table(
        self, places: set[int], role: AuthorRole | None, text: str, position: str | None
    ) -> None:
        """Add a cell that answers the open finding."""
        if self.finding is None or says_nothing(text):
            return
        stated = position_of_answer(position or "") or position_of_answer(text)
        self.chain.answers.append(AnswerDraft(role, [self.finding], [text], stated, set(places)))
        if role:
            self.chain.statements.setdefault(role, set()).update(places)

    def cite_statement(self, place: int) -> None:
        """Note a block as part of the statement of whoever speaks now."""
        if self.role:
            self.chain.statements.setdefault(self.role, set()).add(place)

    # Lists that go on with what is open

    @property
    def takes_items(self) -> bool:
        """Tell whether the last words ended with a colon, so that a list goes on with them."""
        return self._taker is not None

    def take_item(self, place: int, number: str | None, text: str) -> None:
        """Add an item to the words that announced it."""
        if self._taker:
            self._add_item(self._taker, place, number, text)

    def go_on_with_item(self, place: int, number: str | None, text: str) -> bool:
        """Add an item to the open answer, or to the open finding; False where none is."""
        draft = self.answer or self.finding
        if draft:
            self._add_item(draft, place, number, text)
        return draft is not None

    def _add_item(
        self, draft: FindingDraft | AnswerDraft, place: int, number: str | None, text: str
    ) -> None:
        draft.parts.append(f"{number}. {text}" if number else f"• {text}")
        draft.cited.add(place)

    def stop_taking(self) -> None:
        """Let the next list stand by itself."""
        self._taker = None

    def _extend(self, draft: FindingDraft | AnswerDraft, place: int, text: str) -> None:
        draft.parts.append(text)
        draft.cited.add(place)
        self._taker = draft if text.rstrip().endswith(":") else None

    def _announcement(self) -> set[int]:
        announced, self._announced = self._announced, set()
        self.chain.announcements |= announced
        return announced
