"""What stands in place of the table when no finding is listed, and the next step."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.listings import FindingFilter, FindingQuery
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.cards import EmptyState
from jasp_desktop.ui.kit.planes import Column

_NONE = {
    FindingFilter.ALL: "There are no findings here.",
    FindingFilter.OPEN: "No finding is open: the force has closed every one.",
    FindingFilter.OVERDUE: "No finding has an open action whose target has passed.",
    FindingFilter.DATE_MOVED: "No finding has an action whose date was moved.",
    FindingFilter.NO_RESPONSE: "Every open finding that asks for a response has one.",
    FindingFilter.CLOSED: "No finding is closed yet.",
    FindingFilter.CLOSED_WITHOUT_EVIDENCE: "Every closed finding has evidence recorded.",
    FindingFilter.WITH_QUESTIONS: "The panel has no question about any finding here.",
}
_NOTHING_YET = (
    "No findings yet. The findings of inspection reports appear here once a letter, "
    "a report page or a register has been imported."
)


class NoFindings(Column):
    """One sentence for each reason, and a step that leads on."""

    widened = Signal()
    import_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent=parent)
        self.narrow = EmptyState(appearance, "", "Show all findings", icon="list")
        self.nothing = EmptyState(
            appearance, _NOTHING_YET, "Import a file", icon="file-input", is_primary=True
        )
        self.narrow.stepped.connect(self.widened)
        self.nothing.stepped.connect(self.import_asked)
        self.add(self.narrow, self.nothing)
        self.add_stretch()

    def show_reason(self, query: FindingQuery, *, is_register_empty: bool) -> None:
        """Say why nothing is listed."""
        sentence = _NONE[query.filter]
        if query.words:
            sentence = f"No finding in this list holds “{query.words}”."
        self.narrow.sentence.setText(sentence)
        self.narrow.step.setVisible(query.filter is not FindingFilter.ALL or bool(query.words))
        self.narrow.setVisible(not is_register_empty)
        self.nothing.setVisible(is_register_empty)
