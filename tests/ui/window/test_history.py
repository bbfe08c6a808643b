"""The way back through the places that were visited."""

from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.ui.navigation import History, rail_row
from jasp_desktop.ui.places import PageKey, Place

PLACES = st.builds(Place, st.sampled_from(PageKey), st.sampled_from([None, "a", "b"]))


@given(st.lists(PLACES, min_size=1, max_size=12))
def test_going_back_all_the_way_visits_every_place_once_more(places: list[Place]):
    history = History()
    for place in places:
        history.arrive(place)
    seen = [history.here]
    while history.previous is not None:
        history.step(-1)
        seen.append(history.here)
    without_repeats = [
        place for number, place in enumerate(places) if not number or place != places[number - 1]
    ]
    assert seen == list(reversed(without_repeats))


@given(st.lists(PLACES, min_size=2, max_size=8), st.integers(0, 900))
def test_back_comes_to_the_scroll_that_was_left(places: list[Place], position: int):
    history = History()
    for place in places:
        history.leave(position)
        history.arrive(place)
    visit = history.previous
    assert visit is None or visit.position == position


def test_a_new_place_forgets_what_lay_ahead():
    history = History()
    for page in (PageKey.HOME, PageKey.REPORTS, PageKey.FINDINGS):
        history.arrive(Place(page))
    history.step(-1)
    history.arrive(Place(PageKey.MEETINGS))
    assert history.following is None
    assert history.previous is not None
    assert history.previous.place == Place(PageKey.REPORTS)


def test_a_record_stands_under_its_list_in_the_rail():
    assert rail_row(PageKey.FINDING) is PageKey.FINDINGS
    assert rail_row(PageKey.BRIEF) is PageKey.MEETINGS
    assert rail_row(PageKey.HOME) is PageKey.HOME
