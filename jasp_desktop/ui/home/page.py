"""Home."""

from PySide6.QtCore import Slot

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.identity import MeetingUid
from jasp_desktop.domain.listings import FindingFilter, HomeContent
from jasp_desktop.domain.notebook import DraftQuestion, Note
from jasp_desktop.domain.records import AgendaItem
from jasp_desktop.services.meetings import STANDING_ITEM
from jasp_desktop.ui.beside import Beside
from jasp_desktop.ui.home.band import MeetingBand
from jasp_desktop.ui.home.figures import figures_of
from jasp_desktop.ui.home.samples import open_samples
from jasp_desktop.ui.home.sections import (
    changes_section,
    clocks_section,
    drafts_section,
    overdue_section,
    unanswered_section,
    waiting_section,
)
from jasp_desktop.ui.home.words import meeting_remark, meeting_title, until_meeting
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.cards import EmptyState
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.page import Page
from jasp_desktop.ui.places import Crumb, PageKey, Place
from jasp_desktop.ui.workspace import Workspace

_TWO_COLUMNS_LEAST = 840
_EMPTY = (
    "Home will show the next meeting, what changed since the last one, what is overdue and which "
    "answers are owed. Import a report’s page, a response letter or the file the secretariat sent "
    "you, or look around in sample data."
)


class HomePage(Page):
    """The next meeting, what happened since the last, and what is owed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._meeting: MeetingUid | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        appearance = self.workspace.appearance
        self.sheet = ScrollPage(appearance, top=Space.SIDE, widest=None)
        self.sheet.setAccessibleName("Home")
        self.band = MeetingBand(appearance)
        self.happened = Column(appearance, gap=Space.APART)
        self.owed = Column(appearance, gap=Space.APART)
        self.columns = Beside(
            appearance, self.happened, self.owed, least=_TWO_COLUMNS_LEAST, gap=Space.WIDE
        )
        self.empty_title = Label(appearance, "No data yet", Type.H1)
        self.empty = EmptyState(
            appearance, _EMPTY, "Import a file", icon="file-input", is_primary=True
        )
        self.look_around = Button(appearance, "Look around in sample data")
        self.name_panel = Button(appearance, "Name your panel", ButtonKind.LINK)
        self.empty.add_step(self.look_around)
        self.empty.add_step(self.name_panel)
        self.sheet.body.add(self.empty_title, self.empty, self.band)
        self.sheet.body.add_space(Space.SIDE)
        self.sheet.body.add(self.columns)
        self.outer.addWidget(self.sheet)

    def _connect(self) -> None:
        self.empty.stepped.connect(self._on_import_asked)
        self.look_around.clicked.connect(self._on_look_around_clicked)
        self.name_panel.clicked.connect(self._on_name_panel_clicked)
        self.band.brief_asked.connect(self._on_brief_asked)
        self.band.questions_asked.connect(self._on_meeting_asked)
        self.band.findings_asked.connect(self._on_meeting_asked)
        self.band.overdue_asked.connect(self._on_overdue_asked)
        self.band.moved_asked.connect(self._on_moved_asked)
        self.band.own_questions_asked.connect(self._on_own_questions_asked)

    def show_place(self, place: Place) -> None:
        """Show Home from the top."""
        super().show_place(place)
        self.sheet.scroll_to(0)

    def reload(self) -> None:
        """Load what Home shows."""
        register = self.workspace.desk.register
        content = register.home()
        if content is not None and self._has_nothing(content):
            content = None
        for part in (self.band, self.columns):
            part.setVisible(content is not None)
        self.empty_title.setVisible(content is None)
        self.empty.setVisible(content is None)
        if content is not None:
            self._load_band(content)
            self._load_sections(content)

    def _has_nothing(self, content: HomeContent) -> bool:
        """Tell whether the panel has a name and nothing else."""
        meets = content.next_meeting is not None or content.last_meeting is not None
        return not meets and not self.workspace.desk.register.reports()

    def _load_band(self, content: HomeContent) -> None:
        notebook, line = self.workspace.desk.notebook, content.next_meeting
        self._meeting = line.meeting.uid if line else None
        if line is None:
            self.band.show_words(
                "Next meeting",
                "No meeting is planned",
                "Plan one, and the findings on its agenda are counted here.",
                has_meeting=False,
            )
        else:
            today = self.workspace.now().astimezone().date()
            self.band.show_words(
                until_meeting(line.meeting.held_on, today),
                meeting_title(line),
                meeting_remark(line, self._inspection_item(line.meeting.uid)),
                has_meeting=True,
            )
        figures = figures_of(content, notebook.read_subjects(), notebook.drafts())
        self.band.show_figures(figures)

    def _inspection_item(self, meeting: MeetingUid) -> AgendaItem | None:
        agenda = self.workspace.desk.register.agenda(meeting)
        standing = STANDING_ITEM.casefold()
        return next((item for item in agenda if item.title.casefold() == standing), None)

    def _load_sections(self, content: HomeContent) -> None:
        appearance, navigator = self.workspace.appearance, self.workspace.navigator
        self.happened.clear()
        self.owed.clear()
        self.drafts = drafts_section(appearance, navigator, self.workspace.desk.notebook.drafts())
        self.happened.add(
            changes_section(appearance, navigator, content),
            overdue_section(appearance, navigator, content.overdue, content.open_actions),
            self.drafts,
        )
        self.happened.add_stretch()
        self.owed.add(
            unanswered_section(appearance, navigator, content.unanswered, content.as_at),
            clocks_section(appearance, navigator, content.clocks),
        )
        if waiting := self._waiting():
            self.owed.add(waiting_section(appearance, navigator, waiting))
        self.owed.add_stretch()

    def _waiting(self) -> list[Note | DraftQuestion]:
        """Return the member's own words on records that are not in the register."""
        notebook = self.workspace.desk.notebook
        own: list[Note | DraftQuestion] = [*notebook.notes(), *notebook.drafts()]
        absent = self.workspace.desk.register.absent(each.subject for each in own)
        return [each for each in own if each.subject in absent]

    def crumbs(self) -> list[Crumb]:
        """Return where this is."""
        return [Crumb("Home")]

    def scroll_position(self) -> int:
        """Return how far it is scrolled."""
        return self.sheet.position

    def scroll_to(self, position: int) -> None:
        """Come back to a scroll position."""
        self.sheet.scroll_to(position)

    def _open(self, place: Place) -> None:
        self.workspace.navigator.open(place)

    @Slot()
    def _on_import_asked(self) -> None:
        self._open(Place(PageKey.IMPORT))

    @Slot()
    def _on_look_around_clicked(self) -> None:
        try:
            open_samples()
        except UserError as error:
            self.workspace.notices.fail(str(error))
        else:
            self.workspace.notices.tell("The sample data opens in a window of its own.")

    @Slot()
    def _on_name_panel_clicked(self) -> None:
        self._open(Place(PageKey.SETTINGS))

    @Slot()
    def _on_brief_asked(self) -> None:
        self._open(Place(PageKey.BRIEF, self._meeting))

    @Slot()
    def _on_meeting_asked(self) -> None:
        if self._meeting is None:
            self._open(Place(PageKey.MEETINGS))
        else:
            self._open(Place(PageKey.MEETING, self._meeting))

    @Slot()
    def _on_overdue_asked(self) -> None:
        self._open(Place(PageKey.FINDINGS, detail=FindingFilter.OVERDUE.value))

    @Slot()
    def _on_moved_asked(self) -> None:
        self._open(Place(PageKey.FINDINGS, detail=FindingFilter.DATE_MOVED.value))

    @Slot()
    def _on_own_questions_asked(self) -> None:
        self.sheet.show_widget(self.drafts)
