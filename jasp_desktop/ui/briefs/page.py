"""The brief of a meeting on screen: its real pages, to export and to print."""

from typing import cast

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from jasp_desktop.domain.brief_content import BriefContent
from jasp_desktop.domain.dates import in_words, with_weekday
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.identity import MeetingUid, Uid
from jasp_desktop.domain.marks import PRIVATE
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.records import Meeting, Subject
from jasp_desktop.ui.briefs.pages_view import Bookmark, PagesView
from jasp_desktop.ui.briefs.preview import Preview, kept_for_a_moment, made_preview
from jasp_desktop.ui.briefs.tool_row import BriefTools
from jasp_desktop.ui.jobs import Job
from jasp_desktop.ui.kit.cards import EmptyState
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, StatusWord
from jasp_desktop.ui.kit.list_pane import ListPane
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.rows import ListRow, RowsModel
from jasp_desktop.ui.kit.space import Measure, Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.page import Page
from jasp_desktop.ui.places import Crumb, PageKey, Place
from jasp_desktop.ui.two_panes import Pane, TwoPanes
from jasp_desktop.ui.workspace import Workspace

_KINDS = "PDF (*.pdf)"
_MAKING = "The pages are being made. They will show here as soon as they are ready."
_STOPPED = "The brief was not made."
_WARNING = (
    "This brief holds your private notes and questions. Whoever is given the file or the paper can "
    "read them."
)
_NO_OWN_WORDS = "You have written nothing on this agenda yet: the brief is the same without."
_SHOWN_CHARACTERS = 8
_PAGES_LEAST = 440


class BriefPage(Page):
    """A meeting's brief; the place's uid is the meeting's."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._meeting: Meeting | None = None
        self._content: BriefContent | None = None
        self._pdf: bytes | None = None
        self._is_with_notes = False
        self._job: Job | None = None
        self._bookmarks: list[Bookmark] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self.workspace.appearance
        self.pages = PagesView(look, self)
        self.tools = BriefTools(look, self.pages)
        self.warning = StatusWord(look, PRIVATE, _WARNING, Type.UI_BOLD, wrap=True)
        self.substituted = Label(look, "", Type.UI, Colour.INK2, wrap=True)
        margins = (Space.MARGIN, Space.CLOSE, Space.MARGIN, Space.CLOSE)
        self._warning_band = Column(look, Colour.MINE_SOFT, margins=margins, edges="b")
        self._warning_band.add(self.warning)
        self._substituted_band = Column(look, Colour.RAISED, margins=margins, edges="b")
        self._substituted_band.add(self.substituted)
        self.rows = RowsModel(parent=self)
        self.contents = ListPane(look, "Contents")
        self.contents.setModel(self.rows)
        self.making = EmptyState(look, _MAKING)
        self.stopped = EmptyState(look, _STOPPED, "Make the brief")
        self.stack = QStackedWidget()
        for widget in (self._framed(self.making), self._framed(self.stopped), self.pages):
            self.stack.addWidget(widget)
        self.panes = TwoPanes(
            look,
            Pane("Contents", self.contents, Measure.LIST_SMALL, Measure.LIST_SMALL),
            Pane("Pages", self.stack, None, _PAGES_LEAST),
        )
        for band in (self.tools, self._warning_band, self._substituted_band):
            self.outer.addWidget(band)
        self.outer.addWidget(self.panes, 1)

    def _framed(self, state: EmptyState) -> Column:
        margins = (Space.MARGIN, Space.ROOM, Space.MARGIN, Space.ROOM)
        frame = Column(self.workspace.appearance, Colour.PAGE, margins=margins)
        frame.add(state)
        frame.add_stretch()
        return frame

    def _connect(self) -> None:
        self.tools.with_notes.toggled.connect(self._on_with_notes)
        self.tools.export.clicked.connect(self._on_export)
        self.tools.print.clicked.connect(self._on_print)
        self.stopped.stepped.connect(self._make)
        self.contents.chosen.connect(self._on_bookmark)
        self.contents.opened.connect(self._on_bookmark_opened)
        self.contents.clicked.connect(self.panes.show_right)
        self.pages.turned.connect(self._on_turned)

    def show_place(self, place: Place) -> None:
        """Show a meeting's brief, without private words unless they are asked for again."""
        uid = MeetingUid(Uid(place.uid or ""))
        meeting = self.workspace.desk.register.meeting(uid)
        if meeting is None:
            raise UserError("This meeting is not in the register any more.")
        if self._meeting is None or self._meeting.uid != uid:
            self._put_away()
        self._meeting = meeting
        self.tools.title.setText(f"Brief for {with_weekday(meeting.held_on)}")
        self.crumbs_changed.emit()
        self._make()

    def reload(self) -> None:
        """Make the pages again; the old ones stay until the new ones are ready."""
        if self._meeting is not None:
            self._make()

    def crumbs(self) -> list[Crumb]:
        """Return the path by way of the meeting."""
        crumbs = [Crumb("Meetings", Place(PageKey.MEETINGS))]
        if self._meeting is not None:
            there = Place(PageKey.MEETING, self._meeting.uid)
            crumbs += [Crumb(in_words(self._meeting.held_on), there), Crumb("Brief")]
        return crumbs

    def subject(self) -> Subject | None:
        """Return nothing: the notebook beside the pages would take their room."""
        return None

    def scroll_position(self) -> int:
        """Return how far the pages are scrolled."""
        return self.pages.verticalScrollBar().value()

    def scroll_to(self, position: int) -> None:
        """Come back to a scroll position."""
        self.pages.verticalScrollBar().setValue(position)

    def _put_away(self) -> None:
        self._content = self._pdf = None
        with QSignalBlocker(self.tools.with_notes):
            self.tools.with_notes.setChecked(False)
        self.pages.put_away()
        self.rows.set_rows([])
        self._is_with_notes = False
        self._show_warning()
        self._show_substituted(())
        self.tools.set_ready(is_ready=False)

    @Slot()
    def _make(self) -> None:
        if self._meeting is None:
            return
        self._leave_job()
        desk, meeting, before = self.workspace.desk, self._meeting.uid, self._content
        with_notes = self.tools.with_notes.isChecked()
        if self._pdf is None:
            self.stack.setCurrentIndex(0)
        job = self.workspace.jobs.start(
            "Making the brief",
            lambda progress: made_preview(
                desk, meeting, before, with_notes=with_notes, progress=progress
            ),
        )
        job.succeeded.connect(self._on_made)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        self._job = job

    def _leave_job(self) -> None:
        """Let go of pages that are not wanted any more."""
        if self._job is None:
            return
        self._job.succeeded.disconnect(self._on_made)
        self._job.failed.disconnect(self._on_failed)
        self._job.cancelled.disconnect(self._on_cancelled)
        self._job.cancel()
        self._job = None

    @Slot(object)
    def _on_made(self, made: object) -> None:
        self._job = None
        self._is_with_notes = self.tools.with_notes.isChecked()
        preview = cast("Preview | None", made)
        if preview is None:
            self._show_warning()
            return
        try:
            self.pages.show_pdf(preview.pdf)
        except UserError as error:
            self._on_failed(error)
            return
        is_first = self._pdf is None
        self._content, self._pdf = preview.content, preview.pdf
        self._bookmarks = self.pages.bookmarks()
        self.rows.set_rows([_contents_row(bookmark) for bookmark in self._bookmarks])
        self._show_warning()
        self._show_substituted(preview.substituted)
        self.stack.setCurrentWidget(self.pages)
        self.tools.set_ready(is_ready=True)
        self._on_turned(self.pages.page, self.pages.pages)
        if is_first and not self.tools.with_notes.isChecked():
            self.pages.setFocus()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, UserError):
            raise error
        self._stay(str(error))
        self.workspace.notices.fail(str(error))

    @Slot()
    def _on_cancelled(self) -> None:
        self._job = None
        self._stay(_STOPPED)

    def _stay(self, sentence: str) -> None:
        """Keep showing the pages there are, and let the tick say what they hold."""
        if self._pdf is None:
            self.stopped.sentence.setText(sentence)
            self.stack.setCurrentIndex(1)
            return
        with QSignalBlocker(self.tools.with_notes):
            self.tools.with_notes.setChecked(self._is_with_notes)
        self._show_warning()

    def _show_warning(self) -> None:
        is_on = self.tools.with_notes.isChecked()
        is_ready = self._is_with_notes == is_on and self._content is not None
        holds_none = is_ready and self._content is not None and not self._content.holds_own_words
        self.warning.set_status(PRIVATE, _NO_OWN_WORDS if holds_none else _WARNING)
        self._warning_band.setVisible(is_on)

    def _show_substituted(self, substituted: tuple[str, ...]) -> None:
        self._substituted_band.setVisible(bool(substituted))
        self.substituted.setText(_substituted_words(substituted))

    @Slot()
    def _on_with_notes(self) -> None:
        self._show_warning()
        self._make()

    @Slot(int, int)
    def _on_turned(self, page: int, pages: int) -> None:
        self.tools.show_page(page, pages)
        at = [n for n, mark in enumerate(self._bookmarks) if mark.page <= page]
        if at and self.rows.rowCount():
            with QSignalBlocker(self.contents):
                self.contents.choose(at[-1])

    @Slot(int)
    def _on_bookmark(self, row: int) -> None:
        self.pages.go_to(self._bookmarks[row].page)

    @Slot(int)
    def _on_bookmark_opened(self, row: int) -> None:
        self.panes.show_right()
        self._on_bookmark(row)
        self.pages.setFocus()

    @Slot()
    def _on_export(self) -> None:
        if self._meeting is None:
            return
        suggested = f"Brief {in_words(self._meeting.held_on)}.pdf".replace("\u00a0", " ")
        output = self.workspace.files.save_file("Export the brief", suggested, _KINDS)
        if output is None:
            return
        desk, meeting = self.workspace.desk, self._meeting.uid
        with_notes = self.tools.with_notes.isChecked()

        def export(progress: Progress) -> str:
            desk.briefs.write(meeting, output, with_notes=with_notes, progress=progress)
            return f"“{output.name}” is in the folder “{output.parent.name or output.parent}”."

        job = self.workspace.jobs.start("Exporting the brief", export)
        job.succeeded.connect(self.workspace.notices.tell)
        job.failed.connect(self._on_export_failed)

    @Slot(Exception)
    def _on_export_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.workspace.notices.fail(str(error))

    @Slot()
    def _on_print(self) -> None:
        if self._pdf is None:
            return
        try:
            with kept_for_a_moment(self._pdf, self.workspace.desk.home) as path:
                self.workspace.printer.print_pdf(path)
        except UserError as error:
            self.workspace.notices.fail(str(error))


def _contents_row(bookmark: Bookmark) -> ListRow:
    return ListRow(bookmark.title, is_strong=bookmark.level == 0)


def _substituted_words(characters: tuple[str, ...]) -> str:
    if not characters:
        return ""
    shown = " ".join(characters[:_SHOWN_CHARACTERS])
    more = " and others" if len(characters) > _SHOWN_CHARACTERS else ""
    return (
        f"The brief’s typeface does not have these characters: {shown}{more}. "
        "Each is printed as its code point, so that nothing is lost."
    )
