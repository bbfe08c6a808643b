"""How far targets slipped, and whose."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.identity import ActionUid, Uid
from jasp_desktop.domain.promises import Promise, PromiseLine
from jasp_desktop.domain.slips import (
    Slip,
    SlipFilter,
    SlipLine,
    SlipOrder,
    SlipQuery,
    signed,
    slip_board,
    slip_of,
)

AS_AT = date(2026, 11, 13)
FIRST, MOVED, LATER = date(2026, 3, 31), date(2026, 9, 30), date(2026, 10, 31)


def promises(*moves: tuple[date, date], is_open: bool = True) -> PromiseLine:
    """Return a line first due on FIRST; a move is its day and the new date."""
    line = [Promise(date(2026, 1, 1), FIRST)]
    for day, due in moves:
        line.append(Promise(day, due, line[-1].due))
    return PromiseLine("041/03.1", tuple(line), None, AS_AT, is_open)


def test_a_slip_counts_days_moves_and_late_moves():
    line = promises((date(2026, 3, 1), MOVED), (date(2026, 10, 2), LATER))
    assert slip_of(7, "Head of Crime", line) == Slip(7, "Head of Crime", 214, 2, 1, True, 13)
    assert slip_of(7, "", promises(is_open=False)) == Slip(7, None, 0, 0, 0, False, 0)


def slip_line(line: PromiseLine) -> SlipLine:
    return SlipLine(
        uid=ActionUid(Uid("a")),
        reference="041/03.1",
        text="Train.",
        owner=None,
        status=None,
        line=line,
        finding=None,
    )


@pytest.mark.parametrize(
    ("moves", "slip", "said"),
    [
        ((), "–", "–"),
        (((date(2026, 3, 1), MOVED),), "183", "1"),
        (((date(2026, 4, 1), MOVED),), "183", "1, 1 late"),
        (((date(2026, 3, 1), date(2026, 3, 1)),), "−30", "1"),
    ],
)
def test_a_line_says_its_slip_and_moves(moves, slip: str, said: str):
    shown = slip_line(promises(*moves))
    assert (shown.slip_words, shown.move_words) == (slip, said)


def test_owners_are_added_up_the_most_slipped_first():
    board = slip_board(
        [
            Slip(1, "Head of Crime", 100, 1, 1, True, 5),
            Slip(2, "Head of Crime", 50, 2, 0, False, 0),
            Slip(3, None, 0, 0, 0, True, 0),
            Slip(4, "ACC", 200, 1, 0, True, 0),
            Slip(5, "Head of Crime", 0, 0, 0, True, 0),
        ]
    )
    first, second, third = board.owners
    assert (first.owner, first.slip_days) == ("ACC", 200)
    assert (second.actions, second.open_actions, second.overdue) == (3, 2, 1)
    assert (second.moved, second.late_moves, second.slip_days) == (2, 1, 150)
    assert (second.median_days, second.median_words, second.slip_words) == (75.0, "75", "150")
    assert (third.name, third.median_words) == ("No owner named", "–")
    assert [each.row_id for each in board.of_owner("")] == [3]
    assert len(board.of_owner(None)) == 5


def slips() -> st.SearchStrategy[list[Slip]]:
    small = st.integers(0, 5)
    one = st.builds(
        Slip,
        row_id=st.just(0),
        owner=st.sampled_from([None, "ACC", "Head of Crime"]),
        slip_days=st.integers(-50, 900),
        moves=small,
        late_moves=small,
        is_open=st.booleans(),
        overdue_days=small,
    )
    return st.lists(one).map(
        lambda found: [slip._replace(row_id=number) for number, slip in enumerate(found)]
    )


@given(slips(), st.sampled_from(SlipFilter), st.sampled_from([None, "", "ACC"]))
def test_every_filter_counts_what_it_ranks(found, which: SlipFilter, owner: str | None):
    board = slip_board(found)
    query = SlipQuery(filter=which, owner=owner)
    assert board.counts(owner)[which] == len(board.ranked(query))


@given(slips(), st.sampled_from(SlipOrder), st.booleans())
def test_ranking_is_by_what_was_asked(found, order: SlipOrder, descending: bool):
    board = slip_board(found)
    ids = list(board.ranked(SlipQuery(order=order, descending=descending)))
    assert sorted(ids) == list(range(len(found)))
    keys = {
        SlipOrder.REFERENCE: lambda slip: slip.row_id,
        SlipOrder.SLIP: lambda slip: (slip.slip_days, slip.moves),
        SlipOrder.MOVES: lambda slip: (slip.moves, slip.late_moves),
        SlipOrder.OVERDUE: lambda slip: (slip.overdue_days, slip.slip_days),
    }[order]
    ranked = [keys(found[row]) for row in ids]
    assert ranked == sorted(ranked, reverse=descending)


@given(slips())
def test_owners_add_up_to_the_whole(found):
    board = slip_board(found)
    assert sum(each.actions for each in board.owners) == len(found)
    assert sum(each.slip_days for each in board.owners) == sum(slip.slip_days for slip in found)


def test_a_minus_is_a_true_one():
    assert signed(-1_200) == "−1,200"
