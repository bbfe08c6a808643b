"""The last pages: the panel's own actions, and what the pack rests on."""

from collections import Counter
from datetime import date

from jasp_desktop.briefs.blocks import (
    Block,
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
    Words,
    cell,
    plain,
    strong,
)
from jasp_desktop.briefs.sections.counts import Counts
from jasp_desktop.briefs.sections.own_words import own_words
from jasp_desktop.briefs.sections.pack import Pack
from jasp_desktop.briefs.sections.phrases import NOT_KNOWN, paragraphs
from jasp_desktop.domain.brief_content import PanelActionLine
from jasp_desktop.domain.dates import in_table, in_words
from jasp_desktop.domain.marks import OVERDUE
from jasp_desktop.domain.records import Subject
from jasp_desktop.domain.vocabulary import Vocabulary

_RESTS_ON = (
    "The force’s status and the HMICFRS position are two records; neither comes from the other.",
    "A record that appears in two places is counted once.",
    "“None recorded” says only that the register holds nothing there.",
)


def panel_actions_section(pack: Pack) -> Section:
    """Return the open entries of the panel's own action tracker."""
    title = "The panel’s own actions"
    lines = pack.content.panel_actions
    blocks: list[Block] = [Heading(1, title, kicker="Action tracker")]
    if lines:
        columns = (
            Column("Action"),
            Column("What was agreed, and who does it", share=1),
            Column("Due", right=True),
            Column("Days late", right=True),
        )
        rows = tuple(_panel_action(line, pack) for line in lines)
        caption = "Open actions of the panel"
        blocks.append(Table(columns, rows, caption=caption, number=pack.next_table()))
    else:
        blocks.append(Prose(plain("No open actions are recorded.")))
    subjects = [Subject("panel_action", line.action.uid) for line in lines]
    if subjects:
        blocks += own_words(pack, subjects)
    return Section("panel-actions", title, title, tuple(blocks))


def _panel_action(line: PanelActionLine, pack: Pack) -> tuple[Cell, ...]:
    action, as_at = line.action, pack.content.as_at
    late = (as_at - action.due).days if as_at and action.due else 0
    lines = [CellLine((Run("Overdue", bold=True),), OVERDUE)] if late > 0 else []
    lines += [CellLine(plain(part)) for part in paragraphs(action.text)]
    lines.append(CellLine((Run(f"Owner: {line.owner or NOT_KNOWN.lower()}", quiet=True),)))
    if action.outcome:
        lines.append(CellLine((Run(f"Outcome: {action.outcome}", quiet=True),)))
    return (
        cell(action.number),
        tuple(lines),
        cell(in_table(action.due) if action.due else "–"),
        cell(f"{late:,}" if late > 0 else "–"),
    )


def about_section(pack: Pack) -> Section:
    """Return the last page: the date of the data, and counts that add up."""
    content = pack.content
    counts = Counts.of(content)
    meeting = Subject("meeting", content.meeting.uid)
    blocks: tuple[Block, ...] = (
        Heading(1, "What this pack rests on", kicker="About the data"),
        Prose(_date_of_the_data(content.as_at)),
        _counts_table(counts, pack),
        Kept((Heading(2, "What to know about these data"), _bullet(_RESTS_ON[0]))),
        *(_bullet(words) for words in _RESTS_ON[1:]),
        *own_words(pack, [meeting]),
    )
    return Section("about", "About the data", "About the data", blocks)


def _date_of_the_data(as_at: date | None) -> Words:
    overdue = "“Overdue” means that an action was open and its target was before that date."
    if as_at is None:
        return plain("The date of these data is not known.")
    return (
        Run("Every figure in this pack is as at "),
        Run(in_words(as_at), bold=True),
        Run(f", the date of the data, and not the day of printing. {overdue}"),
    )


def _bullet(words: str) -> Prose:
    return Prose(plain(words), Role.LIST, number="•")


def _counts_table(counts: Counts, pack: Pack) -> Table:
    """Return every count under the number that its parts add up to."""
    actions = (
        ("Open, target passed: overdue", counts.overdue),
        ("Open, target not passed", counts.not_due),
        ("Open, without a target", counts.undated),
        ("Ended by the force", counts.ended_actions),
    )
    rows = (
        *_group("Actions under these findings", actions),
        *_group("Findings on this agenda", _by_word(counts.findings)),
        *_group("HMICFRS position of these findings", _by_word(counts.positions)),
        *_group("Questions on this agenda", _by_word(counts.questions)),
    )
    columns = (Column("What is counted", share=1), Column("Number", right=True))
    caption = "Counts that add up: in bold, the sum of the lines under it"
    return Table(columns, rows, caption=caption, number=pack.next_table())


def _by_word[Word: Vocabulary](counted: Counter[Word]) -> tuple[tuple[str, int], ...]:
    return tuple((word.words, number) for word, number in counted.most_common())


def _group(title: str, parts: tuple[tuple[str, int], ...]) -> tuple[tuple[Cell, ...], ...]:
    total = sum(number for _, number in parts)
    bold = ((CellLine(strong(title)),), (CellLine(strong(f"{total:,}")),))
    return (bold, *((cell(words), cell(f"{number:,}")) for words, number in parts))
