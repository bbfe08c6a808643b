"""The form, and in its place what is asked about a record as a whole: remove, merge, split."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from jasp_desktop.domain.changes import Act
from jasp_desktop.domain.errors import InvalidInput, UserError
from jasp_desktop.domain.field_words import table_words
from jasp_desktop.domain.record_fields import table_of
from jasp_desktop.domain.record_links import Reference
from jasp_desktop.domain.records import Record
from jasp_desktop.ui.kit.cards import EmptyState
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.places import PageKey, Place
from jasp_desktop.ui.register.merge_view import MergeView
from jasp_desktop.ui.register.record_head import READ_AT
from jasp_desktop.ui.register.record_pane import RecordPane
from jasp_desktop.ui.register.remove_view import RemoveView
from jasp_desktop.ui.register.split_view import SplitView, gone_with
from jasp_desktop.ui.workspace import Workspace


class FormStack(QStackedWidget):
    """One view at a time; ``form_shown`` comes when the form is back."""

    form_shown = Signal()

    def __init__(
        self, workspace: Workspace, pane: RecordPane, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._pane = workspace, pane
        look = workspace.appearance
        self.empty = EmptyState(look, "", "", icon="plus", is_primary=True)
        self.empty.set_margins(Space.MARGIN, Space.MARGIN, Space.MARGIN, Space.MARGIN)
        self.remove_view = RemoveView(look)
        self.merge_view = MergeView(look, workspace.desk)
        self.split_view = SplitView(look, workspace.desk)
        asking = (self.remove_view, self.merge_view, self.split_view)
        for view in (pane, self.empty, *asking):
            self.addWidget(view)
        for view in asking:
            view.left.connect(self.show_form)
        self._connect()

    def _connect(self) -> None:
        head = self._pane.head
        head.reading_asked.connect(self._on_reading_asked)
        head.removal_asked.connect(self._on_removal_asked)
        head.merge_asked.connect(self._on_merge_asked)
        head.split_asked.connect(self._on_split_asked)
        self.remove_view.confirmed.connect(self._on_removed)
        self.merge_view.confirmed.connect(self._on_merged)
        self.split_view.confirmed.connect(self._on_split)

    @property
    def shows_form(self) -> bool:
        """Tell whether the form is what is shown."""
        return self.currentWidget() is self._pane

    @Slot()
    def show_form(self) -> None:
        """Show the form."""
        self.setCurrentWidget(self._pane)
        self.form_shown.emit()

    def show_empty(self, table: str, *, can_add: bool) -> None:
        """Say what would be here, and offer to add the first."""
        words = table_words(table)
        self.empty.sentence.setText(f"Nothing to show. {words.about}")
        self.empty.step.setVisible(can_add)
        self.empty.step.set_words(f"Add the first {words.one.lower()}")
        self.setCurrentWidget(self.empty)

    @Slot()
    def _on_reading_asked(self) -> None:
        record = self._pane.record
        if record is not None:
            page = PageKey(READ_AT[table_of(record)])
            self._workspace.navigator.open(Place(page, record.uid))

    @Slot()
    def _on_removal_asked(self) -> None:
        record = self._pane.record
        if record is None:
            return
        try:
            removal = self._workspace.desk.joining.removal(record)
        except UserError as error:
            self._workspace.notices.fail(str(error))
            return
        self.setCurrentWidget(self.remove_view)
        self.remove_view.show_removal(record, self._pane.name, removal)

    @Slot()
    def _on_removed(self) -> None:
        record = self._pane.record
        if record is not None:
            self._do(lambda: self._workspace.desk.joining.removal(record).act)

    @Slot()
    def _on_merge_asked(self) -> None:
        if self._pane.record is not None:
            self.setCurrentWidget(self.merge_view)
            self.merge_view.begin(self._pane.record, self._pane.name)

    @Slot(object, object)
    def _on_merged(self, lost: Record, theirs: tuple[str, ...]) -> None:
        kept = self._pane.record
        if kept is not None:
            self._do(lambda: self._workspace.desk.joining.merged(kept, lost, theirs))

    @Slot()
    def _on_split_asked(self) -> None:
        if self._pane.record is not None:
            self.setCurrentWidget(self.split_view)
            self.split_view.begin(self._pane.record, self._pane.name)

    @Slot(object, object, object)
    def _on_split(self, rest: Record, new: Record, fates: dict[Reference, object]) -> None:
        original = self._pane.record
        if original is None:
            return
        try:
            act = self._workspace.desk.joining.split(
                original,
                rest,
                new,
                going=gone_with(fates, both=False),
                both=gone_with(fates, both=True),
            )
        except InvalidInput as error:
            self.split_view.show_fault(str(error))
            return
        self._do(lambda: act)

    def _do(self, plan: Callable[[], Act[Record]]) -> None:
        try:
            self._workspace.acts.do(plan())
        except UserError as error:
            self._workspace.notices.fail(str(error))
            return
        # Taking the last record away has left an empty table.
        if self.currentWidget() is not self.empty:
            self.show_form()
