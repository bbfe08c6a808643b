"""Finds which action of the register a tracker's row is. Nothing is matched on a likeness alone."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from jasp_desktop.domain.identity import ActionUid, imported_uid
from jasp_desktop.domain.progress import Progress
from jasp_desktop.domain.tracker_keys import (
    RowKey,
    folded,
    key_from_text,
    plain_reference,
    single_bases,
)
from jasp_desktop.domain.trackers import Candidate, Decisions, TrackerRow

MOST_CANDIDATES = 5
_LONGEST_LABEL = 60
CERTAIN = 100
"""The likeness, in per cent, of what goes by the very reference."""


@dataclass(frozen=True, slots=True)
class KnownAction:
    """What tells one action of the register from another.

    ``is_elsewhere`` says that another tracker has it.
    """

    uid: ActionUid
    reference: str | None
    tracker_reference: str | None
    text: str
    is_elsewhere: bool = False

    @property
    def label(self) -> str:
        """Return what people call it: its reference, else how its text begins."""
        return self.reference or self.tracker_reference or _beginning(self.text)


type Alike = Callable[[str, Sequence[str]], Sequence[tuple[int, int]]]
"""Gives the texts that are like another, by their place, each with its likeness in per cent.

All are folded."""


@dataclass(frozen=True, slots=True)
class Match:
    """Which action a row is, new or known, or which it may be."""

    action: ActionUid | None = None
    is_new: bool = False
    candidates: tuple[Candidate, ...] = ()


def new_action_uid(tracker: str, key: RowKey) -> ActionUid:
    """Return the uid of an action that a tracker brings: the same row gives the same again."""
    return ActionUid(imported_uid("action", folded(tracker), key.text))


@dataclass(frozen=True, slots=True)
class KeyedRow:
    """A row with its key and the words of its action."""

    key: RowKey
    row: TrackerRow
    words: str


@dataclass
class RowMatcher:
    """Matches the rows of one file.

    ``actions`` are the register's, ``known`` the keys of this tracker's earlier exports with the
    actions that they went to.
    """

    tracker: str
    actions: Mapping[ActionUid, KnownAction]
    known: Mapping[str, ActionUid]
    alike: Alike
    _taken: set[ActionUid] = field(default_factory=set)
    _made: dict[str, ActionUid] = field(default_factory=dict)

    def match(
        self, rows: Sequence[KeyedRow], decisions: Decisions, progress: Progress
    ) -> dict[int, Match]:
        """Return the match of each row, by its number.

        Surer ways go first through all the rows, so that no row takes what is another's.

        Raises:
            Cancelled: The person asked for a stop.
        """
        self._taken.clear()
        found = self._decided(rows, decisions)
        for way in (self._by_key, self._by_base, self._by_reference):
            found |= way([each for each in rows if each.row.number not in found])
        left = [each for each in rows if each.row.number not in found]
        return found | self._by_likeness(left, progress)

    def _decided(self, rows: Iterable[KeyedRow], decisions: Decisions) -> dict[int, Match]:
        found: dict[int, Match] = {}
        for each in rows:
            number = each.row.number
            if number not in decisions.matches:
                continue
            action = decisions.matches[number]
            if action is None:
                found[number] = self._new(each.key)
            elif action in self.actions and action not in self._taken:
                self._take(found, each.row, action)
        return found

    def _by_key(self, rows: Iterable[KeyedRow]) -> dict[int, Match]:
        found: dict[int, Match] = {}
        for each in rows:
            action = self.known.get(each.key.text)
            if action is None or action not in self.actions:
                # Where a certificate was lost, the uid itself remembers.
                action = self._made_uid(each.key)
            if action in self.actions and action not in self._taken:
                self._take(found, each.row, action)
        return found

    def _by_base(self, rows: Sequence[KeyedRow]) -> dict[int, Match]:
        """Match rows whose words changed, where one row and one known action share the number."""
        free = {
            key_from_text(text): action
            for text, action in self.known.items()
            if action in self.actions and action not in self._taken
        }
        single = single_bases(free) & single_bases(each.key for each in rows)
        actions = {key.base: action for key, action in free.items() if key.base in single}
        found: dict[int, Match] = {}
        for each in rows:
            action = actions.get(each.key.base)
            if action is not None and _is_numbered(each.row):
                self._take(found, each.row, action)
        return found

    def _by_reference(self, rows: Sequence[KeyedRow]) -> dict[int, Match]:
        by_reference: defaultdict[str, list[ActionUid]] = defaultdict(list)
        for action in self.actions.values():
            if action.is_elsewhere or action.uid in self._taken:
                continue
            names = {action.reference, action.tracker_reference}
            for plain in {plain_reference(each) for each in names if each}:
                by_reference[plain].append(action.uid)
        found: dict[int, Match] = {}
        for each in rows:
            named = by_reference.get(plain_reference(each.row.reference or ""), [])
            free = [uid for uid in named if uid not in self._taken]
            if len(free) == 1:
                self._take(found, each.row, free[0])
            elif free:
                likely = [(uid, CERTAIN) for uid in free]
                found[each.row.number] = Match(candidates=self._candidates(likely))
        return found

    def _by_likeness(self, rows: Sequence[KeyedRow], progress: Progress) -> dict[int, Match]:
        """Return the actions that a row may be, for a person to say; a new one where none is."""
        free = [
            action
            for action in self.actions.values()
            if not action.is_elsewhere and action.uid not in self._taken
        ]
        texts = [folded(action.text) for action in free]
        candidates: dict[str, tuple[Candidate, ...]] = {}
        found: dict[int, Match] = {}
        for done, each in enumerate(rows):
            progress.report(done, len(rows), "Looking for actions that are alike")
            if texts and each.words not in candidates:
                likely = self.alike(folded(each.words), texts)
                candidates[each.words] = self._candidates(
                    [(free[place].uid, percent) for place, percent in likely]
                )
            some = candidates.get(each.words, ())
            found[each.row.number] = Match(candidates=some) if some else self._new(each.key)
        return found

    def _new(self, key: RowKey) -> Match:
        uid, number = self._made_uid(key), 1
        while uid in self.actions or uid in self._taken:
            number += 1
            uid = new_action_uid(self.tracker, RowKey(f"{key.text} ({number})"))
        self._taken.add(uid)
        return Match(action=uid, is_new=True)

    def _made_uid(self, key: RowKey) -> ActionUid:
        if key.text not in self._made:
            self._made[key.text] = new_action_uid(self.tracker, key)
        return self._made[key.text]

    def _take(self, found: dict[int, Match], row: TrackerRow, action: ActionUid) -> None:
        self._taken.add(action)
        found[row.number] = Match(action=action)

    def _candidates(self, likely: Sequence[tuple[ActionUid, int]]) -> tuple[Candidate, ...]:
        return tuple(
            Candidate(
                action=uid,
                label=self.actions[uid].label,
                text=self.actions[uid].text,
                likeness=percent,
            )
            for uid, percent in likely[:MOST_CANDIDATES]
        )


def _beginning(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_LABEL else f"{words[: _LONGEST_LABEL - 1].rstrip()}…"


def _is_numbered(row: TrackerRow) -> bool:
    """Tell whether a number or reference says which row it is, so that its words may change."""
    return bool(row.reference or row.finding_number or row.sub_number)
