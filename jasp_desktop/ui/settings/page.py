"""Settings."""

from jasp_desktop.ui.beside import Beside
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.scroll_page import ScrollPage
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type
from jasp_desktop.ui.page import Page
from jasp_desktop.ui.places import Crumb, Place
from jasp_desktop.ui.settings.files_part import FilesPart
from jasp_desktop.ui.settings.mappings_part import MappingsPart
from jasp_desktop.ui.settings.panel_part import PanelPart
from jasp_desktop.ui.settings.prompts_part import PromptsPart
from jasp_desktop.ui.settings.reading_part import ReadingPart
from jasp_desktop.ui.workspace import Workspace

_TWO_COLUMNS_LEAST = 820


class SettingsPage(Page):
    """How to read, whose register this is, its files and trackers, and what is worth asking."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        appearance = workspace.appearance
        self.sheet = ScrollPage(appearance, gap=Space.ROOM, widest=None)
        self.sheet.setAccessibleName("Settings")
        self.reading = ReadingPart(appearance)
        self.panel = PanelPart(workspace)
        self.files = FilesPart(workspace)
        self.mappings = MappingsPart(workspace)
        self.prompts = PromptsPart(workspace)
        self.sheet.body.add(Label(appearance, "Settings", Type.H1))
        left = Column(appearance, gap=Space.MARGIN)
        left.add(self.reading, self.files, self.mappings, self.prompts)
        left.add_stretch()
        right = Column(appearance)
        right.add(self.panel)
        right.add_stretch()
        columns = Beside(appearance, left, right, least=_TWO_COLUMNS_LEAST, gap=Space.WIDE)
        self.sheet.body.add(columns)
        self.outer.addWidget(self.sheet)

    def show_place(self, place: Place) -> None:
        """Show the settings from the top."""
        super().show_place(place)
        self.sheet.scroll_to(0)

    def reload(self) -> None:
        """Load what may have changed; words that were typed and not kept stay."""
        self.panel.load()
        self.files.load()
        self.mappings.load()
        self.prompts.load()

    def crumbs(self) -> list[Crumb]:
        """Return where this is."""
        return [Crumb("Settings")]

    def scroll_position(self) -> int:
        """Return how far it is scrolled."""
        return self.sheet.position

    def scroll_to(self, position: int) -> None:
        """Come back to a scroll position."""
        self.sheet.scroll_to(position)
