"""What the journal tells of a record."""

from datetime import UTC, datetime

from jasp_desktop.domain.changes import Act, Change
from jasp_desktop.domain.identity import ImportBatchUid, PersonUid, Uid
from jasp_desktop.domain.journal import Deed, Entry, Line, Origin, Trace
from jasp_desktop.domain.records import Panel, Person, Record
from jasp_desktop.domain.vocabulary import PersonKind

_BATCH = ImportBatchUid(Uid("00000000-0000-7000-8000-000000000009"))


def _trace(number: int, deed: Deed, file: str | None = None) -> Trace:
    entry = Entry(
        number=number,
        at=datetime(2026, 11, number, 9, tzinfo=UTC),
        words="Change",
        batch=_BATCH if file else None,
        file=file,
    )
    line = Line(
        table="action", uid=Uid("00000000-0000-7000-8000-000000000001"), deed=deed, before={}
    )
    return Trace(entry=entry, line=line)


def test_entry_says_whether_a_hand_or_a_file_did_it():
    assert _trace(1, Deed.ADDED).entry.by == "by hand"
    assert _trace(1, Deed.ADDED, "October.xlsx").entry.by == "by “October.xlsx”"


def test_record_that_an_import_added_comes_from_it_whatever_was_done_since():
    added = _trace(1, Deed.ADDED, "October.xlsx")
    origin = Origin((_trace(2, Deed.CHANGED), added))
    assert origin.added == added.entry
    assert origin.is_from_import


def test_record_that_was_typed_comes_from_a_hand():
    origin = Origin((_trace(2, Deed.CHANGED, "October.xlsx"), _trace(1, Deed.ADDED)))
    assert origin.added is not None
    assert not origin.is_from_import


def test_record_of_a_whole_register_has_nobody_who_added_it():
    assert Origin(()).added is None
    assert Origin((_trace(1, Deed.CHANGED),)).added is None
    assert not Origin(()).is_from_import


def test_act_that_takes_an_import_back_goes_by_the_same_import():
    panel = Panel(name="Trent Vale (invented)", force="Trent Vale Police (invented)")
    person = Person(uid=PersonUid(_BATCH), name="A. Sample", kind=PersonKind.MEMBER)
    act = Act[Record]("Import", (Change(None, person),), Change(None, panel), _BATCH)
    assert act.inverse == Act("Import", (Change(person, None),), Change(panel, None), _BATCH)
    assert act.inverse.inverse == act
