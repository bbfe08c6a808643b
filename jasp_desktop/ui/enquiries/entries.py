"""The lines of the page: open prompts, and those that were set aside; and what narrows them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jasp_desktop.domain.dates import in_table
from jasp_desktop.domain.notebook import DismissedPrompt
from jasp_desktop.domain.prompts.prompt import Prompt
from jasp_desktop.domain.prompts.rules import RULES, rule_named
from jasp_desktop.ui.kit.rows import ListRow

type Entry = Prompt | DismissedPrompt


class Standing(StrEnum):
    """Whether a line of enquiry is open, or was set aside."""

    OPEN = "open"
    ASIDE = "aside"


_PLACES = {rule.name: place for place, rule in enumerate(RULES)}


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What the page shows: one standing, perhaps one rule and one report."""

    standing: Standing = Standing.OPEN
    rule: str | None = None
    report: str | None = None

    def of(self, open_ones: Iterable[Prompt], aside: Iterable[DismissedPrompt]) -> list[Entry]:
        """Return the entries that it leaves, by rule and then by what they are on."""
        if self.standing is Standing.ASIDE:
            return [each for each in aside if self.rule in {None, each.rule}]
        return list(self.prompts(open_ones))

    def prompts(self, open_ones: Iterable[Prompt]) -> list[Prompt]:
        """Return the open prompts that it leaves."""
        left = [
            prompt
            for prompt in open_ones
            if self.rule in {None, prompt.rule.name} and self.report in {None, prompt.report_name}
        ]
        return sorted(left, key=lambda each: (_PLACES[each.rule.name], each.found.label))


def title_of(entry: Entry) -> str:
    """Return the rule in words; the name of one that this program does not know."""
    if isinstance(entry, Prompt):
        return entry.rule.title
    rule = rule_named(entry.rule)
    return rule.title if rule else entry.rule.replace("_", " ").capitalize()


def row_of(entry: Entry, started: frozenset[str]) -> ListRow:
    """Return an entry as a row of the list."""
    if isinstance(entry, DismissedPrompt):
        aside = f"set aside {in_table(entry.at.date())}"
        return ListRow(title_of(entry), reference=entry.label, kind=aside, status=entry.reason)
    label = entry.found.label
    report = "" if label.startswith(entry.report_name) else entry.report_name
    note = "Started" if entry.identity.key in started else ""
    return ListRow(
        title_of(entry), reference=label, kind=report, status=entry.rule.kind.words, note=note
    )


def counted_words(entries: Sequence[Entry], aside: int) -> str:
    """Return “86 lines of enquiry on 41 findings, 2 set aside”."""
    prompts = [entry for entry in entries if isinstance(entry, Prompt)]
    findings = len({uid for prompt in prompts for uid in prompt.findings})
    lines = "1 line of enquiry" if len(prompts) == 1 else f"{len(prompts):,} lines of enquiry"
    on = "1 finding" if findings == 1 else f"{findings:,} findings"
    return f"{lines} on {on}, {aside:,} set aside. Not proof of anything."
