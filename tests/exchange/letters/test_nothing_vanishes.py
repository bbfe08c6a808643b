"""Every line that is not blank is either a record's evidence or listed as not understood."""

from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jasp_desktop.domain.record_fields import record_fields
from jasp_desktop.exchange.letters.file_words import words_as_source
from jasp_desktop.exchange.letters.proposing import propose_from_text
from jasp_desktop.exchange.letters.source_text import SourceText
from jasp_desktop.exchange.proposals import Proposal, as_json
from tests.exchange.letters.corpus_facts import CORPUS, LETTERS, TODAY, file_of, proposal_of

TEXTS = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.txt"))]
LINES = sorted({line for text in TEXTS for line in text.splitlines() if line.strip()})
ODD = st.text(st.characters(codec="utf-8"), max_size=40)


def check(source: SourceText) -> Proposal:
    proposal = propose_from_text(source, today=TODAY)
    filled = {at for at, line in enumerate(source.lines, 1) if line.strip()}
    cited = {line for lines in proposal.evidence.values() for line in lines}
    unread = {each.line for each in proposal.not_understood}
    assert filled <= cited | unread
    assert not cited & unread
    assert max(cited | unread, default=0) <= len(source.lines)
    uids = [record.uid for record in proposal.records]
    assert len(set(uids)) == len(uids)
    assert set(proposal.evidence) == set(uids)
    check_references(proposal)
    as_json(proposal)
    return proposal


def check_references(proposal: Proposal) -> None:
    uids = {record.uid for record in proposal.records}
    for record in proposal.records:
        for field in record_fields(type(record)):
            if field.target:
                value = getattr(record, field.attribute)
                named = value if isinstance(value, tuple) else (value,)
                assert {uid for uid in named if uid} <= uids


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.name)
def test_of_a_letter_every_line_is_cited_or_listed(letter: Path):
    proposal = proposal_of(letter)
    if file_of(letter).suffix == ".txt":
        again = check(words_as_source(file_of(letter).read_text(encoding="utf-8"), "pasted"))
        assert [each.uid for each in again.records] == [each.uid for each in proposal.records]
    assert proposal.rows.read == len(proposal.records)


@given(st.lists(st.one_of(st.sampled_from(LINES), st.just(""), ODD), max_size=40))
@settings(max_examples=150, deadline=None)
def test_of_any_lines_none_vanishes(lines: list[str]):
    check(words_as_source("\n".join(lines), "mixed.txt"))


@given(st.sampled_from(TEXTS), st.data())
@settings(max_examples=100, deadline=None)
def test_of_a_damaged_letter_no_line_vanishes(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 200)))
    put = data.draw(st.one_of(st.just(""), ODD, st.sampled_from(LINES)))
    check(words_as_source(text[:start] + put + text[end:], "damaged.txt"))


@given(st.sampled_from(TEXTS))
@settings(max_examples=20, deadline=None)
def test_a_letter_read_twice_proposes_the_same_records(text: str):
    first = propose_from_text(words_as_source(text, "a.txt"), today=TODAY)
    again = propose_from_text(words_as_source(text.replace("\n", "\r\n"), "b.txt"), today=TODAY)
    assert first.records == again.records


@pytest.mark.parametrize(
    "words",
    [
        "a" * 200_000,
        "x" + " " * 200_000 + "y",
        "report “A” " * 20_000,
        "Recommendation 1 " * 10_000,
        "The force has set up a team.\n\n" * 8_000,
        "Recommendation 1: The force should act.\n\nThe force has acted.\n\n" * 2_000,
        "Police and Crime Commissioner " * 6_000,
        "in a, " * 33_000,
        "- Practice is poor\n" * 20_000,
    ],
    ids=lambda words: words[:20],
)
def test_words_that_no_letter_holds_cost_little_time(words: str):
    began = monotonic()
    check(words_as_source(f"Response to HMICFRS report: ‘A long wait’\n\n{words}", "long.txt"))
    assert monotonic() - began < 5
