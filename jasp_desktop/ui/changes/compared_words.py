"""Two texts side by side, with the words that were taken out and put in."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.word_differences import (
    PieceKind,
    WordDifferences,
    WordPiece,
)
from jasp_desktop.ui.beside import Beside
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.labels import Label
from jasp_desktop.ui.kit.planes import Column
from jasp_desktop.ui.kit.prose import Prose
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.text_block import Range, Standing
from jasp_desktop.ui.kit.type_scale import Type

_LEAST = 520
_STANDING = {PieceKind.REMOVED: Standing.REMOVED, PieceKind.ADDED: Standing.ADDED}


class ComparedWords(Beside):
    """The words before and after, each under the state that they stood in."""

    def __init__(
        self,
        appearance: Appearance,
        names: tuple[str, str],
        differences: WordDifferences,
        parent: QWidget | None = None,
    ) -> None:
        left = _side(appearance, names[0], differences, PieceKind.REMOVED)
        right = _side(appearance, names[1], differences, PieceKind.ADDED)
        super().__init__(appearance, left, right, least=_LEAST, gap=Space.GAP, parent=parent)


def _side(
    appearance: Appearance, name: str, differences: WordDifferences, own: PieceKind
) -> Column:
    side = Column(
        appearance,
        Colour.RAISED,
        gap=Space.TIGHT,
        margins=(Space.ROOM, Space.GAP, Space.ROOM, Space.GAP),
    )
    text, ranges = _told(differences, own)
    side.add(Label(appearance, name, Type.SMALL, Colour.INK2, wrap=True))
    side.add(Prose(appearance, text or "Nothing", Type.BODY, ranges=ranges))
    side.add_stretch()
    return side


def _told(differences: WordDifferences, own: PieceKind) -> tuple[str, tuple[Range, ...]]:
    """Return one of the two texts, with its own words marked."""
    text, ranges = "", []
    for piece in _pieces(differences.pieces, own):
        words = differences.words_of(piece)
        if not text:
            words = words.lstrip()
        elif not text[-1].isspace() and not words[:1].isspace():
            text += " "
        if piece.kind is own:
            bare = words.lstrip()
            ranges.append(Range(len(text) + len(words) - len(bare), len(bare), _STANDING[own]))
        text += words
    return text, tuple(ranges)


def _pieces(pieces: Iterable[WordPiece], own: PieceKind) -> Iterable[WordPiece]:
    return (piece for piece in pieces if piece.kind in {PieceKind.KEPT, own})
