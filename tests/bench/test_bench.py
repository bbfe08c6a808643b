"""The benches measure fairly and say what they found."""

from python_calamine import CalamineWorkbook

from bench import changes
from bench.__main__ import table
from bench.contests import Contest, Measured, measure
from bench.memory import Peak
from bench.sheets import HEADINGS, write_tracker


def test_both_sides_run_as_often_and_take_turns():
    ran = []

    def side(name):
        def prepare():
            ran.append(f"set up {name}")
            return lambda: ran.append(name)

        return prepare

    contest = Contest(
        name="a race", ours=side("ours"), floor=side("floor"), floor_words="nothing", most=1e9
    )
    measured = measure(contest, rounds=4)
    timed = [each for each in ran if not each.startswith("set up")]
    assert timed == ["floor", "ours"] + ["floor", "ours", "ours", "floor"] * 2
    assert measured.is_reached


def test_the_table_says_what_was_reached_and_what_was_missed():
    lines = table(
        [
            Measured(name="quick", ours=0.3, floor=0.1, floor_words="a floor", most=4),
            Measured(name="slow", ours=0.5, floor=0.1, floor_words="a floor", most=4),
        ],
        [Peak("flat", 100.0, 110.0, 40), Peak("grows", 100.0, 900.0, None)],
    )
    assert [line.split()[0] for line in lines] == ["what", "quick", "slow", "flat", "grows"]
    assert "3.00 ×" in lines[1]
    assert lines[1].endswith("reached")
    assert lines[2].endswith("missed")
    assert "+10 MB" in lines[3]
    assert lines[3].endswith("reached")
    assert lines[4].endswith("for the record")


def test_a_tracker_of_any_length_is_always_the_same_with_real_dates(tmp_path):
    rows = []
    for name, export in (("a", 0), ("b", 0), ("c", 1)):
        path = tmp_path / f"{name}.xlsx"
        write_tracker(path, 120, export=export)
        rows.append(CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python())
    first, again, later = rows
    assert first == again
    assert first[0] == list(HEADINGS)
    assert len({row[0] for row in first[1:]}) == 120
    target = HEADINGS.index("Current target date")
    assert first[1][target].year == 2024
    moved = [a[target] != b[target] for a, b in zip(first[1:], later[1:], strict=True)]
    assert sum(moved) == 12


def test_two_registers_of_any_size_are_compared_and_something_changed(tmp_path):
    for contest in changes.contests(tmp_path, findings=60):
        assert measure(contest, rounds=1).ours > 0
