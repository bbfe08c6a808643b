"""The section 55 clocks of reports."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from jasp_desktop.domain.dates import PartialDate
from jasp_desktop.domain.records import Report, Response
from jasp_desktop.domain.section55 import Section55Clock
from jasp_desktop.domain.vocabulary import AuthorRole, Section55Position
from jasp_desktop.store.register import fetch_where
from jasp_desktop.store.register_tables import ReportRow, ResponseReportRow, ResponseRow

WITHOUT_CLOCK = frozenset(
    {Section55Position.NOT_REQUIRED, Section55Position.COVERED_BY_FORCE_REPORT}
)


def responses_to(session: Session, reports: Sequence[Report]) -> dict[str, list[Response]]:
    """Return the responses to each report, by its uid, in the order of their letters."""
    ids = (
        select(ResponseReportRow.response_id)
        .join(ReportRow, ReportRow.id == ResponseReportRow.report_id)
        .where(ReportRow.uid.in_([report.uid for report in reports]))
    )
    found: dict[str, list[Response]] = {report.uid: [] for report in reports}
    order = (ResponseRow.letter_date, ResponseRow.uid)
    for response in fetch_where(session, Response, ResponseRow.id.in_(ids), *order):
        for uid in dict.fromkeys(response.reports):
            if uid in found:
                found[uid].append(response)
    return found


def clocks(
    session: Session, reports: Sequence[Report], as_at: date | None
) -> dict[str, Section55Clock]:
    """Return the clock of each report that has one, by its uid.

    A report has a clock when it was published by the date of the data and comments are, or may
    be, due. The clock stops on the day the PCC's comments were published, or, where that was not
    recorded, on the day of the letter.
    """
    answers = responses_to(session, reports)
    found: dict[str, Section55Clock] = {}
    for report in reports:
        published = report.published_on
        if published is None or as_at is None or report.s55_position in WITHOUT_CLOCK:
            continue
        found[report.uid] = Section55Clock(published, as_at, _answered(answers[report.uid]))
    return found


def _answered(responses: Sequence[Response]) -> PartialDate | None:
    of_pcc = [each for each in responses if each.author_role is AuthorRole.PCC]
    days = [day for each in of_pcc if (day := each.published_on or each.written_on)]
    return min(days, key=lambda day: day.first, default=None)
