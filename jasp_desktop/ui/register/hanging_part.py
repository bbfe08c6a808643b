"""What belongs to a record, to open; and what can be added to it."""

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.field_words import field_words, table_words
from jasp_desktop.domain.form_parts import ADDED_FROM, LISTED_TABLES
from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.record_fields import table_of
from jasp_desktop.domain.record_lines import RecordLine
from jasp_desktop.domain.record_links import fields_that_name
from jasp_desktop.domain.records import Record
from jasp_desktop.services.editing import EditingService
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.buttons import Button
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, SectionHeading
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.record_line import RecordLine as LineButton
from jasp_desktop.ui.register.addresses import Added

_MOST = 12


class HangingPart(Column):
    """Who names a record, table by table; ``added`` asks for a new one."""

    opened = Signal(str, str)
    added = Signal(Added)

    def __init__(
        self, appearance: Appearance, editing: EditingService, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, gap=Space.CLOSE, parent=parent)
        self._editing = editing

    def show_record(self, record: Record) -> None:
        """Show what belongs to another record."""
        self.clear()
        places = self._editing.references_to(record)
        counts: defaultdict[tuple[str, str], list[Uid]] = defaultdict(list)
        for place in places:
            counts[place.table, place.field].append(place.uid)
        self.setVisible(bool(places) or table_of(record) in ADDED_FROM)
        self.add(SectionHeading(self.appearance, "What belongs to it", _total(len(places))))
        for table in LISTED_TABLES:
            for (other, field), uids in counts.items():
                if other == table:
                    fields = fields_that_name(table, table_of(record))
                    self._show_group(table, field, uids, is_one_of_several=len(fields) > 1)
        self._show_steps(record)

    def _show_group(
        self, table: str, field: str, uids: Sequence[Uid], *, is_one_of_several: bool
    ) -> None:
        words = table_words(table)
        heading = words.several if len(uids) > 1 else words.one
        if is_one_of_several:
            heading += f": “{field_words(table, field).name}”"
        self.add(Label(self.appearance, heading, Type.SMALL_BOLD, Colour.INK2, wrap=True))
        lines = Column(self.appearance)
        for line in self._editing.lines_named((table, uid) for uid in uids[:_MOST]):
            lines.add(self._line(line))
        self.add(lines)
        if len(uids) > _MOST:
            more = f"and {len(uids) - _MOST:,} more"
            self.add(Label(self.appearance, more, Type.SMALL, Colour.INK2))

    def _line(self, line: RecordLine) -> LineButton:
        # A status is its line's title; beside a date it stands with its mark at the right.
        is_status = line.mark is not None
        button = LineButton(
            self.appearance,
            line.reference if is_status else line.name,
            remark=line.kind,
            mark=line.mark,
            status=line.title if is_status else line.status,
        )
        button.clicked.connect(lambda: self.opened.emit(line.table, line.uid))
        return button

    def _show_steps(self, record: Record) -> None:
        steps = Flow(self.appearance, gap=Space.CLOSE)
        here = table_of(record)
        for table, field in ADDED_FROM.get(here, ()):
            one = "sub-finding" if field == "parent" else table_words(table).one.lower()
            button = Button(self.appearance, f"Add {one}", icon="plus", small=True)
            added = Added(table, field, here, record.uid)
            button.clicked.connect(lambda _checked=False, added=added: self.added.emit(added))
            steps.add(button)
        self.add(steps)


def _total(count: int) -> str:
    return f"{count:,}" if count else "nothing yet"
