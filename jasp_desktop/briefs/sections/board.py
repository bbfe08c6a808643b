"""What the printed boards share: one section under the panel's name."""

from collections.abc import Iterable

from jasp_desktop.briefs.blocks import Block, Brief, Heading, Section
from jasp_desktop.briefs.sections.phrases import as_at_words, marking_words
from jasp_desktop.domain.records import Panel


def board_of(panel: Panel, title: str, blocks: Iterable[Block]) -> Brief:
    """Return a board as a document of one section."""
    everything = (Heading(1, title, kicker=panel.name), *blocks)
    return Brief(
        title=title,
        author=panel.name,
        subject=f"{title}. {as_at_words(panel.as_at)}",
        marking=marking_words(panel.default_marking),
        footing=as_at_words(panel.as_at),
        sections=(Section("board", title, title, everything),),
    )
