"""The register goes out whole or not at all."""

import csv
import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from jasp_desktop.domain.errors import Cancelled, UserError
from jasp_desktop.domain.form_parts import LISTED_TABLES
from jasp_desktop.domain.listings import FindingFilter, FindingQuery
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.record_fields import RECORD_TYPES
from jasp_desktop.services.exports import write_list
from jasp_desktop.services.opening import Desk
from jasp_desktop.shipped import shipped
from tests.stopping import Stopping


def test_empty_register_is_not_exported(empty_desk: Desk, tmp_path: Path):
    with pytest.raises(UserError, match="nothing to export yet"):
        empty_desk.export(tmp_path / "out.json", Silent())
    assert not (tmp_path / "out.json").exists()


def test_stopped_export_leaves_the_earlier_file(demo_desk: Desk, tmp_path: Path):
    folder = tmp_path / "out"
    folder.mkdir()
    output = folder / "register.json"
    output.write_text("earlier", encoding="utf-8")
    with pytest.raises(Cancelled):
        demo_desk.export(output, Stopping(after=50))
    assert output.read_text(encoding="utf-8") == "earlier"
    assert list(folder.iterdir()) == [output]


def test_export_to_a_folder_that_is_not_there_is_refused(demo_desk: Desk, tmp_path: Path):
    with pytest.raises(UserError, match="There is no folder"):
        demo_desk.export(tmp_path / "nowhere" / "register.json", Silent())


def test_export_replaces_an_earlier_file(demo_desk: Desk, tmp_path: Path):
    output = tmp_path / "register.json"
    output.write_text("earlier", encoding="utf-8")
    demo_desk.export(output, Silent())
    assert output.read_bytes().startswith(b'{\n "action": [')


@pytest.fixture(scope="module")
def sample() -> dict[str, list[dict[str, object]]]:
    path = shipped("db") / "demo" / "register.json"
    return json.loads(path.read_text(encoding="utf-8"))


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_list_has_its_place_in_the_reading_order():
    assert sorted(LISTED_TABLES) == sorted(RECORD_TYPES)


def test_a_workbook_holds_the_tracker_and_every_list(demo_desk: Desk, tmp_path: Path, sample):
    output = tmp_path / "Register.XLSX"
    assert demo_desk.export(output, Silent()).sentence == "Wrote “Register.XLSX”."
    book = openpyxl.load_workbook(output)
    assert book.sheetnames == ["Actions", "panel", *LISTED_TABLES]
    for table in LISTED_TABLES:
        head, *lines = book[table].values
        uids = {row[head.index("uid")] for row in lines}
        assert uids == {record["uid"] for record in sample[table]}
    head, *lines = book["finding"].values
    by_uid = {row[0]: dict(zip(head, row, strict=True)) for row in lines}
    for finding in sample["finding"]:
        row = by_uid[finding["uid"]]
        assert row["text"] == finding["text"]
        assert row["report"] == finding["report"]
        assert row["report: label"]
        wanted = finding["deadline"] and datetime.fromisoformat(finding["deadline"])
        assert row["deadline"] == wanted


def test_csv_files_hold_the_open_formats_values(demo_desk: Desk, tmp_path: Path, sample):
    folder = tmp_path / "register"
    demo_desk.export(folder, Silent())
    assert {path.name for path in folder.iterdir()} == {
        f"{table}.csv" for table in ("panel", *RECORD_TYPES)
    }
    for table in ("update", "judgement", "target_change"):
        found = {row["uid"]: row for row in rows_of(folder / f"{table}.csv")}
        for record in sample[table]:
            shown = {name: found[record["uid"]][name] for name in record}
            assert shown == {name: value or "" for name, value in record.items()}
    (meeting,) = [row for row in rows_of(folder / "meeting.csv") if row["held_on"] == "2026-09-08"]
    assert meeting["attendance: label"].startswith("Orla Whitcombe: Present\n")
    assert json.loads(meeting["attendance"])[0]["attended"] == "present"


def test_what_no_cell_can_hold_stays_in_the_open_format(demo_desk: Desk, tmp_path: Path):
    demo_desk.export(tmp_path / "register", Silent())
    assert "content" not in rows_of(tmp_path / "register" / "document.csv")[0]
    assert "certificate" not in rows_of(tmp_path / "register" / "import_batch.csv")[0]


def test_a_folder_of_our_own_files_is_replaced(demo_desk: Desk, tmp_path: Path):
    folder = tmp_path / "register"
    folder.mkdir()
    (folder / "panel.csv").write_text("earlier", encoding="utf-8")
    demo_desk.export(folder, Silent())
    assert rows_of(folder / "panel.csv")[0]["name"].startswith("Trent Vale")
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == ["register"]


def test_a_folder_with_other_files_is_left_alone(demo_desk: Desk, tmp_path: Path):
    folder = tmp_path / "holiday"
    folder.mkdir()
    (folder / "photo.jpg").write_bytes(b"photo")
    with pytest.raises(UserError, match="holds other files"):
        demo_desk.export(folder, Silent())
    assert [path.name for path in folder.iterdir()] == ["photo.jpg"]


@pytest.mark.parametrize("name", ["out.xlsx", "out"])
def test_a_stop_at_any_point_leaves_nothing(demo_desk: Desk, tmp_path: Path, name: str):
    place = tmp_path / "place"
    place.mkdir()
    for after in (0, 3, 12, 20):
        with pytest.raises(Cancelled):
            demo_desk.export(place / name, Stopping(after=after))
        assert list(place.iterdir()) == []


def test_a_name_that_says_nothing_is_refused(demo_desk: Desk, tmp_path: Path):
    with pytest.raises(UserError, match=r"“register.pdf” has an ending that is not known"):
        demo_desk.export(tmp_path / "register.pdf", Silent())
    with pytest.raises(UserError, match="ends otherwise"):
        demo_desk.exports.tracker(tmp_path / "tracker.json", Silent())


def test_the_tracker_has_a_row_for_every_action_with_the_latest_of_it(
    demo_desk: Desk, tmp_path: Path, sample
):
    output = tmp_path / "tracker.csv"
    demo_desk.exports.tracker(output, Silent())
    rows = rows_of(output)
    assert len(rows) == len(sample["action"])
    assert len({row["Ref"] for row in rows}) == len(rows)
    by_ref = {row["Ref"]: row for row in rows}
    for action in sample["action"]:
        row = by_ref[action["tracker_reference"] or action["reference"]]
        assert row["Current target"] == (action["target"] or "")
        updates = [u for u in sample["update"] if u["action"] == action["uid"] and u["as_at"]]
        last = max(updates, key=lambda u: (u["as_at"], u["uid"]), default=None)
        assert row["Updated on"] == (last["as_at"] if last else "")
        assert row["Latest update"] == (last["text"] if last else "")
    closed = [row for row in rows if row["Closed on"]]
    assert {row["Status"] for row in closed} <= {
        "Closed by force",
        "No further action",
        "Not applicable",
    }
    assert closed


def test_some_records_of_a_list_go_out_in_their_order(demo_desk: Desk, tmp_path: Path, sample):
    register = demo_desk.register
    ids = register.finding_ids(FindingQuery(filter=FindingFilter.OVERDUE))
    table = demo_desk.exports.record_list("finding", ids, Silent())
    output = tmp_path / "findings.csv"
    write_list(table, output, None, Silent())
    uids = [line.uid for line in register.finding_lines(ids)]
    assert [row["uid"] for row in rows_of(output)] == uids
    texts = {finding["uid"]: finding["text"] for finding in sample["finding"]}
    assert [row["text"] for row in rows_of(output)] == [texts[uid] for uid in uids]


LIMITED = """
import resource, signal, sys
from pathlib import Path
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.progress import Silent
from jasp_desktop.services.home_folder import HomeFolder
from jasp_desktop.services.opening import DEMO_NOW, open_desk

desk = open_desk(HomeFolder(Path(sys.argv[1])), lambda: DEMO_NOW, Silent())
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
try:
    desk.export(Path(sys.argv[2]), Silent())
except UserError as error:
    print(error)
desk.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no limit to a file's size")
# The first is less than a list takes by itself, the second less than the workbook.
@pytest.mark.parametrize(
    ("name", "most"), [("register.xlsx", 34_000), ("register.xlsx", 100_000), ("lists", 34_000)]
)
def test_a_full_disk_is_told_and_nothing_is_left(
    demo_desk: Desk, tmp_path: Path, name: str, most: int
):
    demo_desk.close()
    place = tmp_path / "place"
    place.mkdir()
    arguments = [str(demo_desk.home.path), str(place / name), str(most)]
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", LIMITED, *arguments],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        cwd=Path(__file__).parents[2],
    )
    assert ran.stdout.startswith(f"There is no room left to save “{name}” in")
    assert ran.stderr == ""
    assert list(place.iterdir()) == []
