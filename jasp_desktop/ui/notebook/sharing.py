"""Sharing a draft: two files change, and one step takes it back."""

from jasp_desktop.domain.errors import UserError
from jasp_desktop.services.questions import Sharing
from jasp_desktop.services.register import RegisterService
from jasp_desktop.ui.notebook.steps import NotebookStep
from jasp_desktop.ui.workspace import Workspace

_WAIT = "The register is busy. Wait for it, then try again."


class SharedStep(NotebookStep):
    """A draft that went to the chair: the register has it first, then the notebook lets it go.

    Taken back, the notebook has it again before the register lets it go. Between the two it stands
    in both files, never in none.
    """

    def __init__(self, workspace: Workspace, sharing: Sharing) -> None:
        super().__init__(workspace, sharing.entered.words)
        self._sharing = sharing

    def forth(self) -> None:
        """Give it to the register and bin the draft.

        Raises:
            UserError: It was refused; nothing changed.
        """
        register, sharing = self._register(), self._sharing
        register.carry_out(sharing.entered)
        try:
            self._workspace.desk.notebook.carry_out(sharing.binned)
        except UserError:
            register.carry_out(sharing.entered.inverse)
            raise
        self._tell()

    def back(self) -> None:
        """Give it to the notebook again and take it off the register.

        Raises:
            UserError: It was refused; nothing changed.
        """
        register, sharing = self._register(), self._sharing
        self._workspace.desk.notebook.carry_out(sharing.binned.inverse)
        try:
            register.carry_out(sharing.entered.inverse)
        except UserError:
            self._workspace.desk.notebook.carry_out(sharing.binned)
            raise
        self._tell()

    def _register(self) -> RegisterService:
        if self._workspace.acts.is_busy:
            raise UserError(_WAIT)
        return self._workspace.desk.register

    def _tell(self) -> None:
        self._workspace.acts.notebook_changed.emit()
        self._workspace.acts.register_changed.emit()
