"""The appearance that the kit's tests share, set back before each of them."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Scheme


@pytest.fixture(scope="session")
def one_appearance(qapp: QApplication) -> Appearance:
    return Appearance(qapp, Scheme.LIGHT)


@pytest.fixture
def appearance(one_appearance: Appearance) -> Iterator[Appearance]:
    one_appearance.choose_scheme(Scheme.LIGHT)
    one_appearance.choose_text_size(100)
    yield one_appearance
    one_appearance.choose_scheme(Scheme.LIGHT)
    one_appearance.choose_text_size(100)
