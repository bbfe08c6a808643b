"""Damaged and crafted letters are read or refused in time, and never harm the program.

``JASP_MUTATIONS`` sets how many damaged copies of each kind are tried (``tests/damage.py``).
"""

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path
from time import monotonic

import docx
import pytest
from reportlab.pdfgen.canvas import Canvas

from jasp_desktop.domain.progress import Silent
from jasp_desktop.exchange.letters.file_words import read_file
from jasp_desktop.exchange.letters.proposing import propose
from jasp_desktop.exchange.proposals import Proposal
from jasp_desktop.exchange.reading_child import UnreadableFile
from tests.damage import LOOKS_FOR_TROUBLE, damaged, packed, parts_of, tries
from tests.exchange.letters import copies
from tests.exchange.letters.corpus_facts import CORPUS, TODAY

MUTATIONS = tries(6)
# Large enough for the limits to bite when somebody looks for trouble, small enough for every day.
LARGE = 6 if LOOKS_FOR_TROUBLE else 1
MOST_SECONDS = 12.0
LETTER = CORPUS / "joint-response.txt"
WORDS_OUTSIDE = "a-secret-of-this-computer"
HUGE = 10 * 1024 * 1024
PDF_HEAD = b"%PDF-1.4\n"
PDF_END = b"trailer<</Root 1 0 R/Size 9>>\nstartxref\n0\n%%EOF\n"


def read_or_refused(path: Path) -> Proposal | None:
    """Propose what the file says; None where it was refused, with a sentence, in time."""
    began = monotonic()
    try:
        proposal, sentence = propose(path, today=TODAY, progress=Silent()), ""
    except UnreadableFile as refused:
        proposal, sentence = None, str(refused)
    assert monotonic() - began < MOST_SECONDS
    assert proposal or (path.name in sentence and sentence.endswith("."))
    return proposal


@cache
def whole(ending: str, folder: Path) -> bytes:
    path = folder / f"whole.{ending}"
    if ending == "txt":
        return LETTER.read_bytes()
    getattr(copies, f"write_{ending}")(read_file(LETTER, Silent()).blocks, path)
    return path.read_bytes()


def with_a_damaged_part(content: bytes, chance: random.Random) -> bytes:
    """Return a package with one of its parts damaged inside, under a sound checksum."""
    parts = parts_of(content)
    name = chance.choice(["word/document.xml", "word/numbering.xml", "word/styles.xml"])
    parts[name] = damaged(parts[name], chance)
    return packed(parts)


@pytest.mark.parametrize("seed", range(MUTATIONS))
@pytest.mark.parametrize("ending", ["txt", "html", "docx", "pdf"])
def test_a_damaged_letter_is_read_or_refused(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, ending: str, seed: int
):
    chance = random.Random(f"{ending} {seed}")
    content = whole(ending, tmp_path_factory.getbasetemp())
    path = tmp_path / f"letter.{ending}"
    hit = with_a_damaged_part if ending == "docx" and seed % 2 else damaged
    path.write_bytes(hit(content, chance))
    read_or_refused(path)


def nested_tables(path: Path) -> None:
    document = docx.Document()
    cell = document.add_table(rows=1, cols=1).rows[0].cells[0]
    for _ in range(150):
        cell = cell.add_table(rows=1, cols=1).rows[0].cells[0]
    cell.text = "The innermost words"
    document.save(str(path))


def a_huge_cell(path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "Recommendation 1"
    table.rows[0].cells[1].text = "word " * (HUGE // 5)
    document.save(str(path))


def parts_elsewhere(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Dear Home Secretary")
    for target in ("http://localhost:9/letter.dotm", "file:///etc/hostname"):
        document.part.relate_to(
            target,
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
            is_external=True,
        )
    document.save(str(path))


def pages_in_a_loop(path: Path) -> None:
    path.write_bytes(
        PDF_HEAD + b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
        b"3 0 obj<</Type/Pages/Count 1/Kids[2 0 R]/Parent 2 0 R>>endobj\n" + PDF_END
    )


def deep_arrays(path: Path) -> None:
    path.write_bytes(
        PDF_HEAD
        + b"1 0 obj<</Type/Catalog/Pages 2 0 R/X"
        + b"[" * 200_000
        + b">>endobj\n"
        + PDF_END
    )


def words_without_end(path: Path) -> None:
    canvas = Canvas(str(path), pageCompression=1)
    for _ in range(3):
        text = canvas.beginText(72, 800)
        for _ in range(1_500 * LARGE):
            text.textLine("many words on one line")
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()


def entities(path: Path) -> None:
    path.with_name("secret.txt").write_text(WORDS_OUTSIDE, encoding="utf-8")
    address = path.with_name("secret.txt").as_uri()
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 12}">' for n in range(1, 12))
    path.write_text(
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY secret SYSTEM "{address}">'
        f'<!ENTITY e0 "laugh">{bomb}]><html><body><p>Words &secret; &e11;</p>'
        f'<iframe src="{address}"></iframe><object data="{address}"></object></body></html>',
        encoding="utf-8",
    )


def spans_and_starts(path: Path) -> None:
    cells = f'<td colspan="{10**9}" rowspan="{10**9}">1</td><td>Chief constables should act.</td>'
    path.write_text(
        f"<table><tr><th>No.</th><th>Recommendation</th></tr><tr>{cells}</tr></table>"
        f'<ol start="{10**12}" reversed><li value="-{10**30}">One</li></ol>',
        encoding="utf-8",
    )


def a_million_tags(path: Path) -> None:
    path.write_text("<p>" + "<b><i>x</b></i>" * (50_000 * LARGE), encoding="utf-8")


def one_endless_line(path: Path) -> None:
    path.write_text("A. " * (HUGE // 3), encoding="utf-8")


def nothing_but_initials(path: Path) -> None:
    line = "Response to HMICFRS report ‘A long wait’. " + "A. B. " * 600
    path.write_text("\n\n".join([line] * 3_000), encoding="utf-8")


CRAFTED: list[tuple[Callable[[Path], None], str]] = [
    (nested_tables, "docx"), (a_huge_cell, "docx"), (parts_elsewhere, "docx"),
    (pages_in_a_loop, "pdf"), (deep_arrays, "pdf"), (words_without_end, "pdf"),
    (entities, "html"), (spans_and_starts, "html"), (a_million_tags, "html"),
    (one_endless_line, "txt"), (nothing_but_initials, "txt"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("craft", "ending"), CRAFTED, ids=[f"{each.__name__}-{ending}" for each, ending in CRAFTED]
)
def test_a_crafted_letter_is_read_or_refused(
    tmp_path: Path, craft: Callable[[Path], None], ending: str
):
    path = tmp_path / f"letter.{ending}"
    craft(path)
    proposal = read_or_refused(path)
    if proposal is not None:
        assert WORDS_OUTSIDE not in "\n".join(proposal.source)
