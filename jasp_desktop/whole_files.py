"""Files that are there whole or not at all."""

import errno
import os
import secrets
from collections.abc import Generator
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
