"""Which actions their tracker’s newest export lacks, by the certificates of the imports."""

from collections import defaultdict
from collections.abc import Iterable

from jasp_desktop.domain.identity import ActionUid, Uid
from jasp_desktop.domain.imports import Certificate
from jasp_desktop.domain.records import ImportBatch
from jasp_desktop.domain.tracker_keys import folded


def missing_from_exports(batches: Iterable[ImportBatch]) -> frozenset[ActionUid]:
    """Return the actions that their tracker's newest export lacked.

    An action that another tracker's newest export has is not missing. Imports that were undone,
    and those whose certificates name no tracker, say nothing.
    """
    newest: dict[str, frozenset[str]] = {}
    gone: defaultdict[str, set[str]] = defaultdict(set)
    for tracker, certificate in _exports(batches):
        rows = frozenset(certificate.rows.values())
        if tracker not in newest:
            newest[tracker] = rows
            gone[tracker].update(each.uid for each in certificate.missing)
        gone[tracker].update(rows - newest[tracker])
    kept = frozenset[str]().union(*newest.values())
    missing = frozenset[str]().union(*gone.values()) - kept
    return frozenset(ActionUid(Uid(uid)) for uid in missing)


def _exports(batches: Iterable[ImportBatch]) -> list[tuple[str, Certificate]]:
    """Return each tracker's exports, the newest first."""
    found = []
    for batch in batches:
        certificate = None if batch.undone_at else Certificate.from_text(batch.certificate)
        if certificate and certificate.tracker is not None and certificate.as_at is not None:
            order = (certificate.as_at, batch.at, batch.uid)
            found.append((order, folded(certificate.tracker), certificate))
    found.sort(key=lambda each: each[0], reverse=True)
    return [(tracker, certificate) for _, tracker, certificate in found]
