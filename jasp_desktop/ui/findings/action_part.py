"""One action in a dossier: whose it is, its promises, what shows that it is done, its updates."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.dossier import ActionStory
from jasp_desktop.domain.identity import PersonUid
from jasp_desktop.domain.marks import DATE_MOVED, DONE, NO_RESPONSE, OVERDUE, mark_for_force_status
from jasp_desktop.domain.promise_drawing import PromiseAxis
from jasp_desktop.domain.records import Update
from jasp_desktop.ui.findings import phrases
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, StatusWord
from jasp_desktop.ui.kit.planes import Column, Flow, Row
from jasp_desktop.ui.kit.promise_view import PromiseLineView
from jasp_desktop.ui.kit.prose import Prose
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type


class ActionPart(Column):
    """An action; the words come first, the drawing second. ``edit_asked`` carries its uid."""

    edit_asked = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        story: ActionStory,
        axis: PromiseAxis | None,
        names: Mapping[PersonUid, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, gap=Space.SNUG, parent=parent)
        self._story = story
        self.setAccessibleName(f"Action {self.reference}".strip())
        self._add_heading()
        self.add(Prose(appearance, story.action.text, Type.BODY))
        self.add(Label(appearance, phrases.owner_words(story), Type.SMALL, Colour.INK2, wrap=True))
        if axis is not None and story.line.promises:
            self.add_space(Space.TIGHT)
            self.add(PromiseLineView(appearance, story.line, axis))
        else:
            self.add(Label(appearance, "No date was promised.", Type.UI, Colour.INK2))
        self.add_space(Space.TIGHT)
        self._add_evidence(names)
        self._add_risk()
        self._add_updates()

    @property
    def reference(self) -> str:
        """Return how the action is named."""
        action = self._story.action
        return action.reference or action.tracker_reference or ""

    def _add_heading(self) -> None:
        appearance, story = self.appearance, self._story
        words = Flow(appearance, gap=Space.GAP, line_gap=Space.HAIR)
        if self.reference:
            words.add(Label(appearance, self.reference, Type.UI_BOLD))
        if attention := phrases.attention_of(story):
            mark = OVERDUE if story.line.overdue_days else DATE_MOVED
            words.add(StatusWord(appearance, mark, attention))
        status = phrases.status_of(story)
        if story.status is None:
            words.add(Label(appearance, status, Type.SMALL, Colour.INK2))
        else:
            words.add(StatusWord(appearance, mark_for_force_status(story.status), status))
        row = Row(appearance, gap=Space.GAP)
        row.add(words, stretch=1)
        if slip := story.line.slip_words:
            row.add(Label(appearance, slip, Type.SMALL, Colour.INK2))
        edit = Button(appearance, "Edit", ButtonKind.LINK, small=True)
        edit.setAccessibleName(f"Edit action {self.reference}".strip())
        edit.clicked.connect(lambda: self.edit_asked.emit(story.action.uid))
        row.add(edit)
        self.add(row)

    def _add_evidence(self, names: Mapping[PersonUid, str]) -> None:
        appearance, story = self.appearance, self._story
        for evidence in story.evidence:
            seen_by = names.get(evidence.seen_by) if evidence.seen_by else None
            words = f"Evidence: {phrases.evidence_words(evidence, seen_by)}"
            self.add(StatusWord(appearance, DONE, words, Type.UI, Colour.INK, wrap=True))
        if story.evidence:
            return
        words = f"No evidence recorded. {phrases.test_words(story)}"
        if story.is_open:
            # Not there yet is no fault: only closure needs evidence.
            self.add(Label(appearance, words, Type.UI, Colour.INK2, wrap=True))
        else:
            self.add(StatusWord(appearance, NO_RESPONSE, words, Type.UI, Colour.OVERDUE, wrap=True))

    def _add_risk(self) -> None:
        if words := phrases.risk_words(self._story):
            self.add(Label(self.appearance, words, Type.SMALL, Colour.INK2, wrap=True))

    def _add_updates(self) -> None:
        updates = self._story.updates
        if not updates:
            self.add(Label(self.appearance, "No update recorded.", Type.UI, Colour.INK2))
            return
        self.add(UpdatePart(self.appearance, updates[0], "Latest update"))
        if len(updates) > 1:
            self.add(EarlierUpdates(self.appearance, updates[1:]))


class UpdatePart(Column):
    """What the force said in one round."""

    def __init__(self, appearance: Appearance, update: Update, name: str) -> None:
        super().__init__(appearance, gap=Space.HAIR)
        said = phrases.update_heading(update.as_at, update.author)
        heading = Flow(appearance, gap=Space.CLOSE, line_gap=Space.NONE)
        heading.add(
            Label(appearance, name, Type.SMALL_BOLD),
            Label(appearance, said, Type.SMALL, Colour.INK2),
        )
        self.add(heading, Prose(appearance, update.text, Type.BODY))


class EarlierUpdates(Column):
    """The updates before the latest, folded away until somebody asks."""

    def __init__(self, appearance: Appearance, updates: tuple[Update, ...]) -> None:
        super().__init__(appearance, gap=Space.CLOSE)
        self._updates = updates
        self._is_open = False
        self.fold = Button(
            appearance, self._words(), ButtonKind.LINK, icon="chevron-down", small=True
        )
        self._list = Column(appearance, gap=Space.CLOSE)
        self._list.hide()
        self.fold.clicked.connect(self._on_fold)
        row = Row(appearance)
        row.add(self.fold)
        row.add_stretch()
        self.add(row, self._list)

    def _words(self) -> str:
        count = len(self._updates)
        what = "1 earlier update" if count == 1 else f"{count} earlier updates"
        return f"Hide {what}" if self._is_open else f"Show {what}"

    def _on_fold(self) -> None:
        self._is_open = not self._is_open
        self.fold.set_words(self._words())
        if self._is_open:
            # Made when asked for: a long story would slow every dossier down.
            for update in self._updates:
                self._list.add(UpdatePart(self.appearance, update, "Update"))
        else:
            self._list.clear()
        self._list.setVisible(self._is_open)
