"""The names that letters and report pages are full of: inspectorates, roles, forces, addressees."""

import re
from collections.abc import Mapping

from jasp_desktop.domain.vocabulary import AuthorRole

_CROWN = r"(?i:(?:her|his) majesty['’]?s|h\.?m\.?)"

_INSPECTORATES: Mapping[str, str] = {
    "Ofsted": r"Ofsted|OFSTED|(?i:office for standards in education)",
    "HMICFRS": rf"HMIC(?:FRS)?|{_CROWN} (?i:inspectorates? of constabular(?:y|ies)"
    r"(?:,?(?: and| &) fire (?:and|&) rescue(?: services?)?)?)",
    "Care Quality Commission": r"(?i:care quality commission)|CQC",
    "HMI Probation": rf"HMI ?Probation|{_CROWN} (?i:inspectorate of probation)",
    "HMI Prisons": rf"HMI ?Prisons|{_CROWN} (?i:inspectorate of prisons)",
    "HMCPSI": rf"HMCPSI|{_CROWN} (?i:crown prosecution service inspectorate)",
    "Care Inspectorate Wales": r"(?i:care inspectorate wales)|CIW",
    "Healthcare Inspectorate Wales": r"(?i:healthcare inspectorate wales)|HIW",
    "Estyn": r"Estyn|ESTYN",
    "HMICS": rf"HMICS|{_CROWN} (?i:inspectorate of constabulary in scotland)",
    "Criminal Justice Inspection Northern Ireland": r"(?i:criminal justice inspection northern "
    r"ireland)|CJINI",
    "Independent Office for Police Conduct": r"(?i:independent office for police conduct)|IOPC",
}
_INSPECTORATE = re.compile(
    "|".join(
        rf"(?P<n{place}>\b(?:{pattern})\b)" for place, pattern in enumerate(_INSPECTORATES.values())
    )
)
_INSPECTORATE_NAMES = tuple(_INSPECTORATES)
ANY_INSPECTORATE = "|".join(rf"\b(?:{pattern})\b" for pattern in _INSPECTORATES.values())


def inspectorates_in(text: str) -> tuple[str, ...]:
    """Return the inspectorates that a text names, under today's names, in order."""
    found: dict[str, None] = {}
    for match in _INSPECTORATE.finditer(text):
        found[_INSPECTORATE_NAMES[int((match.lastgroup or "n0")[1:])]] = None
    return tuple(found)


COMMISSIONER = (
    r"(?:Police(?:,| and| &)? ?(?:Fire)?(?:,| and| &)? ?(?:Crime)?(?:,| and| &)? ?"
    r"(?:Victims['’]?)? ?Commissioner)"
)
CHIEF = r"(?:(?:Temporary |Acting |T/)?Chief Constable)"
_ROLES: Mapping[AuthorRole, re.Pattern[str]] = {
    role: re.compile(pattern, re.IGNORECASE)
    for role, pattern in {
        AuthorRole.CHIEF_CONSTABLE: rf"(?<!deputy )(?<!assistant )\b{CHIEF}\b|\bprif gwnstabl\b",
        AuthorRole.PCC: rf"\b{COMMISSIONER}\b|\bO?P(?:F)?CC\b|\bP&CC\b"
        r"|\bcomisiynydd (?:yr )?heddlu (?:a|ac) thros?edd\w*|\bcomisiynydd heddlu a throsedd\w*"
        r"|\bdeputy mayor for policing\b",
    }.items()
}
INSPECTOR = re.compile(
    r"\b(?:HM|Her Majesty['’]s|His Majesty['’]s) (?:Chief )?Inspectors? of\b|\bHMCI(?:C|FRS)?\b",
    re.IGNORECASE,
)


_INSPECTION_PROGRAMME = re.compile(r"\bPEEL\b")


def tells_of_inspectors(text: str) -> bool:
    """Tell whether a text names an inspectorate, an inspector, or PEEL, which is HMICFRS's own."""
    return bool(
        inspectorates_in(text) or INSPECTOR.search(text) or _INSPECTION_PROGRAMME.search(text)
    )


def roles_in(text: str) -> tuple[AuthorRole, ...]:
    """Return the answering roles that a text names, in the order of their first mention."""
    places = [
        (match.start(), role) for role, form in _ROLES.items() if (match := form.search(text))
    ]
    return tuple(role for _, role in sorted(places))


_TWO_PART_FORCES = (
    "Avon and Somerset", "Devon and Cornwall", "Devon & Cornwall", "Avon & Somerset",
    "Hampshire and Isle of Wight", "Hampshire and the Isle of Wight",
)  # fmt: skip
_NAME = (
    r"(?:[A-Z][\w’'-]+(?: (?:upon|of|the|under|on|in|and the) [A-Z][\w’'-]+| [A-Z][\w’'-]+){0,3})"
)
_PLACE = rf"(?:{'|'.join(re.escape(name) for name in _TWO_PART_FORCES)}|{_NAME})"
_LIST = re.compile(rf"{_PLACE}(?:, (?:and )?{_PLACE})*(?:,? (?:and|&) {_PLACE})")
_INSPECTING = re.compile(
    r"\b(?:targeted|inspected|visited|covered|examined|took place in|carried out in|inspections? of"
    r"|inspections? in|areas?(?: were| are|:| of)?|forces?(?: were| are|:)?"
    r"|local authorities(?: were|:)?|(?:six|five|four|three|two|eight|ten) (?:areas|forces)\S*)"
    r"[:,]?\s+$",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"\b(?:Commission\w*|Inspector\w*|Probation|Prisons|Constable|Secretary|Office|January|February"
    r"|March|April|May|June|July|August|September|October|November|December|Recommendations?"
    r"|Act|Report|Service|Services|Panel|College|Council|Policing|Crime|Care|England"
    r"|AFIs?|HM\w*|Ofsted|CQC|NPCC|PCC|PEEL)\b"
)
_SUFFIX = re.compile(r" (?:Police|Constabulary|Police Service|City Council|County Council)$")


def areas_in(sentence: str) -> tuple[str, ...]:
    """Return the areas that a sentence says were inspected: two or more names in a list."""
    for match in _LIST.finditer(sentence):
        if not _INSPECTING.search(sentence[: match.start()]):
            continue
        names = _listed(match.group())
        if len(names) > 1 and not any(_NO_PLACE.search(name) for name in names):
            return names
    return ()


def _listed(words: str) -> tuple[str, ...]:
    held = words
    for place, name in enumerate(_TWO_PART_FORCES):
        held = held.replace(name, f"\0{place}\0")
    names = re.split(r",\s*(?:and |& )?|\s+(?:and|&)\s+", held)
    restored = (
        re.sub(r"\0(\d)\0", lambda found: _TWO_PART_FORCES[int(found[1])], name) for name in names
    )
    return tuple(_SUFFIX.sub("", name.strip()) for name in restored if name.strip())


_ADDRESSEES: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "chief constables": r"\bchief (?:constables?|officers?)\b",
        "PCCs": rf"\bPCCs?\b|\b{COMMISSIONER}s?\b|\blocal policing bod(?:y|ies)\b",
        "NPCC": r"\bNPCC\b|\bNational Police Chiefs['’]? Council\b",
        "College of Policing": r"\bCollege of Policing\b",
        "Home Office": r"\bHome Office\b",
        "forces": r"\b(?:all|the|each|every|police) forces?\b|(?:^|, )forces\b"
        r"|\bthe constabulary\b|(?!National Police)(?-i:[A-Z])[\w’'-]+ (?-i:Police|Constabulary)\b",
        "Crown Prosecution Service": r"\bCrown Prosecution Service\b|\bCPS\b",
        "National Crime Agency": r"\bNational Crime Agency\b|\bNCA\b",
        "Ministry of Justice": r"\bMinistry of Justice\b",
    }.items()
}
_OUGHT = re.compile(r"\b(?:should|must|needs? to|ought to)\b", re.IGNORECASE)


def says_what_ought_to_be(text: str) -> bool:
    """Tell whether a text asks for something: “should”, “must”, “needs to”."""
    return bool(_OUGHT.search(text))


def addressees_in(text: str) -> tuple[str, ...]:
    """Return whom a recommendation addresses: the names that stand before its “should”."""
    ought = _OUGHT.search(text)
    if ought is None:
        return ()
    before = text[: ought.start()]
    places = [
        (match.start(), name)
        for name, form in _ADDRESSEES.items()
        if (match := form.search(before))
    ]
    return tuple(name for _, name in sorted(places))
