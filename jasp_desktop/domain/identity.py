"""Stable names of records: a UUID as text, by which packs, notes and imports find them again."""

import secrets
import time
from hashlib import sha1
from typing import NewType
from uuid import UUID

Uid = NewType("Uid", str)
PersonUid = NewType("PersonUid", Uid)
ReportUid = NewType("ReportUid", Uid)
JudgementUid = NewType("JudgementUid", Uid)
FindingUid = NewType("FindingUid", Uid)
ResponseUid = NewType("ResponseUid", Uid)
ResponseItemUid = NewType("ResponseItemUid", Uid)
ActionUid = NewType("ActionUid", Uid)
TargetChangeUid = NewType("TargetChangeUid", Uid)
UpdateUid = NewType("UpdateUid", Uid)
StatusEventUid = NewType("StatusEventUid", Uid)
EvidenceUid = NewType("EvidenceUid", Uid)
PhaseUid = NewType("PhaseUid", Uid)
MeetingUid = NewType("MeetingUid", Uid)
AgendaItemUid = NewType("AgendaItemUid", Uid)
QuestionUid = NewType("QuestionUid", Uid)
PanelActionUid = NewType("PanelActionUid", Uid)
WorkPlanEntryUid = NewType("WorkPlanEntryUid", Uid)
DocumentUid = NewType("DocumentUid", Uid)
ImportBatchUid = NewType("ImportBatchUid", Uid)
NoteUid = NewType("NoteUid", Uid)
DraftQuestionUid = NewType("DraftQuestionUid", Uid)
OwnMarkUid = NewType("OwnMarkUid", Uid)
DismissedPromptUid = NewType("DismissedPromptUid", Uid)

_IMPORTED = UUID("6b0f3f0e-3f0b-5e57-9a43-0a2f6c1c8d55").bytes
_VARIANT = dict(zip("0123456789abcdef", "89ab" * 4, strict=True))
"""Figures by themselves with their two highest bits set to 10."""


def made_uid() -> Uid:
    """Return a new uid for a record that a person makes: UUID version 7, so that they sort by age.

    RFC 9562, section 5.7: 48 bits of Unix milliseconds, version, 74 random bits, variant.
    """
    milliseconds = time.time_ns() // 1_000_000
    bits = (milliseconds & (2**48 - 1)) << 80 | secrets.randbits(80)
    bits = bits & ~(0xF << 76) | 0x7 << 76
    bits = bits & ~(0x3 << 62) | 0x2 << 62
    return Uid(str(UUID(int=bits)))


def imported_uid(table: str, source: str, reference: str) -> Uid:
    """Return the uid of an imported record: the same source and reference give the same uid.

    It is a UUID of version 5 (RFC 9562, section 5.5), spelled out here: an import of a tracker
    makes tens of thousands, and an object of each would cost four times as much.
    """
    words = "\x1f".join((table, source, reference)).encode()
    found = sha1(_IMPORTED + words, usedforsecurity=False).hexdigest()
    variant = _VARIANT[found[16]]
    return Uid(f"{found[:8]}-{found[8:12]}-5{found[13:16]}-{variant}{found[17:20]}-{found[20:32]}")
