"""The sections under the band of Home; each line opens what it names."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.dates import days, in_table
from jasp_desktop.domain.identity import FindingUid
from jasp_desktop.domain.listings import (
    FindingFilter,
    HomeContent,
    OverdueAction,
    ReportLine,
    UnansweredQuestion,
)
from jasp_desktop.domain.marks import DATE_MOVED, PRIVATE, mark_for_force_status
from jasp_desktop.domain.notebook import DraftQuestion, Note
from jasp_desktop.domain.records import Subject
from jasp_desktop.domain.vocabulary import ForceStatus
from jasp_desktop.ui.counting import counted
from jasp_desktop.ui.home.clock_line import ClockLine
from jasp_desktop.ui.home.words import (
    clock_words,
    closed_words,
    late_words,
    moved_words,
    short_day,
)
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, SectionHeading
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.lead_line import LeadLine
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.workspace import Navigator

SHOWN = 5
"""Lines of a section; the heading leads to the rest."""


class Section(Column):
    """A heading and lines that open something."""

    def __init__(
        self,
        appearance: Appearance,
        navigator: Navigator,
        title: str,
        quiet: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent=parent)
        self._navigator = navigator
        self.heading = SectionHeading(appearance, title, quiet)
        self.add(self.heading)

    def add_line(self, line: LeadLine, place: Place | None) -> None:
        """Add a line that opens a place; without one it only tells."""
        if place is None:
            line.setEnabled(False)
        else:
            line.clicked.connect(lambda: self._navigator.open(place))
        self.add(line)

    def add_words(self, words: str) -> None:
        """Say in a sentence that there is nothing, or what there is beside the lines."""
        self.add_space(Space.CLOSE)
        self.add(Label(self.appearance, words, Type.UI, Colour.INK2, wrap=True))

    def add_link(self, words: str, place: Place) -> None:
        """Put a way to all of it beside the heading."""
        link = Button(self.appearance, words, ButtonKind.LINK, small=True)
        link.clicked.connect(lambda: self._navigator.open(place))
        self.heading.add_right(link)


def changes_section(appearance: Appearance, navigator: Navigator, content: HomeContent) -> Section:
    """Return what moved and what was closed since the last meeting."""
    last = content.last_meeting
    since = f" since you last met, {short_day(last.held_on)}" if last else " so far"
    section = Section(appearance, navigator, f"What changed{since}")
    if content.moved:
        title, remark = moved_words(content.moved)
        line = LeadLine(appearance, title, mark=DATE_MOVED, remark=remark, is_strong=True)
        section.add_line(line, _filtered(FindingFilter.DATE_MOVED))
    if content.closed:
        title, remark = closed_words(content.closed)
        mark = mark_for_force_status(ForceStatus.CLOSED_BY_FORCE)
        line = LeadLine(appearance, title, mark=mark, remark=remark, is_strong=True)
        is_proven = all(each.has_evidence for each in content.closed)
        which = FindingFilter.CLOSED if is_proven else FindingFilter.CLOSED_WITHOUT_EVIDENCE
        section.add_line(line, _filtered(which))
    if not content.moved and not content.closed:
        section.add_words("No target date moved and the force closed nothing.")
    if last is not None:
        section.add_link("See all that changed", Place(PageKey.CHANGES))
    return section


def overdue_section(
    appearance: Appearance,
    navigator: Navigator,
    overdue: Sequence[OverdueAction],
    open_actions: int,
) -> Section:
    """Return the actions longest overdue."""
    quiet = f"{len(overdue):,} of {counted(open_actions, 'open action')}" if overdue else ""
    section = Section(appearance, navigator, "Overdue, longest first", quiet)
    for action in overdue[:SHOWN]:
        line = LeadLine(
            appearance,
            action.text,
            lead=action.reference,
            right=days(action.overdue_days),
            right_ink=Colour.OVERDUE,
        )
        section.add_line(line, _finding(action.finding))
    if overdue:
        section.add_link("Open as a table", _filtered(FindingFilter.OVERDUE))
    else:
        section.add_words("No open action has passed its target date.")
    return section


def unanswered_section(
    appearance: Appearance,
    navigator: Navigator,
    questions: Sequence[UnansweredQuestion],
    as_at: date | None,
) -> Section:
    """Return the questions that wait for an answer, the longest first."""
    quiet = counted(len(questions), "question") if questions else ""
    section = Section(appearance, navigator, "Questions still without an answer", quiet)
    for question in questions[:SHOWN]:
        words, is_late = late_words(question.answer_due, as_at)
        asked = question.asked_on
        line = LeadLine(
            appearance,
            question.text,
            lead=in_table(asked).rpartition("\u00a0")[0] if asked else "–",
            right=words,
            right_ink=Colour.MOVED if is_late else Colour.INK2,
        )
        section.add_line(line, _finding(question.finding))
    if not questions:
        section.add_words("Every question that was asked has an answer.")
    elif len(questions) > SHOWN:
        section.add_link("See their findings", _filtered(FindingFilter.WITH_QUESTIONS))
    return section


def clocks_section(
    appearance: Appearance, navigator: Navigator, reports: Sequence[ReportLine]
) -> Section:
    """Return the reports whose comments are not seen yet."""
    quiet = counted(len(reports), "report") if reports else ""
    section = Section(appearance, navigator, "Section 55 clocks running", quiet)
    # The newest first: there is still time for its comments.
    for report in list(reversed(reports))[:SHOWN]:
        if report.clock is not None:
            words = clock_words(report.clock)
            line = ClockLine(appearance, report.report.name, report.clock, words)
            section.add_line(line, Place(PageKey.REPORT, report.report.uid))
    if not reports:
        section.add_words("No report waits for the commissioner’s comments.")
    elif len(reports) > SHOWN:
        section.add_link("See all reports", Place(PageKey.REPORTS))
    return section


def drafts_section(
    appearance: Appearance, navigator: Navigator, drafts: Sequence[DraftQuestion]
) -> Section:
    """Return the member's own questions, the newest first."""
    quiet = "only on this computer" if drafts else ""
    section = Section(appearance, navigator, "My questions", quiet)
    for draft in reversed(drafts):
        line = LeadLine(
            appearance,
            draft.text,
            mark=PRIVATE,
            remark=draft.label,
            right=draft.state.words,
            right_ink=Colour.MINE,
        )
        section.add_line(line, _place_of(draft.subject, draft))
    if not drafts:
        section.add_words(
            "Questions that you draft beside a finding are listed here. They are yours alone."
        )
    return section


def waiting_section(
    appearance: Appearance, navigator: Navigator, waiting: Sequence[Note | DraftQuestion]
) -> Section:
    """Return the notes and questions whose record is not in this register, with their words."""
    section = Section(appearance, navigator, "Notes without their record", f"{len(waiting):,}")
    for own in waiting:
        line = LeadLine(
            appearance,
            own.body if isinstance(own, Note) else own.text,
            mark=PRIVATE,
            remark=f"On {own.label}, which this register does not hold. Your words are safe.",
        )
        section.add_line(line, None)
    return section


def _filtered(which: FindingFilter) -> Place:
    return Place(PageKey.FINDINGS, detail=which.value)


def _finding(uid: FindingUid | None) -> Place | None:
    return None if uid is None else Place(PageKey.FINDING, uid)


def _place_of(subject: Subject, draft: DraftQuestion) -> Place | None:
    pages = {
        "finding": PageKey.FINDING,
        "report": PageKey.REPORT,
        "meeting": PageKey.MEETING,
    }
    if subject.table in pages:
        return Place(pages[subject.table], subject.uid)
    return Place(PageKey.MEETING, draft.meeting) if draft.meeting else None
