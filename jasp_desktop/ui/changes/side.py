"""The side of the page: how many changes, between which moments, and of which kinds."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.change_marks import mark_of_kind
from jasp_desktop.domain.marks import Mark
from jasp_desktop.domain.register_changes import ChangeKind
from jasp_desktop.domain.register_states import Moment
from jasp_desktop.ui.counting import counted
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Choice, Field
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.lead_line import LeadLine

_LETTERS = 24


class ChangesSide(ScrollPage):
    """Chooses the two moments; each group's line leads to it.

    ``moments_chosen`` comes when a person chose another moment, ``file_wanted`` when they want to
    compare with a file, ``group_chosen`` with the place of a group in the page.
    """

    moments_chosen = Signal()
    file_wanted = Signal()
    group_chosen = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(
            appearance, Colour.LIST, gap=Space.GAP, margin=Space.SIDE, widest=None, parent=parent
        )
        self.setAccessibleName("What is compared")
        self.title = Label(appearance, "What changed", Type.H2, wrap=True)
        self.since, self.until = Choice(appearance), Choice(appearance)
        for choice in (self.since, self.until):
            # A long name of a file must not make the pane wide.
            choice.keep_to(_LETTERS)
            choice.activated.connect(self._on_activated)
        self.file = Button(appearance, "Compare with a file…", icon="history", small=True)
        self.file.clicked.connect(self.file_wanted)
        self.groups = Column(appearance)
        self.body.add(self.title)
        self.body.add(Field(appearance, "Since", self.since))
        self.body.add(Field(appearance, "Until", self.until))
        self.body.add(self.file, self.groups)

    def offer(self, moments: Sequence[Moment], since: object, until: object) -> None:
        """Offer the moments there are; a file that is compared stands before them."""
        for choice, chosen in ((self.since, since), (self.until, until)):
            choice.clear()
            if chosen is not None and chosen not in moments:
                choice.addItem(_name(chosen), chosen)
            for moment in moments:
                choice.addItem(moment.words, moment)
            choice.choose(chosen)

    def show_groups(self, groups: Sequence[tuple[str, Mark | None, int]]) -> None:
        """Show a line for each group: its words, its mark and how many changes it holds."""
        self.groups.clear()
        for place, (words, mark, count) in enumerate(groups):
            line = LeadLine(self.appearance, words, mark=mark, right=f"{count:,}")
            line.clicked.connect(lambda _checked=False, at=place: self.group_chosen.emit(at))
            self.groups.add(line)
        self.title.setText(counted(sum(count for _, _, count in groups), "change"))

    @Slot(int)
    def _on_activated(self, _place: int) -> None:
        self.moments_chosen.emit()


def group_of_kind(kind: ChangeKind, count: int) -> tuple[str, Mark | None, int]:
    """Return the line of a kind of change."""
    return kind.words, mark_of_kind(kind), count


def _name(chosen: object) -> str:
    """Return what a file is called; of a moment that is gone, its words."""
    return chosen.words if isinstance(chosen, Moment) else f"“{getattr(chosen, 'name', chosen)}”"
