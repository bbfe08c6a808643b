"""Lines of enquiry as a table for a spreadsheet."""

from collections.abc import Iterable

from jasp_desktop.domain.prompts.prompt import NOT_PROOF, Prompt
from jasp_desktop.exchange.sheets_out.tables import ColumnRole, SheetColumn, SheetTable


def prompts_sheet(prompts: Iterable[Prompt]) -> SheetTable:
    """Return prompts in the order given; every line says that it is no proof."""
    columns = (
        SheetColumn("On", ColumnRole.NAME),
        SheetColumn("Report"),
        SheetColumn("Rule"),
        SheetColumn("What it rests on"),
        SheetColumn("Line of enquiry"),
        SheetColumn("Kind of question"),
        SheetColumn("Remark"),
    )
    lines = (
        (
            prompt.found.label,
            prompt.report_name or None,
            prompt.rule.title,
            prompt.fact_words,
            prompt.found.line,
            prompt.rule.kind.words,
            NOT_PROOF,
        )
        for prompt in prompts
    )
    return SheetTable("Lines of enquiry", columns, lines)
