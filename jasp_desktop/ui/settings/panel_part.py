"""Whose register this is, and how it counts working days."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.dates import MOST_CLEAR_DAYS
from jasp_desktop.domain.errors import InvalidInput, UserError
from jasp_desktop.domain.records import Panel
from jasp_desktop.ui.kit.buttons import Button, ButtonKind
from jasp_desktop.ui.kit.fields import Field, Line, TextBox
from jasp_desktop.ui.kit.labels import SectionHeading
from jasp_desktop.ui.kit.planes import Column, Flow
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.settings.holidays import FIELD, holidays_as_lines, holidays_typed
from jasp_desktop.ui.workspace import Workspace

_NOBODY = Panel(name="", force="")


class PanelPart(Column):
    """Fields of the panel; nothing changes before the button, and the change can be undone."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.appearance, gap=Space.ROOM, parent=parent)
        self._workspace = workspace
        self._shown: Panel | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        appearance = self.appearance
        self.name = Field(appearance, "Name of the panel", Line(appearance))
        self.force = Field(appearance, "Force", Line(appearance))
        self.pcc_title = Field(
            appearance,
            "Title of the commissioner",
            Line(appearance),
            "As it stands in letters, such as Police and Crime Commissioner",
        )
        self.lead_days = Field(
            appearance,
            "Clear working days before a meeting",
            Line(appearance),
            "Between the day the papers go out and the day of the meeting; neither counts",
        )
        self.holidays = Field(
            appearance,
            "Bank holidays",
            TextBox(appearance, role=Type.UI),
            "One date to a line, such as 25 December 2026",
        )
        self.keep = Button(appearance, "Keep these", ButtonKind.PRIMARY)
        buttons = Flow(appearance)
        buttons.add(self.keep)
        self.add(SectionHeading(appearance, "The panel"))
        self.add(*self._fields().values(), buttons)

    def _fields(self) -> dict[str, Field]:
        return {
            "name": self.name,
            "force": self.force,
            "pcc_title": self.pcc_title,
            "paper_lead_days": self.lead_days,
            FIELD: self.holidays,
        }

    def _connect(self) -> None:
        self.keep.clicked.connect(self._on_keep_clicked)

    def load(self) -> None:
        """Show the panel of the register, unless it is the one that is shown already."""
        panel = self._workspace.desk.register.panel() or _NOBODY
        if panel == self._shown:
            return
        self._shown = panel
        _write(self.name, panel.name)
        _write(self.force, panel.force)
        _write(self.pcc_title, panel.pcc_title)
        _write(self.lead_days, str(panel.paper_lead_days))
        _write(self.holidays, holidays_as_lines(panel.bank_holidays))
        self._clear_faults()

    @Slot()
    def _on_keep_clicked(self) -> None:
        self._clear_faults()
        try:
            panel = self._typed()
            if panel != self._shown:
                self._workspace.acts.do(self._workspace.desk.register.named(panel))
        except InvalidInput as error:
            field = self._fields()[error.field]
            field.show_fault(str(error))
            field.editor.setFocus()
        except UserError as error:
            self._workspace.notices.fail(str(error))

    def _typed(self) -> Panel:
        """Return the panel as it was typed.

        Raises:
            InvalidInput: The days or a date make no sense.
        """
        days = _read(self.lead_days)
        if not (days.isascii() and days.isdigit()) or int(days) > MOST_CLEAR_DAYS:
            raise InvalidInput("paper_lead_days", f"Write a number from 0 to {MOST_CLEAR_DAYS}.")
        return replace(
            self._shown or _NOBODY,
            name=_read(self.name),
            force=_read(self.force),
            pcc_title=_read(self.pcc_title) or _NOBODY.pcc_title,
            paper_lead_days=int(days),
            bank_holidays=holidays_typed(_read(self.holidays)),
        )

    def _clear_faults(self) -> None:
        for field in self._fields().values():
            field.clear_fault()


def _read(field: Field) -> str:
    editor = field.editor
    return (editor.toPlainText() if isinstance(editor, TextBox) else _line(editor).text()).strip()


def _write(field: Field, words: str) -> None:
    editor = field.editor
    if isinstance(editor, TextBox):
        editor.setPlainText(words)
    else:
        _line(editor).setText(words)


def _line(editor: QWidget) -> Line:
    assert isinstance(editor, Line)  # noqa: S101 - the part has no other editors
    return editor
