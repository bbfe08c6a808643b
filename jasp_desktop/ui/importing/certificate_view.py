"""What an import did: the file, the counts that add up, and the way back."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.marks import ADDED, DATE_MOVED, DONE, REJECTED, UNCHANGED
from jasp_desktop.ui.importing.records_pane import sum_words
from jasp_desktop.ui.importing.review import Counts
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, SectionHeading, StatusWord
from jasp_desktop.ui.kit.planes import Column, Flow, Row
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type

_NAME = 200
_SHORT = 12
_DONE = "Imported"
_UNDONE = "The import was undone"
_UNDONE_WORDS = "The register is as it was before. The file itself is untouched."


@dataclass(frozen=True, slots=True)
class Certificate:
    """What is to be remembered of one import."""

    file: str
    sha256: str
    counts: Counts
    not_understood: int
    when: str


class CertificateView(ScrollPage):
    """Shows a certificate; its buttons ask for the report, the undoing, or another file."""

    report_wanted = Signal()
    undo_wanted = Signal()
    another_wanted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, gap=Space.ROOM, widest=None, parent=parent)
        self.setAccessibleName("Certificate")
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self.appearance
        self.title = Label(look, _DONE, Type.H1, wrap=True)
        self.stands = StatusWord(look, DONE, "", Type.UI_BOLD, wrap=True)
        self._facts = Column(look, gap=Space.TIGHT)
        self.report = Button(look, "Open the report", ButtonKind.PRIMARY, icon="file-text")
        self.undo = Button(look, "Undo import", icon="undo-2")
        self.another = Button(look, "Import another file", icon="file-input")
        self._buttons = Flow(look, gap=Space.GAP)
        self._buttons.add(self.report, self.undo, self.another)
        head = Column(look, gap=Space.SNUG)
        head.add(self.title, self.stands)
        self.body.add(head, self._buttons, self._facts)

    def _connect(self) -> None:
        self.report.clicked.connect(self.report_wanted)
        self.undo.clicked.connect(self.undo_wanted)
        self.another.clicked.connect(self.another_wanted)

    def show_certificate(self, certificate: Certificate, *, has_report: bool) -> None:
        """Show what an import has just done."""
        self.title.setText(_DONE)
        self.stands.set_status(DONE, f"{certificate.file} is on the register.")
        self.report.setVisible(has_report)
        self.undo.setVisible(bool(certificate.counts.to_write))
        self._facts.clear()
        self._facts.add(SectionHeading(self.appearance, "Certificate", certificate.when))
        counts = certificate.counts
        for mark, count, words in (
            (ADDED, counts.added, "added"),
            (DATE_MOVED, counts.changed, "changed"),
            (UNCHANGED, counts.unchanged, "unchanged, on the register already"),
            (REJECTED, counts.refused, "refused in the review; not imported"),
        ):
            self._facts.add(
                StatusWord(self.appearance, mark, f"{count:,} {words}", Type.UI, Colour.INK)
            )
        quiet = Label(self.appearance, sum_words(counts), Type.SMALL, Colour.INK2, wrap=True)
        self._facts.add(quiet)
        self._facts.add_space(Space.CLOSE)
        unread = certificate.not_understood
        self._fact("File", certificate.file)
        self._fact("Fingerprint", f"SHA-256 {certificate.sha256[:_SHORT]}…")
        self._fact("Not understood", "1 line" if unread == 1 else f"{unread:,} lines")

    def show_undone(self, *, is_undone: bool, file: str) -> None:
        """Show whether the import stands."""
        self.title.setText(_UNDONE if is_undone else _DONE)
        words = _UNDONE_WORDS if is_undone else f"{file} is on the register."
        self.stands.set_status(UNCHANGED if is_undone else DONE, words)
        self.report.setEnabled(not is_undone)
        self.undo.setEnabled(not is_undone)

    def _fact(self, name: str, words: str) -> None:
        row = Row(self.appearance, gap=Space.ROOM, top=True)
        label = Label(self.appearance, name, Type.UI, Colour.INK2, wrap=True)
        label.setFixedWidth(self.appearance.theme.px(_NAME))
        row.add(label)
        row.add(Label(self.appearance, words, wrap=True), stretch=1)
        self._facts.add(row)
