"""The dossier: one finding as one chain, in one scroll, beside the findings of its report."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.dossier import Dossier, finding_label
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.identity import FindingUid, PersonUid, Uid
from jasp_desktop.domain.listings import FindingLine, FindingOrder, FindingQuery
from jasp_desktop.domain.records import Subject
from jasp_desktop.domain.vocabulary import lower_first
from jasp_desktop.ui.enquiries.answering import PromptAnswers
from jasp_desktop.ui.findings import phrases
from jasp_desktop.ui.findings.dossier_head import DossierHead
from jasp_desktop.ui.findings.dossier_sections import DossierSections
from jasp_desktop.ui.findings.meeting_part import MeetingPart
from jasp_desktop.ui.findings.report_list import ReportFindings
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.panes import Panes
from jasp_desktop.ui.kit.planes import Row
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import EM, FULL_FRAME_EM, LIST_FOLDS_EM, Measure, Space
from jasp_desktop.ui.kit.tab_order import follow_layout
from jasp_desktop.ui.next_paint import NextPaint
from jasp_desktop.ui.page import Page
from jasp_desktop.ui.places import Crumb, PageKey, Place
from jasp_desktop.ui.register.addresses import record_place
from jasp_desktop.ui.register.deeds import FindingDeeds
from jasp_desktop.ui.workspace import Workspace

_TEXT_WIDEST = 680
_ROOMY_EM = 88
"""From this window width on, in EM, the list has its full width."""


class DossierPage(Page):
    """One finding. It counts as read once it has been painted."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._dossier: Dossier | None = None
        self._line: FindingLine | None = None
        self._section: str | None = None
        self._is_narrow = False
        self._is_roomy: bool | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        appearance = self.workspace.appearance
        self.listing = ReportFindings(appearance)
        self.head = DossierHead(appearance)
        self.deeds = FindingDeeds(self.workspace)
        self.meeting = MeetingPart(self.workspace)
        self._answers = PromptAnswers(self.workspace)
        self.sections = DossierSections(appearance, self._answers)
        self.reading = ScrollPage(appearance, gap=Space.GAP, widest=_TEXT_WIDEST)
        self.reading.setAccessibleName("Finding")
        self.reading.body.add(self.head, self.deeds, self.meeting, self.sections)
        self.list_button = Button(appearance, "List", icon="list", small=True)
        self.list_button.setCheckable(True)
        self._list_bar = Row(
            appearance,
            Colour.PAGE,
            margins=(Space.MARGIN, Space.CLOSE, Space.MARGIN, Space.CLOSE),
        )
        self._list_bar.add(self.list_button)
        self._list_bar.add_stretch()
        self.panes = Panes(appearance)
        self.panes.add_pane(self.listing, "list", Measure.LIST)
        self.panes.add_pane(self.reading, "page")
        self.outer.addWidget(self._list_bar)
        self.outer.addWidget(self.panes, 1)

    def _connect(self) -> None:
        self.listing.opened.connect(self._on_finding_asked)
        self.sections.finding_opened.connect(self._on_finding_asked)
        self.sections.action_opened.connect(self._on_action_opened)
        self.head.shown.connect(self._on_shown)
        self.head.report_opened.connect(self._on_report_opened)
        self.list_button.toggled.connect(self._on_list_toggled)
        self.workspace.appearance.changed.connect(self._on_appearance_changed)

    def show_place(self, place: Place) -> None:
        """Show a finding from the top, or from the section that the place names."""
        dossier = self._fetch(place.uid)
        self._show(dossier, self._fetch_lines(dossier))
        self.reading.scroll_to(0)
        self.listing.choose(dossier.finding.uid)
        self.list_button.setChecked(False)
        self._fold()
        self._section = place.detail
        if self._section is not None:
            # Where a section stands is known once the page has its width.
            NextPaint(self.head).painted.connect(self._show_section)
        self.crumbs_changed.emit()
        self.subject_changed.emit()

    def reload(self) -> None:
        """Load the finding again where anything about it changed; keep scroll and selection."""
        if self._dossier is None:
            return
        position = self.reading.position
        dossier = self._fetch(self._dossier.finding.uid)
        self._show(dossier, self._fetch_lines(dossier))
        self.reading.scroll_to(position)

    def _fetch(self, uid: str | None) -> Dossier:
        found = None if uid is None else self.workspace.desk.register.dossier(FindingUid(Uid(uid)))
        if found is None:
            raise UserError("That finding is no longer on the register.")
        return found

    def _fetch_lines(self, dossier: Dossier) -> list[FindingLine]:
        register = self.workspace.desk.register
        query = FindingQuery(report=dossier.report.uid, order=FindingOrder.REFERENCE)
        return register.finding_lines(register.finding_ids(query))

    def _show(self, dossier: Dossier, lines: list[FindingLine]) -> None:
        """Show a dossier; one that has not changed keeps its widgets, and with them the focus."""
        read = self.workspace.desk.notebook.read_subjects()
        self.listing.show_lines(dossier.report.name, lines, read)
        line = next((one for one in lines if one.uid == dossier.finding.uid), None)
        if (dossier, line) != (self._dossier, self._line):
            self._dossier, self._line = dossier, line
            wanted = phrases.wants_response(dossier, line)
            self.head.show_dossier(dossier, line)
            self.sections.show_dossier(dossier, self._names(dossier), wants_response=wanted)
        self._show_prompts(dossier)
        self.deeds.show_record(dossier.finding.uid)
        self.meeting.show_finding(dossier.finding)
        follow_layout(self.reading.body)

    def _show_prompts(self, dossier: Dossier) -> None:
        prompts = self.workspace.desk.prompting.prompts_of(dossier)
        subject = Subject("finding", dossier.finding.uid)
        self.sections.show_prompts(prompts, self._answers.started(), subject, self.subject_label())

    def _names(self, dossier: Dossier) -> dict[PersonUid, str]:
        seen_by = [
            evidence.seen_by
            for story in dossier.actions
            for evidence in story.evidence
            if evidence.seen_by is not None
        ]
        people = self.workspace.desk.register.people(list(dict.fromkeys(seen_by)))
        return {person.uid: person.name for person in people}

    def crumbs(self) -> list[Crumb]:
        """Return the path to what is shown."""
        findings = Crumb("Findings", Place(PageKey.FINDINGS))
        if self._dossier is None:
            return [findings]
        report = self._dossier.report
        return [
            findings,
            Crumb(report.name, Place(PageKey.REPORT, report.uid)),
            Crumb(self._line.reference if self._line else finding_label(self._dossier.finding)),
        ]

    def subject(self) -> Subject | None:
        """Return the finding."""
        return None if self._dossier is None else Subject("finding", self._dossier.finding.uid)

    def subject_label(self) -> str:
        """Return “PEEL 2025–27, recommendation 4”."""
        if self._dossier is None:
            return ""
        label = lower_first(finding_label(self._dossier.finding))
        return f"{self._dossier.report.name}, {label}"

    def step(self, by: int) -> None:
        """Go to the next or previous finding of the report."""
        if self.can_step(by):
            uid = self.listing.lines[self._place_in_list() + by].uid
            self.workspace.navigator.open(Place(PageKey.FINDING, uid))

    def can_step(self, by: int) -> bool:
        """Tell whether there is one."""
        place = self._place_in_list()
        return place >= 0 and 0 <= place + by < len(self.listing.lines)

    def scroll_position(self) -> int:
        """Return how far the finding is scrolled."""
        return self.reading.position

    def scroll_to(self, position: int) -> None:
        """Come back to a scroll position."""
        self._section = None
        self.reading.scroll_to(position)

    def _show_section(self) -> None:
        heading = self.sections.heading_of(self._section or "")
        if heading is not None:
            self.reading.show_top_of(heading)
        self._section = None

    def _place_in_list(self) -> int:
        return -1 if self._dossier is None else self.listing.place_of(self._dossier.finding.uid)

    def _on_finding_asked(self, uid: str) -> None:
        if self._dossier is not None and uid != self._dossier.finding.uid:
            self.workspace.navigator.open(Place(PageKey.FINDING, uid))
        elif self._is_narrow:
            self.list_button.setChecked(False)

    def _on_action_opened(self, uid: str) -> None:
        self.workspace.navigator.open(record_place("action", uid))

    def _on_report_opened(self) -> None:
        if self._dossier is not None:
            self.workspace.navigator.open(Place(PageKey.REPORT, self._dossier.report.uid))

    def _on_shown(self) -> None:
        subject = self.subject()
        if subject is None or self._dossier is None:
            return
        notebook = self.workspace.desk.notebook
        try:
            is_new = notebook.read(subject)
        except UserError as error:
            self.workspace.notices.fail(str(error))
            return
        if is_new:
            read = notebook.read_subjects()
            self.listing.show_lines(self._dossier.report.name, self.listing.lines, read)

    def _on_list_toggled(self, _is_open: bool) -> None:  # noqa: FBT001 - the signal's own shape
        self._fold()

    def _on_appearance_changed(self) -> None:
        # The panes take their usual widths at a new text size.
        self._is_roomy = None
        self._fold()

    def _fold(self) -> None:
        """Give the list the room there is: beside the page, or in its place when asked for."""
        theme = self.workspace.appearance.theme
        width = self.window().width() / theme.px(EM)
        self._is_narrow = width < FULL_FRAME_EM
        is_roomy = width >= _ROOMY_EM
        if is_roomy != self._is_roomy:
            self._is_roomy = is_roomy
            usual = Measure.LIST if is_roomy else Measure.LIST_SMALL
            self.panes.set_widths({"list": theme.px(usual)})
        self._list_bar.setVisible(self._is_narrow)
        is_listed = not self._is_narrow or self.list_button.isChecked()
        self.listing.setVisible(is_listed)
        # With room for one pane only, the list stands in the page's place.
        self.reading.setVisible(not (is_listed and width < LIST_FOLDS_EM))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the list where the window is narrow for its text size."""
        super().resizeEvent(event)
        self._fold()

    def showEvent(self, event: QShowEvent) -> None:
        """Fold for the window that the page has come into."""
        super().showEvent(event)
        self._fold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list at Escape."""
        if event.key() == Qt.Key.Key_Escape and self.listing.isVisible():
            self.listing.pane.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)
