"""The headings that trackers give their columns, and what each may stand for."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import fuzz, process

from jasp_desktop.domain.trackers import TrackerField as Field

_CERTAIN = 100
_LIKELY = 95
_PERHAPS = 90
_MISSPELT = 88
"""The least likeness, in per cent, of a misspelt heading to a known one."""
_SHORTEST_MISSPELT = 5

_HEADINGS: Mapping[Field, tuple[str, ...]] = {
    Field.REFERENCE: (
        "ref", "reference", "ref no", "ref number", "reference no", "reference number", "id",
        "unique id", "unique ref", "unique reference", "unique reference number", "urn",
        "action ref", "action reference", "action id", "action no", "action number", "4action ref",
        "4action reference", "4action no", "4action id", "4action number", "4action", "tracker ref",
        "tracker reference", "tracker id", "tracker no", "item ref", "item no", "record id",
        "system ref", "force ref", "force reference",
    ),
    Field.REPORT: (
        "report", "report title", "inspection", "inspection report", "inspection title",
        "publication", "publication title", "source", "source report", "title of report",
        "name of report", "name of inspection", "hmicfrs report", "hmicfrs inspection",
        "hmicfrs publication", "thematic", "inspection name", "report name", "originating report",
    ),
    Field.PUBLISHED: (
        "published", "date published", "publication date", "published date", "date of publication",
        "report date", "date of report", "report published", "published on", "inspection date",
    ),
    Field.FINDING_NUMBER: (
        "no", "number", "rec no", "rec number", "rec", "recommendation no", "recommendation number",
        "recommendation ref", "recommendation reference", "rec ref", "rec id", "afi no",
        "afi number", "afi ref", "recs no", "no of rec", "number of recommendation", "finding no",
        "finding number", "finding ref", "rec afi no", "recommendation afi no", "paragraph",
        "recommendation as numbered", "hmicfrs ref", "hmicfrs reference", "hmicfrs rec no",
    ),
    Field.FINDING_TEXT: (
        "recommendation", "recommendations", "recommendation text", "recommendation wording",
        "recommendation afi", "recommendation or afi", "wording", "afi", "afi text", "afis",
        "area for improvement", "areas for improvement", "cause of concern", "cause for concern",
        "causes of concern", "finding", "findings", "finding text", "full recommendation",
        "recommendation description", "recommendation detail", "recommendation details",
        "hmicfrs recommendation", "recommendation area for improvement", "text of recommendation",
        "action for further improvement", "description of recommendation", "rec text",
        "rec wording",
    ),
    Field.FINDING_KIND: (
        "type", "kind", "category", "rec type", "recommendation type", "finding type",
        "type of recommendation", "rec or afi", "afi or rec", "type of finding", "classification",
        "finding kind",
    ),
    Field.SUB_NUMBER: (
        "sub no", "sub number", "sub rec no", "sub recommendation no", "sub recommendation number",
        "part", "part no", "sub ref", "sub recommendation ref",
    ),
    Field.SUB_TEXT: (
        "sub recommendation", "sub recommendations", "sub rec", "sub text", "sub finding",
        "part of recommendation", "sub recommendation text", "sub bullet", "requirement",
    ),
    Field.ACTION_TEXT: (
        "action", "actions", "action plan", "response", "responses", "force response",
        "force action", "force actions", "initial action plan response", "initial response",
        "initial action plan", "action plan response", "action text", "action description",
        "action taken", "actions taken", "action required", "actions required", "what we will do",
        "what will we do", "what is being done", "force action plan", "planned action",
        "planned actions", "agreed action", "management response", "response to recommendation",
        "action to be taken", "actions to be taken", "description of action", "activity", "task",
        "chief constables response", "proposed action", "action details", "action detail",
        "improvement action",
    ),
    Field.EXECUTIVE_LEAD: (
        "executive lead", "exec lead", "chief officer", "chief officer lead", "strategic lead",
        "senior lead", "senior responsible owner", "sro", "sponsor", "executive owner",
        "chief officer owner", "acc lead", "lead chief officer", "executive", "nccp lead",
        "strategic owner", "executive sponsor", "command lead", "senior responsible officer",
        "accountable officer",
    ),
    Field.OWNER: (
        "owner", "action owner", "rec owner", "recommendation owner", "owned by", "responsible",
        "responsible officer", "responsible person", "person responsible", "who", "by whom",
        "assigned to", "allocated to", "action lead", "tactical lead", "operational lead",
        "business lead", "business owner", "delivery lead", "lead officer", "officer responsible",
        "task owner", "department", "responsibility", "owner role", "force lead", "rec lead",
    ),
    Field.ORIGINAL_TARGET: (
        "original target", "original target date", "original due date", "original deadline",
        "original date", "original completion date", "original", "initial target date",
        "initial target", "initial deadline", "first target date", "baseline date",
        "original timescale", "initial due date",
    ),
    Field.TARGET: (
        "current target", "current target date", "revised target", "revised target date",
        "revised date", "revised due date", "revised deadline", "revised", "current due date",
        "current deadline", "new target date", "latest target date", "amended target date",
        "revised completion date", "forecast completion date", "forecast date",
        "expected completion date", "expected completion", "extended date", "new deadline",
        "revised timescale", "anticipated completion date", "new date",
    ),
    Field.TARGET_REASON: (
        "reason for change", "reason for revised date", "reason for delay", "reason for extension",
        "reason for slippage", "reason for revision", "target reason", "reason for new date",
        "reason for change of date", "why moved", "reason target moved", "rationale for extension",
        "reason for moving", "reason for date change", "delay reason",
    ),
    Field.STATUS: (
        "status", "force status", "current status", "action status", "rec status",
        "recommendation status", "internal status", "state", "implementation status",
        "progress status", "open closed", "open or closed", "stage", "position", "force position",
        "current position", "status of action", "status of recommendation", "completion status",
        "4action status",
    ),
    Field.CLOSED_ON: (
        "date closed", "closed on", "closed date", "closure date", "date of closure", "closed",
        "date completed", "completed on", "completed date", "completed", "completion date",
        "actual completion date", "date discharged", "discharged", "actual completion",
        "date signed off", "sign off date", "date complete",
    ),
    Field.HMICFRS_POSITION: (
        "hmicfrs position", "hmicfrs status", "hmicfrs state", "hmi status", "hmic status",
        "hmicfrs view", "inspectorate status", "inspectorate position", "hmicfrs sign off",
        "hmicfrs closure", "hmicfrs decision", "hmicfrs portal status", "monitoring portal status",
        "portal status", "hmicfrs outcome", "status with hmicfrs",
    ),
    Field.RAG: (
        "rag", "rag status", "rag rating", "brag", "brag status", "brag rating", "rating", "colour",
        "rag as reported", "delivery confidence", "current rag", "force rag",
    ),
    Field.RISK: (
        "risk", "risks", "risk rating", "risk level", "risk score", "risk description", "priority",
        "risk if not done", "risk while open",
    ),
    Field.EVIDENCE_TEST: (
        "success measure", "success measures", "success criteria", "evidence test",
        "evidence required", "evidence needed", "measure of success", "what good looks like",
        "what does good look like", "closure criteria", "how will we know", "evidence of success",
        "outcome measure", "measures of success", "intended outcome", "evidence to be provided",
    ),
    Field.EVIDENCE: (
        "evidence", "evidence held", "evidence location", "evidence provided", "evidence link",
        "evidence of completion", "evidence of closure", "where is the proof", "proof",
        "location of evidence", "supporting evidence", "evidence submitted",
        "where evidence is held",
        "where held", "closure evidence", "link to evidence", "evidence where held",
    ),
    Field.UPDATE: (
        "update", "updates", "latest update", "last update", "progress", "progress update",
        "progress updates", "comments", "comment", "narrative", "commentary", "notes",
        "current update", "force update", "action update", "update narrative", "progress to date",
        "latest position", "latest progress", "progress notes", "update text", "latest comments",
        "supporting narrative", "update for panel", "jasp update", "owner update",
    ),
    Field.UPDATED_ON: (
        "updated", "updated on", "last updated", "date updated", "date of update", "update date",
        "date of last update", "last update date", "last reviewed", "last review date",
        "date last updated", "latest update date", "date of latest update", "updated date",
        "as at", "last modified", "date of update latest",
    ),
}  # fmt: skip

_EITHER: tuple[tuple[tuple[str, ...], Mapping[Field, int]], ...] = (
    (
        ("target", "target date", "due", "due date", "deadline", "by when", "timescale", "when",
         "date due", "timescales", "completion due", "target completion date", "due by",
         "target completion", "planned completion date", "deadline date", "complete by",
         "date for completion"),
        {Field.TARGET: _LIKELY, Field.ORIGINAL_TARGET: _PERHAPS},
    ),
    (("lead", "leads", "lead name"), {Field.OWNER: _LIKELY, Field.EXECUTIVE_LEAD: _PERHAPS}),
    (
        ("recommendation", "recommendations", "afi", "finding", "area for improvement"),
        {Field.FINDING_TEXT: _CERTAIN, Field.FINDING_NUMBER: _PERHAPS},
    ),
    (
        ("update", "last update", "latest update"),
        {Field.UPDATE: _CERTAIN, Field.UPDATED_ON: _PERHAPS},
    ),
    (
        ("progress", "current position", "latest position", "position"),
        {Field.UPDATE: _LIKELY, Field.STATUS: _LIKELY},
    ),
    (
        ("status", "current status", "state"),
        {Field.STATUS: _CERTAIN, Field.RAG: _PERHAPS, Field.UPDATE: _MISSPELT},
    ),
    (
        ("closed", "completed", "discharged"),
        {Field.CLOSED_ON: _LIKELY, Field.STATUS: _PERHAPS},
    ),
    (("original",), {Field.ORIGINAL_TARGET: _LIKELY}),
    (("actions",), {Field.ACTION_TEXT: _LIKELY}),
    (("id", "ref", "reference"), {Field.REFERENCE: _LIKELY, Field.FINDING_NUMBER: _PERHAPS}),
)  # fmt: skip
"""Headings that may stand for more than one field; the cells, and the other columns, decide."""

_KNOWN: Mapping[str, Mapping[Field, int]] = {
    **{words: {field: _CERTAIN} for field, each in _HEADINGS.items() for words in each},
    **{words: fields for each, fields in _EITHER for words in each},
}


def _by_first_word() -> Mapping[str, Sequence[tuple[int, str, list[str]]]]:
    """Return the known headings by their first words: place, whole, and word by word."""
    found: defaultdict[str, list[tuple[int, str, list[str]]]] = defaultdict(list)
    for place, words in enumerate(_KNOWN):
        part = words.split()
        found[part[0]].append((place, words, part))
    return found


_BY_FIRST = _by_first_word()
_LONG_ENOUGH = tuple(words for words in _KNOWN if len(words) >= _SHORTEST_MISSPELT)
_MARKS = re.compile(r"[^\w ]+")
_LETTERED = re.compile(r"[’']")

_CONTAINED, _SHARE, _AT_END = 50, 30, 14
"""What a known heading within a longer one counts: at least, for its share of it, at its end."""


def plain_heading(heading: str) -> str:
    """Return a heading in lower case without marks, as the known ones are written."""
    return " ".join(_MARKS.sub(" ", _LETTERED.sub("", heading.lower())).replace("_", " ").split())


def fields_of(heading: str) -> dict[Field, int]:
    """Return what a heading may stand for, and how surely, in per cent."""
    plain = plain_heading(heading)
    if plain in _KNOWN:
        return dict(_KNOWN[plain])
    if not plain:
        return {}
    found: dict[Field, int] = {}
    if len(plain) >= _SHORTEST_MISSPELT:
        for words, likeness, _ in process.extract(
            plain, _LONG_ENOUGH, scorer=fuzz.ratio, score_cutoff=_MISSPELT, limit=3
        ):
            _keep_best(found, _KNOWN[words], likeness / _CERTAIN)
    for _, words, surely in sorted(_parts_of(plain)):
        _keep_best(found, _KNOWN[words], surely / _CERTAIN)
    return found


def _parts_of(plain: str) -> Iterator[tuple[int, str, float]]:
    """Give the known headings within a longer one, each with its place and how surely it counts."""
    tokens = plain.split()
    for at, token in enumerate(tokens):
        for place, words, part in _BY_FIRST.get(token, ()):
            end = at + len(part)
            if len(part) < len(tokens) and tokens[at:end] == part:
                at_end = _AT_END if end == len(tokens) else 0
                yield place, words, _CONTAINED + _SHARE * len(words) / len(plain) + at_end


def _keep_best(found: dict[Field, int], meanings: Mapping[Field, int], share: float) -> None:
    for field, surely in meanings.items():
        found[field] = max(found.get(field, 0), round(surely * share))
