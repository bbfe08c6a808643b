"""Whatever a sheet holds and however it is read: every row is accounted for, once."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.records import Action, StatusEvent
from jasp_desktop.domain.trackers import (
    ColumnUse,
    DateOrder,
    Fate,
    TrackerField,
    TrackerMapping,
)
from jasp_desktop.domain.vocabulary import ForceStatus, HmicfrsPosition
from jasp_desktop.exchange.trackers.cell_words import is_blank
from jasp_desktop.exchange.trackers.sheets import CellValue, SheetRow
from jasp_desktop.services.home_folder import HomeFolder
from jasp_desktop.services.opening import DEMO_NOW, Desk, open_desk
from jasp_desktop.store import register
from jasp_desktop.store.database import Database
from tests.exchange.trackers.sample_sheets import LINES, Line, four_action
from tests.services.tracker_files import (
    brought_in,
    file_of_rows,
    missing_now,
    planned,
    tracker_file,
)
from tests.whole_dumps import register_dump

AS_AT = date(2026, 7, 1)
LATER = date(2026, 10, 1)
WORDS = st.sampled_from(
    ["4A-1", "4a 1", "4A-2", "7", "7.1", "Train sergeants.", "Train all sergeants.", "PEEL 2025",
     "Custody", "Closed", "In progress", "31/02/2026", "03/04/2026", "9th July 2026", "Q3 2026",
     "TBC", "Total", "#REF!", "=1+1", "", "  ", "Gŵyr\nline", "2205-01-01", "AFI"]
)  # fmt: skip
CELLS = st.one_of(
    st.none(),
    WORDS,
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.integers(-5, 60_000),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.booleans(),
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
)


@st.composite
def sheets(draw: Callable) -> list[SheetRow]:
    """Return the rows of a sheet, as wide as each other; blank ones are not there."""
    width = draw(st.integers(1, 7))
    rows = draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=9))
    rows.append(["4A-9", *[None] * (width - 1)])
    return [SheetRow(number, tuple(cells)) for number, cells in enumerate(rows, 1)]


@st.composite
def mappings(draw: Callable) -> TrackerMapping:
    """Return any mapping of such a sheet, sensible or not."""
    fields = draw(st.lists(st.none() | st.sampled_from(TrackerField), min_size=1, max_size=7))
    uses = [
        ColumnUse(
            column=column,
            heading=draw(st.sampled_from(["Ref", "Action", "Target", ""])),
            field=field,
            as_at=draw(st.none() | st.just(AS_AT)),
            order=draw(st.none() | st.sampled_from(DateOrder)),
        )
        for column, field in enumerate(fields)
    ]
    return TrackerMapping(
        name="any",
        tracker="any",
        sheet="Sheet1",
        header_row=draw(st.integers(0, 3)),
        columns=tuple(uses),
        statuses={"closed": ForceStatus.CLOSED_BY_FORCE, "in progress": ForceStatus.IN_PROGRESS},
        positions={"closed": HmicfrsPosition.CLOSED_BY_HMICFRS},
    )


def _desk(folder: Path) -> Desk:
    return open_desk(HomeFolder(folder), lambda: DEMO_NOW, Silent())


def _dump(desk: Desk) -> str:
    with closing(Database(desk.home.register)) as database:
        return register_dump(database)


@given(rows=sheets(), mapping=mappings(), more=sheets())
def test_any_mapping_of_any_sheet_imports_each_row_or_says_why_not(
    rows: list[SheetRow],
    mapping: TrackerMapping,
    more: list[SheetRow],
    tmp_path_factory: pytest.TempPathFactory,
):
    with closing(_desk(tmp_path_factory.mktemp("home"))) as desk:
        for sheet, as_at in ((rows, AS_AT), (more, LATER)):
            file = file_of_rows(sheet)
            plan = planned(desk, file, as_at, mapping=mapping)
            said = [row for row in sheet if row.number > mapping.header_row and _says(row)]
            assert [each.row for each in plan.outcomes] == [row.number for row in said]
            assert plan.rows.read == len(said)
            assert plan.rows.reconciles
            for outcome in plan.outcomes:
                assert all(problem.row == outcome.row for problem in outcome.problems)
                if outcome.fate in {Fate.REJECTED, Fate.WAITING}:
                    assert outcome.problems
            before = _dump(desk)
            act = desk.imports.accept(plan, Silent())
            after = _dump(desk)
            assert planned(desk, file, as_at, mapping=mapping).act.changes == ()
            desk.register.carry_out(act.inverse)
            assert _dump(desk) == before
            desk.register.carry_out(act)
            assert _dump(desk) == after


def _says(row: SheetRow) -> bool:
    return not all(map(is_blank, row.cells))


STATUSES = st.sampled_from(["In progress", "Delayed", "Closed", "Pending sign off"])
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


def _reference(line: Line) -> str:
    return line.reference


@st.composite
def two_exports(draw: Callable) -> tuple[Sequence[Line], Sequence[Line]]:
    """Return the lines of two exports of one tracker, of which some rows went and some came."""

    def some() -> list[Line]:
        chosen = draw(st.lists(st.sampled_from(LINES), min_size=1, unique_by=_reference))
        return [
            replace(
                line,
                status=draw(STATUSES),
                target=draw(DAYS),
                closed=None,
                updated=None,
                owner=draw(st.sampled_from(["Insp A", "Insp B"])),
                updates={"March 2026": draw(st.sampled_from(["Begun.", "Half done."]))},
            )
            for line in chosen
        ]

    return some(), some()


@settings(max_examples=20)
@given(exports=two_exports())
def test_the_newest_export_holds_whatever_else_is_imported_again(
    exports: tuple[Sequence[Line], Sequence[Line]], tmp_path_factory: pytest.TempPathFactory
):
    first, second = exports
    with closing(_desk(tmp_path_factory.mktemp("home"))) as desk:
        brought_in(desk, tracker_file(four_action(first)), AS_AT)
        brought_in(desk, tracker_file(four_action(second)), LATER)
        _check_holds(desk, second)
        again = planned(desk, tracker_file(four_action(first)), AS_AT)
        assert again.act.changes == ()
        older = brought_in(desk, tracker_file(four_action(first)), AS_AT - timedelta(days=90))
        assert older.missing == ()
        _check_holds(desk, second)
        gone = {line.reference for line in first} - {line.reference for line in second}
        missing = missing_now(desk)
        assert {each.tracker_reference for each in _actions(desk) if each.uid in missing} == gone


def _check_holds(desk: Desk, lines: Sequence[Line]) -> None:
    statuses = _statuses(desk)
    by_reference = {each.tracker_reference: each for each in _actions(desk)}
    for line in lines:
        action = by_reference[line.reference]
        assert (action.owner, action.target) == (line.owner, line.target)
        meant = {"Closed": "closed_by_force", "Pending sign off": "pending_sign_off"}
        words = line.status or ""
        assert statuses[action.uid] == meant.get(words, words.lower().replace(" ", "_"))


def _actions(desk: Desk) -> list[Action]:
    with closing(Database(desk.home.register)) as database, database.reading() as session:
        return list(register.read_records(session, Action))


def _statuses(desk: Desk) -> dict[str, str]:
    """Return the latest word of the force on each action."""
    with closing(Database(desk.home.register)) as database, database.reading() as session:
        events = list(register.read_records(session, StatusEvent))
    of_force = [each for each in events if each.track == "force"]
    of_force.sort(key=lambda each: (each.date, each.uid))
    return {each.subject.uid: each.status for each in of_force}


def test_cells_of_any_kind_are_given_back_as_they_were():
    cells: tuple[CellValue, ...] = ("a\nb", 3, 2.5, True, date(2026, 4, 1), None)
    (row,) = file_of_rows([SheetRow(1, (*cells, "end"))]).rows("Sheet1")
    assert row.cells == (*cells, "end")
