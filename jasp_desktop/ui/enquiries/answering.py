"""What a member answers to a line of enquiry: a question of their own, or a reason why not."""

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.prompts.prompt import Prompt
from jasp_desktop.domain.records import Subject
from jasp_desktop.ui.workspace import Workspace


class PromptAnswers:
    """Carries the two answers out; each can be undone."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def started(self) -> frozenset[str]:
        """Return the prompts from which a draft question of the member’s began, by their keys."""
        drafts = self._workspace.desk.notebook.drafts()
        return frozenset(draft.from_prompt for draft in drafts if draft.from_prompt)

    def start(self, prompt: Prompt, subject: Subject, label: str) -> None:
        """Draft a question on a record, with the line of enquiry for its first words."""
        # A text box turns spaces that do not break into plain ones: these words are for typing on.
        line = prompt.found.line.replace("\u00a0", " ")
        act = self._workspace.desk.notebook.new_question(
            subject,
            label,
            line,
            prompt.rule.kind,
            from_prompt=prompt.identity,
        )
        try:
            self._workspace.acts.write(act)
        except UserError as error:
            self._workspace.notices.fail(str(error))
            return
        self._workspace.notices.tell(
            "A draft question stands in your notebook. Make the words your own."
        )

    def set_aside(self, prompt: Prompt, reason: str) -> None:
        """Set a prompt aside until its facts change.

        Raises:
            UserError: There is no reason, or it could not be kept.
        """
        self._workspace.acts.write(self._workspace.desk.notebook.set_aside(prompt, reason))
        self._workspace.notices.tell(
            "Set aside until the facts change. It stands under Lines of enquiry, Set aside."
        )
