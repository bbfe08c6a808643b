"""Forms of the register that are filled in and not saved, kept so that a crash takes none away.

They lie in one file of the home, which is written whole and holds nothing else. It is there only
while something is typed that the register has not got.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from jasp_desktop.domain.errors import UserError
from jasp_desktop.whole_files import UnwrittenFile, written_whole

_FORMAT = "jasp-unsaved-forms"
_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class FormDraft:
    """What was typed into one form, by its fields, and when.

    ``uid`` and ``detail`` are those of the form's place in the window, ``name`` what the form is
    about.
    """

    uid: str | None
    detail: str | None
    name: str
    typed_at: datetime
    typed: Mapping[str, object]


class FormDrafts:
    """The file of one home. Call it from one thread."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def kept(self) -> tuple[FormDraft, ...]:
        """Return what the file holds; nothing where there is none, or none this program reads."""
        try:
            found: dict[str, Any] = json.loads(self._path.read_text("ascii"))
            if (found["format"], found["version"]) != (_FORMAT, _VERSION):
                return ()
            return tuple(map(_from_json, found["forms"]))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return ()

    def keep(self, drafts: Sequence[FormDraft]) -> None:
        """Keep these and no others; when this returns they are on the disk.

        Raises:
            UserError: They cannot be written; what was kept before is as it was.
        """
        try:
            if not drafts:
                self._path.unlink(missing_ok=True)
                return
            forms = [_to_json(draft) for draft in drafts]
            found = {"format": _FORMAT, "version": _VERSION, "forms": forms}
            # In ASCII: half a character that was pasted is no UTF-8, and is kept all the same.
            with written_whole(self._path) as file:
                file.write(json.dumps(found, sort_keys=True).encode("ascii"))
        except (OSError, UnwrittenFile):
            raise UserError(
                "What you are typing cannot be kept safe from a crash: the disk may be full, or "
                "the folder of your files closed. Save the form, or make room."
            ) from None


def _to_json(draft: FormDraft) -> dict[str, object]:
    return {
        "uid": draft.uid,
        "detail": draft.detail,
        "name": draft.name,
        "typed_at": draft.typed_at.isoformat(),
        "typed": dict(draft.typed),
    }


def _from_json(found: Mapping[str, Any]) -> FormDraft:
    return FormDraft(
        uid=found["uid"],
        detail=found["detail"],
        name=found["name"],
        typed_at=datetime.fromisoformat(found["typed_at"]),
        typed={name: _as_typed(each) for name, each in found["typed"].items()},
    )


def _as_typed(value: object) -> object:
    """Return a list as the tuple that it was: JSON knows no other."""
    return tuple(map(_as_typed, value)) if isinstance(value, list) else value
