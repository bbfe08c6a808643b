"""What answers each finding, and where the chain from finding to question has a blank.

A blank is wanted where something should be there: an open finding of a kind that asks for it has
no response, no action or no date; an action was closed by the force and nothing shows that it is
done (DOMAIN.md, “Closure needs evidence”). Any other blank is only not there yet. A blank says of
the register that it holds nothing there, not of the force that it did nothing.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from jasp_desktop.domain.dates import in_table
from jasp_desktop.domain.field_words import table_words
from jasp_desktop.domain.identity import FindingUid, ReportUid
from jasp_desktop.domain.vocabulary import HmicfrsPosition, ResponsePosition

_KINDS_OF_FACTS = 8_192


class CoverageColumn(StrEnum):
    """The links of the chain, in its order."""

    RESPONSE = "response"
    ACTION = "action"
    TARGET = "target"
    EVIDENCE = "evidence"
    HMICFRS = "hmicfrs"
    QUESTION = "question"

    @property
    def heading(self) -> str:
        """Return the column's heading."""
        return _HEADINGS[self]

    @property
    def blank_words(self) -> str:
        """Return what a blank lacks: “no response”."""
        return _BLANKS[self]


_HEADINGS = {
    CoverageColumn.RESPONSE: "Response",
    CoverageColumn.ACTION: "Action",
    CoverageColumn.TARGET: "Target date",
    CoverageColumn.EVIDENCE: "Evidence",
    CoverageColumn.HMICFRS: "HMICFRS",
    CoverageColumn.QUESTION: "Question",
}
_BLANKS = {
    CoverageColumn.RESPONSE: "no response",
    CoverageColumn.ACTION: "no action",
    CoverageColumn.TARGET: "no target date",
    CoverageColumn.EVIDENCE: "no evidence",
    CoverageColumn.HMICFRS: "position not known",
    CoverageColumn.QUESTION: "no question",
}


class Covered(StrEnum):
    """How one link of a finding's chain stands, the worst first."""

    WANTED = "wanted"
    NOT_YET = "not_yet"
    PARTLY = "partly"
    THERE = "there"
    NOT_NEEDED = "not_needed"

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing is there."""
        return self in {Covered.WANTED, Covered.NOT_YET}


class Answered(StrEnum):
    """What the responses say of a finding: nothing, that it is not addressed, or something."""

    NOT = "not"
    NOT_ADDRESSED = "not_addressed"
    DECLINED = "declined"
    YES = "yes"


class CoverageFacts(NamedTuple):
    """What the register holds of one finding; the numbers count its actions.

    ``asks`` tells that its kind asks for a response, ``applies`` that it is not said to be none of
    the force's business. ``undated`` counts open actions without a target, ``proven`` those with
    evidence, ``unproven_closures`` those that the force closed with none; a finding that the force
    closed in a word of its own, with no evidence on any action, has one. ``drafts`` counts the
    member's own questions.
    """

    asks: bool
    applies: bool
    is_open: bool
    answered: Answered
    actions: int
    open_actions: int
    undated: int
    proven: int
    unproven_closures: int
    is_position_known: bool
    questions: int
    drafts: int = 0


type Coverage = tuple[Covered, ...]
"""How each link stands, in the order of ``CoverageColumn``."""


@lru_cache(maxsize=_KINDS_OF_FACTS)
def coverage_of(facts: CoverageFacts) -> Coverage:
    """Return how each link of a finding's chain stands."""
    action = _action(facts)
    return (
        _response(facts),
        action,
        _target(facts, action),
        _evidence(facts, action),
        Covered.THERE if facts.is_position_known else Covered.NOT_YET,
        Covered.THERE if facts.questions or facts.drafts else Covered.NOT_YET,
    )


def _response(facts: CoverageFacts) -> Covered:
    if facts.answered in {Answered.YES, Answered.DECLINED}:
        return Covered.THERE
    if not facts.asks:
        return Covered.NOT_NEEDED
    return Covered.WANTED if facts.is_open else Covered.NOT_YET


def _action(facts: CoverageFacts) -> Covered:
    if facts.actions:
        return Covered.THERE
    if not facts.asks or not facts.applies or facts.answered is Answered.DECLINED:
        return Covered.NOT_NEEDED
    return Covered.WANTED if facts.is_open else Covered.NOT_YET


def _target(facts: CoverageFacts, action: Covered) -> Covered:
    if not facts.actions:
        return action
    if not facts.open_actions:
        return Covered.NOT_NEEDED
    return Covered.WANTED if facts.undated else Covered.THERE


def _evidence(facts: CoverageFacts, action: Covered) -> Covered:
    if facts.unproven_closures:
        return Covered.WANTED
    if not facts.actions:
        return Covered.NOT_NEEDED if action is Covered.NOT_NEEDED else Covered.NOT_YET
    if not facts.proven:
        return Covered.NOT_YET
    return Covered.THERE if facts.proven == facts.actions else Covered.PARTLY


class CoverageFilter(StrEnum):
    """Which findings the matrix shows."""

    OPEN = "open"
    MISSING = "missing"
    ALL = "all"


class CoverageOrder(StrEnum):
    """What the matrix is sorted by, beside its columns."""

    REFERENCE = "reference"
    BLANKS = "blanks"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageQuery:
    """A filter, perhaps a column that must be blank, an order, and one report or words to find."""

    filter: CoverageFilter = CoverageFilter.OPEN
    blank: CoverageColumn | None = None
    order: CoverageOrder | CoverageColumn = CoverageOrder.BLANKS
    descending: bool = True
    report: ReportUid | None = None
    words: str = ""


class SurveyedFinding(NamedTuple):
    """A finding's row id and its facts."""

    row_id: int
    facts: CoverageFacts


@dataclass(frozen=True, slots=True)
class BlankTotal:
    """How many of the listed findings have a blank in a column, and how many of these wanted."""

    column: CoverageColumn
    blanks: int
    wanted: int


@dataclass(frozen=True, slots=True)
class CoverageSurvey:
    """The findings that a query shows, in its order, and the totals.

    ``counts`` holds how many each filter would show; ``totals`` counts the blanks of the filter's
    findings, whichever column the query then picks.
    """

    row_ids: tuple[int, ...]
    counts: dict[CoverageFilter, int]
    totals: tuple[BlankTotal, ...]

    @property
    def cells(self) -> int:
        """Return how many links the listed findings have."""
        return len(self.row_ids) * len(CoverageColumn)


def survey(found: Iterable[SurveyedFinding], query: CoverageQuery) -> CoverageSurvey:
    """Choose, count and sort findings; those that tie stay in the order they come in."""
    counts: Counter[CoverageFilter] = Counter()
    shown: list[tuple[int, Coverage]] = []
    for row_id, facts in found:
        coverage = coverage_of(facts)
        filters = _filters_of(facts, coverage)
        counts.update(filters)
        if query.filter in filters:
            shown.append((row_id, coverage))
    totals = tuple(_total(column, shown) for column in CoverageColumn)
    if query.blank is not None:
        place = _place(query.blank)
        shown = [each for each in shown if each[1][place].is_blank]
    return CoverageSurvey(
        tuple(row_id for row_id, _ in _sorted(shown, query)),
        {which: counts[which] for which in CoverageFilter},
        totals,
    )


def _filters_of(facts: CoverageFacts, coverage: Coverage) -> tuple[CoverageFilter, ...]:
    filters = [CoverageFilter.ALL]
    if facts.is_open:
        filters.append(CoverageFilter.OPEN)
    if Covered.WANTED in coverage:
        filters.append(CoverageFilter.MISSING)
    return tuple(filters)


def _total(column: CoverageColumn, shown: Iterable[tuple[int, Coverage]]) -> BlankTotal:
    place = _place(column)
    states = Counter(coverage[place] for _, coverage in shown)
    wanted = states[Covered.WANTED]
    return BlankTotal(column, wanted + states[Covered.NOT_YET], wanted)


def _place(column: CoverageColumn) -> int:
    return list(CoverageColumn).index(column)


def _sorted(shown: list[tuple[int, Coverage]], query: CoverageQuery) -> list[tuple[int, Coverage]]:
    if query.order is CoverageOrder.REFERENCE:
        return shown[::-1] if query.descending else shown
    if query.order is CoverageOrder.BLANKS:
        return sorted(shown, key=lambda each: blanks_in(each[1]), reverse=query.descending)
    place, ranks = _place(query.order), {each: rank for rank, each in enumerate(Covered)}
    return sorted(shown, key=lambda each: ranks[each[1][place]], reverse=query.descending)


@lru_cache(maxsize=_KINDS_OF_FACTS)
def blanks_in(coverage: Coverage) -> tuple[int, int]:
    """Return how many wanted blanks there are, and how many of both kinds."""
    return coverage.count(Covered.WANTED), sum(each.is_blank for each in coverage)


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """One link of a finding's chain: how it stands, in a word or two."""

    column: CoverageColumn
    covered: Covered
    words: str

    @property
    def is_wanted(self) -> bool:
        """Tell whether something should be there and is not."""
        return self.covered is Covered.WANTED


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageLine:
    """A finding in the matrix.

    ``response`` is the least favourable position that a response takes; ``target`` the earliest
    current target of its open actions.
    """

    uid: FindingUid
    reference: str
    label: str
    theme: str | None
    text: str
    report_name: str
    facts: CoverageFacts
    response: ResponsePosition | None
    target: date | None
    position: HmicfrsPosition

    @property
    def coverage(self) -> Coverage:
        """Return how each link stands."""
        return coverage_of(self.facts)

    @property
    def gaps(self) -> tuple[int, int]:
        """Return how many wanted blanks there are, and how many of both kinds."""
        return blanks_in(self.coverage)

    @property
    def cells(self) -> tuple[CoverageCell, ...]:
        """Return every link with its words."""
        response, action, target, evidence, _, _ = self.coverage
        words = (
            self._response_words(response),
            self._action_words(action),
            self._target_words(target),
            self._evidence_words(evidence),
            _POSITIONS.get(self.position, self.position.words),
            self._question_words(),
        )
        return tuple(map(CoverageCell, CoverageColumn, self.coverage, words))

    def _response_words(self, covered: Covered) -> str:
        if covered is Covered.NOT_NEEDED:
            return "Not needed"
        if self.facts.answered is Answered.NOT_ADDRESSED:
            return "Not addressed"
        if covered.is_blank:
            return "No response"
        return _RESPONSES.get(self.response, self.response.words) if self.response else "Given"

    def _action_words(self, covered: Covered) -> str:
        if covered is Covered.NOT_NEEDED:
            return "Not needed"
        actions = self.facts.actions
        return table_words("action").counted(actions) if actions else "No action"

    def _target_words(self, covered: Covered) -> str:
        if covered is Covered.NOT_NEEDED:
            return "None open" if self.facts.actions else "Not needed"
        if covered is Covered.THERE and self.target:
            return in_table(self.target)
        undated, still_open = self.facts.undated, self.facts.open_actions
        return f"{undated} of {still_open} undated" if 0 < undated < still_open else "No date"

    def _evidence_words(self, covered: Covered) -> str:
        facts = self.facts
        if covered is Covered.NOT_NEEDED:
            return "Not needed"
        if covered is Covered.WANTED and facts.proven:
            return f"{facts.unproven_closures} without"
        if covered is Covered.WANTED:
            return "No evidence"
        if covered is Covered.NOT_YET:
            return "None yet"
        if covered is Covered.PARTLY:
            return f"{facts.proven} of {facts.actions}"
        return "Held"

    def _question_words(self) -> str:
        if self.facts.questions:
            return table_words("question").counted(self.facts.questions)
        return "Draft of mine" if self.facts.drafts else "None asked"


_POSITIONS = {
    HmicfrsPosition.CLOSED_BY_HMICFRS: "Closed",
    HmicfrsPosition.NO_FURTHER_ACTION_NEEDED: "No more needed",
    HmicfrsPosition.SUPERSEDED_BY_LATER_INSPECTION: "Superseded",
}
_RESPONSES = {
    ResponsePosition.PARTLY_ACCEPTED: "Partly",
    ResponsePosition.NO_ACTION_REASON_GIVEN: "No action",
}
