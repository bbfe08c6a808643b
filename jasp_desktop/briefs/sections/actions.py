"""The actions under a finding: status, promises, moves, updates and evidence."""

from collections.abc import Sequence
from datetime import date

from jasp_desktop.briefs.blocks import (
    Block,
    Cell,
    CellLine,
    Column,
    Heading,
    Kept,
    MarkedWord,
    PromiseFigure,
    Prose,
    Role,
    Run,
    Statuses,
    Table,
    cell,
    plain,
    quiet,
    strong,
)
from jasp_desktop.briefs.sections.pack import Pack
from jasp_desktop.briefs.sections.phrases import (
    NONE_RECORDED,
    NOT_KNOWN,
    joined,
    none_recorded,
    paragraphs,
    sentence,
)
from jasp_desktop.domain.dates import days, in_table, in_words
from jasp_desktop.domain.dossier import ActionStory
from jasp_desktop.domain.marks import DATE_MOVED, OVERDUE, mark_for_force_status
from jasp_desktop.domain.promise_drawing import PromiseAxis, axis_for
from jasp_desktop.domain.promises import Promise, PromiseLine
from jasp_desktop.domain.records import Evidence, Update

_LATEST = 3
_TITLE_LETTERS = 90
_MOST_DRAWN = 12


def action_blocks(stories: Sequence[ActionStory], pack: Pack) -> tuple[Block, ...]:
    """Return every action of a finding; their promise lines share one scale."""
    title = Heading(2, "Actions")
    if not stories:
        return ()
    axis = axis_for(story.line for story in stories)
    blocks: list[Block] = []
    for number, story in enumerate(stories):
        opening = () if number else (title,)
        blocks.append(Kept((*opening, *_opening(story, axis))))
        blocks += _moves(story, pack)
        blocks += _updates(story)
        blocks += _evidence(story, pack)
    return tuple(blocks)


def _opening(story: ActionStory, axis: PromiseAxis | None) -> tuple[Block, ...]:
    action, line = story.action, story.line
    reference = line.reference or "Action without a reference"
    text = paragraphs(action.text) or (NOT_KNOWN,)
    title, rest = f"{reference}  {text[0]}", text[1:]
    if len(text[0]) > _TITLE_LETTERS:
        title, rest = reference, text
    return (
        Heading(3, title),
        *(Prose(plain(part)) for part in rest),
        _statuses(story),
        Prose(plain(_who(story)), Role.QUIET),
        Prose(plain(promise_sentence(line)), Role.SMALL),
        *_figure(line, axis),
    )


def _figure(line: PromiseLine, axis: PromiseAxis | None) -> tuple[Block, ...]:
    if axis is None or not line.promises:
        return ()
    if len(line.promises) > _MOST_DRAWN:
        words = f"{len(line.promises)} promises are too many to draw; the table holds each."
        return (Prose(quiet(words), Role.SMALL),)
    return (PromiseFigure(line, axis),)


def _statuses(story: ActionStory) -> Statuses:
    event, line = story.status_event, story.line
    if event is None or story.status is None:
        words = "Force status: none recorded"
    else:
        words = f"{story.status.words}, {in_words(event.date)}"
    mark = mark_for_force_status(story.status or "")
    items = [MarkedWord(mark, plain(words))]
    if line.overdue_days:
        items.append(MarkedWord(OVERDUE, strong(f"Overdue by {days(line.overdue_days)}")))
    if line.moves:
        items.append(MarkedWord(DATE_MOVED, plain(f"Date moved {_times(len(line.moves))}")))
    return Statuses(tuple(items))


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _who(story: ActionStory) -> str:
    action = story.action
    parts = [
        f"Executive lead: {action.executive_lead or NOT_KNOWN}",
        f"Owner: {action.owner or NOT_KNOWN}",
    ]
    optional = (
        ("Done when", action.evidence_test),
        ("Risk", action.risk),
        ("RAG in the force’s tracker", action.rag_as_reported),
    )
    parts += [f"{label}: {value}" for label, value in optional if value]
    return " ".join(sentence(part) for part in parts)


def promise_sentence(line: PromiseLine) -> str:
    """Return the promise line as a sentence or two: the first target, today's, and closure."""
    if line.original is None and line.current is None:
        return "No target date is recorded."
    parts = [f"First target {in_words(line.original)}" if line.original else "First target unknown"]
    if line.moves:
        now = in_words(line.current) if line.current else "taken away"
        slip = f", {line.slip_words}" if line.slip_words else ""
        parts.append(f"target now {now}{slip}")
    else:
        parts.append("never moved")
    words = sentence("; ".join(parts))
    if line.closed_on:
        return f"{words} Closed {in_words(line.closed_on)}."
    return words


def _moves(story: ActionStory, pack: Pack) -> tuple[Table, ...]:
    moves = story.line.moves
    if not moves:
        return ()
    columns = (
        Column("Moved on"),
        Column("From", right=True),
        Column("To", right=True),
        Column("Days", right=True),
        Column("When, by whom and why", share=1),
    )
    name = story.line.reference or "this action"
    return (
        Table(
            columns,
            tuple(_move(move) for move in moves),
            caption=f"Every move of the target of {name}",
            number=pack.next_table(),
        ),
    )


def _move(move: Promise) -> tuple[Cell, ...]:
    slip = "–"
    if move.due and move.moved_from:
        count = (move.due - move.moved_from).days
        slip = f"−{-count:,}" if count < 0 else f"{count:,}"
    lines = [CellLine(plain(f"{_when(move)}. {move.agreed_by or 'By whom: not known'}"))]
    reason = f"Reason: {move.reason}" if move.reason else "No reason recorded"
    lines += [CellLine((Run(part, quiet=True),)) for part in paragraphs(reason)]
    return (
        cell(_day(move.made_on)),
        cell(_day(move.moved_from)),
        cell(in_table(move.due) if move.due else "Taken away"),
        cell(slip),
        tuple(lines),
    )


def _when(move: Promise) -> str:
    after = move.days_after_due
    if after is None:
        return "Day not recorded"
    if after > 0:
        return f"{days(after)} after the date"
    return f"{days(-after)} before the date" if after else "On the date"


def _day(day: date | None) -> str:
    return in_table(day) if day else "–"


def _updates(story: ActionStory) -> tuple[Block, ...]:
    if not story.updates:
        return (none_recorded("Updates"),)
    shown = story.updates[:_LATEST]
    more = len(story.updates) - len(shown)
    label = f"Latest updates, {len(shown)} of {len(story.updates)}" if more else "Updates"
    blocks: list[Block] = []
    for number, update in enumerate(shown):
        parts = _update(update)
        blocks.append(parts[0] if number else Kept((Prose(plain(label), Role.LABEL), parts[0])))
        blocks += parts[1:]
    return tuple(blocks)


def _update(update: Update) -> list[Prose]:
    on = in_words(update.as_at) if update.as_at else "Date not known"
    first, *others = paragraphs(update.text) or (NONE_RECORDED,)
    lead = (Run(f"{joined((on, update.author))}. ", quiet=True), Run(first))
    return [Prose(lead, Role.SMALL), *(Prose(plain(part), Role.SMALL) for part in others)]


def _evidence(story: ActionStory, pack: Pack) -> tuple[Block, ...]:
    if not story.evidence:
        return (none_recorded("Evidence"),)
    columns = (
        Column("Evidence", share=2),
        Column("Kind", share=1),
        Column("Dated", right=True),
        Column("Seen by the panel"),
    )
    name = story.line.reference or "this action"
    return (
        Table(
            columns,
            tuple(_proof(evidence) for evidence in story.evidence),
            caption=f"Evidence for {name}",
            number=pack.next_table(),
        ),
    )


def _proof(evidence: Evidence) -> tuple[Cell, ...]:
    held = f"Held at: {evidence.held_at}" if evidence.held_at else "Where held: not known"
    seen = "Not yet seen"
    if evidence.seen_on:
        seen = f"Seen {in_table(evidence.seen_on)}"
    elif evidence.seen_by:
        seen = "Seen, day not known"
    return (
        (CellLine(plain(evidence.title)), CellLine((Run(held, quiet=True),))),
        cell(evidence.kind.words),
        cell(_day(evidence.dated)),
        cell(seen),
    )
