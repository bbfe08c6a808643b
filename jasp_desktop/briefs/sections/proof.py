"""Proof of scrutiny on paper: what the panel asked in a period, and what came of it."""

from jasp_desktop.briefs.blocks import (
    Block,
    Brief,
    Cell,
    CellLine,
    Column,
    Heading,
    Kept,
    Prose,
    Role,
    Run,
    Section,
    Table,
    Tally,
    cell,
    plain,
    strong,
)
from jasp_desktop.briefs.sections.phrases import (
    as_at_words,
    joined,
    marking_words,
    paragraphs,
    sentence,
)
from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.proof import (
    ProofOfScrutiny,
    ProvenQuestion,
    Timing,
    followed_words,
    verdict_words,
)
from jasp_desktop.domain.vocabulary import Marking, Verdict

TITLE = "Proof of scrutiny"

_NOTES = (
    "A question counts in the period in which it was first asked; a merged one counts once.",
    "An answer is in time on the day of the question, or by the day that was set for it.",
    "A status, target, evidence or response dated after the question counts; an update does not.",
    "What a record did after a question followed it; the question need not be the cause.",
)


def proof_of(proof: ProofOfScrutiny, marking: Marking) -> Brief:
    """Return the proof of scrutiny of a period as a document of one section."""
    running = f"{TITLE}, {proof.period.words}"
    blocks: list[Block] = [
        Heading(1, TITLE, kicker=proof.panel),
        Prose(strong(proof.period.words)),
        *(_counts(proof) if proof.questions else [Prose(plain(_none(proof)))]),
        *(block for each in proof.questions for block in _question(each)),
        *_notes(),
    ]
    return Brief(
        title=running,
        author=proof.panel,
        subject=f"Questions asked from {proof.period.words}",
        marking=marking_words(marking),
        footing=as_at_words(proof.as_at),
        sections=(Section("proof", TITLE, running, tuple(blocks)),),
    )


def _none(proof: ProofOfScrutiny) -> str:
    return f"No question was asked from {proof.period.words}."


def _counts(proof: ProofOfScrutiny) -> list[Block]:
    timings = proof.timings
    return [
        Tally(
            (
                (len(proof.questions), "asked"),
                (proof.answered, "answered"),
                (timings[Timing.IN_TIME], "in time"),
                (proof.followed, "records changed afterwards"),
            )
        ),
        Kept((Heading(2, "Answers"), _table("How answers came", _timing_rows(proof)))),
        Kept((Heading(2, "Verdicts"), _table("The member was satisfied", _verdict_rows(proof)))),
        Heading(2, "The questions"),
    ]


def _timing_rows(proof: ProofOfScrutiny) -> list[tuple[str, int]]:
    timings = proof.timings
    return [(timing.words, timings[timing]) for timing in Timing if timings[timing]]


def _verdict_rows(proof: ProofOfScrutiny) -> list[tuple[str, int]]:
    verdicts = proof.verdicts
    named = [(verdict_words(verdict), verdicts[verdict]) for verdict in Verdict]
    rows = [*named, (verdict_words(None), verdicts[None])]
    return [row for row in rows if row[1]]


def _table(head: str, rows: list[tuple[str, int]]) -> Table:
    columns = (Column(head, share=1), Column("Number", right=True))
    total = (_bold("In all"), _bold(f"{sum(count for _, count in rows):,}"))
    lines = [(cell(words), cell(f"{count:,}")) for words, count in rows]
    return Table(columns, (*lines, total))


def _question(proven: ProvenQuestion) -> tuple[Block, ...]:
    question = proven.question
    first, *others = paragraphs(question.text) or ("",)
    who = joined((proven.member or "Member not known", question.kind and question.kind.words))
    opening = (
        Heading(3, f"{proven.label}, asked {in_words(proven.asked_on)}"),
        Prose((Run(f"{who}. ", bold=True), Run(first))),
    )
    answer = paragraphs(question.answer or "")
    blocks: list[Block] = [Kept(opening), *(Prose(plain(part)) for part in others)]
    blocks += [Prose((Run("Answer. ", bold=True), Run(part))) for part in answer[:1]]
    blocks += [Prose(plain(part)) for part in answer[1:]]
    blocks.append(Prose(plain(sentence(joined(proven.stands))), Role.QUIET))
    if proven.followed:
        blocks.append(Prose(strong("What followed"), Role.SMALL))
        blocks += [
            Prose(plain(followed_words(each)), Role.LIST, number="•") for each in proven.followed
        ]
    return tuple(blocks)


def _notes() -> list[Block]:
    notes = [Prose(plain(words), Role.LIST, number="•") for words in _NOTES]
    return [Kept((Heading(2, "What to know about these counts"), notes[0])), *notes[1:]]


def _bold(text: str) -> Cell:
    return (CellLine((Run(text, bold=True),)),)
