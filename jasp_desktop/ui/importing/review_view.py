"""Checking a proposal: source at the left, proposed records at the right, one way to accept."""

from collections import Counter

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from jasp_desktop.domain.field_words import table_words
from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.record_fields import table_of
from jasp_desktop.domain.vocabulary import BatchKind
from jasp_desktop.services.imports import ImportPlan
from jasp_desktop.ui.importing.records_pane import RecordsPane
from jasp_desktop.ui.importing.review import Counts, Review
from jasp_desktop.ui.importing.source_lines import SourceLines, source_lines
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind, ReasonedButton
from jasp_desktop.ui.kit.cards import IconMark
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, SectionHeading
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.two_panes import Pane, TwoPanes

_SAFE = "A checked backup is made first. The import can be undone."
_NOTHING_YET = "Nothing on the register has changed yet."
_PANE_LEAST = 440
_KINDS = {
    BatchKind.RESPONSE_LETTER: "Response letter",
    BatchKind.REPORT_PAGE: "Report page",
    BatchKind.REGISTER: "Register in the open format",
    BatchKind.TRACKER: "Tracker",
}


class ReviewView(Column):
    """Shows a review; ``accepted`` asks for the import, ``another_wanted`` for another file."""

    accepted = Signal()
    another_wanted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, Colour.PAGE, parent=parent)
        self.review: Review | None = None
        self._plan: ImportPlan | None = None
        self._counts = Counts()
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self.appearance
        margins = (Space.MARGIN, Space.GAP, Space.MARGIN, Space.GAP)
        head = Column(look, margins=margins, edges="b")
        self.title = Label(look, "Check what this file would do", Type.H2, wrap=True)
        self.file = Label(look, "", Type.UI, Colour.INK2, wrap=True)
        head.add(self.title, self.file)
        self.records = RecordsPane(look)
        self.source = SourceLines(look)
        self.panes = TwoPanes(
            look,
            Pane("Source", self._source_pane(), None, _PANE_LEAST),
            Pane("Proposed records", self.records, None, _PANE_LEAST),
        )
        self.summary = ScrollPage(look, gap=Space.TIGHT, widest=None)
        self.summary.setAccessibleName("What the file holds")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.panes)
        self._stack.addWidget(self.summary)
        self.add(head)
        self.add(self._stack, stretch=1)
        self.add(self._foot())

    def _source_pane(self) -> Column:
        look = self.appearance
        pane = Column(look, Colour.LIST)
        margins = (Space.MARGIN, Space.CLOSE, Space.ROOM, Space.CLOSE)
        head = Row(look, Colour.LIST, gap=Space.GAP, margins=margins, edges="b")
        self._source_title = Label(look, "Source", Type.H3)
        self.unread = Button(look, "", ButtonKind.LINK, small=True)
        self._all_read = Label(look, "Every line is understood", Type.SMALL, Colour.INK2)
        head.add(self._source_title)
        head.add_stretch()
        head.add(self._all_read, self.unread)
        pane.add(head)
        pane.add(self.source, stretch=1)
        return pane

    def _foot(self) -> Row:
        look = self.appearance
        margins = (Space.MARGIN, Space.GAP, Space.MARGIN, Space.GAP)
        foot = Row(look, Colour.RAISED, gap=Space.GAP, margins=margins, edges="t")
        words = Column(look)
        words.add(Label(look, _SAFE, Type.UI_BOLD, wrap=True))
        words.add(Label(look, _NOTHING_YET, Type.SMALL, Colour.INK2, wrap=True))
        self.another = Button(look, "Choose another file")
        self.accept = Button(look, "Import", ButtonKind.PRIMARY)
        self._reasoned = ReasonedButton(look, self.accept)
        foot.add(IconMark(look, "shield-check", Colour.CLOSED))
        foot.add(words, stretch=1)
        foot.add(self.another, self._reasoned)
        return foot

    def _connect(self) -> None:
        self.records.changed.connect(self._refresh)
        self.records.record_chosen.connect(self._on_record_chosen)
        self.records.lines_wanted.connect(self.panes.show_left)
        self.source.line_chosen.connect(self._on_line_chosen)
        self.unread.clicked.connect(self._on_next_unread)
        self.accept.clicked.connect(self.accepted)
        self.another.clicked.connect(self.another_wanted)

    @property
    def is_register(self) -> bool:
        """Tell whether the file is a whole register, which is accepted or refused as one."""
        return self._plan is not None and self._plan.proposal.kind is BatchKind.REGISTER

    @property
    def counts(self) -> Counts:
        """Return what the import would do, as it is shown."""
        return self._counts

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what importing a file would do."""
        self._plan, proposal = plan, plan.proposal
        # A register may hold a million records; they are counted, never looked at one by one.
        self.review = None if self.is_register else Review(plan)
        kind = _KINDS.get(proposal.kind, proposal.kind.words)
        self.file.setText(f"{proposal.file}. {kind}{_lines(len(proposal.source))}.")
        if self.review is None:
            self._show_summary(plan)
            self._stack.setCurrentWidget(self.summary)
        else:
            self.source.source.set_lines(source_lines(proposal))
            self.records.show_review(self.review)
            self._stack.setCurrentWidget(self.panes)
        unread = len(proposal.not_understood)
        words = "1 line not understood" if unread == 1 else f"{unread:,} lines not understood"
        self.unread.set_words(f"{words}: show the next" if unread > 1 else f"{words}: show it")
        self.unread.setVisible(bool(unread))
        self._all_read.setVisible(not unread)
        self._refresh()
        self.panes.show_right()

    def set_working(self, *, is_working: bool) -> None:
        """Say that the import runs, so that nothing is decided meanwhile."""
        if is_working:
            self._reasoned.withhold("The import is running")
        else:
            self._refresh()
        self.another.setEnabled(not is_working)
        self._stack.setEnabled(not is_working)

    def _show_summary(self, plan: ImportPlan) -> None:
        look, rows = self.appearance, plan.proposal.rows
        self.summary.body.clear()
        self.summary.body.add(SectionHeading(look, "What would happen", f"{rows.read:,} records"))
        for count, words in (
            (rows.added, "added"),
            (rows.changed, "changed"),
            (rows.unchanged, "unchanged: they are on the register already"),
            (rows.missing, "on the register, not in this file: they stay as they are"),
        ):
            self.summary.body.add(Label(look, f"{count:,} {words}", wrap=True))
        panel = plan.act.panel
        if panel is not None and panel.after is not None:
            words = f"The panel becomes {panel.after.name}."
            self.summary.body.add(Label(look, words, wrap=True))
        self.summary.body.add_space(Space.ROOM)
        self.summary.body.add(SectionHeading(look, "What the file holds"))
        tables = Counter(table_of(record) for record in plan.proposal.records)
        for table, count in sorted(tables.items()):
            self.summary.body.add(Label(look, table_words(table).counted(count), wrap=True))

    @Slot()
    def _refresh(self) -> None:
        if self._plan is None:
            return
        rows = self._plan.proposal.rows
        if self.review is None:
            self._counts = Counts(rows.added, rows.changed, rows.unchanged, rows.rejected)
        else:
            self._counts = self.review.counts()
        count = self._counts.to_write
        self.accept.set_words("Import 1 record" if count == 1 else f"Import {count:,} records")
        if reason := self._why_not():
            self._reasoned.withhold(reason)
        else:
            self._reasoned.allow()

    def _why_not(self) -> str:
        if not self._counts.read:
            return "Nothing to import was found in this file"
        if faults := self.records.faults if self.review else 0:
            return "1 field to put right first" if faults == 1 else f"{faults} fields to put right"
        if not self._counts.accepted:
            return "Every record is refused"
        changes_panel = self._plan is not None and self._plan.act.panel is not None
        if not self._counts.to_write and not (self.is_register and changes_panel):
            return "Everything accepted is on the register already"
        return ""

    @Slot(str)
    def _on_record_chosen(self, uid: str) -> None:
        if self.review is None:
            return
        self.records.choose(Uid(uid))
        self.source.show_numbers(self.review.proposal.evidence.get(Uid(uid), ()))

    @Slot(int)
    def _on_line_chosen(self, row: int) -> None:
        line = self.source.source.line(row)
        uid = line.records[0] if line.records else None
        self.records.choose(uid)
        evidence = self.review.proposal.evidence if self.review else {}
        self.source.source.light(evidence.get(uid, ()) if uid else (line.number,))

    @Slot()
    def _on_next_unread(self) -> None:
        self.panes.show_left()
        self.source.show_next_unread()


def _lines(count: int) -> str:
    if not count:
        return ""
    return ", 1 line read" if count == 1 else f", {count:,} lines read"
