"""Strips put on pages."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.briefs.blocks import Section
from jasp_desktop.briefs.layout.flow import Flow, paginate
from jasp_desktop.briefs.layout.pieces import Bond, RunningHead, Strip

SECTION = Section("key", "Title", "Running", ())
DEPTH = 100.0

strips_lists = st.lists(
    st.builds(
        Strip,
        height=st.floats(min_value=1, max_value=60),
        pieces=st.just(()),
        before=st.floats(min_value=0, max_value=20),
        after=st.floats(min_value=0, max_value=20),
        bond=st.sampled_from(Bond),
        is_heading=st.booleans(),
    ),
    max_size=40,
)


def placed(pages) -> list[Strip]:
    return [strip for page in pages for _, strip in page.placed]


@given(strips_lists)
def test_every_strip_is_placed_once_in_order_and_no_page_runs_over(strips):
    pages = paginate(SECTION, strips, DEPTH, 5)
    assert [id(strip) for strip in placed(pages)] == [id(strip) for strip in strips]
    for page in pages:
        edges = [(top, top + strip.height) for top, strip in page.placed]
        assert all(bottom <= DEPTH + 0.1 for _, bottom in edges)
        assert all(top >= bottom - 0.001 for (_, bottom), (top, _) in pairwise(edges))


@given(strips_lists)
def test_bound_strips_stand_together_unless_no_page_can_hold_them(strips):
    flow = Flow(SECTION, DEPTH)
    flow.fill(strips)
    for page, following in zip(flow.pages, flow.pages[1:], strict=False):
        last = page.placed[-1][1]
        if last.bond is Bond.NONE:
            continue
        at = next(place for place, strip in enumerate(strips) if strip is last)
        start = at
        while start and strips[start - 1].bond is not Bond.NONE:
            start -= 1
        end = at
        while end < len(strips) - 1 and strips[end].bond is not Bond.NONE:
            end += 1
        bundle = strips[start : end + 1]
        needed = sum(strip.height for strip in bundle) + sum(
            max(one.after, two.before) for one, two in pairwise(bundle)
        )
        assert needed > DEPTH - 0.001
        assert following.placed


def row(table, height=30.0) -> Strip:
    return Strip(height, (), table=table)


def test_a_table_that_runs_on_is_ruled_off_and_gets_its_head_again():
    head = Strip(20, (), bond=Bond.BOUND)
    again = Strip(25, (), bond=Bond.BOUND)
    table = RunningHead((again,), 465)
    pages = paginate(SECTION, [head, *(row(table) for _ in range(5))], DEPTH, 5)
    assert [len(page.placed) for page in pages] == [3, 3, 2]
    assert [page.placed[0][1] is again for page in pages] == [False, True, True]
    assert [rule.weight for rule in pages[0].extra] == [0.8]
    assert pages[0].extra[0].y == 80
    assert pages[-1].extra == []


def test_text_after_a_table_does_not_get_its_head():
    table = RunningHead((Strip(25, ()),), 465)
    pages = paginate(SECTION, [row(table), row(table), Strip(60, ())], DEPTH, 5)
    assert [len(page.placed) for page in pages] == [2, 1]
    assert pages[0].extra == []


def test_a_drawing_deeper_than_a_page_begins_on_one_of_its_own():
    pages = paginate(SECTION, [Strip(10, ()), Strip(150, ()), Strip(10, ())], DEPTH, 5)
    assert [len(page.placed) for page in pages] == [1, 1, 1]


def test_headings_close_up_to_save_a_nearly_empty_page():
    heading = Strip(10, (), before=10, is_heading=True, bond=Bond.BOUND)
    strips = [Strip(46, ()), heading, Strip(14, (), after=0), heading, Strip(10, (), after=0)]
    assert sum(strip.height for strip in strips) + 20 > DEPTH
    pages = paginate(SECTION, strips, DEPTH, 5)
    assert len(pages) == 1


def test_a_spring_takes_up_what_the_page_leaves_over():
    strips = [Strip(10, (), is_spring=True), Strip(30, (), after=4)]
    (page,) = paginate(SECTION, strips, DEPTH, 5)
    top, last = page.placed[-1]
    assert top + last.height == DEPTH - 4
