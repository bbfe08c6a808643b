"""Tells by its label whose an answer is: the finding's above it, or the whole report's."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from jasp_desktop.exchange.letters.chain_gathering import Gathering
from jasp_desktop.exchange.letters.sentences import folded
from jasp_desktop.exchange.letters.source_text import Block, BlockKind

INLINE_LABEL = re.compile(r"(?P<label>[^:.;]{3,70}?)\s*(?::|\s[–—-]\s)\s*(?P<rest>\S.*)", re.DOTALL)
_KEY_AND_VALUE = 2


@dataclass(slots=True)
class AnswerLabels:
    """Counts a letter's labels: one that comes again and again belongs to each finding in turn.

    “PCC comments”, met once and after the last finding is answered, is about all of them; so is a
    label that comes a second time under the same finding.
    """

    _counts: Counter[str]
    _finding: object = None
    _met: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, blocks: Iterable[Block]) -> "AnswerLabels":
        """Return the labels of some blocks."""
        return cls(Counter(_key(_label_of(block)) for block in blocks))

    def stays_linked(self, words: str, found: Gathering, *, is_deeper: bool) -> bool:
        """Tell whether a label goes with the finding before it; notes that it was met there."""
        finding = found.linked[-1] if found.linked else None
        if finding is not self._finding:
            self._finding, self._met = finding, set()
        key = _key(words)
        is_new = key not in self._met
        self._met.add(key)
        is_first = not any(answer.findings for answer in found.chain.answers)
        is_plain = found.unanswered == 1 and is_first
        return is_new and (is_deeper or self._counts[key] > 1 or is_plain)


def _key(label: str) -> str:
    """Return a label's words without its numbers: “Response to recommendation 2”."""
    return " ".join(word for word in folded(label).split() if not word.isdigit())


def _label_of(block: Block) -> str:
    if block.kind is BlockKind.TABLE_ROW:
        return block.cells[0] if len(block.cells) == _KEY_AND_VALUE else ""
    inline = INLINE_LABEL.fullmatch(block.text)
    return inline["label"] if inline else block.text
