"""A band that offers forms which were being filled in when the program ended."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.dates import in_words
from jasp_desktop.services.form_drafts import FormDraft
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type


class DraftBar(Column):
    """Offers one form at a time; ``restored`` and ``dropped`` carry it with the answer."""

    restored = Signal(object)
    dropped = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        margins = (Space.ROOM, Space.CLOSE, Space.ROOM, Space.CLOSE)
        super().__init__(
            appearance,
            Colour.MOVED_SOFT,
            gap=Space.TIGHT,
            margins=margins,
            bar=Colour.MOVED,
            parent=parent,
        )
        self.setAccessibleName("Forms from before the program ended")
        self._draft: FormDraft | None = None
        self.words = Label(appearance, "", Type.UI, wrap=True)
        self.restore = Button(appearance, "Restore", small=True)
        self.drop = Button(appearance, "Drop", small=True)
        self.more = Label(appearance, "", Type.SMALL, Colour.INK2)
        answers = Flow(appearance, gap=Space.GAP)
        answers.add(self.restore, self.drop, self.more)
        self.add(self.words, answers)
        self.restore.clicked.connect(lambda: self.restored.emit(self._draft))
        self.drop.clicked.connect(lambda: self.dropped.emit(self._draft))
        self.hide()

    def show_drafts(self, drafts: Sequence[FormDraft]) -> None:
        """Offer the first of these and say how many follow; none hides the band."""
        self._draft = drafts[0] if drafts else None
        if self._draft is not None:
            name, here = self._draft.name, self._draft.typed_at.astimezone()
            when = f"{in_words(here.date())}, {here:%H:%M}"
            self.words.setText(f"You were editing “{name}” on {when}. It was not saved.")
            self.restore.setAccessibleName(f"Restore what you typed for “{name}”")
            self.drop.setAccessibleName(f"Drop what you typed for “{name}”")
        self.more.setText(f"{len(drafts) - 1:,} more to follow")
        self.more.setVisible(len(drafts) > 1)
        self.setVisible(bool(drafts))
