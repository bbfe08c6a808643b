"""A register comes in whole, once, and can be taken back."""

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.errors import Cancelled, UserError
from jasp_desktop.domain.imports import RowCounts
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.records import (
    Finding,
    ImportBatch,
    Panel,
    Record,
    Report,
    ResponseItem,
)
from jasp_desktop.domain.vocabulary import BatchKind, FindingKind, ResponsePosition
from jasp_desktop.exchange.open_format import register_to_json
from jasp_desktop.exchange.proposals import Proposal
from jasp_desktop.services.imports import ImportService, enriched
from jasp_desktop.services.opening import DEMO_NOW, Desk
from jasp_desktop.services.panel_dates import UNNAMED_FORCE, UNNAMED_PANEL
from jasp_desktop.services.trackers import TrackerService
from jasp_desktop.shipped import shipped
from jasp_desktop.store import register
from jasp_desktop.store.backups import latest_backup
from jasp_desktop.store.connections import StoreError
from jasp_desktop.store.database import REGISTER, Database
from jasp_desktop.store.migrations import open_database
from tests.sample_records import GeneratedRegister, registers, uid_of
from tests.stopping import Stopping
from tests.whole_dumps import register_dump

DEMO = shipped("db") / "demo" / "register.json"
EXAMPLE = Path(__file__).parents[1] / "exchange" / "open_format" / "example_register.json"

type Document = dict[str, Any]


def _dump(desk: Desk) -> str:
    with closing(Database(desk.home.register)) as database:
        return register_dump(database)


LETTER = Path(__file__).parents[1] / "exchange/letters/corpus/pcc-response-csa-family-2020-02.txt"


def _import(desk: Desk, path: Path) -> RowCounts:
    plan = desk.imports.propose(path, Silent())
    desk.imports.accept(plan, Silent())
    return plan.proposal.rows


def _edited(folder: Path, *changes: Callable[[Document], None]) -> Path:
    document = json.loads(DEMO.read_text(encoding="utf-8"))
    for change in changes:
        change(document)
    path = folder / "edited.json"
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.mark.parametrize("path", [DEMO, EXAMPLE], ids=["demo", "example"])
def test_import_then_export_is_the_same_file(empty_desk: Desk, tmp_path: Path, path: Path):
    rows = _import(empty_desk, path)
    assert rows.added == rows.read > 0
    assert (rows.changed, rows.unchanged, rows.missing, rows.rejected) == (0, 0, 0, 0)
    empty_desk.export(tmp_path / "out.json", Silent())
    assert (tmp_path / "out.json").read_bytes() == path.read_bytes()


@settings(max_examples=20)
@given(registers())
def test_any_register_goes_in_and_out_unchanged_and_is_taken_back(
    empty_desk: Desk, tmp_path: Path, found: GeneratedRegister
):
    path, out = tmp_path / "in.json", tmp_path / "out.json"
    path.write_bytes("".join(register_to_json(found.panel, found.tables)).encode("utf-8"))
    act = empty_desk.imports.accept(empty_desk.imports.propose(path, Silent()), Silent())
    empty_desk.export(out, Silent())
    assert out.read_bytes() == path.read_bytes()
    again = empty_desk.imports.propose(path, Silent())
    assert again.act.changes == ()
    assert again.act.panel is None
    empty_desk.register.carry_out(act.inverse)
    assert empty_desk.register.is_empty()


def test_importing_again_changes_nothing_and_makes_no_backup(demo_desk: Desk):
    before = _dump(demo_desk)
    rows = _import(demo_desk, DEMO)
    assert rows == RowCounts(read=rows.read, unchanged=rows.read)
    assert _dump(demo_desk) == before
    assert not demo_desk.home.backups.exists()


def test_proposing_changes_nothing(empty_desk: Desk):
    plan = empty_desk.imports.propose(DEMO, Silent())
    assert plan.proposal.kind is BatchKind.REGISTER
    assert plan.proposal.file == "register.json"
    assert len(plan.proposal.sha256) == 64
    assert empty_desk.register.is_empty()


def test_rows_are_counted_against_the_register(demo_desk: Desk, tmp_path: Path):
    def change(document: Document) -> None:
        document["phase"][0]["source"] = "Another letter (invented)"
        document["work_plan_entry"].pop()
        document["work_plan_entry"].append({"uid": uid_of("work_plan_entry", 1), "title": "New"})

    path = _edited(tmp_path, change)
    read = sum(
        len(rows) for rows in json.loads(path.read_text("utf-8")).values() if isinstance(rows, list)
    )
    rows = _import(demo_desk, path)
    assert rows == RowCounts(read=read, added=1, changed=1, unchanged=read - 2, missing=1)


def test_what_is_absent_from_a_file_stays(demo_desk: Desk, tmp_path: Path):
    before = _dump(demo_desk)

    def empty(document: Document) -> None:
        for rows in document.values():
            if isinstance(rows, list):
                rows.clear()

    rows = _import(demo_desk, _edited(tmp_path, empty))
    assert rows.read == rows.added == rows.changed == 0
    assert rows.missing > 600
    assert _dump(demo_desk) == before


def test_import_into_a_filled_register_is_taken_back(demo_desk: Desk):
    before = _dump(demo_desk)
    act = demo_desk.imports.accept(demo_desk.imports.propose(EXAMPLE, Silent()), Silent())
    assert _dump(demo_desk) != before
    demo_desk.register.carry_out(act.inverse)
    assert _dump(demo_desk) == before


def test_filled_register_is_backed_up_first(demo_desk: Desk):
    before = _dump(demo_desk)
    demo_desk.imports.accept(demo_desk.imports.propose(EXAMPLE, Silent()), Silent())
    assert latest_backup(demo_desk.home.register, demo_desk.home.backups) == DEMO_NOW
    (copy,) = demo_desk.home.backups.iterdir()
    with closing(open_database(copy, REGISTER, copy.parent, Silent())) as restored:
        assert register_dump(restored) == before


@pytest.mark.parametrize(
    ("start", "after"),
    [("empty_desk", n) for n in (0, 1, 18, 19, 20, 25)]
    + [("demo_desk", n) for n in (0, 18, 19, 20)],
)
def test_import_stopped_anywhere_leaves_the_register_as_it_was(
    request: pytest.FixtureRequest, start: str, after: int
):
    desk: Desk = request.getfixturevalue(start)
    before = _dump(desk)
    stopping = Stopping(after)
    with pytest.raises(Cancelled):
        desk.imports.accept(desk.imports.propose(EXAMPLE, stopping), stopping)
    assert _dump(desk) == before


def _nowhere(document: Document) -> None:
    document["finding"][0]["report"] = "00000000-0000-4000-8000-000000000000"


def _twice(document: Document) -> None:
    document["phase"].append(document["phase"][0])


def _about_a_phase(document: Document) -> None:
    document["status_event"][0]["subject"] = {
        "table": "phase",
        "uid": document["phase"][0]["uid"],
    }


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (_nowhere, "refers to a report that is not there"),
        (_twice, "Two records of the list “phase” have one uid"),
        (_about_a_phase, "A status event cannot be about a phase"),
    ],
)
@pytest.mark.parametrize("start", ["empty_desk", "demo_desk"])
def test_register_that_does_not_hold_together_changes_nothing(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    start: str,
    fault: Callable[[Document], None],
    words: str,
):
    desk: Desk = request.getfixturevalue(start)
    before = _dump(desk)
    with pytest.raises(UserError, match=words):
        _import(desk, _edited(tmp_path, fault))
    assert _dump(desk) == before


@pytest.mark.parametrize(
    "content",
    [b"", b"{", bytes(range(256)), b'{"format": "jasp-register"}'],
    ids=["empty", "cut short", "binary", "without a version"],
)
def test_bad_file_costs_one_sentence(demo_desk: Desk, tmp_path: Path, content: bytes):
    before = _dump(demo_desk)
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        demo_desk.imports.propose(path, Silent())
    assert str(caught.value).endswith(".")
    assert _dump(demo_desk) == before


def test_plan_gone_stale_is_refused(demo_desk: Desk, tmp_path: Path):
    path = _edited(tmp_path, lambda document: document["phase"][0].update(source="Changed"))
    plan = demo_desk.imports.propose(path, Silent())
    demo_desk.imports.accept(plan, Silent())
    before = _dump(demo_desk)
    with pytest.raises(StoreError, match="has been changed meanwhile"):
        demo_desk.imports.accept(plan, Silent())
    assert _dump(demo_desk) == before


_REPORT = Report(uid=uid_of("report", 1), title="Custody (invented)")
_PROPOSAL = Proposal(
    file="letter.txt", sha256="0" * 64, kind=BatchKind.RESPONSE_LETTER, records=(_REPORT,)
)


def test_accepted_records_come_with_the_batch_that_brought_them(empty_desk: Desk):
    plan = empty_desk.imports.plan(_PROPOSAL, [_REPORT])
    act = empty_desk.imports.accept(plan, Silent())
    batch = act.changes[-1].after
    assert isinstance(batch, ImportBatch)
    assert batch.file == "letter.txt"
    assert batch.at == DEMO_NOW
    assert batch.counts == {
        "read": 1,
        "added": 1,
        "changed": 0,
        "unchanged": 0,
        "missing": 0,
        "rejected": 0,
    }
    assert empty_desk.register.report(_REPORT.uid) == _REPORT
    empty_desk.register.carry_out(act.inverse)
    assert empty_desk.register.is_empty()


def test_what_was_refused_in_the_review_is_counted_in_the_batch(empty_desk: Desk):
    other = replace(_REPORT, uid=uid_of("report", 2), title="Refused (invented)")
    proposal = replace(_PROPOSAL, records=(_REPORT, other))
    plan = empty_desk.imports.plan(proposal, [replace(_REPORT, title="Put right (invented)")])
    act = empty_desk.imports.accept(plan, Silent())
    batch = act.changes[-1].after
    assert isinstance(batch, ImportBatch)
    assert batch.counts is not None
    assert (batch.counts["read"], batch.counts["added"], batch.counts["rejected"]) == (2, 1, 1)
    assert plan.proposal.rows.reconciles


def test_first_letter_makes_a_panel_that_waits_for_its_name(empty_desk: Desk):
    empty_desk.imports.accept(empty_desk.imports.plan(_PROPOSAL, [_REPORT]), Silent())
    panel = empty_desk.register.panel()
    assert panel == Panel(name=UNNAMED_PANEL, force=UNNAMED_FORCE, as_at=DEMO_NOW.date())


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (date(2026, 11, 20), date(2026, 11, 20)),
        (date(2026, 11, 1), date(2026, 11, 13)),
        (None, date(2026, 11, 13)),
    ],
)
def test_date_of_the_data_never_goes_back(demo_desk: Desk, given: date | None, expected: date):
    demo_desk.imports.accept(demo_desk.imports.plan(_PROPOSAL, [_REPORT], given), Silent())
    panel = demo_desk.register.panel()
    assert panel is not None
    assert panel.as_at == expected


def test_accepting_nothing_does_nothing(empty_desk: Desk):
    plan = empty_desk.imports.plan(_PROPOSAL, [])
    assert plan.act.changes == ()
    empty_desk.imports.accept(plan, Silent())
    assert empty_desk.register.is_empty()


def test_importing_a_letter_again_changes_nothing(empty_desk: Desk):
    empty_desk.imports.accept(empty_desk.imports.plan(_PROPOSAL, [_REPORT]), Silent())
    again = empty_desk.imports.plan(_PROPOSAL, [_REPORT])
    assert again.act.changes == ()
    assert again.act.panel is None
    assert again.proposal.rows == RowCounts(read=1, unchanged=1)


def test_edited_record_of_a_letter_is_a_change(empty_desk: Desk):
    empty_desk.imports.accept(empty_desk.imports.plan(_PROPOSAL, [_REPORT]), Silent())
    edited = replace(_REPORT, short_title="Custody")
    empty_desk.imports.accept(empty_desk.imports.plan(_PROPOSAL, [edited]), Silent())
    assert empty_desk.register.report(_REPORT.uid) == edited


def test_time_of_an_import_is_kept_in_utc(empty_desk: Desk, tmp_path: Path):
    zone = DEMO_NOW.astimezone(UTC).tzinfo
    assert zone is UTC
    local = datetime.fromisoformat("2026-06-01T10:00:00+01:00")
    with closing(Database(empty_desk.home.register)) as database:
        trackers = TrackerService(database, lambda: local)
        service = ImportService(database, tmp_path, lambda: local, trackers)
        batch = service.plan(_PROPOSAL, [_REPORT]).act.changes[-1].after
    assert isinstance(batch, ImportBatch)
    assert batch.at.utcoffset() == timedelta()
    assert batch.at == local


def test_letter_is_read_and_proposed(empty_desk: Desk, tmp_path: Path):
    path = tmp_path / "letter.txt"
    path.write_text("Nothing to import stands here.", encoding="utf-8")
    plan = empty_desk.imports.propose(path, Silent())
    assert plan.act.changes == ()
    with Database(empty_desk.home.register).reading() as session:
        assert register.is_empty(session)


def test_letter_read_again_keeps_what_a_person_added(empty_desk: Desk):
    plan = empty_desk.imports.propose(LETTER, Silent())
    empty_desk.imports.accept(plan, Silent())
    item = next(each for each in plan.proposal.records if isinstance(each, ResponseItem))
    finding = next(each for each in plan.proposal.records if isinstance(each, Finding))
    linked = replace(item, findings=(finding.uid,), position=ResponsePosition.NOTED)
    empty_desk.register.carry_out(Act("Link", (Change[Record](item, linked),)))
    again = empty_desk.imports.propose(LETTER, Silent())
    assert again.act.changes == ()
    assert again.proposal.rows.unchanged == len(plan.proposal.records)


def test_letter_counts_nothing_as_missing(demo_desk: Desk):
    assert demo_desk.imports.propose(LETTER, Silent()).proposal.rows.missing == 0


def test_words_that_a_letter_changes_are_changed_and_what_it_leaves_open_is_kept():
    before = Finding(uid="f", report="r", kind=FindingKind.OTHER, text="Old", theme="Custody")
    found = Finding(uid="f", report="r", kind=FindingKind.KEY_FINDING, text="New", position=3)
    assert enriched(before, found) == replace(found, theme="Custody")
