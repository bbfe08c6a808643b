"""Rules about what the PCC and the chief constable answered, and what they did not."""

from collections.abc import Iterator

from jasp_desktop.domain.dates import PartialDate
from jasp_desktop.domain.dossier import Answer
from jasp_desktop.domain.listings import ANSWERED_KINDS
from jasp_desktop.domain.prompts.case import Case
from jasp_desktop.domain.prompts.prompt import About, Fact, Found, Rule, RuleName
from jasp_desktop.domain.prompts.wording import central_words, quoted, stems
from jasp_desktop.domain.records import Response
from jasp_desktop.domain.section55 import PERIOD_DAYS
from jasp_desktop.domain.section_55_board import explains
from jasp_desktop.domain.vocabulary import (
    Applies,
    AuthorRole,
    FindingKind,
    QuestionKind,
    ResponsePosition,
    Section55Position,
)

CENTRAL_WORDS = 5
"""Words of a finding that are looked for in the response."""

LEAST_ABSENT = 4
"""Of these, how many must be absent for the rule to fire: one may have a synonym."""

NO_RESPONSE = Rule(
    name=RuleName("no_response"),
    title="No response, or “not addressed”",
    reasoning=(
        "Something was asked for, and the time for an answer is over or the answer passed it by. "
        "It may have been answered in a letter that the secretariat has not been sent."
    ),
    kind=QuestionKind.REJECTED_OR_UNACTIONED_RECOMMENDATION,
    about=About.RESPONSE,
)
NO_EXPLANATION = Rule(
    name=RuleName("section_55_explanation_missing"),
    title="Section 55: no explanation for a recommendation",
    reasoning=(
        "Where a report makes a recommendation, the comments under section 55 of the Police Act "
        "1996 explain what is done or proposed about it, or why nothing is (section 55(5B)). Here "
        "comments were made and the register holds no such words for this recommendation. Whether "
        "that falls short is for others to judge."
    ),
    kind=QuestionKind.REJECTED_OR_UNACTIONED_RECOMMENDATION,
    about=About.RESPONSE,
)
WORDS_ABSENT = Rule(
    name=RuleName("central_words_absent"),
    title="Central words of the finding are not in the response",
    reasoning=(
        f"The {CENTRAL_WORDS} longest words of the finding are looked for in the passages that "
        f"answer it; the rule fires where {LEAST_ABSENT} or more are not there, and lists them. "
        "Other words may say the same, which is why this rule is off until somebody wants it."
    ),
    kind=QuestionKind.CONSISTENCY,
    about=About.RESPONSE,
    is_on=False,
)

_COMMENTS = frozenset({AuthorRole.PCC, AuthorRole.CHIEF_CONSTABLE})


def no_response(case: Case) -> Iterator[Found]:
    """Yield a finding that asks for an answer and got none, or was passed over."""
    dossier = case.dossier
    if dossier.finding.applies is Applies.NO or _lacks_explanation(case):
        return
    positions = [answer.item.position for answer in dossier.answers]
    if positions and all(each is ResponsePosition.NOT_ADDRESSED for each in positions):
        yield Found(
            subject=case.subject,
            label=case.label,
            facts=tuple(_answer_fact(answer) for answer in dossier.answers),
            line=(
                "The response does not address this. Is something being done about it all the "
                "same, and if not, why not?"
            ),
        )
    elif not dossier.answers and not dossier.report_answers and _is_late(case):
        yield Found(
            subject=case.subject,
            label=case.label,
            facts=_silence_facts(case),
            line=(
                "No response to this is on record. Has one been written, and what does the force "
                "propose to do?"
            ),
        )


def no_explanation(case: Case) -> Iterator[Found]:
    """Yield a recommendation that comments under section 55 leave without an explanation."""
    if not _lacks_explanation(case):
        return
    dossier = case.dossier
    said = [_answer_fact(answer) for answer in dossier.answers]
    yield Found(
        subject=case.subject,
        label=case.label,
        facts=(
            Fact("Comments", "required", case.report_source),
            *(_response_fact(response) for response in _comments(case)),
            *(said or [Fact("Passage on this recommendation", "none", case.register_source)]),
        ),
        line=(
            "Comments were made on this report, and none explains what is done or proposed about "
            "this recommendation, or why nothing is. What is the explanation?"
        ),
    )


def words_absent(case: Case) -> Iterator[Found]:
    """Yield a finding most of whose central words do not stand in the passages that answer it."""
    dossier = case.dossier
    passages = [answer for answer in dossier.answers if answer.item.text.strip()]
    if not passages:
        return
    there = stems(" ".join(answer.item.text for answer in passages))
    central = central_words(dossier.finding.text, CENTRAL_WORDS)
    absent = [word for stem, word in central.items() if stem not in there]
    if len(absent) < LEAST_ABSENT:
        return
    yield Found(
        subject=case.subject,
        label=case.label,
        facts=(
            Fact("Central words", quoted(list(central.values())), case.report_source),
            Fact("Not in the response", quoted(absent), "the passages below"),
            *(_answer_fact(answer) for answer in passages),
        ),
        line=(
            f"The finding speaks of {quoted(absent)}; the response uses none of these words. "
            "Does it answer what was found?"
        ),
    )


def _lacks_explanation(case: Case) -> bool:
    dossier = case.dossier
    is_due = (
        dossier.finding.kind is FindingKind.RECOMMENDATION
        and dossier.finding.applies is not Applies.NO
        and dossier.report.s55_position is Section55Position.REQUIRED
    )
    if not is_due or not _comments(case):
        return False
    return not any(explains(answer.item) for answer in (*dossier.answers, *dossier.report_answers))


def _comments(case: Case) -> list[Response]:
    responses = case.around.responses.get(case.dossier.report.uid, ())
    return [each for each in responses if each.author_role in _COMMENTS and _day_of(each)]


def _is_late(case: Case) -> bool:
    """Tell whether the 56 days are over, or the report was answered without this finding."""
    dossier = case.dossier
    if dossier.finding.kind not in ANSWERED_KINDS:
        return False
    if case.around.responses.get(dossier.report.uid):
        return True
    clock, as_at = dossier.clock, dossier.as_at
    return clock is not None and as_at is not None and clock.last_day[1] < as_at


def _silence_facts(case: Case) -> tuple[Fact, ...]:
    dossier = case.dossier
    published, clock = dossier.report.published_on, dossier.clock
    responses = case.around.responses.get(dossier.report.uid, ())
    last = clock.last_day_words.removeprefix("last day ") if clock else ""
    return (
        *([Fact("Report published", published.words, case.report_source)] if published else []),
        *([Fact(f"Last of {PERIOD_DAYS} days", last, "section 55")] if last else []),
        *(_response_fact(response) for response in responses),
        Fact("Passage on this finding", "none", case.register_source),
    )


def _answer_fact(answer: Answer) -> Fact:
    position = answer.item.position.words if answer.item.position else "position not recorded"
    text = answer.item.text.strip()
    said = f": “{text}”" if text else ", without words"
    return Fact("Response", f"{position}{said}", _letter(answer.response))


def _response_fact(response: Response) -> Fact:
    day = _day_of(response)
    return Fact(
        f"{response.author_role.words}’s comments",
        day.words if day else "not dated",
        "published" if response.published_on else "letter",
    )


def _letter(response: Response) -> str:
    day = response.written_on or response.published_on
    return f"{response.author_role.words}, {day.words if day else 'not dated'}"


def _day_of(response: Response) -> PartialDate | None:
    return response.published_on or response.written_on
