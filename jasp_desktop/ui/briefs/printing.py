"""The system's printers."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.progress import Progress
from jasp_desktop.ui.jobs import JobRunner
from jasp_desktop.ui.workspace import Notices

# A page is an image in memory while it is printed: A4 at 600 dots an inch is 140 MB.
_FINEST_DPI = 600
_POINTS_AN_INCH = 72
_UNPRINTED = "Nothing was printed: the printer did not take it. Choose another printer."


class SystemPrinter:
    """Asks for a printer, then prints in the worker."""

    def __init__(self, jobs: JobRunner, notices: Notices) -> None:
        self._jobs = jobs
        self._notices = notices

    def print_pdf(self, path: Path) -> None:
        """Ask for a printer and print; the file may go as soon as this returns.

        Raises:
            UserError: The file cannot be read.
        """
        content = read_pdf_bytes(path)
        document = opened(content)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(path.stem)
        # The printer's own margins would shrink a page that has margins already.
        printer.setFullPage(True)
        printer.setPageLayout(page_layout(document))
        if not self._is_confirmed(printer, document.pageCount()):
            return
        words = "Printing"
        job = self._jobs.start(words, lambda progress: print_pages(content, printer, progress))
        job.succeeded.connect(self._on_printed)
        job.failed.connect(self._on_failed)

    def _is_confirmed(self, printer: QPrinter, pages: int) -> bool:
        dialog = QPrintDialog(printer, QApplication.activeWindow())
        dialog.setWindowTitle("Print")
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, pages)
        try:
            return bool(dialog.exec())
        finally:
            dialog.deleteLater()

    def _on_printed(self, pages: object) -> None:
        self._notices.tell(f"{pages} pages went to the printer.")

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._notices.fail(str(error))


def read_pdf_bytes(path: Path) -> bytes:
    """Return a file's bytes.

    Raises:
        UserError: It cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError:
        raise UserError(f"“{path.name}” cannot be read. Make it again.") from None


def opened(content: bytes) -> QPdfDocument:
    """Return a PDF opened from memory, so that no file is held.

    Raises:
        UserError: It is no PDF.
    """
    document = QPdfDocument()
    buffer = QBuffer(document)
    buffer.setData(content)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    if document.status() is not QPdfDocument.Status.Ready:
        raise UserError("The pages cannot be shown. Make them again.")
    return document


def print_pages(content: bytes, printer: QPrinter, progress: Progress) -> int:
    """Print the pages the person chose and return how many; runs in the worker.

    Raises:
        UserError: The printer did not take them.
        Cancelled: The person asked for a stop; pages sent before that are printed.
    """
    document = opened(content)
    first = printer.fromPage() or 1
    last = min(printer.toPage() or document.pageCount(), document.pageCount())
    pages = range(first - 1, last)
    printer.setResolution(min(printer.resolution(), _FINEST_DPI))
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(_UNPRINTED)
    try:
        for done, page in enumerate(pages):
            progress.report(done, len(pages), "Printing")
            if done:
                _feed(printer)
            _paint_page(painter, printer, document, page)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    return len(pages)


def _feed(printer: QPrinter) -> None:
    if not printer.newPage():
        raise UserError(_UNPRINTED)


def _paint_page(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    points = document.pagePointSize(page)
    scale = printer.resolution() / _POINTS_AN_INCH
    size = QSize(round(points.width() * scale), round(points.height() * scale))
    sheet = printer.pageLayout().fullRectPixels(printer.resolution()).size()
    fitted = size if _fits(size, sheet) else size.scaled(sheet, Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRect(0, 0, fitted.width(), fitted.height()), document.render(page, fitted))


def _fits(size: QSize, sheet: QSize) -> bool:
    return size.width() <= sheet.width() and size.height() <= sheet.height()


def page_layout(document: QPdfDocument) -> QPageLayout:
    """Return a layout of whole sheets of the size of the first page."""
    points: QSizeF = document.pagePointSize(0)
    layout = QPageLayout()
    layout.setMode(QPageLayout.Mode.FullPageMode)
    layout.setPageSize(QPageSize(points, QPageSize.Unit.Point))
    is_wide = points.width() > points.height()
    layout.setOrientation(
        QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    )
    return layout
