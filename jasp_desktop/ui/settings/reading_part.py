"""Text size and theme: they change at once and are remembered."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Scheme
from jasp_desktop.ui.kit.fields import Choice, Field
from jasp_desktop.ui.kit.labels import SectionHeading
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.space import TEXT_SIZES, Space

_SYSTEM = "system"
_THEMES: tuple[tuple[str, object], ...] = (
    ("As the system has it", _SYSTEM),
    ("Light", Scheme.LIGHT),
    ("Dark", Scheme.DARK),
    ("High contrast", Scheme.CONTRAST),
)


class ReadingPart(Column):
    """Shows how the window is set, whoever changed it, and changes it."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, gap=Space.ROOM, parent=parent)
        self._build()
        self._load()
        self._connect()

    def _build(self) -> None:
        appearance = self.appearance
        sizes = [(f"{size}\u00a0%", size) for size in TEXT_SIZES]
        self.text_size = Choice(appearance, sizes)
        self.theme = Choice(appearance, _THEMES)
        self.add(
            SectionHeading(appearance, "Reading"),
            Field(appearance, "Text size", self.text_size, "Keys: Ctrl and +, −, 0"),
            Field(appearance, "Colours", self.theme),
        )

    def _connect(self) -> None:
        self.text_size.activated.connect(self._on_text_size_chosen)
        self.theme.activated.connect(self._on_theme_chosen)
        self.appearance.changed.connect(self._load)

    def _load(self) -> None:
        self.text_size.choose(self.appearance.theme.text_size)
        self.theme.choose(self.appearance.chosen_scheme or _SYSTEM)

    @Slot()
    def _on_text_size_chosen(self) -> None:
        size = self.text_size.value
        if isinstance(size, int):
            self.appearance.choose_text_size(size)

    @Slot()
    def _on_theme_chosen(self) -> None:
        # Qt hands an enumeration of strings back as a plain string.
        chosen = str(self.theme.value)
        self.appearance.choose_scheme(None if chosen == _SYSTEM else Scheme(chosen))
