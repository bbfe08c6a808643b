"""Each kind of block to its strips."""

from functools import singledispatch

from jasp_desktop.briefs.blocks import (
    AnswerSpace,
    Block,
    ContentsLine,
    CoverBar,
    Facts,
    GradeFigure,
    Heading,
    Kept,
    MarkKey,
    Panel,
    PromiseFigure,
    Prose,
    Spring,
    Statuses,
    Table,
    Tally,
)
from jasp_desktop.briefs.layout import figures, grades, promises, prose, tables
from jasp_desktop.briefs.layout.pieces import Bond, Strip, bind
from jasp_desktop.briefs.layout.setting import Setting


@singledispatch
def strips_of(block: Block, setting: Setting) -> list[Strip]:
    """Set one block.

    Raises:
        TypeError: Nothing is known of this kind of block.
    """
    raise TypeError(type(block), setting)


@strips_of.register
def _(block: Kept, setting: Setting) -> list[Strip]:
    inner = [strip for part in block.blocks for strip in strips_of(part, setting)]
    return bind(inner, Bond.KEPT)


strips_of.register(Prose, prose.prose)
strips_of.register(Heading, prose.heading)
strips_of.register(Statuses, prose.statuses)
strips_of.register(Panel, prose.panel)
strips_of.register(ContentsLine, prose.contents_line)
strips_of.register(Table, tables.table)
strips_of.register(Facts, tables.facts)
strips_of.register(PromiseFigure, promises.promise_figure)
strips_of.register(GradeFigure, grades.grade_figure)
strips_of.register(AnswerSpace, figures.answer_space)
strips_of.register(MarkKey, figures.mark_key)
strips_of.register(Tally, figures.tally)
strips_of.register(CoverBar, figures.cover_bar)
strips_of.register(Spring, figures.spring)
