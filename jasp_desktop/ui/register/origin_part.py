"""Where a record comes from, and everything that was done to it since."""

from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.identity import Uid
from jasp_desktop.domain.journal import Trace
from jasp_desktop.domain.record_fields import table_of
from jasp_desktop.domain.records import ImportBatch, Record, StatusEvent, TargetChange, Update
from jasp_desktop.domain.uid_origins import is_imported, made_by_hand_at
from jasp_desktop.services.editing import EditingService
from jasp_desktop.services.register import RegisterService
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, SectionHeading
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.register.trace_words import before_words, trace_words

_MOST = 12


class OriginPart(Column):
    """Each act in a sentence, the newest first, with what stood there before it."""

    def __init__(
        self,
        appearance: Appearance,
        register: RegisterService,
        editing: EditingService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, gap=Space.CLOSE, parent=parent)
        self._register, self._editing = register, editing
        self.lines = Column(appearance, gap=Space.GAP)
        self.add(SectionHeading(appearance, "Where it comes from"), self.lines)

    def show_record(self, record: Record) -> None:
        """Show where another record comes from."""
        self.show()
        self.lines.clear()
        origin = self._register.origin(table_of(record), Uid(record.uid))
        for trace in origin.traces[:_MOST]:
            self.lines.add(self._trace(trace))
        if len(origin.traces) > _MOST:
            more = f"and {len(origin.traces) - _MOST:,} earlier changes"
            self.lines.add(Label(self.appearance, more, Type.SMALL, Colour.INK2))
        if origin.added is None:
            words = self._sentence(record)
            self.lines.add(Label(self.appearance, words, Type.UI, Colour.INK2, wrap=True))

    def _trace(self, trace: Trace) -> Column:
        entry = Column(self.appearance, gap=Space.HAIR)
        entry.add(Label(self.appearance, trace_words(trace), Type.UI, wrap=True))
        for words in before_words(self._editing, trace):
            entry.add(Label(self.appearance, words, Type.SMALL, Colour.INK2, wrap=True))
        return entry

    def _sentence(self, record: Record) -> str:
        """Say what the record itself tells, where the journal does not reach back so far."""
        if isinstance(record, ImportBatch):
            return f"The program wrote this when “{record.file}” was imported."
        if isinstance(record, TargetChange | Update | StatusEvent) and record.batch:
            batch = self._editing.record("import_batch", record.batch)
            if isinstance(batch, ImportBatch):
                return f"Imported from “{batch.file}” on {in_words(batch.at.date())}."
        made = made_by_hand_at(Uid(record.uid))
        if made is not None:
            return f"Typed by hand on {in_words(made.date())}."
        if is_imported(Uid(record.uid)):
            return "Read from a file that was imported."
        return "Came with a register that was imported."
