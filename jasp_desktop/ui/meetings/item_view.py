"""One agenda item: what it asks, what it is about, and the questions on it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.brief_content import BriefItem, BriefReport
from jasp_desktop.domain.dossier import AskedQuestion
from jasp_desktop.domain.identity import FindingUid
from jasp_desktop.domain.listings import FindingLine
from jasp_desktop.domain.marks import Mark, mark_for_force_status, mark_named
from jasp_desktop.domain.meeting_agenda import takes_declarations
from jasp_desktop.domain.meeting_people import DECLARED
from jasp_desktop.domain.records import AgendaItem, CoveringSection
from jasp_desktop.domain.vocabulary import Marking, Openness
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.cards import EmptyState
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, SectionHeading
from jasp_desktop.ui.kit.planes import Column, Flow, Row
from jasp_desktop.ui.kit.prose import Prose
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.meetings.declarations_part import DeclarationsPart
from jasp_desktop.ui.meetings.meeting_view import MeetingView
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.record_line import RecordLine
from jasp_desktop.ui.workspace import Workspace

_NOTHING = (
    "Nothing is on this item yet. A finding is put here from its own page, with “Add to meeting”."
)


class ItemView(ScrollPage):
    """Shows one item; ``opened`` carries a place, ``taken_off`` a finding to take off the item.

    ``planned`` carries an act that a person asked for.
    """

    opened = Signal(Place)
    taken_off = Signal(str)
    findings_wanted = Signal()
    edit_asked = Signal()
    removal_asked = Signal()
    planned = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.appearance, gap=Space.GAP, parent=parent)
        self._workspace = workspace

    def show_item(self, view: MeetingView, item: BriefItem) -> None:
        """Show an item of a meeting."""
        self.body.clear()
        self.setAccessibleName(f"Item {item.item.number}: {item.item.title}")
        self.body.add(self._head(item))
        lines = view.lines_of(item)
        # What the item is for opens it; the rest of a long covering report must not bury the
        # findings, so it comes last.
        purpose, covering = _parted(item.item)
        if purpose:
            self.body.add(Prose(self.appearance, purpose))
        takes_declared = takes_declarations(item.item)
        if takes_declared:
            self._add_declarations(view, item.item)
        self._add_reports(item.reports)
        self._add_findings(lines)
        self._add_questions(view.questions_of(item))
        self._add_covering(covering)
        is_filled = item.reports or lines or item.item.covering_sections
        if not (is_filled or takes_declared):
            self._add_nothing()

    def _head(self, item: BriefItem) -> Column:
        look, record = self.appearance, item.item
        head = Column(look, gap=Space.SNUG)
        parts = [f"Item {record.number}"]
        if record.purpose:
            parts.append(record.purpose.words)
        if item.author:
            parts.append(f"Report author: {item.author}")
        head.add(Label(look, " · ".join(parts), Type.SMALL, Colour.INK2, wrap=True))
        head.add(Label(look, record.title, Type.H1, wrap=True))
        head.add(Label(look, _openness_and_marking(record), Type.UI_BOLD, wrap=True))
        if record.openness is Openness.NON_PUBLIC:
            reason = record.openness_reason or "No reason is recorded."
            colour = Colour.INK2 if record.openness_reason else Colour.OVERDUE
            head.add(Label(look, f"Why Non Public: {reason}", Type.UI, colour, wrap=True))
        head.add(self._deeds())
        return head

    def _deeds(self) -> Flow:
        deeds = Flow(self.appearance, gap=Space.ROOM)
        edit = Button(self.appearance, "Edit this item", ButtonKind.LINK, icon="pencil")
        remove = Button(self.appearance, "Remove from agenda", ButtonKind.LINK, icon="trash-2")
        edit.clicked.connect(self.edit_asked)
        remove.clicked.connect(self.removal_asked)
        deeds.add(edit, remove)
        return deeds

    def _add_declarations(self, view: MeetingView, item: AgendaItem) -> None:
        people = self._workspace.desk.meetings.expected(view.meeting)
        part = DeclarationsPart(self._workspace, item, people)
        part.planned.connect(self.planned)
        self.body.add(part)

    def _section(self, title: str, quiet: str = "") -> Column:
        """Return a section's own column, so that its lines stand close under its heading."""
        section = Column(self.appearance, margins=(0, Space.GAP, 0, 0))
        section.add(SectionHeading(self.appearance, title, quiet))
        section.add_space(Space.TIGHT)
        self.body.add(section)
        return section

    def _add_covering(self, parts: list[CoveringSection]) -> None:
        if not parts:
            return
        section = self._section("Covering report")
        for part in parts:
            section.add_space(Space.CLOSE)
            section.add(Label(self.appearance, part.heading, Type.UI_BOLD, wrap=True))
            section.add(Prose(self.appearance, part.text))

    def _add_reports(self, reports: tuple[BriefReport, ...]) -> None:
        if not reports:
            return
        section = self._section("Reports")
        for part in reports:
            report = part.report
            published = report.published_on
            words = [report.kind.words]
            if published:
                words.append(f"published {published.words}")
            if part.clock:
                words.append(f"section 55: {part.clock.day_words}")
            line = RecordLine(self.appearance, report.name, remark=", ".join(words))
            line.clicked.connect(partial(self._open, Place(PageKey.REPORT, report.uid)))
            section.add(line)

    def _add_findings(self, lines: list[FindingLine]) -> None:
        if not lines:
            return
        count = len(lines)
        section = self._section("Findings", f"{count:,} on this item" if count > 1 else "")
        for line in lines:
            row = Row(self.appearance, gap=Space.CLOSE)
            row.add(self._finding(line), stretch=1)
            off = Button(self.appearance, "Take off", ButtonKind.LINK, small=True)
            off.setAccessibleName(f"Take {line.label} off the agenda: {line.text}")
            off.clicked.connect(partial(self._take_off, line.uid))
            row.add(off)
            section.add(row)

    def _finding(self, line: FindingLine) -> RecordLine:
        mark, words = _status(line)
        found = RecordLine(
            self.appearance,
            line.text,
            reference=line.reference,
            remark=", ".join(part for part in (line.label, line.theme, line.report_name) if part),
            mark=mark,
            status=words,
        )
        found.clicked.connect(partial(self._open, Place(PageKey.FINDING, line.uid)))
        return found

    def _add_questions(self, questions: list[AskedQuestion]) -> None:
        if not questions:
            return
        section = self._section("Questions", f"{len(questions):,} from members")
        for asked in questions:
            section.add(self._question(asked))

    def _question(self, asked: AskedQuestion) -> QWidget:
        question = asked.question
        kind = question.kind.words if question.kind else ""
        who = ", ".join(part for part in (asked.member, kind) if part)
        if question.subject and question.subject.table == PageKey.FINDING:
            line = RecordLine(
                self.appearance, question.text, remark=who, status=question.state.words
            )
            place = Place(PageKey.FINDING, question.subject.uid)
            line.clicked.connect(partial(self._open, place))
            return line
        words = Column(self.appearance, margins=(0, Space.CLOSE, 0, Space.CLOSE), edges="b")
        words.add(Label(self.appearance, question.text, wrap=True))
        stands = ", ".join(part for part in (question.state.words, who) if part)
        words.add(Label(self.appearance, stands, Type.SMALL, Colour.INK2, wrap=True))
        return words

    def _add_nothing(self) -> None:
        empty = EmptyState(self.appearance, _NOTHING, "Look through the findings")
        empty.stepped.connect(self.findings_wanted)
        self.body.add(empty)

    def _open(self, place: Place) -> None:
        self.opened.emit(place)

    def _take_off(self, finding: FindingUid) -> None:
        self.taken_off.emit(finding)


def _parted(record: AgendaItem) -> tuple[str, list[CoveringSection]]:
    """Return the words of the section that says the purpose, and the other sections."""
    # What was declared stands in a part of its own.
    parts = [part for part in record.covering_sections if part.heading != DECLARED]
    if parts and "purpose" in parts[0].heading.casefold():
        return parts[0].text, parts[1:]
    return "", parts


def _status(line: FindingLine) -> tuple[Mark | None, str]:
    attention = line.attention
    if attention:
        return mark_named(attention[0]), attention[1]
    if line.force_status:
        return mark_for_force_status(line.force_status), line.force_status.words
    return None, ""


def _openness_and_marking(record: AgendaItem) -> str:
    parts = [record.openness.words]
    if record.marking is not Marking.NONE:
        parts.append(record.marking.value)
    return ", ".join(parts)
