"""The help sheet: every key, what the marks mean, why the rules look, where the files are."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jasp_desktop.domain.marks import DERIVED_MARKS, FORCE_MARKS, HMICFRS_MARKS, Mark
from jasp_desktop.services.home_folder import HomeFolder
from jasp_desktop.ui.commands import Command, by_group
from jasp_desktop.ui.help.moves_part import QuestionMovesPart
from jasp_desktop.ui.help.rules_part import RulesPart
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label, SectionHeading, StatusWord
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.prose import Prose
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type

_SIZE = QSize(620, 760)
_KEYS_WIDTH = 200
_SHAPES = (
    ("Round: the force’s word", FORCE_MARKS),
    ("Square: the inspectorate’s word", HMICFRS_MARKS),
    ("Other shapes: worked out by the program", DERIVED_MARKS),
)


class HelpSheet(QDialog):
    """Stands beside the window; Escape closes it."""

    def __init__(self, appearance: Appearance, home: HomeFolder, parent: QWidget) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self.setWindowTitle("Keys and help")
        self.sheet = ScrollPage(appearance, gap=Space.APART)
        self.sheet.setAccessibleName("Keys and help")
        self.sheet.body.add(Label(appearance, "Keys and help", Type.H1))
        for group, commands in by_group():
            self.sheet.body.add(_keys_part(appearance, group.value, commands))
        for title, marks in _SHAPES:
            self.sheet.body.add(_marks_part(appearance, title, marks))
        self.rules = RulesPart(appearance)
        self.sheet.body.add(QuestionMovesPart(appearance), self.rules)
        self.sheet.body.add(_files_part(appearance, home))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.sheet)
        px = appearance.theme.px
        room = parent.size()
        self.resize(
            min(px(_SIZE.width()), room.width()),
            min(px(_SIZE.height()), room.height()),
        )


def _keys_part(appearance: Appearance, title: str, commands: Sequence[Command]) -> Column:
    part = Column(appearance, gap=Space.TIGHT)
    part.add(SectionHeading(appearance, title))
    for command in commands:
        row = Row(appearance, gap=Space.ROOM, top=True)
        keys = Column(appearance)
        keys.fix(width=_KEYS_WIDTH)
        keys.add(Label(appearance, " or ".join(command.keys), Type.UI_BOLD, wrap=True))
        row.add(keys)
        row.add(Label(appearance, command.words, Type.UI, wrap=True), stretch=1)
        part.add(row)
    return part


def _marks_part(appearance: Appearance, title: str, marks: Sequence[Mark]) -> Column:
    part = Column(appearance, gap=Space.SNUG)
    part.add(SectionHeading(appearance, title))
    for mark in marks:
        part.add(StatusWord(appearance, mark, role=Type.UI, wrap=True))
    return part


def _files_part(appearance: Appearance, home: HomeFolder) -> Column:
    part = Column(appearance, gap=Space.CLOSE)
    part.add(
        SectionHeading(appearance, "Where your files are"),
        Prose(
            appearance,
            "JASP Desktop never goes to the internet. The register, your notes and their checked "
            "backups are in one folder on this computer:",
            Type.UI,
        ),
        Prose(appearance, str(home.path), Type.UI_BOLD),
        Label(
            appearance,
            "Your notes and questions are in a file of their own, and only you open it.",
            Type.UI,
            Colour.INK2,
            wrap=True,
        ),
    )
    return part
