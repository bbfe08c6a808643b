"""Every import has a certificate that can be printed."""

from pathlib import Path

import pypdf
import pytest

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.progress import Silent
from jasp_desktop.services.opening import Desk


def test_every_import_of_the_samples_prints(demo_desk: Desk, tmp_path: Path):
    batches = demo_desk.certificates.batches()
    assert [batch.at for batch in batches] == sorted((b.at for b in batches), reverse=True)
    for batch in batches:
        output = tmp_path / f"{batch.uid}.pdf"
        demo_desk.certificates.write(batch.uid, output, Silent())
        text = " ".join(page.extract_text() for page in pypdf.PdfReader(output).pages)
        assert batch.file in " ".join(text.split())
        assert output.read_bytes() == demo_desk.certificates.printed(batch.uid, Silent())


def test_an_unknown_import_is_told(demo_desk: Desk, tmp_path: Path):
    with pytest.raises(UserError, match="no import “nowhere”"):
        demo_desk.certificates.write("nowhere", tmp_path / "c.pdf", Silent())
    assert not (tmp_path / "c.pdf").exists()
