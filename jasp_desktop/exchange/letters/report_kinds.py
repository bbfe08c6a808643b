"""Tells a report's kind from its title, its headline and what the letter says of it."""

import re
from collections.abc import Mapping, Sequence

from jasp_desktop.domain.vocabulary import ReportKind
from jasp_desktop.exchange.letters.report_facts import NATIONAL, Sentence

# In order: a revisit of a PEEL inspection is a revisit.
_CUES: Mapping[ReportKind, re.Pattern[str]] = {
    kind: re.compile(pattern, re.IGNORECASE)
    for kind, pattern in {
        ReportKind.ACCELERATED_CAUSE_OF_CONCERN: r"\baccelerated cause",
        ReportKind.SUPER_COMPLAINT: r"\bsuper-?\s?complaint",
        ReportKind.POST_INSPECTION_REVIEW: r"\bpost-inspection review",
        ReportKind.NATIONAL_CHILD_PROTECTION_INSPECTION: r"\bchild protection inspection",
        ReportKind.REVISIT: r"\brevisit\b|\bre-inspection\b",
        ReportKind.PEEL_SPOTLIGHT: r"\bPEEL spotlight",
        ReportKind.PEEL: r"\bPEEL\b",
        ReportKind.CRIME_DATA_INTEGRITY: r"\bcrime data integrity",
        ReportKind.STATE_OF_POLICING: r"\bstate of policing",
        ReportKind.JOINT_INSPECTION: r"\bJTAI|\bjoint (?:targeted |thematic )?(?:area )?inspection",
        ReportKind.CUSTODY: r"\bcustody (?:suites?|inspection|facilities|healthcare|visit\w*)"
        r"|\bpolice custody|\binspection of custody",
        ReportKind.VETTING_INTEGRITY: r"\bvetting\b",
        ReportKind.REGIONAL_SERIOUS_AND_ORGANISED_CRIME: r"\bserious and organised crime.*\bregion",
    }.items()
}
_TOLD_IN_THE_BODY = (ReportKind.SUPER_COMPLAINT, ReportKind.PEEL, ReportKind.JOINT_INSPECTION)
_JOINT = re.compile(r"\bjoint(?:ly)?\b", re.IGNORECASE)
_THEMATIC = re.compile(r"\bthematic\b", re.IGNORECASE)


def kind_of(
    title: str, headline: str, sentences: Sequence[Sentence], inspectorates: Sequence[str]
) -> tuple[ReportKind, set[int]]:
    """Return the report's kind, and the places of the blocks that tell it in the body."""
    for words in (title, headline):
        named = next((kind for kind, cue in _CUES.items() if cue.search(words)), None)
        if named:
            return named, set()
    if NATIONAL.search(headline) or _THEMATIC.search(headline):
        return ReportKind.NATIONAL_THEMATIC, set()
    if len(inspectorates) > 1 and (places := _places(_JOINT, sentences)):
        return ReportKind.JOINT_INSPECTION, places
    if places := _places(NATIONAL, sentences):
        return ReportKind.NATIONAL_THEMATIC, places
    for kind in _TOLD_IN_THE_BODY:
        if places := _places(_CUES[kind], sentences):
            return kind, places
    return ReportKind.OTHER, set()


def _places(cue: re.Pattern[str], sentences: Sequence[Sentence]) -> set[int]:
    return {each.place for each in sentences if cue.search(each.text)}
