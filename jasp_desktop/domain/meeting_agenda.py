"""An agenda while it is built: its order, its numbers, and the sections of a covering report.

Items come and go in the order in which they are read. An item stands under another when its number
begins with that one's (7.1 under 7); it moves among those beside it, and what stands under it goes
with it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from jasp_desktop.domain.identity import AgendaItemUid
from jasp_desktop.domain.records import AgendaItem

COVERING_HEADINGS = (
    "Purpose of the Report",
    "Recommendations",
    "Reasons for Recommendations",
    "Summary of Key Points",
    "Financial Implications",
    "Human Resources Implications",
    "Equality Implications",
    "Risk Management",
    "Policy Implications and links to the Police and Crime Plan Priorities",
    "Changes in Legislation",
    "Details of outcome of consultation",
    "Appendices",
    "Background Papers",
)
"""The headings of a covering report, in the panel's order (DOMAIN.md, “Who, what, when”)."""

_DECLARATIONS = "declaration"
_TYPED_BEFORE = re.compile(r"^[\d.\s]+")

type _Parents = dict[AgendaItemUid, AgendaItemUid | None]


def headings_left(item: AgendaItem) -> tuple[str, ...]:
    """Return the panel's headings under which an item says nothing yet."""
    there = {bare_heading(section.heading).casefold() for section in item.covering_sections}
    return tuple(heading for heading in COVERING_HEADINGS if heading.casefold() not in there)


def bare_heading(heading: str) -> str:
    """Return a heading without a number typed before it: “Appendices” for “12. Appendices”."""
    return _TYPED_BEFORE.sub("", heading).strip()


def takes_declarations(item: AgendaItem) -> bool:
    """Tell whether an item is the one under which interests are declared."""
    return _DECLARATIONS in item.title.casefold()


def next_number(items: Sequence[AgendaItem]) -> str:
    """Return the number of an item that is added at the end."""
    parents = _parents(items)
    tops = [item.number for item in items if parents[item.uid] is None]
    used = [int(number) for number in tops if number.isdecimal()]
    return str(max(used, default=len(tops)) + 1)


def stepped(items: Sequence[AgendaItem], uid: AgendaItemUid, by: int) -> tuple[AgendaItem, ...]:
    """Return the agenda with an item before (-1) or after (1) its neighbour.

    It is the same agenda where the item is at that end already.
    """
    parents = _parents(items)
    beside = [item.uid for item in items if parents[item.uid] == parents[uid]]
    place = beside.index(uid)
    if not 0 <= place + by < len(beside):
        return tuple(items)
    beside[place], beside[place + by] = beside[place + by], beside[place]
    return _numbered(items, parents, {parents[uid]: beside})


def put_below(
    items: Sequence[AgendaItem], uid: AgendaItemUid, above: AgendaItemUid | None
) -> tuple[AgendaItem, ...]:
    """Return the agenda with an item below another one, as it was dropped there; None: at the top.

    An item of its own goes below all that stands under the other; one that stands under an item
    comes to stand under the one it was dropped in.
    """
    parents = _parents(items)
    if above is not None and uid in _line_up(parents, above):
        return tuple(items)
    if parents[uid] is None:
        anchor = None if above is None else _line_up(parents, above)[-1]
        parent = None
    elif above is None:
        anchor, parent = None, parents[uid]
    elif parents[above] is None:
        anchor, parent = None, above
    else:
        anchor, parent = above, parents[above]
    parents[uid] = parent
    beside = [each.uid for each in items if parents[each.uid] == parent and each.uid != uid]
    beside.insert(beside.index(anchor) + 1 if anchor in beside else 0, uid)
    return _numbered(items, parents, {parent: beside})


def numbered_anew(items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Return the agenda numbered 1, 2, 3 and 7.1, 7.2 in the order in which it stands."""
    return _numbered(items, _parents(items), {}, is_anew=True)


def has_gaps(items: Sequence[AgendaItem]) -> bool:
    """Tell whether the numbers are not those that the order asks for."""
    return [item.number for item in items] != [item.number for item in numbered_anew(items)]


def changed_items(
    before: Iterable[AgendaItem], after: Iterable[AgendaItem]
) -> tuple[tuple[AgendaItem, AgendaItem], ...]:
    """Return the items that differ, before and after."""
    then = {item.uid: item for item in before}
    return tuple((then[item.uid], item) for item in after if then[item.uid] != item)


def _parents(items: Sequence[AgendaItem]) -> _Parents:
    """Return under which item each one stands; None for an item of its own."""
    by_number: dict[str, AgendaItemUid] = {}
    for item in items:
        by_number.setdefault(item.number, item.uid)
    found: _Parents = {}
    for item in items:
        upper = item.number.rpartition(".")[0]
        found[item.uid] = by_number.get(upper) if upper else None
    return found


def _line_up(parents: _Parents, uid: AgendaItemUid) -> list[AgendaItemUid]:
    """Return an item and those above it, the topmost last."""
    line = [uid]
    while (upper := parents[line[-1]]) is not None:
        line.append(upper)
    return line


def _numbered(
    items: Sequence[AgendaItem],
    parents: _Parents,
    orders: Mapping[AgendaItemUid | None, Sequence[AgendaItemUid]],
    *,
    is_anew: bool = False,
) -> tuple[AgendaItem, ...]:
    """Return the agenda in an order, numbered by it; ``orders`` are those that are new."""
    by_uid = {item.uid: item for item in items}
    before = _parents(items)
    done: list[AgendaItem] = []

    def go_through(parent: AgendaItemUid | None, prefix: str) -> None:
        usual = [item.uid for item in items if parents[item.uid] == parent]
        order = orders.get(parent, usual)
        ends = [_end(item) for item in items if before[item.uid] == parent]
        # The same items in another order share out the numbers they had, whatever these are.
        if is_anew or len(ends) != len(order):
            ends = [str(number) for number in range(1, len(order) + 1)]
        for uid, end in zip(order, ends, strict=True):
            number = f"{prefix}{end}"
            done.append(replace(by_uid[uid], number=number))
            go_through(uid, f"{number}.")

    go_through(None, "")
    return tuple(done)


def _end(item: AgendaItem) -> str:
    return item.number.rpartition(".")[2] or item.number
