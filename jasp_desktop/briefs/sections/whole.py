"""The whole brief, section after section."""

from string import ascii_uppercase

from jasp_desktop.briefs.blocks import Brief, Section
from jasp_desktop.briefs.sections import finding, item
from jasp_desktop.briefs.sections.back import about_section, panel_actions_section
from jasp_desktop.briefs.sections.changes import changes_section
from jasp_desktop.briefs.sections.finding import finding_section
from jasp_desktop.briefs.sections.front import (
    BRIEF,
    agenda_section,
    contents_section,
    cover_section,
)
from jasp_desktop.briefs.sections.item import item_section
from jasp_desktop.briefs.sections.own_words import remaining_words
from jasp_desktop.briefs.sections.pack import Pack
from jasp_desktop.briefs.sections.phrases import as_at_words, highest, marking_words
from jasp_desktop.briefs.sections.report import report_section
from jasp_desktop.domain.brief_content import BriefContent, BriefItem, BriefReport
from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.dossier import Dossier
from jasp_desktop.domain.vocabulary import Marking


def brief_of(content: BriefContent) -> Brief:
    """Return a meeting's brief as sections in reading order."""
    pack = Pack(content)
    _number_findings(content, pack)
    after = [agenda_section(pack)]
    if content.changes is not None:
        after.append(changes_section(content.changes))
    for part in content.items:
        after += _item_sections(part, pack)
    after.append(panel_actions_section(pack))
    about = about_section(pack)
    own = remaining_words(pack)
    after += [section for section in (own, about) if section is not None]
    held_on = in_words(content.meeting.held_on)
    footing = as_at_words(content.as_at)
    if content.holds_own_words:
        footing = f"{footing} · my own copy"
    return Brief(
        title=f"{BRIEF}, {held_on}",
        author=content.panel.name,
        subject=f"Papers for the meeting of {held_on}; {as_at_words(content.as_at).lower()}",
        marking=marking_words(_marking(content)),
        footing=footing,
        sections=(cover_section(pack), contents_section(after, pack), *after),
    )


def _marking(content: BriefContent) -> Marking:
    """Return the highest marking of anything in it; the panel's own when it holds nothing."""
    items = [part.item.marking for part in content.items]
    reports = [part.report.marking for entry in content.items for part in entry.reports]
    return highest([*items, *reports] or [content.panel.default_marking])


def _number_findings(content: BriefContent, pack: Pack) -> None:
    """Give every finding its number first, so that any page can name another."""
    for part in content.items:
        for number, report in _numbered_reports(part):
            paged, listed = _shared_out(report, number, pack)
            pack.places |= {dossier.finding.uid: number for dossier in listed}
            pack.places |= {dossier.finding.uid: place for place, dossier in paged}


def _numbered_reports(part: BriefItem) -> list[tuple[str, BriefReport]]:
    """Return reports as 7A, 7B…: an item 7.1 of the agenda may stand beside an item 7."""
    return [
        (f"{part.item.number}{_letters(place)}", report)
        for place, report in enumerate(part.reports)
    ]


def _letters(place: int) -> str:
    """Return A to Z, then AA, AB and so on."""
    before, letter = divmod(place, len(ascii_uppercase))
    return (_letters(before - 1) if before else "") + ascii_uppercase[letter]


def _shared_out(
    part: BriefReport, number: str, pack: Pack
) -> tuple[list[tuple[str, Dossier]], list[Dossier]]:
    """Return the findings with pages of their own, numbered, and those listed under the report."""
    paged = [dossier for dossier in part.dossiers if finding.has_own_page(dossier, pack)]
    listed = [dossier for dossier in part.dossiers if not finding.has_own_page(dossier, pack)]
    return [(f"{number}.{place}", dossier) for place, dossier in enumerate(paged, 1)], listed


def _item_sections(part: BriefItem, pack: Pack) -> list[Section]:
    if not item.has_own_page(part, pack):
        return []
    below: list[Section] = []
    for number, report in _numbered_reports(part):
        paged, listed = _shared_out(report, number, pack)
        below.append(report_section(report, number, paged, listed, pack))
        below += [finding_section(dossier, place, pack) for place, dossier in paged]
    follows = [(section.number, section.title) for section in below if section.level == 1]
    return [item_section(part, follows, pack), *below]
