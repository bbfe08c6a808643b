"""The words of a tracker's status column, and what a person says that each of them means."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jasp_desktop.domain.vocabulary import Vocabulary
from jasp_desktop.exchange.trackers.cell_words import folded
from jasp_desktop.ui.importing.tracker.words import counted
from jasp_desktop.ui.kit.appearance import Appearance
from jasp_desktop.ui.kit.colours import Colour
from jasp_desktop.ui.kit.fields import Choice
from jasp_desktop.ui.kit.labels import Label, SectionHeading
from jasp_desktop.ui.kit.planes import Column, Row
from jasp_desktop.ui.kit.space import Space
from jasp_desktop.ui.kit.type_scale import Type

_CONTROLS = 300
_WORDS = 560


class _Open(StrEnum):
    """What stands in a choice beside the meanings."""

    UNSETTLED = "unsettled"
    BLANK = "blank"


class MeaningsPart(Column):
    """A choice for each word; ``settled`` carries the word and its meaning, None for left blank."""

    settled = Signal(str, object)

    def __init__(
        self,
        appearance: Appearance,
        title: str,
        meanings: Iterable[Vocabulary],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent=parent)
        self._meanings = tuple(meanings)
        self._blank: set[str] = set()
        self._unsettled: tuple[str, ...] = ()
        self._shown: tuple[str, ...] = ()
        self.choices: dict[str, Choice] = {}
        self.heading = SectionHeading(appearance, title)
        self._rows = Column(appearance)
        self.add(self.heading, self._rows)
        self.hide()

    @property
    def unsettled(self) -> int:
        """Return how many words still need a person."""
        return len(self._unsettled)

    @property
    def blank(self) -> frozenset[str]:
        """Return the words, folded, that a person has left blank."""
        return frozenset(self._blank)

    def forget(self) -> None:
        """Start anew for another sheet: nothing is left blank."""
        self._blank.clear()
        self._shown = ()

    def show_words(self, known: Mapping[str, Vocabulary], unknown: Sequence[str]) -> None:
        """Show the words that are known with what they mean, and those that are not."""
        unknown = [word for word in unknown if folded(word) not in known]
        self._unsettled = tuple(word for word in unknown if folded(word) not in self._blank)
        words = (*unknown, *known)
        if {folded(word) for word in words} != {folded(word) for word in self._shown}:
            self._make(words)
        for word, choice in self.choices.items():
            choice.choose(self._value(word, known))
        left = len(self._unsettled)
        quiet = f"{counted(left, 'word')} to settle" if left else counted(len(words), "word")
        self.heading.set_quiet(quiet)
        self.heading.quiet.set_colour(Colour.MOVED if left else Colour.INK2)
        self.setVisible(bool(words))

    def _value(self, word: str, known: Mapping[str, Vocabulary]) -> Vocabulary | _Open:
        if (meaning := known.get(folded(word))) is not None:
            return meaning
        return _Open.BLANK if folded(word) in self._blank else _Open.UNSETTLED

    def _make(self, words: Sequence[str]) -> None:
        self._shown = tuple(words)
        self._rows.clear()
        self.choices.clear()
        for word in words:
            row = Row(
                self.appearance,
                gap=Space.APART,
                margins=(Space.NONE, Space.SNUG, Space.NONE, Space.SNUG),
                edges="b",
            )
            label = Label(self.appearance, f"“{word}”", Type.UI, wrap=True)
            label.setMaximumWidth(self.appearance.theme.px(_WORDS))
            choice = self._choice(word)
            row.add(label, stretch=1)
            row.add(choice)
            row.add_stretch(0)
            self._rows.add(row)
            self.choices[word] = choice

    def _choice(self, word: str) -> Choice:
        choice = Choice(self.appearance, [("Choose what it means", _Open.UNSETTLED)])
        for meaning in self._meanings:
            choice.addItem(meaning.words, meaning)
        choice.addItem("Leave blank", _Open.BLANK)
        choice.setFixedWidth(self.appearance.theme.px(_CONTROLS))
        choice.setAccessibleName(f"“{word}” means")
        choice.activated.connect(partial(self._on_chosen, word, choice))
        return choice

    def _on_chosen(self, word: str, choice: Choice, _place: int) -> None:
        value = choice.value
        if value == _Open.UNSETTLED:
            self._blank.discard(folded(word))
            self.settled.emit(word, None)
            return
        meaning = next((each for each in self._meanings if each == value), None)
        if meaning is None:
            self._blank.add(folded(word))
        else:
            self._blank.discard(folded(word))
        self.settled.emit(word, meaning)
