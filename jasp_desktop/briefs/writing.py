"""A brief, a certificate or another document, from its content to a file."""

from dataclasses import dataclass
from pathlib import Path

from jasp_desktop.briefs.blocks import Brief, Section
from jasp_desktop.briefs.fonts import Faces
from jasp_desktop.briefs.layout.composing import strips_of
from jasp_desktop.briefs.layout.flow import paginate
from jasp_desktop.briefs.layout.lines import TypeSetter
from jasp_desktop.briefs.layout.pieces import Page, Strip
from jasp_desktop.briefs.layout.setting import Setting
from jasp_desktop.briefs.painting import Painter
from jasp_desktop.briefs.sections.certificate import certificate_of
from jasp_desktop.briefs.sections.whole import brief_of
from jasp_desktop.briefs.style import A4, STANDARD, Paper
from jasp_desktop.briefs.text import PlainText
from jasp_desktop.domain.brief_content import BriefContent
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.records import ImportBatch, Panel
from jasp_desktop.whole_files import written_whole

# Laying out a section takes about as long as printing its pages, of which there are this many.
_STEPS_A_SECTION = 3


@dataclass(frozen=True, slots=True)
class BriefResult:
    """What was written: its pages, and the characters printed as their code point."""

    pages: int
    substituted: tuple[str, ...] = ()


def write_brief(content: BriefContent, output: Path, *, progress: Progress) -> BriefResult:
    """Write a meeting's brief as a PDF, as ``write_document`` does."""
    return write_document(brief_of(content), output, progress=progress)


def printed_brief(content: BriefContent, *, progress: Progress) -> tuple[bytes, BriefResult]:
    """Return a meeting's brief as the bytes of a PDF, as ``printed_document`` does."""
    return printed_document(brief_of(content), progress=progress)


def write_certificate(
    panel: Panel, batch: ImportBatch, output: Path, *, progress: Progress
) -> BriefResult:
    """Write the certificate of an import as a PDF, as ``write_document`` does."""
    return write_document(certificate_of(panel, batch), output, progress=progress)


def printed_certificate(
    panel: Panel, batch: ImportBatch, *, progress: Progress
) -> tuple[bytes, BriefResult]:
    """Return the certificate of an import as the bytes of a PDF, as ``printed_document`` does."""
    return printed_document(certificate_of(panel, batch), progress=progress)


def write_document(document: Brief, output: Path, *, progress: Progress) -> BriefResult:
    """Write a document as a PDF.

    The same content gives the same bytes. May run in any thread; two may be written at once.

    Raises:
        Cancelled: The person asked for a stop; nothing was written.
        UserError: The file could not be written; nothing is left behind.
    """
    printed, result = printed_document(document, progress=progress)
    with written_whole(output) as file:
        file.write(printed)
    return result


def printed_document(
    document: Brief, *, progress: Progress, paper: Paper = A4
) -> tuple[bytes, BriefResult]:
    """Return a document as the bytes of a PDF.

    Raises:
        Cancelled: The person asked for a stop.
    """
    faces = Faces()
    text = PlainText(faces.covers)
    setter = TypeSetter(faces, text)
    setting = Setting(setter, STANDARD, paper.measure)
    laid_out = _Layout(setting, paper.depth, progress, len(document.sections))
    pages = [page for section in document.sections for page in laid_out.pages_of(section)]
    painter = Painter(document, paper, STANDARD, setter)
    printed = painter.paint(pages, progress, laid_out.steps, laid_out.steps + len(pages))
    return printed, BriefResult(len(pages), text.substituted)


class _Layout:
    """Lays out sections one after another and tells how far it has come."""

    def __init__(self, setting: Setting, depth: float, progress: Progress, sections: int) -> None:
        self._setting = setting
        self._depth = depth
        self._progress = progress
        self._sections = sections
        self._done = 0
        self.steps = sections * _STEPS_A_SECTION

    def pages_of(self, section: Section) -> list[Page]:
        """Return a section's pages."""
        strips: list[Strip] = []
        self._done += 1
        words = f"Laying out part {self._done} of {self._sections}"
        for block in section.blocks:
            steps = (self._done - 1) * _STEPS_A_SECTION
            self._progress.report(steps, 2 * self.steps, words)
            strips += strips_of(block, self._setting)
        return paginate(section, strips, self._depth, STANDARD.unit)
