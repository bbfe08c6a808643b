"""Keeps words plain where Qt would guess that they are rich text."""

from PySide6.QtWidgets import QWidget

_WORD_JOINER = "\u2060"


def plain_tip(words: str) -> str:
    """Return words that a tool tip shows as they are.

    A tool tip guesses its format from the first tag or entity it finds. An invisible word joiner
    behind each opening sign leaves it nothing to find.
    """
    return words.replace("<", "<" + _WORD_JOINER).replace("&", "&" + _WORD_JOINER)


def set_plain_tip(widget: QWidget, words: str) -> None:
    """Give a widget a tool tip in plain text."""
    widget.setToolTip(plain_tip(words))
