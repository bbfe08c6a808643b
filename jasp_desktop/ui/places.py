"""Places in the window that a person can go to and come back to."""

from dataclasses import dataclass
from enum import StrEnum


class PageKey(StrEnum):
    """The pages; the value is the key of the rail's row."""

    HOME = "home"
    REPORTS = "reports"
    REPORT = "report"
    FINDINGS = "findings"
    FINDING = "finding"
    MEETINGS = "meetings"
    MEETING = "meeting"
    BRIEF = "brief"
    REGISTER = "register"
    IMPORT = "import"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Place:
    """A page and what it shows: ``uid`` of the record, ``detail`` such as a filter's name."""

    page: PageKey
    uid: str | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the path at the top; the last one leads nowhere."""

    words: str
    place: Place | None = None
