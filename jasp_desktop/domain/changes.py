"""What an act changed: enough to tell every open page, and to take the act back."""

from collections.abc import Iterable
from dataclasses import dataclass

from jasp_desktop.domain.identity import ImportBatchUid
from jasp_desktop.domain.notebook import NotebookRecord
from jasp_desktop.domain.records import Panel, Record


# Not slotted: Python 3.12 cannot make ``Change[Record](…)`` of a frozen, slotted class.
@dataclass(frozen=True)
class Change[R: (Record, NotebookRecord, Panel)]:
    """One record before and after; None before it was made or after it was removed."""

    before: R | None
    after: R | None

    @property
    def inverse(self) -> "Change[R]":
        """Return the change that takes this one back."""
        return Change(self.after, self.before)


@dataclass(frozen=True)
class Act[R: (Record, NotebookRecord)]:
    """Something a person did to the register or to their notebook, in words and as changes.

    ``batch`` names the import that the act does, undoes or redoes.
    """

    words: str
    changes: tuple[Change[R], ...]
    panel: Change[Panel] | None = None
    batch: ImportBatchUid | None = None

    @property
    def inverse(self) -> "Act[R]":
        """Return the act that takes this one back."""
        return Act(
            self.words,
            tuple(change.inverse for change in reversed(self.changes)),
            self.panel.inverse if self.panel else None,
            self.batch,
        )


def in_one_step[R: (Record, NotebookRecord)](acts: Iterable[Act[R]], words: str) -> Act[R]:
    """Return one act of several that were planned one on another, to be undone together.

    A record that more than one of them changes goes from its first state to its last at once.
    """
    changes: dict[str, Change[R]] = {}
    for act in acts:
        for change in act.changes:
            record = change.after or change.before
            if record is None:
                continue
            first = changes.get(record.uid)
            before = change.before if first is None else first.before
            changes[record.uid] = Change[R](before, change.after)
    return Act(words, tuple(changes.values()))
