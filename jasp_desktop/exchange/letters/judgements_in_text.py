"""Finds the grades that a report gives areas of policing: in tables, under headings, in sentences.

Only whole cells, whole lines and whole sentences count; grades that disagree are left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jasp_desktop.domain.vocabulary import Grade, Scale
from jasp_desktop.exchange.letters.sentences import folded, sentences_of
from jasp_desktop.exchange.letters.source_text import Block, BlockKind

_GRADES = {
    grade.words.lower(): grade
    for grade in Grade
    if grade not in {Grade.NARRATIVE_ONLY, Grade.NOT_GRADED}
} | {"not graded": Grade.NOT_GRADED, "no graded judgement": Grade.NOT_GRADED}
_IN_A_SENTENCE = re.compile(
    r"(?:The (?:force|constabulary)|(?:[A-Z][\w’'-]+ (?:and )?){1,5}(?:Police|Constabulary|Police "
    r"Service)) (?:is |was )?(?:rated |graded )?(?:as )?"
    r"(?P<grade>outstanding|good|adequate|requires improvement|inadequate)"
    r" (?:at|in) (?P<area>[a-z][^.;:,]{4,90})\."
)
_YEAR = re.compile(r"\b(20\d\d)\b")
_FIVE_TIERS_SINCE = 2021
_KEY_AND_VALUE = 2
_LONGEST_AREA = 120
_LEAST_COLUMNS = 4


@dataclass(slots=True)
class JudgementFound:
    """A grade for one area, and the places of the blocks that tell it."""

    area: str
    grade: Grade
    scale: Scale
    cited: set[int] = field(default_factory=set)


def judgements_in(
    blocks: Sequence[Block], places: Sequence[int], title: str
) -> list[JudgementFound]:
    """Return the grades of areas; none where their scale is not certain."""
    told = [*_in_tables(blocks, places)] or [
        *_under_headings(blocks, places),
        *_in_sentences(blocks, places),
    ]
    scale = _scale_of(title, [grade for _, grade, _ in told])
    if scale is None:
        return []
    found: dict[str, JudgementFound] = {}
    refused: set[str] = set()
    for area, grade, cited in told:
        key = folded(area)
        judgement = found.setdefault(key, JudgementFound(area, grade, scale))
        judgement.cited |= cited
        if judgement.grade is not grade:
            refused.add(key)
    return [each for key, each in found.items() if key not in refused]


def _scale_of(title: str, grades: Sequence[Grade]) -> Scale | None:
    """Return the scale by the report's year, or by the one grade that only the new scale has."""
    if Grade.ADEQUATE in grades:
        return Scale.FIVE_TIER
    years = {int(year) >= _FIVE_TIERS_SINCE for year in _YEAR.findall(title)}
    if len(years) != 1:
        return None
    return Scale.FIVE_TIER if years.pop() else Scale.FOUR_TIER


def _grade(words: str) -> Grade | None:
    return _GRADES.get(" ".join(words.strip(" .").lower().split()))


type _Told = tuple[str, Grade, set[int]]


def _in_tables(blocks: Sequence[Block], places: Sequence[int]) -> Iterator[_Told]:
    header: tuple[Grade | None, ...] = ()
    header_at = 0
    for place in places:
        cells = blocks[place].cells
        grades = tuple(_grade(cell) for cell in cells)
        if len(cells) >= _LEAST_COLUMNS and all(grades):
            header, header_at = grades, place
        elif len(cells) == _KEY_AND_VALUE and grades[1] and _is_area(cells[0]):
            yield cells[0].strip(), grades[1], {place}
        elif cells and len(cells) == len(header):
            # The inspectorate's own grid: a column to a grade, the areas under it.
            for cell, grade in zip(cells, header, strict=True):
                for area in cell.split("\n") if grade else ():
                    if _is_area(area):
                        yield area.strip(), grade or Grade.NOT_GRADED, {place, header_at}
        else:
            header = ()


def _is_area(words: str) -> bool:
    return bool(words.strip()) and len(words) <= _LONGEST_AREA and not words.strip().endswith(".")


def _under_headings(blocks: Sequence[Block], places: Sequence[int]) -> Iterator[_Told]:
    for place in places:
        before = blocks[place - 1] if place else None
        grade = None if blocks[place].cells else _grade(blocks[place].text)
        if grade and before and before.kind is BlockKind.HEADING and not _grade(before.text):
            yield before.text, grade, {place - 1, place}


def _in_sentences(blocks: Sequence[Block], places: Sequence[int]) -> Iterator[_Told]:
    for place in places:
        for sentence in sentences_of(blocks[place].text):
            if match := _IN_A_SENTENCE.fullmatch(sentence):
                area = match["area"]
                yield area[0].upper() + area[1:], _GRADES[match["grade"]], {place}
