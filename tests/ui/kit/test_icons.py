"""The icons: every one can be drawn, in any colour, sharp on any screen."""

import pytest
from PySide6.QtGui import QColor, QImage

from jasp_desktop.ui.kit.icons import Icons

pytestmark = pytest.mark.usefixtures("qapp")

RED = QColor("#94200D")


def inked(image: QImage) -> set[str]:
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    pixels = (image.pixelColor(x, y) for x, y in places)
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_every_icon_there_is_can_be_drawn():
    icons = Icons()
    assert len(icons.names) > 20
    for name in icons.names:
        assert inked(icons.pixmap(name, RED, 96).toImage()), name


def test_an_icon_takes_the_colour_asked_for():
    assert inked(Icons().pixmap("check", RED, 96).toImage()) == {"#94200d"}


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_is_as_sharp_as_the_screen(ratio):
    pixmap = Icons().pixmap("house", RED, 18, ratio)
    assert pixmap.width() == round(18 * ratio)
    assert pixmap.deviceIndependentSize().width() == pytest.approx(18)


def test_an_icon_drawn_once_is_kept():
    icons = Icons()
    first = icons.pixmap("house", RED, 18)
    assert icons.pixmap("house", RED, 18).cacheKey() == first.cacheKey()
    assert not icons.icon("house", RED, 18).isNull()


def test_an_icon_that_does_not_exist_is_a_defect():
    with pytest.raises(FileNotFoundError):
        Icons().pixmap("unicorn", RED, 18)
