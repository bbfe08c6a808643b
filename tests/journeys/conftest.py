"""Journeys take the same seat as the tests of the window."""

from tests.ui.conftest import appearance, take_seat, window_appearance

__all__ = ["appearance", "take_seat", "window_appearance"]
