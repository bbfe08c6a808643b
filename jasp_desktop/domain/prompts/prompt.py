"""What a prompt is: a rule, the facts it fired on, and a line of enquiry to start from."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.identity import FindingUid
from jasp_desktop.domain.records import Subject
from jasp_desktop.domain.vocabulary import QuestionKind

NOT_PROOF = "Not proof of anything"
"""What stands on every prompt, on screen and on paper."""

RuleName = NewType("RuleName", str)


class About(StrEnum):
    """What a rule looks at, and with it where its prompts stand in a dossier."""

    ACTION = "action"
    RESPONSE = "response"
    FINDING = "finding"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule as a person reads of it; ``is_on`` says whether it looks unless someone chose."""

    name: RuleName
    title: str
    reasoning: str
    kind: QuestionKind
    about: About
    is_on: bool = True


@dataclass(frozen=True, slots=True)
class Fact:
    """Something recorded that a rule rests on, with where it stands in the record."""

    label: str
    value: str
    source: str
    day: date | None = None

    @property
    def words(self) -> str:
        """Return “Moved, 21 July 2026: to 31 October 2026 (tracker of 24 July 2026)”."""
        day = in_words(self.day) if self.day else ""
        label = f"{self.label}, {day}" if day and self.value else self.label
        return f"{label}: {self.value or day} ({self.source})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a rule saw: the record, as a person names it, the facts and what one may ask."""

    subject: Subject
    label: str
    facts: tuple[Fact, ...]
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptIdentity:
    """By what a prompt is the same prompt: its rule, its record and the facts it rests on."""

    rule: RuleName
    subject: Subject
    fingerprint: str

    @property
    def key(self) -> str:
        """Return it as a question keeps it: the rule’s name, then the name of the facts."""
        return f"{self.rule} {self.fingerprint}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A line of enquiry, and the findings that it stands with; of a meeting, no one report’s."""

    rule: Rule
    found: Found
    findings: tuple[FindingUid, ...]
    report_name: str = ""

    @property
    def identity(self) -> PromptIdentity:
        """Return what stays the same until the facts change, whichever screen shows it."""
        return PromptIdentity(
            rule=self.rule.name, subject=self.found.subject, fingerprint=fingerprint(self.found)
        )

    @property
    def fact_words(self) -> str:
        """Return the facts, one a line."""
        return "\n".join(fact.words for fact in self.found.facts)


def fingerprint(found: Found) -> str:
    """Return a name for the facts: what they say, not the file in which they were said again."""
    said = [[fact.label, fact.value, fact.day and fact.day.isoformat()] for fact in found.facts]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()
