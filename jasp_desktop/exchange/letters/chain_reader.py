"""Walks a letter's body once and tells findings, the answers to them, and descriptions apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jasp_desktop.domain.vocabulary import AuthorRole, FindingKind
from jasp_desktop.exchange.letters.answer_labels import INLINE_LABEL, AnswerLabels
from jasp_desktop.exchange.letters.answer_tables import runs_of_rows
from jasp_desktop.exchange.letters.answering import (
    actor_of,
    answering_passages,
    is_answering,
    position_of_answer,
    tells_what_is_done,
)
from jasp_desktop.exchange.letters.chain_blocks import (
    LONGEST_SUBHEADING,
    UNMARKED_LEVEL,
    as_heading,
    asks_something,
    must_answer,
    stands_between_items,
)
from jasp_desktop.exchange.letters.chain_drafts import Chain
from jasp_desktop.exchange.letters.chain_gathering import Gathering
from jasp_desktop.exchange.letters.chain_tables import reads_answer_table
from jasp_desktop.exchange.letters.names_in_text import says_what_ought_to_be
from jasp_desktop.exchange.letters.passage_cues import (
    describes_the_report,
    follows,
    is_followed_by_duties,
    is_position_label,
    says_nothing,
    speaks_as_one,
    speaks_of_all,
)
from jasp_desktop.exchange.letters.sentences import folded, sentences_of
from jasp_desktop.exchange.letters.source_text import Block, BlockKind
from jasp_desktop.exchange.letters.titles_in_text import is_named_in
from jasp_desktop.exchange.letters.topics import (
    OPEN,
    Place,
    Topic,
    answer_role,
    label_in,
    stated_by,
    topic_of_heading,
    topic_of_lead_in,
)

_OPENING_MARKS = {"“", '"', "‘", "'"}
_CLOSING_MARKS = {"”", '"', "’", "'"}
_DECIMAL = re.compile(r"\d+(?:\.\d+)+")
_LONGEST_AROUND_A_TITLE = 60
_KEY_AND_VALUE = 2
_SPOKEN_OF = {AuthorRole.CHIEF_CONSTABLE, AuthorRole.FORCE}


@dataclass(slots=True)
class ChainReader:
    """Reads the blocks of a body; what it cannot place, it leaves.

    ``titles`` are the reports that the letter names; with several, a heading that names one says
    whose the findings after it are.
    """

    blocks: Sequence[Block]
    titles: Sequence[str]
    is_response: bool
    _found: Gathering = field(init=False)
    _topic: Topic = OPEN
    _list_topic: Topic | None = None
    _section_level: int = 0
    _answers_follow: bool = False
    _is_quoting: bool = False
    _inline_at: int | None = None
    _labels: AnswerLabels = field(init=False)

    def __post_init__(self) -> None:
        self._found = Gathering(0 if len(self.titles) == 1 else None)

    def read(self, places: Sequence[int]) -> Chain:
        """Return what the blocks at those places hold."""
        self._labels = AnswerLabels.of(self.blocks[place] for place in places)
        runs = {run[0]: run for run in runs_of_rows(self.blocks, places)}
        in_run = {place for run in runs.values() for place in run}
        for place in places:
            if place in runs:
                self._read_table(runs[place])
            elif place not in in_run:
                self._read_block(place, as_heading(self.blocks[place]))
        return self._found.chain

    def _read_block(self, place: int, block: Block) -> None:
        if self._turns_to_a_report(place, block) or self._reads_label(place, block):
            return
        if block.kind is BlockKind.LIST_ITEM and not self._is_numbered_prose(block):
            self._read_item(place, block)
            return
        self._answers_follow = False
        self._list_topic = None
        if block.kind is BlockKind.HEADING:
            self._found.stop_taking()
            self._read_heading(place, block)
        else:
            self._read_paragraph(place, block)

    # Reports and labels

    def _turns_to_a_report(self, place: int, block: Block) -> bool:
        """In a letter about several reports, notice a heading that names one of them."""
        is_line = block.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH}
        if len(self.titles) == 1 or not is_line:
            return False
        named = [at for at, title in enumerate(self.titles) if is_named_in(title, block.text)]
        if len(named) != 1:
            return False
        longest = len(folded(self.titles[named[0]])) + _LONGEST_AROUND_A_TITLE
        if len(folded(block.text)) > longest:
            return False
        self._found.report = named[0]
        self._found.close_section()
        self._topic = OPEN
        self._found.chain.descriptions.append((named[0], place))
        return block.kind is BlockKind.HEADING

    def _reads_label(self, place: int, block: Block) -> bool:
        label = label_in(block.text)
        if label is None or self._found.report is None:
            return False
        if known := self._found.known(label):
            self._found.turn_to([known])
            known.cited.add(place)
            self._turn_to_answers(Topic(Place.ANSWER))
            return True
        is_heading = block.kind is BlockKind.HEADING
        is_named = is_heading and bool(label.rest) and not label.rest.endswith((".", ":"))
        self._found.role = None
        self._found.open_finding(place, label.kind, label.number, "" if is_named else label.rest)
        if is_named and self._found.finding:
            self._found.finding.theme = label.rest
        if is_heading:
            self._section_level = block.level
        self._topic = Topic(Place.FINDINGS, kind=label.kind, is_one=True)
        return True

    # Headings

    def _read_heading(self, place: int, block: Block) -> None:
        topic = topic_of_heading(block.text)
        if topic is None:
            self._read_unknown_heading(place, block)
        elif topic.place is Place.ANSWER:
            level = block.level
            is_deeper = 0 < self._section_level < level < UNMARKED_LEVEL
            self._unlink_unless(block.text, is_deeper=is_deeper)
            self._turn_to_answers(topic)
            self._is_quoting = block.text.endswith(":")
            self._found.announce(place)
            self._found.cite_statement(place)
        else:
            keeps_parent = topic.kind is FindingKind.RECOMMENDATION
            self._begin_section(topic, block, keeps_parent=keeps_parent)
            self._found.announce(place)

    def _read_unknown_heading(self, place: int, block: Block) -> None:
        is_in_findings = self._topic.place is Place.FINDINGS
        if self._found.awaits_text:
            self._found.fill(place, block.text)
        elif is_answering(block.text):
            self._read_paragraph(place, block)
        elif is_in_findings and block.number and asks_something(block.text):
            # A numbered line that stands alone under “Recommendations” is one, not a heading.
            self._read_item(place, block)
        elif mentioned := self._found.mentioned(block.text):
            self._found.turn_to(mentioned)
            self._turn_to_answers(Topic(Place.ANSWER))
        elif is_in_findings and block.number is None and block.level > self._section_level:
            self._found.close_section(keeps_parent=True)
            self._found.theme = block.text
        else:
            self._begin_section(OPEN, block)

    def _begin_section(self, topic: Topic, block: Block, *, keeps_parent: bool = False) -> None:
        self._found.close_section(keeps_parent=keeps_parent)
        self._topic = topic
        self._section_level = block.level

    def _turn_to_answers(self, topic: Topic) -> None:
        self._topic = topic
        self._found.turn_to_role(topic.role)

    def _unlink_unless(self, label: str, *, is_deeper: bool = False) -> None:
        """Leave the finding before a label such as “Response” unless the label goes with it."""
        if not self._labels.stays_linked(label, self._found, is_deeper=is_deeper):
            self._found.unlink()

    # Lists

    def _read_item(self, place: int, block: Block) -> None:
        if self._found.takes_items and not self._begins_one(block):
            self._found.take_item(place, block.number, block.text)
            return
        topic = self._list_topic or self._topic
        if topic.is_one and self._goes_on_with_one(place, block):
            return
        is_list = topic.place in {Place.FINDINGS, Place.ELEMENTS} and not topic.is_one
        if is_list and topic.kind and not self._turns_to_answers(block.text, topic):
            self._read_listed_finding(place, block, topic)
        elif not is_list and self._topic.place is Place.ANSWER:
            self._read_answer_paragraph(place, block.text)
        elif not is_list and block.number and asks_something(block.text):
            self._found.open_finding(place, FindingKind.RECOMMENDATION, block.number, block.text)
        else:
            self._read_prose(place, block.text)

    def _read_listed_finding(self, place: int, block: Block, topic: Topic) -> None:
        theme = self._found.theme
        self._found.theme = topic.theme or theme
        self._found.open_finding(place, topic.kind or FindingKind.OTHER, block.number, block.text)
        self._found.theme = None if topic.theme else theme

    def _goes_on_with_one(self, place: int, block: Block) -> bool:
        """Add an item to the labelled finding it stands under, or to the answer after that."""
        draft = self._found.finding
        is_ended = draft is not None and draft.text.endswith(".")
        if self.is_response and (
            actor_of(block.text) or (is_ended and tells_what_is_done(block.text))
        ):
            # Once an answer is open its items are its own, whoever acts in them.
            return False
        return self._found.go_on_with_item(place, block.number, block.text)

    def _turns_to_answers(self, text: str, topic: Topic) -> bool:
        """Notice the item of a list at which findings end and what is done about them begins."""
        if self.is_response and actor_of(text) and topic.kind is not FindingKind.OTHER:
            self._answers_follow = True
        return self._answers_follow

    def _begins_one(self, block: Block) -> bool:
        """Tell whether a numbered item begins the next finding rather than goes on with this."""
        topic = self._list_topic or self._topic
        before = self._found.finding.number if self._found.finding else None
        is_list = topic.place is Place.FINDINGS and not topic.is_one
        is_numbered = block.number is not None and block.number[0].isdigit()
        return is_list and is_numbered and bool(before) and follows(str(before), str(block.number))

    # Prose

    def _read_paragraph(self, place: int, block: Block) -> None:
        text = block.text
        is_listed = block.number and self._topic.place is Place.FINDINGS and self._topic.kind
        if is_listed and not self._is_numbered_prose(block):
            self._read_item(place, block)
        elif self._goes_on_quoting(place, text) or self._reads_inline_answer(place, text):
            pass
        elif self.is_response and (role := stated_by(text)):
            self._turn_to_answers(Topic(Place.ANSWER, role=role))
            self._found.cite_statement(place)
            self._is_quoting = True
        elif self._reads_lead_in(place, text):
            pass
        elif self._found.awaits_text:
            self._found.fill(place, text)
        elif self._topic.place is Place.ANSWER and self._found.report is not None:
            self._read_answer_paragraph(place, text)
        elif self._is_recommending(text):
            kind = self._topic.kind or FindingKind.RECOMMENDATION
            self._found.open_finding(place, kind, None, text)
        else:
            self._read_prose(place, text)

    def _is_numbered_prose(self, block: Block) -> bool:
        """Tell whether “2.1” numbers a paragraph of the letter rather than a finding."""
        if self._list_topic or self._found.takes_items or says_what_ought_to_be(block.text):
            return False
        is_decimal = bool(block.number and _DECIMAL.fullmatch(block.number))
        return is_decimal and (self._topic.is_one or self._topic.place is not Place.FINDINGS)

    def _goes_on_quoting(self, place: int, text: str) -> bool:
        """Read a quoted statement to its closing mark, after which the author speaks again."""
        if not self._is_quoting:
            return False
        self._is_quoting = False
        if text[:1] not in _OPENING_MARKS:
            return False
        self._read_answer_paragraph(place, text)
        if text.rstrip()[-1:] in _CLOSING_MARKS:
            self._found.turn_to_role(None)
        else:
            self._is_quoting = True
        return True

    def _reads_inline_answer(self, place: int, text: str) -> bool:
        """Read “Chief Constable’s response: The force has…”, or such a label alone."""
        if not self.is_response:
            return False
        match = INLINE_LABEL.fullmatch(text)
        label = match["label"].strip() if match else text.rstrip(": ")
        if match and self._found.linked and is_position_label(label):
            self._found.position = position_of_answer(match["rest"])
            if self._found.position:
                self._found.announce(place)
            return self._found.position is not None
        role = answer_role(label) if len(label) <= LONGEST_SUBHEADING else None
        if role is None or self._found.report is None:
            return False
        self._found.stop_taking()
        self._unlink_unless(label)
        self._turn_to_answers(Topic(Place.ANSWER, role=role[0]))
        if match:
            self._inline_at = place
            self._read_answer_paragraph(place, match["rest"])
        else:
            self._found.cite_statement(place)
            self._is_quoting = True
        return True

    def _reads_lead_in(self, place: int, text: str) -> bool:
        """Read a paragraph that ends with “…the following recommendations:”."""
        topic = topic_of_lead_in(sentences_of(text)[-1])
        is_in_answer = self._topic.place is Place.ANSWER and bool(self._found.linked)
        if topic is None or is_in_answer or self._found.awaits_text:
            return False
        self._found.stop_taking()
        self._list_topic = topic
        if topic.is_one and self._found.report is not None:
            self._found.open_finding(place, FindingKind.RECOMMENDATION, None, text)
            return True
        self._found.announce(place)
        if not is_answering(text):
            self._note_description(place, text)
        return True

    def _is_recommending(self, text: str) -> bool:
        """Tell whether a paragraph under a heading for findings is one, by what it asks."""
        if self._topic.place is not Place.FINDINGS or self._topic.kind is None:
            return False
        if is_followed_by_duties(text):
            return True
        return self._topic.kind is not FindingKind.KEY_FINDING and asks_something(text)

    def _read_prose(self, place: int, text: str) -> None:
        """Read a paragraph or item of no announced kind by its own words."""
        self._found.stop_taking()
        self._found.unlink_after_list()
        if not self.is_response:
            self._note_description(place, text)
        elif self._found.linked and (
            tells_what_is_done(text) or self._answers_by_place(place, text)
        ):
            self._found.answer_and_widen(place, text)
        elif passages := answering_passages(text):
            self._found.answer_freely(place, passages)
        elif self._settles_or_goes_on(text):
            self._found.answer_freely(place, [text])
        else:
            self._note_description(place, text)

    def _settles_or_goes_on(self, text: str) -> bool:
        """Tell whether a text accepts or refuses a numbered finding, or goes on with answers."""
        if position_of_answer(text) and self._found.mentioned(text):
            return True
        return self._answers_follow and tells_what_is_done(text)

    def _answers_by_place(self, place: int, text: str) -> bool:
        """Tell whether a paragraph after one finding, in a response, must answer it."""
        finding = self._found.finding
        is_alone = self._topic.is_one or stands_between_items(self.blocks, place)
        is_after_one = is_alone and self._found.unanswered <= 1
        return finding is not None and is_after_one and must_answer(finding, text)

    def _note_description(self, place: int, text: str) -> None:
        report = self._found.report
        if report is not None and describes_the_report(text, is_response=self.is_response):
            self._found.chain.descriptions.append((report, place))

    def _read_answer_paragraph(self, place: int, text: str) -> None:
        """Read a paragraph where an answer is announced: all of it, if it is one finding's."""
        if says_nothing(text):
            return
        if self._has_another_speaker(place, text):
            self._found.unlink()
            self._turn_to_answers(OPEN)
            self._read_prose(place, text)
            return
        self._found.cite_statement(place)
        self._found.unlink_after_list()
        if self._found.linked and self._found.answer and speaks_of_all(text):
            self._found.unlink()
            self._read_prose(place, text)
        elif self._found.linked:
            self._found.answer_linked(place, text)
        elif passages := answering_passages(text):
            self._found.answer_freely(place, passages)
        elif tells_what_is_done(text) or self._found.mentioned(text):
            self._found.answer_freely(place, [text])

    def _has_another_speaker(self, place: int, text: str) -> bool:
        """Tell whether “I” is the letter's author again, after one labelled paragraph of others."""
        answer = self._found.answer
        is_after_label = answer is not None and answer.cited == {self._inline_at} - {place}
        if answer is None or not is_after_label or self._found.role not in _SPOKEN_OF:
            return False
        return speaks_as_one(text) and not speaks_as_one(answer.text)

    # Tables

    def _read_table(self, run: Sequence[int]) -> None:
        self._list_topic = None
        rows = [(place, self.blocks[place]) for place in run]
        if reads_answer_table(rows, self._found, is_response=self.is_response):
            self._topic = OPEN
            return
        for place, block in rows:
            self._read_key_and_value(place, block)

    def _read_key_and_value(self, place: int, block: Block) -> None:
        """Read a row of two cells, “Recommendation 1 | text” or “Response | text”."""
        if len(block.cells) != _KEY_AND_VALUE or self._found.report is None:
            return
        key, value = block.cells
        label = label_in(key)
        if label and not label.rest:
            self._found.role = None
            self._found.open_finding(place, label.kind, label.number, value)
        elif self.is_response and (role := answer_role(key.strip(" :"))):
            self._unlink_unless(key)
            self._turn_to_answers(Topic(Place.ANSWER, role=role[0]))
            self._read_answer_paragraph(place, value)
