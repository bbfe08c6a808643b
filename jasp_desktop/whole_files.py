"""Files, and folders of files, that are there whole or not at all."""

import errno
import os
import secrets
import shutil
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from jasp_desktop.domain.errors import UserError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_SUCH_PLACE = {errno.ENOENT, errno.ENOTDIR}


class UnwrittenFile(UserError):
    """A file could not be written; what was there before is as it was."""


@contextmanager
def written_whole(output: Path) -> Generator[BinaryIO]:
    """Yield a file that takes the place of ``output`` when the block ends without an exception.

    It is written beside its place, confirmed by the disk, then renamed; otherwise it is removed
    and an older file stays.

    Raises:
        UnwrittenFile: It cannot be written.
    """
    temporary = output.with_name(f".jasp-{secrets.token_hex(8)}.part")
    try:
        if output.exists() and not output.is_file():
            raise UnwrittenFile(f"“{output.name}” cannot be replaced. Choose another name.")
        with temporary.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(output)
    except OSError as error:
        raise UnwrittenFile(_sentence(error, output)) from None
    finally:
        # Where it could not even be made, it cannot be removed either; that was told above.
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


@contextmanager
def folder_written_whole(output: Path, is_ours: Callable[[str], bool]) -> Generator[Path]:
    """Yield a folder that takes the place of ``output`` when the block ends without an exception.

    An older folder is replaced only when ``is_ours`` knows the name of every file in it.

    Raises:
        UnwrittenFile: It cannot be written, or would take the place of something else.
    """
    temporary = output.with_name(f".jasp-{secrets.token_hex(8)}.part")
    try:
        _check_replaceable(output, is_ours)
        temporary.mkdir()
        yield temporary
        for path in temporary.iterdir():
            with path.open("rb+") as file:
                os.fsync(file.fileno())
        _swap(temporary, output)
    except OSError as error:
        raise UnwrittenFile(_sentence(error, output)) from None
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _check_replaceable(output: Path, is_ours: Callable[[str], bool]) -> None:
    if not output.exists():
        return
    if not output.is_dir():
        raise UnwrittenFile(f"“{output.name}” is a file. Choose a folder that is new or empty.")
    if not all(path.is_file() and is_ours(path.name) for path in output.iterdir()):
        raise UnwrittenFile(
            f"The folder “{output.name}” holds other files. Choose one that is new or empty."
        )


def _swap(temporary: Path, output: Path) -> None:
    """Put a folder in another's place; no system does that in one step when files are in it."""
    if not output.exists():
        temporary.rename(output)
        return
    aside = output.with_name(f"{temporary.name}.old")
    output.rename(aside)
    try:
        temporary.rename(output)
    except OSError:
        aside.rename(output)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _sentence(error: OSError, output: Path) -> str:
    folder = output.parent.name or str(output.parent)
    if error.errno in _FULL:
        return (
            f"There is no room left to save “{output.name}” in “{folder}”. "
            "Nothing was written; free some space or choose another folder."
        )
    if error.errno in _NOT_ALLOWED:
        return (
            f"“{output.name}” cannot be saved in “{folder}”. "
            "Close it if it is open elsewhere, or choose another folder."
        )
    if error.errno in _NO_SUCH_PLACE:
        return f"There is no folder “{folder}”. Choose another folder for “{output.name}”."
    if error.errno == errno.ENAMETOOLONG:
        return "That name is too long for this disk. Choose a shorter one."
    return (
        f"“{output.name}” could not be saved in “{folder}”: the disk reported a fault. "
        "Nothing was written; choose another folder."
    )
