"""What the newest export of a tracker lacks, by the certificates of imports."""

from dataclasses import replace
from datetime import UTC, date, datetime

from jasp_desktop.domain.change_exports import missing_from_exports
from jasp_desktop.domain.imports import Certificate, MissingRow
from jasp_desktop.domain.records import ImportBatch
from jasp_desktop.domain.vocabulary import BatchKind
from tests.domain.change_parts import uid


def export(number, tracker, as_at, rows, missing=()):
    certificate = Certificate(
        as_at=as_at,
        tracker=tracker,
        rows={f"ref {each}": each for each in rows},
        missing=tuple(MissingRow(uid=each, label=each) for each in missing),
    )
    return ImportBatch(
        uid=uid(number),
        file=f"{number}.xlsx",
        sha256="",
        kind=BatchKind.TRACKER,
        at=datetime(2026, 11, number, tzinfo=UTC),
        certificate=certificate.to_text(),
    )


JULY = export(1, "4ACTION", date(2026, 7, 24), ["a", "b", "c"])
NOVEMBER = export(2, "4action ", date(2026, 11, 6), ["a"], ["c", "d"])


def test_what_an_earlier_export_had_and_the_newest_has_not_is_missing():
    assert missing_from_exports([JULY]) == frozenset()
    assert missing_from_exports([NOVEMBER, JULY]) == {"b", "c", "d"}


def test_an_export_that_was_undone_says_nothing():
    undone = replace(NOVEMBER, undone_at=datetime(2026, 11, 5, tzinfo=UTC))
    assert missing_from_exports([undone, JULY]) == frozenset()


def test_an_action_that_another_tracker_has_is_not_missing():
    other = export(3, "Vetting tracker", date(2026, 9, 1), ["b"])
    assert missing_from_exports([JULY, NOVEMBER, other]) == {"c", "d"}


def test_a_certificate_in_prose_names_no_tracker():
    prose = replace(NOVEMBER, certificate="53 rows read.")
    letter = replace(NOVEMBER, certificate=Certificate().to_text())
    undated = replace(NOVEMBER, certificate=Certificate(tracker="4ACTION").to_text())
    assert missing_from_exports([prose, letter, undated]) == frozenset()


def test_an_older_export_read_later_is_not_the_newest():
    late = export(5, "4ACTION", date(2026, 4, 24), ["a", "e"])
    assert missing_from_exports([JULY, late]) == {"e"}
