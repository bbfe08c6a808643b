"""Forms that are not saved lie in one file, whole or not at all, and nothing else does."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.vocabulary import ForceStatus
from jasp_desktop.services.form_drafts import FormDraft, FormDrafts

_AT = datetime(2026, 11, 24, 19, 20, tzinfo=UTC)
_TYPED = st.dictionaries(
    st.text(max_size=8),
    st.recursive(
        st.none() | st.booleans() | st.text(st.characters(), max_size=20),
        lambda each: st.lists(each, max_size=3).map(tuple),
        max_leaves=6,
    ),
    max_size=4,
)


def _draft(**changes: object) -> FormDraft:
    known = {"uid": "1", "detail": "action", "name": "041/03.1", "typed_at": _AT, "typed": {}}
    return FormDraft(**{**known, **changes})  # type: ignore[arg-type]


@given(forms=st.lists(st.tuples(st.text(max_size=9), _TYPED), max_size=3))
def test_what_was_typed_comes_back_as_it_was(tmp_path: Path, forms: list[tuple[str, dict]]):
    drafts = FormDrafts(tmp_path / "forms.json")
    kept = tuple(_draft(name=name, typed=typed) for name, typed in forms)
    drafts.keep(kept)
    assert FormDrafts(tmp_path / "forms.json").kept() == kept
    assert (tmp_path / "forms.json").exists() is bool(kept)


def test_a_word_of_a_list_is_kept_as_the_open_format_writes_it(tmp_path: Path):
    drafts = FormDrafts(tmp_path / "forms.json")
    drafts.keep([_draft(typed={"status": ForceStatus.IN_PROGRESS, "findings": ("a", "b")})])
    (found,) = drafts.kept()
    assert found.typed == {"status": "in_progress", "findings": ("a", "b")}


def test_the_file_holds_the_forms_and_nothing_else(tmp_path: Path):
    FormDrafts(tmp_path / "forms.json").keep([_draft(typed={"owner": "D/Supt (invented)"})])
    assert [each.name for each in tmp_path.iterdir()] == ["forms.json"]
    found = json.loads((tmp_path / "forms.json").read_text("ascii"))
    assert set(found) == {"format", "version", "forms"}
    assert set(found["forms"][0]) == {"uid", "detail", "name", "typed_at", "typed"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"\xff",
        b'{"format": "jasp-unsaved-forms"}',
        b'{"format": "jasp-unsaved-forms", "version": 2, "forms": []}',
        b'{"format": "jasp-unsaved-forms", "version": 1, "forms": [{}]}',
        b'{"format": "jasp-unsaved-forms", "version": 1, "forms": [7]}',
    ],
)
def test_a_file_that_this_program_cannot_read_offers_nothing(tmp_path: Path, content: bytes):
    (tmp_path / "forms.json").write_bytes(content)
    assert FormDrafts(tmp_path / "forms.json").kept() == ()


def test_a_disk_that_takes_nothing_is_told_in_a_sentence(tmp_path: Path):
    with pytest.raises(UserError, match="cannot be kept safe"):
        FormDrafts(tmp_path / "gone" / "forms.json").keep([_draft()])
