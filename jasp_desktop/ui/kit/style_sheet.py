"""The one style sheet, generated from the theme, for the controls that Qt paints."""

from string import Template

from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.space import Measure, Space
from jasp_desktop.ui.kit.theme import Theme

# A control keeps its outer size in every state: what the border gains, the padding gives.
_SHEET = Template("""
QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {
  background: $page; color: $ink; border: 1px solid $control; border-radius: ${radius}px;
  padding: 1px ${near}px; selection-background-color: $accent; selection-color: $accent_ink;
}
QLineEdit, QPlainTextEdit { placeholder-text-color: $ink2; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: ${inside}px; max-height: ${inside}px; }
QPlainTextEdit { padding: ${snug}px ${snug}px; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover { background: $field_hover; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  background: $page; border: 2px solid $focus; padding: 0 ${near_less}px;
}
QPlainTextEdit:focus {
  background: $page; border: 2px solid $focus; padding: ${snug_less}px ${snug_less}px;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
  color: $ink3; border-style: dashed; background: $page;
}
QLineEdit:read-only { background: $raised; }
*[wrong="true"] { border: 1px solid $overdue; }
*[wrong="true"]:focus { border: 2px solid $overdue; }
QComboBox::drop-down { border: none; width: ${arrow}px; }
QComboBox::down-arrow { image: none; width: 0; height: 0; }
QComboBox QAbstractItemView {
  background: $page; color: $ink; border: 1px solid $control; outline: none; padding: ${hair}px;
  selection-background-color: $selected; selection-color: $selected_ink;
}
QComboBox QAbstractItemView::item { min-height: ${target}px; padding: 0 ${close}px; }
QAbstractItemView { outline: none; }
QHeaderView { background: $page; border: none; }
QMenu { background: $page; color: $ink; border: 1px solid $control; padding: ${tight}px 0; }
QMenu::item { padding: ${snug}px ${side}px; }
QMenu::item:selected { background: $selected; color: $selected_ink; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: 1px; background: $rule; margin: ${tight}px 0; }
QToolTip {
  background: $raised; color: $ink; border: 1px solid $control; padding: ${tight}px ${close}px;
}
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: ${bar}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${bar}px; margin: 0; }
QScrollBar::handle { background: $control; border-radius: ${bar_radius}px; margin: ${bar_gap}px; }
QScrollBar::handle:hover { background: $ink2; }
QScrollBar::handle:vertical { min-height: ${target}px; }
QScrollBar::handle:horizontal { min-width: ${target}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar {
  background: $rule; border: none; border-radius: ${bar_gap}px;
  min-height: ${progress}px; max-height: ${progress}px;
}
QProgressBar::chunk { background: $accent; border-radius: ${bar_gap}px; }
QDialog, QMessageBox { background: $page; }
QSplitter::handle { background: transparent; }
""")


def style_sheet(theme: Theme) -> str:
    """Return the application's style sheet."""
    words = {role.value: theme.colour(role).name() for role in Colour}
    words["field_hover"] = theme.colour(Colour.RAISED).name()
    border = 2
    pixels = {
        "radius": theme.px(Measure.RADIUS),
        "hair": theme.px(Space.HAIR),
        "tight": theme.px(Space.TIGHT),
        "snug": theme.px(Space.SNUG),
        "snug_less": theme.px(Space.SNUG) - 1,
        "close": theme.px(Space.CLOSE),
        "near": theme.px(Space.NEAR),
        "near_less": theme.px(Space.NEAR) - 1,
        "side": theme.px(Space.SIDE),
        "target": theme.px(Measure.TARGET),
        "inside": theme.px(Measure.CONTROL_SMALL) - 2 * border,
        "arrow": theme.px(Measure.TARGET),
        "bar": theme.px(Measure.SCROLL_BAR),
        "bar_radius": theme.px(Space.HAIR),
        "bar_gap": theme.px(Space.HAIR) + 1,
        "progress": theme.px(Measure.PROGRESS_BAR),
    }
    return _SHEET.substitute(words, **{name: str(value) for name, value in pixels.items()})
