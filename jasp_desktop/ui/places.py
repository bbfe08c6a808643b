"""Places in the window that a person can go to and come back to."""

from dataclasses import dataclass
from enum import StrEnum


class PageKey(StrEnum):
    """The pages; the value is the key of the rail's row."""

    HOME = "home"
    CHANGES = "changes"
    REPORTS = "reports"
    REPORT = "report"
    SECTION_55 = "section_55"
    GRADES = "grades"
    FINDINGS = "findings"
    FINDING = "finding"
    COVERAGE = "coverage"
    PROMISES = "promises"
    ENQUIRIES = "enquiries"
    MEETINGS = "meetings"
    MEETING = "meeting"
    LIVE = "live"
    PANEL_ACTIONS = "panel_actions"
    WORK_PLAN = "work_plan"
    BRIEF = "brief"
    QUESTIONS = "questions"
    PROOF = "proof"
    REGISTER = "register"
    IMPORT = "import"
    SETTINGS = "settings"


SHARE = "share"
"""The detail of a place among the questions that opens the form which shares its draft."""


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
