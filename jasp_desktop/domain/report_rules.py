"""The rules of reports, grades, findings and responses."""

from collections.abc import Iterator

from jasp_desktop.domain.dates import PartialDate
from jasp_desktop.domain.identity import FindingUid
from jasp_desktop.domain.records import (
    Finding,
    Judgement,
    Phase,
    Report,
    Response,
    ResponseItem,
)
from jasp_desktop.domain.remarks import Known, Remark, doubt, fault, found, lies_before
from jasp_desktop.domain.vocabulary import (
    Applies,
    DeadlineKind,
    FindingKind,
    Grade,
    ResponseStatus,
    Scale,
    Section55Position,
)

_TOP_ONLY = {FindingKind.CAUSE_OF_CONCERN, FindingKind.ACCELERATED_CAUSE_OF_CONCERN}
_NEEDS_REASON = {
    Section55Position.COVERED_BY_FORCE_REPORT,
    Section55Position.NOT_REQUIRED,
    Section55Position.VOLUNTARY,
}


def report(record: Report, _known: Known) -> Iterator[Remark]:
    """Yield what is to be said of a report."""
    if lies_before(record.fieldwork_to, record.fieldwork_from):
        yield fault("fieldwork_to", "Fieldwork ends before it begins. Look at both days.")
    published = record.published_on
    if published and lies_before(published.last, record.fieldwork_to or record.fieldwork_from):
        yield doubt("published", "This lies before the end of the fieldwork.")
    if record.link and not record.link.startswith(("https://", "http://")):
        yield doubt("link", "A link begins with https://.")
    if record.s55_position in _NEEDS_REASON and not record.s55_reason:
        yield doubt("s55_reason", "Say why, so that the panel can judge it.")
    others = [related.report for related in record.related]
    if record.uid in others:
        yield fault("related", "A report cannot follow itself. Take it out.")
    if len(set(others)) < len(others):
        yield fault("related", "One report stands here twice. Take one out.")


def judgement(record: Judgement, _known: Known) -> Iterator[Remark]:
    """Yield what is to be said of a grade: “adequate” came with the scale of 2021/22."""
    if record.scale is Scale.FOUR_TIER and record.grade is Grade.ADEQUATE:
        yield fault("grade", "The four grades to 2018/19 have no “adequate”. Look at the scale.")


def phase(record: Phase, _known: Known) -> Iterator[Remark]:
    """Yield what is to be said of a phase of monitoring."""
    if lies_before(record.to, record.from_):
        yield fault("to", "The phase ends before it begins. Look at both days.")


def finding(record: Finding, known: Known) -> Iterator[Remark]:
    """Yield what is to be said of a finding."""
    yield from _place_in_tree(record, known)
    yield from _deadline(record, known)
    if record.applies in {Applies.NO, Applies.PARTLY} and not record.applies_reason:
        yield doubt("applies_reason", "Say why, so that the panel can judge it.")
    if record.position < 1:
        yield fault("position", "Places are counted from 1.")
    if record.repeats == record.uid:
        yield fault("repeats", "A finding cannot repeat itself. Choose the earlier one.")
    else:
        earlier = found(known, Finding, "finding", record.repeats)
        if earlier and earlier.report == record.report:
            yield doubt("repeats", "That finding is in the same report.")


def _place_in_tree(record: Finding, known: Known) -> Iterator[Remark]:
    if record.parent is None:
        return
    if record.kind in _TOP_ONLY:
        yield fault("parent", "A cause of concern stands by itself. Leave this blank.")
        return
    seen: set[FindingUid] = {record.uid}
    above = record.parent
    while above not in seen:
        seen.add(above)
        upper = found(known, Finding, "finding", above)
        if upper is None or upper.parent is None:
            break
        above = upper.parent
    else:
        yield fault("parent", "A finding cannot stand under itself. Choose another one.")
        return
    parent = found(known, Finding, "finding", record.parent)
    if parent and parent.report != record.report:
        yield fault("parent", "That finding is in another report. Choose one of this report.")


def _deadline(record: Finding, known: Known) -> Iterator[Remark]:
    if record.deadline_kind is DeadlineKind.FIXED and record.deadline is None:
        yield doubt("deadline", "A fixed deadline has a date.")
    if record.deadline_kind is DeadlineKind.NONE and (record.deadline or record.deadline_words):
        yield doubt("deadline_kind", "There is a deadline: say how it is set.")
    published = published_of(known, record)
    if published and lies_before(record.deadline, published.first):
        yield doubt("deadline", "This lies before the report was published.")


def response(record: Response, known: Known) -> Iterator[Remark]:
    """Yield what is to be said of a response; many offices know their dates only to the month."""
    written, published = record.written_on, record.published_on
    reports = [found(known, Report, "report", uid) for uid in record.reports]
    dates = [each.published_on for each in reports if each and each.published_on]
    first = min((each.first for each in dates), default=None)
    if not record.reports:
        yield doubt("reports", "Say which report this answers.")
    if written and lies_before(written.last, first):
        yield doubt("letter_date", "This lies before the report was published.")
    if written and published and published.last < written.first:
        yield doubt("published", "This lies before the date of the letter.")
    elif published and lies_before(published.last, first):
        yield doubt("published", "This lies before the report was published.")
    for name in ("copied_hmicfrs", "copied_home_secretary"):
        if written and lies_before(getattr(record, name), written.first):
            yield doubt(name, "This lies before the date of the letter.")
    if record.status is ResponseStatus.PUBLISHED and published is None:
        yield doubt("published", "It is published: say when.")


def response_item(record: ResponseItem, known: Known) -> Iterator[Remark]:
    """Yield what is to be said of a passage."""
    if not record.text.strip() and record.position is None:
        yield fault("text", "Write the passage, or say what the response says of the finding.")
    whole = found(known, Response, "response", record.response)
    answered = [found(known, Finding, "finding", uid) for uid in record.findings]
    if whole and any(each and each.report not in whole.reports for each in answered):
        yield doubt("findings", "One of these is of a report that the response does not answer.")


def published_of(known: Known, finding: Finding) -> PartialDate | None:
    """Return when a finding's report was published."""
    of = found(known, Report, "report", finding.report)
    return of.published_on if of else None
