"""The register goes out whole or not at all."""

from pathlib import Path

import pytest

from jasp_desktop.domain.errors import Cancelled, UserError
from jasp_desktop.domain.progress import Silent
from jasp_desktop.services.opening import Desk
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
