"""What changed between two states of the register: since we last met, unless another is chosen."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup

from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.records import AgendaItem
from jasp_desktop.domain.register_changes import ChangeKind, Comparison, RegisterChange
from jasp_desktop.domain.register_states import Moment, MomentKind
from jasp_desktop.services.change_papers import printed_changes
from jasp_desktop.services.comparing import Point
from jasp_desktop.services.list_sheets import changes_sheet
from jasp_desktop.services.register import RegisterService
from jasp_desktop.ui.beside import Beside
from jasp_desktop.ui.changes.group import ChangeGroup
from jasp_desktop.ui.changes.side import ChangesSide, group_of_kind
from jasp_desktop.ui.kit.buttons import Chip
from jasp_desktop.ui.kit.cards import EmptyState
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.newest_work import NewestWork
from jasp_desktop.ui.page import Page, PrintedPage, ShownList
from jasp_desktop.ui.paper_buttons import PaperButtons
from jasp_desktop.ui.places import Crumb, PageKey, Place
from jasp_desktop.ui.two_panes import Pane, TwoPanes
from jasp_desktop.ui.workspace import Workspace

SINCE_LAST_MET = "What changed since we last met"
BETWEEN = "What changed"
_SIDE_WIDTH, _SIDE_LEAST, _PAGE_LEAST = 312, 240, 520
_HEAD_LEAST = 800
_NO_MOMENT = (
    "Nothing to compare yet. Once a meeting has been held, or a file has been imported, this page "
    "shows what changed since then: targets moved, actions closed, words changed, rows missing."
)
_SAME = "Nothing changed between these two."
_ELSEWHERE = "On no item of the agenda"
_FILES = "Registers (*.jasp *.json)"


class ChangesPage(Page):
    """Groups of changes at left, the changes themselves at right; every line opens its record."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._since: Point | None = None
        self._until: Point | None = None
        self._comparison: Comparison | None = None
        self._last_met: Moment | None = None
        self._agenda: Sequence[AgendaItem] = ()
        self._groups: list[ChangeGroup] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        appearance = self.workspace.appearance
        self.comparing = NewestWork(self.workspace.jobs, self)
        self.side = ChangesSide(appearance)
        self.sheet = ScrollPage(appearance, gap=Space.ROOM)
        self.sheet.setAccessibleName("Changes")
        self._build_head()
        self.empty = EmptyState(appearance, _NO_MOMENT, "Import a file", icon="file-input")
        self.same = Label(appearance, _SAME, Type.BODY, Colour.INK2, wrap=True)
        self.parts = Column(appearance, gap=Space.APART)
        self.sheet.body.add(self._head, self._chips, self.totals, self.empty, self.same, self.parts)
        self.panes = TwoPanes(
            appearance,
            Pane("What is compared", self.side, _SIDE_WIDTH, _SIDE_LEAST),
            Pane("Changes", self.sheet, None, _PAGE_LEAST),
        )
        self.outer.addWidget(self.panes)

    def _build_head(self) -> None:
        appearance = self.workspace.appearance
        self.title = Label(appearance, SINCE_LAST_MET, Type.H1, wrap=True)
        self.between = Label(appearance, "", Type.UI, Colour.INK2, wrap=True)
        self.paper = PaperButtons(self)
        above = Beside(
            appearance,
            self.title,
            self.paper,
            least=_HEAD_LEAST,
            gap=Space.CLOSE,
            stretches=(1, 0),
        )
        self._head = Column(appearance, gap=Space.HAIR)
        self._head.add(above, self.between)
        self.everything = Chip(appearance, "Everything")
        self.on_agenda = Chip(appearance, "On the next agenda")
        self.by_item = Chip(appearance, "By agenda item")
        self._chosen = QButtonGroup(self)
        self._chips = Flow(appearance, gap=Space.CLOSE)
        for chip in (self.everything, self.on_agenda, self.by_item):
            chip.setCheckable(True)
            self._chosen.addButton(chip)
            self._chips.add(chip)
        self.everything.setChecked(True)
        self.totals = Column(appearance, gap=Space.HAIR)

    def _connect(self) -> None:
        self.side.moments_chosen.connect(self._on_moments_chosen)
        self.side.file_wanted.connect(self._on_file_wanted)
        self.side.group_chosen.connect(self._on_group_chosen)
        self.comparing.answered.connect(self._on_compared)
        self.comparing.refused.connect(self._on_refused)
        self.comparing.stopped.connect(self._on_stopped)
        self._chosen.buttonClicked.connect(self._show_parts)
        self.empty.stepped.connect(self._on_import_asked)

    @Slot()
    def reload(self) -> None:
        """Compare again, in the worker; what is shown stays until it is done."""
        service, register = self.workspace.desk.comparing, self.workspace.desk.register
        moments = service.moments()
        self._last_met = service.since_last_meeting()
        self._keep_choice(moments)
        self.side.offer(moments, self._since, self._until)
        has_any = self._since is not None
        self.empty.setVisible(not has_any)
        self.side.setEnabled(has_any)
        if not has_any:
            self._show_nothing()
            return
        since, until = cast("Point", self._since), cast("Point", self._until)

        def work(progress: Progress) -> tuple[Comparison, Sequence[AgendaItem]]:
            return service.compare(since, until, progress), _coming_agenda(register)

        self.comparing.ask("Comparing two states of the register", work)

    def _keep_choice(self, moments: Sequence[Moment]) -> None:
        """Keep the moments that are chosen while they are there, else take the usual ones."""
        now = moments[0]
        if isinstance(self._since, Moment) and self._since not in moments:
            self._since = None
        if self._since is None:
            self._since = self._last_met or (moments[-1] if len(moments) > 1 else None)
        is_now = isinstance(self._until, Moment) and self._until.kind is MomentKind.NOW
        if self._until is None or is_now or self._until not in moments:
            self._until = now

    def _show_nothing(self) -> None:
        self._comparison = None
        self.parts.clear()
        self.totals.clear()
        self._groups.clear()
        self.side.show_groups(())
        for part in (self._chips, self.paper, self.same):
            part.hide()
        self.between.setText("")

    @Slot(object)
    def _on_compared(self, answer: object) -> None:
        self._comparison, self._agenda = cast("tuple[Comparison, Sequence[AgendaItem]]", answer)
        self._show_parts()

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        if sentence:
            self.workspace.notices.fail(sentence)
        if isinstance(self._since, Path):
            # A file that cannot be compared with is not left standing as what is compared.
            self._since = None
            self.reload()

    @Slot()
    def _on_stopped(self) -> None:
        self.workspace.notices.tell("Stopped. What is shown is what was compared before.")

    @Slot()
    def _show_parts(self) -> None:
        comparison = self._comparison
        if comparison is None:
            return
        self._show_head(comparison)
        agenda = self._agenda
        on_agenda = [
            each for part in comparison.by_agenda_item(agenda) if part.item for each in part.changes
        ]
        self.everything.set_count(len(comparison.changes))
        self.on_agenda.set_count(len(on_agenda))
        position = self.sheet.position
        self.parts.clear()
        self._groups.clear()
        if self.by_item.isChecked():
            self._show_by_item(comparison, agenda)
        else:
            shown = on_agenda if self.on_agenda.isChecked() else comparison.changes
            self._show_by_kind(comparison, shown)
        self.same.setVisible(not self._groups)
        self.sheet.scroll_to(position)

    def _show_head(self, comparison: Comparison) -> None:
        is_now = isinstance(self._until, Moment) and self._until.kind is MomentKind.NOW
        is_usual = is_now and self._since == self._last_met
        self.title.setText(SINCE_LAST_MET if is_usual else BETWEEN)
        self.between.setText(f"{comparison.words}.")
        self._chips.show()
        self.paper.show()
        self.totals.clear()
        for name, tally in (
            ("Actions", comparison.totals.actions),
            ("Findings", comparison.totals.findings),
        ):
            words = f"{name}: {tally.words}"
            self.totals.add(
                Label(self.workspace.appearance, words, Type.SMALL, Colour.INK2, wrap=True)
            )

    def _show_by_kind(self, comparison: Comparison, changes: Sequence[RegisterChange]) -> None:
        lines = []
        for kind in ChangeKind:
            found = [change for change in changes if change.kind is kind]
            if found:
                self._add_group(kind.words, found, comparison, names_kinds=False)
                lines.append(group_of_kind(kind, len(found)))
        self.side.show_groups(lines)

    def _show_by_item(self, comparison: Comparison, agenda: Sequence[AgendaItem]) -> None:
        lines = []
        for part in comparison.by_agenda_item(agenda):
            title = f"{part.item.number}. {part.item.title}" if part.item else _ELSEWHERE
            self._add_group(title, part.changes, comparison, names_kinds=True)
            lines.append((title, None, len(part.changes)))
        self.side.show_groups(lines)

    def _add_group(
        self,
        title: str,
        changes: Sequence[RegisterChange],
        comparison: Comparison,
        *,
        names_kinds: bool,
    ) -> None:
        group = ChangeGroup(
            self.workspace.appearance,
            title,
            changes,
            comparison,
            self.workspace.navigator.open,
            names_kinds=names_kinds,
        )
        self._groups.append(group)
        self.parts.add(group)

    @property
    def comparison(self) -> Comparison | None:
        """Return what is shown; None before it is compared."""
        return self._comparison

    @property
    def groups(self) -> tuple[ChangeGroup, ...]:
        """Return the groups that are shown, in their order."""
        return tuple(self._groups)

    def crumbs(self) -> list[Crumb]:
        """Return the path to this page."""
        return [Crumb("Home", Place(PageKey.HOME)), Crumb(BETWEEN)]

    def shown_list(self) -> ShownList | None:
        """Return every change between the two states."""
        comparison = self._comparison
        if comparison is None:
            return None
        return ShownList(BETWEEN, lambda _progress: changes_sheet(comparison))

    def printed_page(self) -> PrintedPage | None:
        """Return every change between the two states, on paper."""
        comparison = self._comparison
        if comparison is None:
            return None
        return PrintedPage(BETWEEN, lambda progress: printed_changes(comparison, progress))

    def scroll_position(self) -> int:
        """Return how far it is scrolled."""
        return self.sheet.position

    def scroll_to(self, position: int) -> None:
        """Come back to a scroll position."""
        self.sheet.scroll_to(position)

    @Slot()
    def _on_moments_chosen(self) -> None:
        self._since = cast("Point", self.side.since.value)
        self._until = cast("Point", self.side.until.value)
        self.reload()

    @Slot()
    def _on_file_wanted(self) -> None:
        path = self.workspace.files.open_file("Choose a register to compare with", _FILES)
        if path is not None:
            self._since = path
            self.reload()

    @Slot(int)
    def _on_group_chosen(self, place: int) -> None:
        self.panes.show_right()
        self.sheet.show_top_of(self._groups[place])

    @Slot()
    def _on_import_asked(self) -> None:
        self.workspace.navigator.open(Place(PageKey.IMPORT))


def _coming_agenda(register: RegisterService) -> Sequence[AgendaItem]:
    """Return the items of the next meeting; none where none is planned."""
    home = register.home()
    coming = home.next_meeting if home is not None else None
    return register.agenda(coming.meeting.uid) if coming is not None else ()
