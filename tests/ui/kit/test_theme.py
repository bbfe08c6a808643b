"""The theme: contrast as measured, sizes that scale, colours that follow."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPalette, QRawFont

from jasp_desktop.domain.drawing import Ink
from jasp_desktop.ui.kit.colours import Colour, Scheme, colours_of_system, contrast
from jasp_desktop.ui.kit.space import HAIRLINE, TEXT_SIZES, Measure, Space
from jasp_desktop.ui.kit.theme import Theme
from jasp_desktop.ui.kit.type_scale import FAMILY, TYPE_SIZES, Type

AAA, AA, MARK = 7.0, 4.5, 3.0
C = Colour

# LOOKS, “Measured contrast”: the least each pair must reach in every scheme.
PAIRS = [
    (C.INK, C.PAGE, AAA), (C.INK, C.LIST, AAA), (C.INK, C.RAIL, AAA), (C.INK, C.NOTEBOOK, AAA),
    (C.INK2, C.PAGE, AAA), (C.INK2, C.RAIL, 6.95), (C.INK2, C.LIST, AAA), (C.INK2, C.NOTEBOOK, AAA),
    (C.INK3, C.PAGE, AA), (C.INK3, C.LIST, AA), (C.ACCENT, C.PAGE, AAA), (C.ACCENT, C.LIST, AAA),
    (C.ACCENT_INK, C.ACCENT, AAA), (C.SELECTED_INK, C.SELECTED, AAA), (C.OVERDUE, C.PAGE, AAA),
    (C.OVERDUE, C.LIST, AAA), (C.OVERDUE, C.OVERDUE_SOFT, AAA), (C.MOVED, C.PAGE, AA),
    (C.MOVED, C.MOVED_SOFT, AA), (C.CLOSED, C.PAGE, AAA), (C.CLOSED, C.CLOSED_SOFT, AA),
    (C.MINE, C.NOTEBOOK, AAA), (C.INK, C.MOVED_SOFT, AAA), (C.INK2, C.MOVED_SOFT, AAA),
    (C.INK, C.FOUND, AAA), (C.INK, C.RAISED, AAA), (C.INK2, C.RAISED, AAA),
    (C.CONTROL, C.PAGE, MARK), (C.CONTROL, C.RAIL, MARK), (C.CONTROL, C.NOTEBOOK, MARK),
    (C.FOCUS, C.PAGE, MARK), (C.FOCUS, C.RAIL, MARK), (C.FOCUS, C.NOTEBOOK, MARK),
    (C.BAR, C.PAGE, MARK),
]  # fmt: skip


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize(("ink", "plane", "least"), PAIRS)
def test_every_pair_of_colours_reaches_its_contrast(scheme, ink, plane, least):
    theme = Theme(scheme)
    assert contrast(theme.colour(ink), theme.colour(plane)) >= least


def test_contrast_is_measured_as_wcag_measures_it():
    black, white = QColor("#000000"), QColor("#FFFFFF")
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(white, black) == pytest.approx(21)
    assert contrast(white, white) == pytest.approx(1)
    assert contrast(QColor("#777777"), white) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", list(Scheme))
def test_every_colour_role_and_every_ink_of_a_drawing_has_a_colour(scheme):
    theme = Theme(scheme)
    for role in [*Colour, *(ink for ink in Ink if ink not in {Ink.OWN, Ink.PAPER})]:
        assert theme.colour(role).isValid()


@pytest.mark.usefixtures("appearance")
def test_the_fonts_are_ours_at_whole_pixels():
    for role, size in TYPE_SIZES.items():
        for percent in TEXT_SIZES:
            font = Theme(Scheme.LIGHT, percent).font(role)
            assert font.family() == FAMILY
            assert font.pixelSize() == round(size.size * percent / 100)


def test_welsh_and_the_signs_we_use_are_in_the_typeface(appearance):
    font = QRawFont.fromFont(appearance.theme.font(Type.BODY))
    for letter in "ŵŷẃẅŴŶâêîôûẁỳ→✓≥−–—“”‘’£€":
        assert font.supportsCharacter(ord(letter)), letter


@pytest.mark.parametrize("role", [Type.UI, Type.UI_BOLD, Type.FIGURE])
def test_figures_are_as_wide_as_one_another(appearance, role):
    metrics = QFontMetricsF(appearance.theme.font(role))
    assert len({round(metrics.horizontalAdvance(figure), 3) for figure in "0123456789"}) == 1


def test_everything_but_hairlines_grows_with_the_text():
    theme = Theme(Scheme.LIGHT, 200)
    assert theme.px(Space.GAP) == 24
    assert theme.px(Measure.RAIL) == 352
    assert theme.line_height(Type.BODY) == 52
    assert HAIRLINE == 1


def test_a_column_of_prose_holds_sixty_to_seventy_five_characters(appearance):
    theme = appearance.theme
    text = "a supervisor records why an assessment was not made within the day that was asked for "
    letter = QFontMetricsF(theme.font(Type.BODY)).horizontalAdvance(text) / len(text)
    assert 60 <= theme.measure(Type.BODY) / letter <= 76


def test_a_choice_of_scheme_reaches_palette_and_style_sheet(appearance, qapp, qtbot):
    with qtbot.waitSignal(appearance.changed):
        appearance.choose_scheme(Scheme.DARK)
    assert appearance.chosen_scheme is Scheme.DARK
    page = appearance.theme.colour(Colour.PAGE)
    assert qapp.palette().color(QPalette.ColorRole.Window) == page
    assert page.name() in qapp.styleSheet()
    assert appearance.theme.has_dark_page


def test_the_same_choice_again_changes_nothing(appearance, qtbot):
    with qtbot.assertNotEmitted(appearance.changed):
        appearance.choose_scheme(Scheme.LIGHT)
        appearance.choose_text_size(100)


def test_text_grows_and_shrinks_by_steps_and_stops_at_either_end(appearance):
    appearance.reduce()
    assert appearance.theme.text_size == TEXT_SIZES[0]
    for size in TEXT_SIZES[1:]:
        appearance.enlarge()
        assert appearance.theme.text_size == size
    appearance.enlarge()
    assert appearance.theme.text_size == TEXT_SIZES[-1]
    appearance.reduce()
    assert appearance.theme.text_size == TEXT_SIZES[-2]


def test_an_unheard_of_text_size_becomes_the_nearest_one(appearance):
    appearance.choose_text_size(480)
    assert appearance.theme.text_size == 200
    appearance.choose_text_size(-3)
    assert appearance.theme.text_size == 100


def test_without_a_choice_the_system_decides(appearance, qapp):
    appearance.choose_scheme(None)
    is_dark = qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark
    assert appearance.theme.has_dark_page == is_dark


@pytest.mark.parametrize(("plane", "ink"), [("#000000", "#FFFFFF"), ("#FFFFFF", "#000000")])
def test_a_contrast_theme_of_the_system_lends_its_planes_and_keeps_our_meanings_legible(plane, ink):
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(plane))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(ink))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#1AEBFF"))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("#000000"))
    theme = Theme(Scheme.CONTRAST, 100, colours_of_system(palette))
    assert theme.colour(Colour.PAGE) == QColor(plane)
    assert theme.colour(Colour.INK) == QColor(ink)
    for role in (Colour.OVERDUE, Colour.MOVED, Colour.CLOSED, Colour.MINE):
        assert contrast(theme.colour(role), theme.colour(Colour.PAGE)) >= AA
