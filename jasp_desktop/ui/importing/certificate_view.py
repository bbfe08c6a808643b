"""What an import did: the file, the counts that add up, what did not fit, and the way back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.imports import RowCounts
from jasp_desktop.domain.marks import (
    ADDED,
    DATE_MOVED,
    DONE,
    MISSING_FROM_EXPORT,
    REJECTED,
    UNCHANGED,
    Mark,
)
from jasp_desktop.ui.importing.certificate_facts import ShownCertificate, moment_words
from jasp_desktop.ui.importing.problems_table import (
    MISSING_COLUMNS,
    PROBLEM_COLUMNS,
    MissingModel,
    ProblemsModel,
)
from jasp_desktop.ui.importing.short_table import ShortTable
from jasp_desktop.ui.importing.tracker.totals_part import result_words
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, SectionHeading, StatusWord
from jasp_desktop.ui.kit.planes import Column, Flow, Row
from jasp_desktop.ui.kit.rows import TableColumn
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.tab_order import follow_layout
from jasp_desktop.ui.kit.type_scale import Type

_NAME = 200
_DONE = "Imported"
_UNDONE = "The import was undone"
_UNDONE_WORDS = "The register is as it was before. The file itself is untouched."


class CertificateView(ScrollPage):
    """Shows a certificate; its buttons ask for paper, the report, the undoing, or another file."""

    report_wanted = Signal()
    undo_wanted = Signal()
    another_wanted = Signal()
    all_wanted = Signal()
    pdf_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, gap=Space.ROOM, widest=None, parent=parent)
        self.setAccessibleName("Certificate")
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self.appearance
        self.title = Label(look, _DONE, Type.H1, wrap=True)
        self.stands = StatusWord(look, DONE, "", Type.UI_BOLD, wrap=True)
        self.report = Button(look, "Open the report", ButtonKind.PRIMARY, icon="file-text")
        self.pdf = Button(look, "Save as PDF…", icon="download")
        self.paper = Button(look, "Print", icon="printer")
        self.undo = Button(look, "Undo import", icon="undo-2")
        self.another = Button(look, "Import another file", icon="file-input")
        self.all_imports = Button(look, "All imports", icon="list")
        buttons = Flow(look, gap=Space.GAP)
        buttons.add(self.report, self.pdf, self.paper, self.undo, self.another, self.all_imports)
        self.reasons = Column(
            look,
            Colour.MOVED_SOFT,
            bar=Colour.MOVED,
            gap=Space.TIGHT,
            margins=(Space.SIDE, Space.GAP, Space.ROOM, Space.GAP),
        )
        self._facts = Column(look, gap=Space.TIGHT)
        self.problems = ProblemsModel(self)
        self.missing = MissingModel(self)
        self._problems = self._table_part("Problems", self.problems, PROBLEM_COLUMNS)
        self._missing = self._table_part("Missing from this export", self.missing, MISSING_COLUMNS)
        head = Column(look, gap=Space.SNUG)
        head.add(self.title, self.stands)
        self.body.add(head, buttons, self.reasons, self._facts, self._problems, self._missing)
        self.reasons.hide()

    def _connect(self) -> None:
        self.report.clicked.connect(self.report_wanted)
        self.pdf.clicked.connect(self.pdf_wanted)
        self.paper.clicked.connect(self.print_wanted)
        self.undo.clicked.connect(self.undo_wanted)
        self.another.clicked.connect(self.another_wanted)
        self.all_imports.clicked.connect(self.all_wanted)

    def _table_part(
        self,
        title: str,
        model: ProblemsModel | MissingModel,
        columns: Sequence[TableColumn],
    ) -> Column:
        part = Column(self.appearance, gap=Space.NONE)
        table = ShortTable(self.appearance, title, columns)
        table.setModel(model)
        part.add(SectionHeading(self.appearance, title), table)
        return part

    def show_certificate(
        self, shown: ShownCertificate, *, has_report: bool, can_undo: bool
    ) -> None:
        """Show an import, of just now or of long ago."""
        is_undone = shown.undone_at is not None
        self.report.setVisible(has_report)
        self.report.setEnabled(not is_undone)
        for button in (self.pdf, self.paper):
            button.setVisible(shown.uid is not None)
        self.undo.setVisible(can_undo)
        self.undo.setEnabled(not is_undone)
        self.show_reasons(())
        self._show_facts(shown)
        kept = shown.certificate
        self.problems.show_certificate(kept)
        self._problems.setVisible(bool(kept.problems))
        self.missing.show_labels([each.label for each in kept.missing])
        self._missing.setVisible(bool(kept.missing))
        self.show_undone(is_undone=is_undone, shown=shown)
        follow_layout(self.body)

    def show_undone(self, *, is_undone: bool, shown: ShownCertificate) -> None:
        """Show whether the import stands."""
        self.title.setText(_UNDONE if is_undone else _DONE)
        when = f" Undone on {moment_words(shown.undone_at)}." if shown.undone_at else ""
        words = f"{_UNDONE_WORDS}{when}" if is_undone else f"{shown.file} is on the register."
        self.stands.set_status(UNCHANGED if is_undone else DONE, words)
        self.report.setEnabled(not is_undone)
        self.undo.setEnabled(not is_undone)
        for button in (self.pdf, self.paper):
            button.setEnabled(not is_undone or shown.undone_at is not None)

    def show_reasons(self, reasons: Sequence[str]) -> None:
        """Say why the import cannot be undone as it is."""
        self.reasons.clear()
        self.reasons.setVisible(bool(reasons))
        if not reasons:
            return
        title = "This import cannot be undone"
        self.reasons.add(Label(self.appearance, title, Type.UI_BOLD, wrap=True))
        for reason in reasons:
            self.reasons.add(Label(self.appearance, reason, Type.UI, wrap=True))
        self.show_widget(self.reasons)

    def _show_facts(self, shown: ShownCertificate) -> None:
        look = self.appearance
        self._facts.clear()
        self._facts.add(SectionHeading(look, "Certificate", moment_words(shown.when)))
        for mark, count, words in _counts(shown.counts, shown.unit):
            self._facts.add(StatusWord(look, mark, f"{count:,} {words}", Type.UI, Colour.INK))
        self._facts.add(Label(look, shown.sum_words, Type.SMALL, Colour.INK2, wrap=True))
        for total in shown.certificate.totals:
            words = f"{total.words}: the report gives {total.reported:,}. {result_words(total)}."
            mark = DONE if total.agrees else REJECTED
            self._facts.add(StatusWord(look, mark, words, Type.UI, Colour.INK, wrap=True))
        self._facts.add_space(Space.CLOSE)
        self._fact("File", shown.file)
        for name, words in shown.facts:
            self._fact(name, words)
        if shown.mapping:
            read = "\n".join(f"{heading}: {field}" for heading, field in shown.mapping)
            self._fact("Columns read", read)

    def _fact(self, name: str, words: str) -> None:
        row = Row(self.appearance, gap=Space.ROOM, top=True)
        label = Label(self.appearance, name, Type.UI, Colour.INK2, wrap=True)
        label.setFixedWidth(self.appearance.theme.px(_NAME))
        row.add(label)
        row.add(Label(self.appearance, words, wrap=True), stretch=1)
        self._facts.add(row)


def _counts(counts: RowCounts, unit: str) -> list[tuple[Mark, int, str]]:
    refused = "rejected; not imported" if unit == "row" else "refused in the review; not imported"
    found = [
        (ADDED, counts.added, "added"),
        (DATE_MOVED, counts.changed, "changed"),
        (UNCHANGED, counts.unchanged, "unchanged, on the register already"),
        (REJECTED, counts.rejected, refused),
    ]
    if counts.missing:
        words = "on the register, missing from this export"
        found.append((MISSING_FROM_EXPORT, counts.missing, words))
    return found
