"""Journeys take the same seat as the tests of the window."""

import pytest

from tests.journeys.walking import Walk
from tests.ui.conftest import appearance, take_seat, window_appearance

__all__ = ["appearance", "take_seat", "walk", "window_appearance"]


@pytest.fixture
def walk(qtbot, take_seat, demo_desk):
    """Return somebody at the window with the sample register."""
    return Walk(qtbot, take_seat(demo_desk))
