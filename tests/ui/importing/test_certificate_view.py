"""A certificate on the screen: everything that the register keeps of an import."""

from datetime import UTC, date, datetime

import pytest

from jasp_desktop.domain.identity import ImportBatchUid
from jasp_desktop.domain.imports import Certificate, ImportProblem, MissingRow, ReportedTotal
from jasp_desktop.domain.records import ImportBatch
from jasp_desktop.domain.vocabulary import BatchKind
from jasp_desktop.ui.importing.certificate_facts import counts_of, shown
from jasp_desktop.ui.importing.certificate_view import CertificateView
from jasp_desktop.ui.kit.labels import Label

CERTIFICATE = Certificate(
    as_at=date(2026, 11, 6),
    tracker="4ACTION",
    mapping="4ACTION 2026",
    sheet="Tracker",
    problems=tuple(
        ImportProblem(row=row, column="Target\ndate", value="31/02/2026", message="No such day.")
        for row in range(2, 402)
    ),
    missing=(MissingRow(uid="a", label="036/A1.2"),),
    totals=(ReportedTotal(words="In progress", reported=131, counted=130),),
)
BATCH = ImportBatch(
    uid=ImportBatchUid("a-batch"),
    file="4ACTION export 2026-11-06.xlsx",
    sha256="ab" * 32,
    kind=BatchKind.TRACKER,
    at=datetime(2026, 11, 9, 10, 5, tzinfo=UTC),
    mapping={"Current target": "target", "Owner": "owner", "rest": {"name": "x"}},
    counts={"read": 500, "added": 40, "changed": 50, "unchanged": 10, "rejected": 400},
    certificate=CERTIFICATE.to_text(),
)


@pytest.fixture
def view(qtbot, appearance):
    made = CertificateView(appearance)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.show_certificate(shown(BATCH), has_report=False, can_undo=True)
    return made


def words(view):
    return "\n".join(label.text() for label in view.findChildren(Label) if label.isVisible())


def test_everything_that_is_kept_can_be_read(view):
    text = words(view)
    for kept in (
        "40 + 50 + 10 + 400 = 500 rows read from the file.",
        "6\u00a0November\u00a02026",
        "4ACTION 2026",
        "Tracker",
        "Current target: Target date",
        "In progress: the report gives 131. Differs: the register counts 130, 1 fewer.",
        "ab" * 8,
    ):
        assert kept in text


def test_hundreds_of_problems_are_a_table_that_scrolls(view):
    assert view.problems.rowCount() == 400
    assert view.problems.cell(0, "column").words == "Target date"
    assert view.missing.cell(0, "value").words == "036/A1.2"


def test_why_an_import_cannot_be_undone_is_told_reason_by_reason(qtbot, view):
    view.show_reasons(["041/03.1: the target was changed again by “October.xlsx”.", "And another."])
    qtbot.waitUntil(lambda: "041/03.1: the target was changed again" in words(view))
    view.show_reasons([])
    assert not view.reasons.isVisible()


def test_what_a_person_wrote_down_then_is_shown(qtbot, view):
    old = ImportBatch(
        uid=BATCH.uid,
        file="Letter.txt",
        sha256="0",
        kind=BatchKind.RESPONSE_LETTER,
        at=BATCH.at,
        certificate="8 records proposed and accepted.",
    )
    view.show_certificate(shown(old), has_report=False, can_undo=True)
    qtbot.waitUntil(lambda: "8 records proposed and accepted." in words(view))
    assert not view.problems.rowCount()


@pytest.mark.parametrize("counts", [None, {}, {"read": "many", "added": True}])
def test_counts_of_another_program_do_not_stop_the_screen(counts):
    batch = ImportBatch(
        uid=BATCH.uid, file="", sha256="", kind=BATCH.kind, at=BATCH.at, counts=counts
    )
    assert counts_of(batch).reconciles
