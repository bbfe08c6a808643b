"""Whole briefs, read back from their pages."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from jasp_desktop.briefs.fonts import Faces
from jasp_desktop.briefs.text import PlainText
from jasp_desktop.briefs.writing import BriefResult, printed_brief, write_brief
from jasp_desktop.domain.brief_content import BriefContent, BriefItem
from jasp_desktop.domain.errors import Cancelled, UserError
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.vocabulary import Marking, QuestionState
from tests.briefs.meetings import (
    child_protection,
    empty_meeting,
    item,
    own_words,
    rich_meeting,
)


class Steps:
    """Keeps every report; asks for a stop at one of them."""

    def __init__(self, stop_at: int | None = None) -> None:
        self.reports: list[tuple[int, int, str]] = []
        self._stop_at = stop_at

    def report(self, done: int, total: int, words: str) -> None:
        self.reports.append((done, total, words))
        if len(self.reports) == self._stop_at:
            raise Cancelled


@pytest.fixture
def written(tmp_path):
    def write(content: BriefContent) -> PdfReader:
        output = tmp_path / "brief.pdf"
        write_brief(content, output, progress=Silent())
        return PdfReader(output)

    return write


def squeezed(text: str) -> str:
    return "".join(text.split())


def words(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def fonts_of(reader: PdfReader):
    for page in reader.pages:
        yield from page["/Resources"]["/Font"].get_object().values()


def test_every_page_says_its_number_marking_and_the_date_of_the_data(written):
    reader = written(rich_meeting())
    count = len(reader.pages)
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        assert f"Page {number} of {count}" in text
        assert text.count("OFFICIAL") >= 2
        assert "Data as at 13 November 2026" in " ".join(text.split())


def test_every_font_is_embedded_and_is_the_panels_typeface(written):
    for content in (rich_meeting(**own_words()), empty_meeting()):
        names = set()
        for font in fonts_of(written(content)):
            described = font.get_object()
            names.add(described["/BaseFont"].split("+")[-1])
            assert "/FontFile2" in described["/FontDescriptor"].get_object()
        assert names == {"SourceSans3-Regular", "SourceSans3-Bold"}


def test_the_file_says_what_it_is(written):
    reader = written(rich_meeting())
    assert reader.metadata.title == "Briefing pack, 1 December 2026"
    assert reader.metadata.author == "Trent Vale Joint Audit and Scrutiny Panel"
    assert "1 December 2026" in reader.metadata.subject
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"])


def test_bookmarks_lead_to_the_page_that_the_contents_name(written):
    reader = written(rich_meeting())

    def flat(entries):
        for entry in entries:
            if isinstance(entry, list):
                yield from flat(entry)
            else:
                yield entry.title, reader.get_destination_page_number(entry) + 1

    marks = dict(flat(reader.outline))
    contents = squeezed(reader.pages[1].extract_text())
    assert marks["Agenda"] == 3
    for title, page in marks.items():
        if title not in {"Briefing pack", "Contents"}:
            assert squeezed(f"{title}{page}") in contents
    links = [note.get_object() for note in reader.pages[1]["/Annots"]]
    assert len(links) == len(marks) - 2


def test_the_same_content_gives_the_same_bytes():
    first, _ = printed_brief(rich_meeting(**own_words()), progress=Silent())
    second, _ = printed_brief(rich_meeting(**own_words()), progress=Silent())
    assert first == second


def test_a_meeting_without_anything_still_prints_and_says_what_is_missing(written):
    text = words(written(empty_meeting()))
    assert "No items are recorded for this meeting." in text
    assert "No open actions are recorded." in text
    assert "Members: none recorded." in text
    assert "Date of the data not known" in text


def test_a_finding_is_printed_as_one_chain(written):
    text = words(written(rich_meeting()))
    for expected in (
        "6A.2 · Child protection inspection, 14 January 2026",
        "“Within six months”: 14 July 2026",
        "Partially implemented, 6 October 2026",
        "Awaiting review, 2 September 2026",
        "What the chief constable says Accepted. Dated 27 February 2026.",
        "Delyth Wŷn, dated 6 March 2026, published 6 March 2026, day 52 of 56.",
        "Key finding 2 (6B), Joint report of 2020",
        "A-031 Supervisors review family abuse investigations at set points",
        "Overdue by 13 days",
        "Date moved twice",
        "First target 14 July 2026; target now 31 October 2026, 109 days later than first promised",
        "6 days after the date. By whom: not known No reason recorded",
        "Latest updates, 3 of 4",
        "Standing order on reviews",
        "Updates: none recorded. Evidence: none recorded.",
        "No target date is recorded.",
        "J Llŷr, Timescale or slip. Which two divisions",
        "Sent in advance, 20 November 2026.",
        "Satisfied? Yes Partly No Panel action Due",
        "Answered. Satisfied: partly.",
        "Answer, Deputy Chief Constable, 8 September 2026. Fewer waited",
    ):
        assert expected in text


def test_a_report_without_recommendations_says_that_its_findings_stand_alone(written):
    text = words(written(rich_meeting()))
    assert "None. Its findings stand alone." in text
    assert "Key finding 1: The case before the child. Police work leads too much." in text
    assert "Between day 1 and day 26 of 56" in text
    assert "Last day Monday 30 March 2020" in text
    assert text.count("The chief constable has a dedicated team to protect children.") == 1
    assert "in breach" not in text


def test_the_covering_report_keeps_the_panels_headings_in_order(written):
    text = words(written(rich_meeting()))
    headings = (
        "1 Purpose of the Report 1.1 To tell",
        "2 Recommendations 2.1 That the panel considers",
        "2.2 That the panel decides",
        "3 Reasons for Recommendations 3.1",
        "4 Summary of Key Points 4.1 One action is overdue.",
        "5 Financial Implications None beyond existing budgets.",
        "6 Human Resources Implications",
        "7 Equality Implications None recorded.",
        "13 Background Papers None recorded.",
        "14 Ymgynghori Dim.",
    )
    places = [text.index(heading) for heading in headings]
    assert places == sorted(places)
    assert "E-mail corporate.development@trentvale.example" in text
    assert "For Consideration Yes" in text


def test_counts_on_the_last_page_add_up(written):
    text = words(written(rich_meeting()))
    last = text[text.index("What this pack rests on") :]
    assert (
        "Actions under these findings 3 Open, target passed: overdue 1 Open, target not passed 0 "
        "Open, without a target 1 Ended by the force 1" in last
    )
    assert "Findings on this agenda 5 Key finding 3 Cause of concern 1 Recommendation 1" in last


def test_a_non_public_item_says_so_with_its_reason(written):
    text = words(written(rich_meeting()))
    assert "Item 8 is Non Public: it concerns the business affairs of a named bank." in text
    assert "Members’ pack · not for publication" in text


def test_the_highest_marking_of_anything_in_it_stands_on_every_page(written):
    content = rich_meeting()
    last = content.items[-1]
    raised = replace(last, item=replace(last.item, marking=Marking.OFFICIAL_SENSITIVE))
    reader = written(replace(content, items=(*content.items[:-1], raised)))
    assert all(page.extract_text().count("OFFICIAL-SENSITIVE") == 2 for page in reader.pages)


def test_own_words_are_printed_only_when_they_are_given(written):
    without = words(written(rich_meeting()))
    assert "My notes" not in without
    assert "my own copy" not in without
    own = words(written(rich_meeting(**own_words())))
    assert "My own copy · not to be shared" in own
    assert "The figure in the June paper does not match the tracker." in own
    assert "Ownership. Who checks the supervisors’ reasons?" in own
    assert "Recommendation 9, since removed Still worth asking." in own
    assert own.count("The figure in the June paper") == 1


def test_own_words_change_no_number_of_a_paragraph_or_table(written):
    shared, own = words(written(rich_meeting())), words(written(rich_meeting(**own_words())))
    numbered = re.compile(r"Table \d+\.? [A-Z]\w+ \w+|\b\d+ J Llŷr|\b\d+ Answer,")
    assert numbered.findall(shared) == numbered.findall(own)


def test_a_note_that_was_put_in_the_bin_is_not_printed(written):
    own = own_words()
    ((subject, (note,)), *_) = own["notes"].items()
    binned = {subject: (replace(note, deleted_at=note.changed_at),)}
    text = words(written(rich_meeting(notes=binned)))
    assert "The figure in the June paper" not in text


def test_progress_is_told_for_every_part_and_page_and_never_goes_back():
    steps = Steps()
    _, result = printed_brief(rich_meeting(), progress=steps)
    done = [report[0] for report in steps.reports]
    assert done == sorted(done)
    assert all(done <= total for done, total, _ in steps.reports)
    assert sum("Printing page" in text for *_, text in steps.reports) == result.pages


@pytest.mark.parametrize("share", [0, 0.5, 1])
def test_cancelled_export_leaves_no_file(tmp_path, share):
    steps = Steps()
    printed_brief(rich_meeting(), progress=steps)
    stop_at = max(1, round(share * len(steps.reports)))
    output = tmp_path / "brief.pdf"
    output.write_bytes(b"older")
    with pytest.raises(Cancelled):
        write_brief(rich_meeting(), output, progress=Steps(stop_at))
    assert output.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [output]


def test_a_folder_that_is_not_there_is_told_in_a_sentence(tmp_path):
    with pytest.raises(UserError):
        write_brief(empty_meeting(), tmp_path / "no" / "brief.pdf", progress=Silent())
    assert not list(tmp_path.iterdir())


def with_text(text: str) -> BriefContent:
    """Put one text wherever the register takes text."""
    part = child_protection()
    first, second = part.dossiers
    asked = replace(
        second.questions[0],
        question=replace(second.questions[0].question, text=text, state=QuestionState.ASKED),
        member=text,
    )
    action = replace(second.actions[0], action=replace(second.actions[0].action, text=text))
    finding = replace(second.finding, text=text, theme=text, number=text)
    dossier = replace(second, finding=finding, actions=(action,), questions=(asked,))
    report = replace(part.report, title=text, short_title=text, summary=text, areas=(text,))
    return replace(
        rich_meeting(),
        items=(
            BriefItem(
                item(text, text, openness_reason=text),
                text,
                reports=(replace(part, report=report, dossiers=(first, dossier)),),
            ),
        ),
    )


HOSTILE = [
    "see <finding 3>, &amp; <b>not bold</b> &#169; <para>",
    "T\u0177\u2019r heddlu, d\u0175r, \u1e80 \u1e84 \u1ef2",
    "\U0001f4c8 \u05e9\u05dc\u05d5\u05dd \u6f22\u5b57 \x00\x07\x1b",
    "w" * 10_000,
    "tab\tand\nline\r\nends\u2028here",
    "(paren) \\back %percent \\) endstream endobj",
    "\u202eright to left",
    " ",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_odd_text_prints_unchanged(written, text):
    reader = written(with_text(text))
    expected = squeezed(PlainText(Faces().covers).clean(text))
    body = squeezed("".join(map(page_body, reader.pages)))
    assert body.count(expected) >= (3 if expected else 0)


def page_body(page) -> str:
    """Return a page's text without its running lines, which are painted first."""
    return "\n".join(page.extract_text().split("\n")[5:])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200))
def test_any_text_prints_unchanged(text):
    content = rich_meeting()
    titled = replace(content, panel=replace(content.panel, name=f"x{text}x"))
    pdf, result = printed_brief(titled, progress=Silent())
    assert isinstance(result, BriefResult)
    plain = PlainText(Faces().covers)
    expected = squeezed(plain.clean(f"x{text}x"))
    assert set(plain.substituted) == set(result.substituted)
    cover = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages[:2])
    assert squeezed(cover).count(expected) >= 2


def test_what_the_typeface_lacks_is_counted(tmp_path):
    content = rich_meeting()
    panel = replace(content.panel, name="Panel 📈 漢 📈")
    result = write_brief(replace(content, panel=panel), tmp_path / "b.pdf", progress=Silent())
    assert result.substituted == ("漢", "📈")
