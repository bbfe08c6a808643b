"""One line of enquiry to read: its card, where it belongs, and why the program looks for it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.notebook import DismissedPrompt
from jasp_desktop.domain.prompts.prompt import Prompt
from jasp_desktop.domain.prompts.rules import rule_named
from jasp_desktop.domain.records import Subject
from jasp_desktop.ui.enquiries.answering import PromptAnswers
from jasp_desktop.ui.enquiries.entries import Entry, title_of
from jasp_desktop.ui.enquiries.slot import EnquirySlot
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.cards import EmptyState
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, SectionHeading
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.prose import Prose
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.tab_order import follow_layout
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.workspace import Workspace

_WIDEST = 680
_MOST_LINKS = 12


class EnquiryReading(ScrollPage):
    """Shows an entry; ``brought_back`` carries one that was set aside and shall stand again."""

    brought_back = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.appearance, gap=Space.ROOM, widest=_WIDEST, parent=parent)
        self._workspace = workspace
        self._entry: Entry | None = None
        self._answers = PromptAnswers(workspace)
        self.subject: Subject | None = None
        self.label = ""
        self.setAccessibleName("Line of enquiry")
        self.slot = EnquirySlot(workspace.appearance, self._answers)
        self._rest = Column(workspace.appearance, gap=Space.NEAR)
        self._links = Column(workspace.appearance, gap=Space.TIGHT)
        self.body.add(self.slot, self._links, self._rest)

    def show_entry(self, entry: Entry | None, started: frozenset[str], nothing: str) -> None:
        """Show an entry; without one, say why there is none."""
        if entry != self._entry or entry is None:
            self._entry = entry
            self.subject, self.label = self._about(entry)
            self._links.clear()
            self._rest.clear()
            self._add_rest(entry, nothing)
            self.scroll_to(0)
        prompts = [entry] if isinstance(entry, Prompt) else []
        self.slot.show_prompts(prompts, started, self.subject, self.label)
        follow_layout(self.body)

    def _about(self, entry: Entry | None) -> tuple[Subject | None, str]:
        """Return the record a question is about: the finding, or the meeting of its own."""
        if entry is None or isinstance(entry, DismissedPrompt):
            return None, ""
        own = entry.found.subject
        if own.table == "meeting" or not entry.findings:
            return own, entry.found.label
        named = self._workspace.desk.prompting.names_of(entry.findings[:1])
        return Subject("finding", entry.findings[0]), named.get(entry.findings[0], "")

    def _add_rest(self, entry: Entry | None, nothing: str) -> None:
        if entry is None:
            self._rest.add(EmptyState(self.appearance, nothing))
        elif isinstance(entry, Prompt):
            self._add_links(entry)
            self._add_reasoning(entry.rule.name)
        else:
            self._add_aside(entry)
            self._add_reasoning(entry.rule)

    def _add_links(self, prompt: Prompt) -> None:
        if prompt.found.subject.table == "meeting":
            place = Place(PageKey.MEETING, prompt.found.subject.uid)
            self._link(f"Open the {prompt.found.label[:1].lower()}{prompt.found.label[1:]}", place)
        names = self._workspace.desk.prompting.names_of(prompt.findings[:_MOST_LINKS])
        for uid, name in names.items():
            self._link(f"Open {name}", Place(PageKey.FINDING, uid))
        if (left := len(prompt.findings) - len(names)) > 0:
            words = f"and {left:,} more findings"
            self._links.add(Label(self.appearance, words, Type.SMALL, Colour.INK2))

    def _link(self, words: str, place: Place) -> None:
        link = Button(self.appearance, words, ButtonKind.LINK)
        link.clicked.connect(lambda: self._workspace.navigator.open(place))
        row = Row(self.appearance)
        row.add(link)
        row.add_stretch()
        self._links.add(row)

    def _add_aside(self, entry: DismissedPrompt) -> None:
        appearance = self.appearance
        when = f"set aside on {in_words(entry.at.date())}"
        self._rest.add(
            SectionHeading(appearance, title_of(entry), entry.label),
            Label(appearance, f"Not relevant because, {when}:", Type.UI_BOLD, wrap=True),
            Prose(appearance, entry.reason, Type.BODY),
            Label(appearance, "It rested on:", Type.UI_BOLD),
            *(
                Label(appearance, fact, Type.UI, Colour.INK2, wrap=True)
                for fact in entry.quote.splitlines()
            ),
        )
        back = Button(appearance, "Bring back", icon="history")
        back.clicked.connect(self._on_back)
        row = Row(appearance)
        row.add(back)
        row.add_stretch()
        self._rest.add(row)

    def _add_reasoning(self, name: str) -> None:
        rule = rule_named(name)
        if rule is not None:
            self._rest.add(
                SectionHeading(self.appearance, "Why the program looks for this"),
                Prose(self.appearance, rule.reasoning, Type.BODY),
                Label(self.appearance, f"Kind of question: {rule.kind.words}", Type.UI, wrap=True),
            )

    @Slot()
    def _on_back(self) -> None:
        self.brought_back.emit(self._entry)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
