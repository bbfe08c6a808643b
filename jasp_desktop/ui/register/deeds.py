"""What the secretariat can write down from a record's own page: links into the register's forms."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.identity import ActionUid, FindingUid, Uid
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.places import Place
from jasp_desktop.ui.register.addresses import Added, new_place, record_place
from jasp_desktop.ui.register.pickers import Finder
from jasp_desktop.ui.workspace import Workspace


class RecordDeeds(Column):
    """“Edit” and what can be added to one record, as quiet links; ``adds`` are words and fields."""

    def __init__(
        self,
        workspace: Workspace,
        table: str,
        adds: Sequence[tuple[str, str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace.appearance, gap=Space.TIGHT, parent=parent)
        self._workspace, self._table = workspace, table
        self._uid = ""
        self.links = Flow(self.appearance, gap=Space.ROOM, line_gap=Space.TIGHT)
        self.edit = self._link("Edit")
        self.edit.clicked.connect(self._on_edit)
        for words, other, field in adds:
            link = self._link(words)
            link.clicked.connect(
                lambda _checked=False, other=other, field=field: self._go_to_new(other, field)
            )
        self.add(self.links)

    def _link(self, words: str) -> Button:
        link = Button(self.appearance, words, ButtonKind.LINK, small=True)
        self.links.add(link)
        return link

    def show_record(self, uid: str) -> None:
        """Be about another record."""
        self._uid = uid

    def _on_edit(self) -> None:
        self._open(record_place(self._table, self._uid))

    def _go_to_new(self, other: str, field: str) -> None:
        is_about_it = bool(field)
        added = Added(other, field, self._table, Uid(self._uid)) if is_about_it else Added(other)
        self._open(new_place(added))

    def _open(self, place: Place) -> None:
        self._workspace.navigator.open(place)


class FindingDeeds(RecordDeeds):
    """Those of a finding, which can also be linked to an action that is there already."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        adds = (
            ("Record a status", "status_event", "subject"),
            ("Add an action", "action", "findings"),
        )
        super().__init__(workspace, "finding", adds, parent)
        self.link = self._link("Link an action")
        self.finder = Finder(workspace.appearance, workspace.desk.editing, "action to link")
        self.finder.hide()
        self.add(self.finder)
        self.link.clicked.connect(self._on_link)
        self.finder.picked.connect(self._on_picked)
        self.finder.closed.connect(self._close)

    def show_record(self, uid: str) -> None:
        """Be about another finding."""
        if uid != self._uid:
            self.finder.hide()
        super().show_record(uid)

    def _on_link(self) -> None:
        self.finder.find_in("action")
        self.finder.show()
        self.finder.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_picked(self, action: str) -> None:
        self._close()
        finding = FindingUid(Uid(self._uid))
        try:
            act = self._workspace.desk.editing.linked(ActionUid(Uid(action)), finding)
            self._workspace.acts.do(act)
        except UserError as error:
            self._workspace.notices.fail(str(error))

    def _close(self) -> None:
        self.finder.hide()
        self.link.setFocus(Qt.FocusReason.OtherFocusReason)


def report_deeds(workspace: Workspace) -> RecordDeeds:
    """Return the deeds of a report."""
    return RecordDeeds(
        workspace,
        "report",
        (
            ("Add a finding", "finding", "report"),
            ("Add a judgement", "judgement", "report"),
            ("Add a response", "response", "reports"),
            # A phase is the whole force's, and is found out from reports and letters.
            ("Record a monitoring phase", "phase", ""),
        ),
    )


def meeting_deeds(workspace: Workspace) -> RecordDeeds:
    """Return the deeds of a meeting."""
    return RecordDeeds(
        workspace,
        "meeting",
        (("Add an agenda item", "agenda_item", "meeting"),),
    )
