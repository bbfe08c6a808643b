"""The pages of a brief made for looking at; its private words are on the disk only meanwhile."""

import secrets
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from jasp_desktop.domain.brief_content import BriefContent
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.identity import MeetingUid
from jasp_desktop.domain.progress import Progress
from jasp_desktop.services.home_folder import HomeFolder
from jasp_desktop.services.opening import Desk

_FOLDER = "cache"
_NAME = "brief-{}.pdf"


@dataclass(frozen=True, slots=True)
class Preview:
    """A brief's PDF, what it says, and the characters printed as their code point."""

    pdf: bytes
    content: BriefContent
    substituted: tuple[str, ...]


def made_preview(
    desk: Desk,
    meeting: MeetingUid,
    before: BriefContent | None,
    *,
    with_notes: bool,
    progress: Progress,
) -> Preview | None:
    """Return a meeting's brief, or None when it would say what the one before says.

    Runs in the worker.

    Raises:
        UserError: It could not be made.
        Cancelled: The person asked for a stop.
    """
    content = desk.briefs.to_print(meeting, with_notes=with_notes, progress=progress)
    if content == before:
        return None
    with _brief_file(desk.home) as path:
        result = desk.briefs.write_content(content, path, progress)
        return Preview(path.read_bytes(), content, result.substituted)


@contextmanager
def kept_for_a_moment(pdf: bytes, home: HomeFolder) -> Generator[Path]:
    """Yield a file of the pages for whoever reads only files; it is gone afterwards.

    Raises:
        UserError: It cannot be written.
    """
    with _brief_file(home) as path:
        try:
            path.write_bytes(pdf)
        except OSError:
            raise UserError("There is no room on this disk to print. Free some space.") from None
        yield path


@contextmanager
def _brief_file(home: HomeFolder) -> Generator[Path]:
    folder = home.path / _FOLDER
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        raise UserError("The brief cannot be made: its folder cannot be written.") from None
    # What a crash left behind may hold private words.
    for left in folder.glob(_NAME.format("*")):
        with suppress(OSError):
            left.unlink()
    path = folder / _NAME.format(secrets.token_hex(8))
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)
