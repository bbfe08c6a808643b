"""Tables, fields and their hints in plain words, by the open format's names."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TableWords:
    """What a table is called, and in one sentence what it holds."""

    one: str
    several: str
    about: str

    def counted(self, count: int) -> str:
        """Return “1 finding” or “1,200 findings”."""
        return f"{count:,} {(self.one if count == 1 else self.several).lower()}"


@dataclass(frozen=True, slots=True)
class FieldWords:
    """A field's name on screen and a hint; ``is_long`` for words that take several lines."""

    name: str
    hint: str = ""
    is_long: bool = False


_DAY = "Such as 30 March 2020"
_ANY_DATE = "A day, a month or a year, such as February 2020"
_ONE_A_LINE = "One on each line"


def table_words(table: str) -> TableWords:
    """Return the words for a table of the open format."""
    return _TABLES[table]


def field_words(table: str, field: str) -> FieldWords:
    """Return the words for a field; one of a part is asked for as (“report.related”, “relation”).

    A field that this program does not know goes by its own name spelled out.
    """
    known = _FIELDS.get(table, {}).get(field)
    return known or FieldWords(field.replace("_", " ").capitalize())


_TABLES: Mapping[str, TableWords] = {
    "report": TableWords(
        "Report", "Reports", "Inspection reports and letters, with how each touches this force."
    ),
    "judgement": TableWords("Judgement", "Judgements", "Grades that a report gave, area by area."),
    "finding": TableWords(
        "Finding", "Findings", "What inspectors found, in the order of each report."
    ),
    "response": TableWords("Response", "Responses", "Letters and statements that answer reports."),
    "response_item": TableWords(
        "Passage", "Passages", "Passages of responses, with the findings that each answers."
    ),
    "action": TableWords(
        "Action", "Actions", "What the force has undertaken; the lines of its tracker."
    ),
    "target_change": TableWords(
        "Moved target", "Moved targets", "Every date that moved: from, to, when and why."
    ),
    "update": TableWords(
        "Update", "Updates", "What the force said of an action in each round; never rewritten."
    ),
    "status_event": TableWords(
        "Status event", "Status events", "Dated statuses: the force’s word, or HMICFRS’s position."
    ),
    "evidence": TableWords(
        "Evidence", "Evidence", "Where the proof of an action is held; never the document itself."
    ),
    "phase": TableWords("Phase", "Phases", "Stretches of HMICFRS’s monitoring of the force."),
    "person": TableWords("Person", "People", "Members, officers and the secretariat."),
    "meeting": TableWords("Meeting", "Meetings", "The panel’s meetings, and who came."),
    "agenda_item": TableWords(
        "Agenda item", "Agenda items", "Items of agendas, with their covering reports."
    ),
    "question": TableWords(
        "Question", "Questions", "The panel’s questions, from the chair’s list to the answer."
    ),
    "panel_action": TableWords(
        "Panel action", "Panel actions", "The panel’s own tracker: who owes the panel what."
    ),
    "work_plan_entry": TableWords(
        "Work plan entry", "Work plan", "What coming meetings are to take."
    ),
    "document": TableWords("Document", "Documents", "Files kept with the register."),
    "import_batch": TableWords("Import", "Imports", "Files that were imported, and what they did."),
}

_FIELDS: Mapping[str, Mapping[str, FieldWords]] = {
    "report": {
        "title": FieldWords("Title", "As printed on the report", is_long=True),
        "short_title": FieldWords("Short title", "Such as PEEL 2023–25; lists go by it"),
        "kind": FieldWords("Kind"),
        "scope": FieldWords("Whom it looked at"),
        "force_position": FieldWords("How it touches this force"),
        "inspectorates": FieldWords("Inspectorates", _ONE_A_LINE),
        "areas": FieldWords("Areas", "Forces or places it names, one on each line"),
        "published": FieldWords("Published", _ANY_DATE),
        "fieldwork_from": FieldWords("Fieldwork from", _DAY),
        "fieldwork_to": FieldWords("Fieldwork to", _DAY),
        "cycle": FieldWords("Cycle", "Such as 2023–25"),
        "link": FieldWords("Link", "Where the report is published"),
        "summary": FieldWords("Summary", is_long=True),
        "marking": FieldWords("Marking", "Nothing above OFFICIAL-SENSITIVE may be held here"),
        "s55_position": FieldWords("Comments under section 55"),
        "s55_reason": FieldWords("Reason", "Why comments are due, or why not", is_long=True),
        "related": FieldWords("Earlier reports that it follows"),
    },
    "report.related": {"report": FieldWords("Report"), "relation": FieldWords("How it stands")},
    "judgement": {
        "report": FieldWords("Report"),
        "area": FieldWords("Area", "Such as Effectiveness, or Responding to the public"),
        "scale": FieldWords("Scale", "The two scales cannot be compared"),
        "grade": FieldWords("Grade"),
    },
    "finding": {
        "report": FieldWords("Report", "Its sub-findings go with it to another report"),
        "parent": FieldWords("Stands under", "The finding it is part of"),
        "kind": FieldWords("Kind"),
        "number": FieldWords("Number", "As printed, such as 7.1 or AFI 2"),
        "theme": FieldWords("Theme", "In a few words; lists go by it"),
        "text": FieldWords("Text", "The inspectors’ own words", is_long=True),
        "addressees": FieldWords("Addressed to", _ONE_A_LINE),
        "applies": FieldWords("Applies to this force"),
        "applies_reason": FieldWords("Why, or why not", is_long=True),
        "deadline_words": FieldWords("Deadline, in the report’s words", "Such as within 3 months"),
        "deadline": FieldWords("Deadline, as a date", _DAY),
        "deadline_kind": FieldWords("How the deadline is set"),
        "repeats": FieldWords("Repeats an earlier finding"),
        "position": FieldWords("Place in its report", "Counted from 1"),
    },
    "response": {
        "reports": FieldWords("Answers these reports"),
        "author_role": FieldWords("Who answers"),
        "author": FieldWords("Name of the author"),
        "addressee": FieldWords("Addressed to"),
        "letter_date": FieldWords("Date of the letter", _ANY_DATE),
        "published": FieldWords("Published", _ANY_DATE),
        "copied_hmicfrs": FieldWords("Copied to HMICFRS", _DAY),
        "copied_home_secretary": FieldWords("Copied to the Home Secretary", _DAY),
        "status": FieldWords("Status"),
        "text": FieldWords("Text", "The letter’s own words", is_long=True),
        "document": FieldWords("Document"),
    },
    "response_item": {
        "response": FieldWords("Stands in"),
        "findings": FieldWords("Answers these findings", "None: it answers the whole report"),
        "position": FieldWords("What it says of them"),
        "text": FieldWords("Text", "The response’s own words", is_long=True),
    },
    "action": {
        "findings": FieldWords("Answers these findings"),
        "reference": FieldWords("Reference", "As the panel names it, such as 041/03.1"),
        "tracker_reference": FieldWords("Reference in the tracker", "Such as 4A-000123"),
        "text": FieldWords("What the force has undertaken", is_long=True),
        "executive_lead": FieldWords("Executive lead", "A role, such as ACC Crime"),
        "owner": FieldWords("Owner", "A role, such as Head of Crime"),
        "original_target": FieldWords("First target", "The date first promised stays"),
        "target": FieldWords("Target now", _DAY),
        "evidence_test": FieldWords("What would show that it is done", is_long=True),
        "risk": FieldWords("Risk while it is open", is_long=True),
        "rag_as_reported": FieldWords("RAG, as the tracker reports it"),
    },
    "target_change": {
        "action": FieldWords("Action"),
        "from": FieldWords("From", "Blank where there was no date before"),
        "to": FieldWords("To", "Blank where the date was taken away"),
        "changed_on": FieldWords("Moved on", _DAY),
        "reason": FieldWords("Why", is_long=True),
        "agreed_by": FieldWords("Agreed by"),
        "batch": FieldWords("Import"),
    },
    "update": {
        "action": FieldWords("Action"),
        "as_at": FieldWords("As at", _DAY),
        "author": FieldWords("Author"),
        "text": FieldWords("Words", "The force’s own", is_long=True),
        "batch": FieldWords("Import"),
    },
    "status_event": {
        "subject": FieldWords("Status of"),
        "track": FieldWords("Whose word", "One is never inferred from the other"),
        "date": FieldWords("Date", _DAY),
        "status": FieldWords("Status"),
        "comment": FieldWords("Comment", is_long=True),
        "source": FieldWords("Source", "The letter, the minute or the tracker that says so"),
        "batch": FieldWords("Import"),
    },
    "evidence": {
        "action": FieldWords("Action"),
        "title": FieldWords("What it is"),
        "kind": FieldWords("Kind"),
        "dated": FieldWords("Dated", _DAY),
        "held_at": FieldWords("Where it is held", "A place or a reference, not the document"),
        "seen_by": FieldWords("Seen by", "Who on the panel saw it"),
        "seen_on": FieldWords("Seen on", _DAY),
    },
    "phase": {
        "phase": FieldWords("Phase"),
        "from": FieldWords("From", _DAY),
        "to": FieldWords("To", "Blank while it lasts"),
        "source": FieldWords("Source"),
    },
    "person": {
        "name": FieldWords("Name"),
        "role": FieldWords("Role"),
        "organisation": FieldWords("Organisation"),
        "kind": FieldWords("What they are to the panel"),
        "term_from": FieldWords("Term from", _DAY),
        "term_to": FieldWords("Term to", _DAY),
    },
    "meeting": {
        "held_on": FieldWords("Day", _DAY),
        "starts_at": FieldWords("Starts at", "Such as 10:00"),
        "venue": FieldWords("Venue"),
        "openness": FieldWords("Openness"),
        "paper_deadline": FieldWords("Papers due", _DAY),
        "despatched_on": FieldWords("Papers sent", _DAY),
        "status": FieldWords("Status"),
        "attendance": FieldWords("Who came"),
    },
    "meeting.attendance": {
        "person": FieldWords("Person"),
        "attended": FieldWords("Attendance"),
    },
    "agenda_item": {
        "meeting": FieldWords("Meeting"),
        "number": FieldWords("Number", "As the agenda prints it, such as 7.1"),
        "title": FieldWords("Title"),
        "purpose": FieldWords("Purpose"),
        "author": FieldWords("Report author"),
        "openness": FieldWords("Openness"),
        "openness_reason": FieldWords("Reason", "Why it is Non Public", is_long=True),
        "marking": FieldWords("Marking", "Nothing above OFFICIAL-SENSITIVE may be held here"),
        "covering_sections": FieldWords("Covering report"),
        "reports": FieldWords("Reports"),
        "findings": FieldWords("Findings"),
        "documents": FieldWords("Documents"),
    },
    "agenda_item.covering_sections": {
        "heading": FieldWords("Heading"),
        "text": FieldWords("Text", is_long=True),
    },
    "question": {
        "member": FieldWords("Member"),
        "subject": FieldWords("About"),
        "kind": FieldWords("Kind"),
        "text": FieldWords("Question", is_long=True),
        "state": FieldWords("State"),
        "states": FieldWords("Days of its states"),
        "meeting": FieldWords("Meeting"),
        "agenda_item": FieldWords("Agenda item"),
        "minute": FieldWords("Minute", "Where its asking is minuted, such as 7.3"),
        "answer": FieldWords("Answer", is_long=True),
        "answered_by": FieldWords("Answered by"),
        "answered_on": FieldWords("Answered on", _DAY),
        "answer_due": FieldWords("Answer due", _DAY),
        "verdict": FieldWords("Is the member satisfied?"),
        "merged_into": FieldWords("Merged into"),
        "follows": FieldWords("Follows up"),
        "asked_of_snapshot": FieldWords("Pack it was asked of"),
    },
    "question.states": {"state": FieldWords("State"), "on": FieldWords("On", _DAY)},
    "panel_action": {
        "number": FieldWords("Number", "Such as 002"),
        "text": FieldWords("Action", is_long=True),
        "question": FieldWords("Comes from"),
        "owner": FieldWords("Owner"),
        "due": FieldWords("Due", _DAY),
        "outcome": FieldWords("Outcome", is_long=True),
        "closed_on": FieldWords("Closed on", _DAY),
        "carried_from": FieldWords("Carried forward from"),
    },
    "work_plan_entry": {"title": FieldWords("Title"), "meeting": FieldWords("Meeting")},
    "document": {
        "title": FieldWords("Title"),
        "media_type": FieldWords("Kind of file"),
        "sha256": FieldWords("Fingerprint"),
        "content": FieldWords("Content"),
        "text": FieldWords("Text read from it", is_long=True),
    },
    "import_batch": {
        "file": FieldWords("File"),
        "sha256": FieldWords("Fingerprint"),
        "kind": FieldWords("What was read"),
        "at": FieldWords("Imported"),
        "mapping": FieldWords("Columns"),
        "counts": FieldWords("Counts"),
        "certificate": FieldWords("Certificate"),
        "undone_at": FieldWords("Undone"),
    },
}
