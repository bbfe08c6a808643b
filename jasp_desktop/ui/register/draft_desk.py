"""Keeps on the disk what is typed into forms, and offers what an earlier run left there."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from jasp_desktop.domain.errors import UserError
from jasp_desktop.services.form_drafts import FormDraft
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.register.aside import PutAside
from jasp_desktop.ui.workspace import Workspace

_WITHIN_MS = 1_000
"""How long what is typed may be missing from the disk, while a person goes on typing too."""


class DraftDesk(QObject):
    """Writes the forms that ``unsaved`` returns within a moment of a change.

    ``offered_changed`` comes when a form of an earlier run was restored or dropped.
    """

    offered_changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        unsaved: Callable[[], Mapping[Place, PutAside]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._unsaved = workspace, unsaved
        self.offered = workspace.desk.drafts.kept()
        self._own: tuple[FormDraft, ...] = ()
        self._on_disk = self.offered
        self._is_told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WITHIN_MS)
        self._timer.timeout.connect(self.keep)

    @Slot()
    def keep_soon(self) -> None:
        """Keep what is typed in a moment."""
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def keep(self) -> None:
        """Keep what is typed, now; a form as it is on the register is not kept."""
        self._timer.stop()
        known = {place_of(each): each for each in self._own}
        self._own = tuple(
            self._draft(place, form, known.get(place)) for place, form in self._unsaved().items()
        )
        self._write()

    def take(self, draft: FormDraft) -> None:
        """Offer a form no longer: it was restored, so it is among the unsaved, or dropped."""
        self.offered = tuple(each for each in self.offered if each is not draft)
        self.keep()
        self.offered_changed.emit()

    def let_go(self) -> None:
        """Keep only what is still offered: the person leaves the forms of this run."""
        self._timer.stop()
        self._own = ()
        self._write()

    def _draft(self, place: Place, form: PutAside, before: FormDraft | None) -> FormDraft:
        if before is not None and (before.name, before.typed) == (form.name, form.typed):
            return before
        return FormDraft(
            uid=place.uid,
            detail=place.detail,
            name=form.name,
            typed_at=self._workspace.now(),
            typed=form.typed,
        )

    def _write(self) -> None:
        drafts = (*self.offered, *self._own)
        if drafts == self._on_disk:
            return
        try:
            self._workspace.desk.drafts.keep(drafts)
        except UserError as error:
            # Said once, not at every key.
            if not self._is_told:
                self._workspace.notices.fail(str(error))
            self._is_told = True
            return
        self._on_disk, self._is_told = drafts, False


def place_of(draft: FormDraft) -> Place:
    """Return where a form was."""
    return Place(PageKey.REGISTER, draft.uid, draft.detail)
