"""What the sections of one brief share: its content and the numbers given so far."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from jasp_desktop.domain.brief_content import BriefContent
from jasp_desktop.domain.dossier import finding_label
from jasp_desktop.domain.identity import FindingUid
from jasp_desktop.domain.notebook import DraftQuestion, Note
from jasp_desktop.domain.records import Finding, Subject


@dataclass(slots=True)
class Pack:
    """The content of a brief while it is turned into sections.

    Tables are numbered in reading order. ``printed`` holds the subjects whose notes and drafts
    already stand somewhere, so that none is left out and none is printed twice. ``places`` holds
    the number under which each finding stands.
    """

    content: BriefContent
    _table_numbers: Iterator[int] = field(default_factory=lambda: count(1))
    _section_keys: Iterator[int] = field(default_factory=lambda: count(1))
    printed: set[Subject] = field(default_factory=set)
    places: dict[FindingUid, str] = field(default_factory=dict)

    def next_table(self) -> int:
        """Return the number of the next table."""
        return next(self._table_numbers)

    def next_key(self) -> str:
        """Return a name for the next section that no text of the register can upset."""
        return f"section-{next(self._section_keys)}"

    def where(self, finding: Finding) -> str:
        """Return a finding's name with the number under which it stands in this brief, if any."""
        place = self.places.get(finding.uid)
        return f"{finding_label(finding)} ({place})" if place else finding_label(finding)

    def take_notes(self, subject: Subject) -> tuple[Note, ...]:
        """Return the member's notes on a record that still stand."""
        self.printed.add(subject)
        return tuple(
            note for note in self.content.notes.get(subject, ()) if note.deleted_at is None
        )

    def take_drafts(self, subject: Subject) -> tuple[DraftQuestion, ...]:
        """Return the member's draft questions on a record that still stand."""
        self.printed.add(subject)
        return tuple(
            draft for draft in self.content.drafts.get(subject, ()) if draft.deleted_at is None
        )
