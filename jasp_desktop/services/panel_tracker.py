"""The panel's own action tracker: see what is owed, close an entry, carry one on, add one."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.errors import InvalidInput
from jasp_desktop.domain.identity import PanelActionUid, PersonUid, made_uid
from jasp_desktop.domain.panel_tracker import TrackerEntry, in_order, next_action_number
from jasp_desktop.domain.records import PanelAction, Person, Record
from jasp_desktop.exchange.sheets_out.tables import (
    ColumnRole,
    SheetColumn,
    SheetLine,
    SheetTable,
)
from jasp_desktop.services.editing import EditingService
from jasp_desktop.store import register
from jasp_desktop.store.database import Database
from jasp_desktop.store.panel_tracker import tracker_entries


class PanelTrackerService:
    """The tracker of one register. What is late is judged by the date of the data."""

    def __init__(
        self, database: Database, editing: EditingService, now: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._editing = editing
        self._now = now

    def entries(self) -> list[TrackerEntry]:
        """Return every entry, what is longest overdue first and what is closed last."""
        with self._database.reading() as session:
            panel = register.read_panel(session)
            judged_by = (panel.as_at if panel else None) or self._now().date()
            return in_order(tracker_entries(session, judged_by))

    def owners(self) -> list[Person]:
        """Return everybody who may owe the panel something, by name."""
        with self._database.reading() as session:
            return sorted(register.read_records(session, Person), key=lambda each: each.name)

    def next_number(self) -> str:
        """Return the number of the next entry, such as “Action 012”."""
        return next_action_number(self._numbers())

    def added(
        self, text: str, *, owner: PersonUid | None = None, due: date | None = None
    ) -> Act[Record]:
        """Plan to add an entry under the next number.

        Raises:
            InvalidInput: It says nothing.
        """
        words = text.strip()
        if not words:
            raise InvalidInput("text", "Write what is to be done.")
        action = PanelAction(
            uid=PanelActionUid(made_uid()),
            number=self.next_number(),
            text=words,
            owner=owner,
            due=due,
        )
        return replace(self._editing.kept(None, action), words=f"Add {action.number}")

    def closed(self, action: PanelAction, outcome: str, on: date) -> Act[Record]:
        """Plan to close an entry with what came of it.

        Raises:
            InvalidInput: Nothing is said of the outcome, or it is closed already.
        """
        words = outcome.strip()
        if action.closed_on is not None:
            raise InvalidInput("outcome", f"{action.number} is closed already.")
        if not words:
            raise InvalidInput("outcome", "Write what came of it.")
        after = replace(action, outcome=words, closed_on=on)
        return replace(self._editing.kept(action, after), words=f"Close {action.number}")

    def opened_again(self, action: PanelAction) -> Act[Record]:
        """Plan to open a closed entry again; what was said of its outcome stays."""
        after = replace(action, closed_on=None)
        return replace(self._editing.kept(action, after), words=f"Open {action.number} again")

    def carried(self, action: PanelAction, due: date | None, on: date) -> Act[Record]:
        """Plan to carry an entry on under the next number: the old one is closed and says so.

        Raises:
            InvalidInput: It is closed already.
        """
        if action.closed_on is not None:
            raise InvalidInput("due", f"{action.number} is closed already.")
        number = self.next_number()
        outcome = f"Not done. Carried forward as {number}."
        if action.outcome:
            outcome = f"{action.outcome}\n{outcome}"
        ended = replace(action, outcome=outcome, closed_on=on)
        new = replace(
            action,
            uid=PanelActionUid(made_uid()),
            number=number,
            due=due,
            outcome=None,
            carried_from=action.uid,
        )
        changes = (Change[Record](action, ended), Change[Record](None, new))
        return Act(f"Carry {action.number} on as {number}", changes)

    def _numbers(self) -> list[str]:
        with self._database.reading() as session:
            return [each.number for each in register.read_records(session, PanelAction)]


def tracker_sheet(entries: Iterable[TrackerEntry]) -> SheetTable:
    """Return entries as a table for a spreadsheet, in the order given."""
    columns = (
        SheetColumn("Number", ColumnRole.NAME),
        SheetColumn("What is to be done"),
        SheetColumn("Owner"),
        SheetColumn("Due"),
        SheetColumn("Days overdue"),
        SheetColumn("Outcome"),
        SheetColumn("Closed on"),
        SheetColumn("Carried from"),
        SheetColumn("Carried to"),
        SheetColumn("Question"),
    )
    return SheetTable("Panel’s actions", columns, [_line(entry) for entry in entries])


def _line(entry: TrackerEntry) -> SheetLine:
    action = entry.action
    return (
        action.number,
        action.text,
        entry.owner,
        action.due,
        entry.overdue_days or None,
        action.outcome,
        action.closed_on,
        entry.carried_from,
        entry.carried_to,
        entry.asked.text if entry.asked else None,
    )
