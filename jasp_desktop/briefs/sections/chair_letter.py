"""The draft of the chair’s letter after a meeting: what was asked, answered, and asked for."""

from collections.abc import Iterator
from itertools import count

from jasp_desktop.briefs.blocks import (
    Block,
    Brief,
    Cell,
    Column,
    Fact,
    Facts,
    Heading,
    Kept,
    Prose,
    Run,
    Section,
    Table,
    cell,
    plain,
    strong,
)
from jasp_desktop.briefs.sections.phrases import (
    highest,
    listed,
    marking_words,
    paragraphs,
    sentence,
)
from jasp_desktop.domain.dates import in_table, in_words, with_weekday
from jasp_desktop.domain.meeting_outcome import MeetingOutcome, OutcomeItem, PutQuestion
from jasp_desktop.domain.panel_tracker import TrackerEntry
from jasp_desktop.domain.records import Question
from jasp_desktop.domain.vocabulary import Verdict

DRAFT = "Draft for the chair"
_VERDICTS = {
    Verdict.SATISFIED: "The answer satisfied the panel.",
    Verdict.PARTLY: "The answer satisfied the panel in part.",
    Verdict.NO: "The answer did not satisfy the panel.",
}
_COMMISSIONER = "Commissioner"


def letter_of(outcome: MeetingOutcome) -> Brief:
    """Return a meeting’s letter as a document of one section."""
    panel, day = outcome.panel, in_words(outcome.meeting.held_on)
    title = f"Letter after the meeting of {day}"
    numbers = count(1)
    blocks: list[Block] = [
        Heading(1, title, kicker=f"{panel.name} · {DRAFT}"),
        Facts(_facts(outcome)),
        Prose(plain(f"Dear {_addressee(panel.pcc_title)},")),
        *(Prose(plain(words), number=str(next(numbers))) for words in _opening(outcome)),
        *_asked(outcome, numbers),
        *_actions(outcome, numbers),
        *_going_on(outcome, numbers),
        *_closing(outcome),
    ]
    items = (each.item.marking for each in outcome.items if each.item is not None)
    return Brief(
        title=title,
        author=panel.name,
        subject=f"Draft of the chair’s letter, meeting of {day}",
        marking=marking_words(highest([panel.default_marking, *items])),
        footing=DRAFT,
        sections=(Section("letter", title, f"{panel.name} · letter", tuple(blocks)),),
    )


def _addressee(pcc_title: str) -> str:
    return _COMMISSIONER if _COMMISSIONER in pcc_title else pcc_title


def _facts(outcome: MeetingOutcome) -> tuple[Fact, ...]:
    panel = outcome.panel
    rows = [
        ("To", panel.pcc_title),
        ("Copy to", f"Chief constable, {panel.force}"),
        ("From", outcome.chair or "The chair of the panel"),
        ("Date", "To be dated by the chair"),
    ]
    if outcome.private_items:
        numbers = listed(tuple(item.number for item in outcome.private_items))
        one = len(outcome.private_items) == 1
        named = f"item {numbers}, which was" if one else f"items {numbers}, which were"
        rows.append(("Publication", f"It draws on {named} taken in private: not to be published."))
    return tuple(Fact(label, cell(value)) for label, value in rows)


def _opening(outcome: MeetingOutcome) -> Iterator[str]:
    meeting = outcome.meeting
    where = f" at {meeting.venue}" if meeting.venue else ""
    words = [f"The panel met on {with_weekday(meeting.held_on)}{where}."]
    if outcome.present:
        verb = "was" if len(outcome.present) == 1 else "were"
        words.append(f"{listed(outcome.present)} {verb} present.")
    if outcome.others:
        words.append(f"{listed(outcome.others)} attended.")
    if outcome.apologies:
        words.append(f"Apologies came from {listed(outcome.apologies)}.")
    yield " ".join(words)
    yield _in_figures(outcome)


def _in_figures(outcome: MeetingOutcome) -> str:
    put = len(outcome.put)
    if not put:
        return "It put no questions."
    owed = sum(each.is_owed for each in outcome.put)
    questions = "1 question" if put == 1 else f"{put:,} questions"
    if not owed:
        return f"It put {questions}, and has an answer to {'it' if put == 1 else 'each'}."
    still = "an answer is still owed to 1" if owed == 1 else f"answers are still owed to {owed:,}"
    return f"It put {questions}; {still} of them." if put > 1 else f"It put {questions}; {still}."


def _asked(outcome: MeetingOutcome, numbers: "count[int]") -> list[Block]:
    blocks: list[Block] = []
    for place, item in enumerate(outcome.items):
        first, *others = [_question(each, numbers) for each in item.questions]
        head: list[Block] = [Heading(2, "What the panel asked")] if place == 0 else []
        head.append(Heading(3, _item_words(item)))
        blocks.append(Kept((*head, *first)))
        blocks += [Kept(each) for each in others]
    return blocks


def _item_words(item: OutcomeItem) -> str:
    if item.item is None:
        return "On no item of the agenda"
    return f"Item {item.item.number}: {item.item.title}"


def _question(put: PutQuestion, numbers: "count[int]") -> tuple[Block, ...]:
    question = put.question
    first, *others = paragraphs(question.text) or ("",)
    blocks: list[Block] = [
        Prose((Run("The panel asked: ", bold=True), Run(first)), number=str(next(numbers))),
        *(Prose(plain(part), is_hung=True) for part in others),
    ]
    if question.answer:
        said, *more = paragraphs(question.answer)
        label = f"{put.answered_by} answered: " if put.answered_by else "The answer was: "
        blocks.append(Prose((Run(label, bold=True), Run(said)), is_hung=True))
        blocks += [Prose(plain(part), is_hung=True) for part in more]
    blocks.append(Prose(plain(_view(put)), is_hung=True))
    return tuple(blocks)


def _view(put: PutQuestion) -> str:
    """Return what the panel thinks of the answer, and what is still to come."""
    question, said = put.question, []
    if question.verdict is not None and question.answer:
        said.append(_VERDICTS.get(question.verdict, f"{question.verdict.words}."))
    elif not question.answer:
        said.append("No answer has been given yet.")
    if put.is_owed and question.answer_due is not None:
        more = "More is due" if question.answer else "It is due"
        said.append(f"{more} by {in_words(question.answer_due)}.")
    if question.minute:
        said.append(f"Minute {question.minute}.")
    return " ".join(said) or "The panel has not said yet whether this satisfies it."


def _actions(outcome: MeetingOutcome, numbers: "count[int]") -> list[Block]:
    if not outcome.actions:
        return []
    several = len(outcome.actions) > 1
    words = "The panel asks that these be done:" if several else "The panel asks that this be done:"
    columns = (
        Column("Number"),
        Column("What is to be done", share=2),
        Column("Who", share=1),
        Column("By"),
    )
    table = Table(columns, tuple(_action(entry) for entry in outcome.actions))
    opening = Prose(plain(words), number=str(next(numbers)))
    return [Kept((Heading(2, "What the panel asks for"), opening)), table]


def _action(entry: TrackerEntry) -> tuple[Cell, ...]:
    action = entry.action
    due = in_table(action.due) if action.due else "No day set"
    return (cell(action.number), cell(action.text), cell(entry.owner or "Nobody named"), cell(due))


def _going_on(outcome: MeetingOutcome, numbers: "count[int]") -> list[Block]:
    going: tuple[Question, ...] = (*outcome.carried, *outcome.left)
    if not going:
        return []
    following = outcome.following
    when = f", on {in_words(following.held_on)}" if following else ""
    words = f"The panel will come back to these at its next meeting{when}:"
    opening = Prose(plain(words), number=str(next(numbers)))
    first, *others = [_line(each) for each in going]
    heading = Heading(2, "What goes on to the next meeting")
    return [Kept((heading, opening, first)), *others]


def _line(question: Question) -> Prose:
    return Prose(plain(sentence(" ".join(paragraphs(question.text)))), number="•")


def _closing(outcome: MeetingOutcome) -> list[Block]:
    signed = outcome.chair or "Chair of the panel"
    lines: tuple[Block, ...] = (
        Prose(plain("Yours sincerely,")),
        Prose(strong(signed)),
        Prose(plain(f"Chair, {outcome.panel.name}")),
    )
    return [Kept(lines)]
