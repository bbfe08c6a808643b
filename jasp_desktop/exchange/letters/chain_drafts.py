"""Findings and answers as they are found, before they become records."""

from dataclasses import dataclass, field

from jasp_desktop.domain.vocabulary import AuthorRole, FindingKind, ResponsePosition


@dataclass(slots=True, eq=False)
class FindingDraft:
    """A finding; ``report`` is its report's place among the titles; ``cited`` places of blocks."""

    report: int
    kind: FindingKind
    number: str | None = None
    parts: list[str] = field(default_factory=list)
    parent: "FindingDraft | None" = None
    theme: str | None = None
    deadline_words: str | None = None
    cited: set[int] = field(default_factory=set)

    @property
    def text(self) -> str:
        """Return its words, one part a line."""
        return "\n".join(self.parts)


@dataclass(slots=True, eq=False)
class AnswerDraft:
    """A passage that answers; ``role`` is None where it is the letter's own author's."""

    role: AuthorRole | None
    findings: list[FindingDraft] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    position: ResponsePosition | None = None
    cited: set[int] = field(default_factory=set)

    @property
    def text(self) -> str:
        """Return its words, one part a line."""
        return "\n".join(self.parts)


@dataclass(slots=True)
class Chain:
    """All that a letter holds of findings and answers, and what describes the report.

    ``announcements`` are places of headings and lead-ins that findings and answers cite;
    ``statements`` gives, by role, the blocks of a statement that stands inside the letter.
    """

    findings: list[FindingDraft] = field(default_factory=list)
    answers: list[AnswerDraft] = field(default_factory=list)
    descriptions: list[tuple[int, int]] = field(default_factory=list)
    announcements: set[int] = field(default_factory=set)
    statements: dict[AuthorRole, set[int]] = field(default_factory=dict)
