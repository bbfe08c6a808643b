"""The panel's questions: who asks what, what was answered, and space to write."""

from itertools import count

from jasp_desktop.briefs.blocks import AnswerSpace, Block, Heading, Kept, Prose, Role, Run, plain
from jasp_desktop.briefs.sections.phrases import (
    awaits_answer,
    joined,
    paragraphs,
    sentence,
)
from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.dossier import AskedQuestion


def question_blocks(asked: tuple[AskedQuestion, ...], numbers: "count[int]") -> tuple[Block, ...]:
    """Return questions in numbered paragraphs; one without an answer has room for it."""
    if not asked:
        return ()
    first, *others = (_question(question, numbers) for question in asked)
    return (Kept((Heading(2, "Questions"), *first)), *(Kept(blocks) for blocks in others))


def _question(asked: AskedQuestion, numbers: "count[int]") -> tuple[Block, ...]:
    question = asked.question
    who = joined((asked.member or "Member not known", question.kind and question.kind.words))
    first, *others = paragraphs(question.text) or ("",)
    blocks: list[Block] = [
        Prose((Run(f"{who}. ", bold=True), Run(first)), number=str(next(numbers))),
        *(Prose(plain(part), is_hung=True) for part in others),
        Prose(plain(_where_it_stands(asked)), Role.QUIET, is_hung=True),
    ]
    if question.answer:
        blocks += _answer(asked, numbers)
    elif awaits_answer(asked):
        blocks.append(AnswerSpace())
    return tuple(blocks)


def _where_it_stands(asked: AskedQuestion) -> str:
    question = asked.question
    words = question.state.words
    on = next((stage.on for stage in question.states if stage.state is question.state), None)
    if on:
        words = f"{words}, {in_words(on)}"
    due = f"Answer due {in_words(question.answer_due)}" if question.answer_due else None
    verdict = question.verdict and f"Satisfied: {question.verdict.words.lower()}"
    if verdict == "Satisfied: satisfied":
        verdict = "Satisfied: yes"
    return joined((sentence(words), due and sentence(due), verdict and sentence(verdict)), " ")


def _answer(asked: AskedQuestion, numbers: "count[int]") -> list[Block]:
    question = asked.question
    on = in_words(question.answered_on) if question.answered_on else None
    label = joined(("Answer", asked.answered_by, on))
    first, *others = paragraphs(question.answer or "") or ("",)
    return [
        Prose((Run(f"{label}. ", bold=True), Run(first)), number=str(next(numbers))),
        *(Prose(plain(part), is_hung=True) for part in others),
    ]
