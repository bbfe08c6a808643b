"""Damage done to files by chance: the same seed does the same damage, so a failure comes again.

``JASP_MUTATIONS`` sets how many damaged copies of each kind are tried: a few by default, hundreds
or thousands when somebody looks for trouble.
"""

import os
import random
import zipfile
from io import BytesIO

_ASKED = os.environ.get("JASP_MUTATIONS")
LOOKS_FOR_TROUBLE = int(_ASKED or 0) > 50


def tries(few: int) -> int:
    """Return how many damaged copies of each kind are tried."""
    return int(_ASKED) if _ASKED else few


def damaged(content: bytes, chance: random.Random) -> bytes:
    """Return bytes after a few blows: flipped, cut out, doubled, moved."""
    found = bytearray(content)
    for _ in range(chance.randint(1, 12)):
        at, length = chance.randrange(len(found)), chance.choice((1, 2, 16, 200))
        match chance.randrange(4):
            case 0:
                found[at] = chance.randrange(256)
            case 1 if len(found) > 2 * length:
                del found[at : at + length]
            case 2:
                found[at:at] = found[at : at + length] * chance.choice((1, 2, 50))
            case _:
                found[at : at + length] = chance.randbytes(length)
    return bytes(found)


def parts_of(package: bytes) -> dict[str, bytes]:
    """Return the parts of a package by their names."""
    with zipfile.ZipFile(BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def packed(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return parts as a package, with sound sizes and checksums."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", method) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return written.getvalue()
