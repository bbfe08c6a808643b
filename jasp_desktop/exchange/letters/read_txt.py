"""Reads plain text, in the encodings that offices send; runs in the reading child."""

import re
from pathlib import Path

from jasp_desktop.domain.records import Json
from jasp_desktop.exchange.letters.plain_lines import blocks_of_lines, lines_of
from jasp_desktop.exchange.letters.source_text import reading_as_json
from jasp_desktop.exchange.reading_limits import Refusal, Refused

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SAMPLE = 4_096
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.01


def answer(path: Path) -> dict[str, Json]:
    """Return the lines and blocks of a text file.

    Raises:
        Refused: The file is not text.
    """
    content = path.read_bytes()
    lines = lines_of(decoded(content))
    return reading_as_json(content, lines, blocks_of_lines(lines))


def decoded(content: bytes) -> str:
    """Return a text file's words: by its byte-order mark, else UTF-8, else Windows-1252.

    Raises:
        Refused: The bytes are no text.
    """
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    encoding = encoding or _unmarked_utf_16(content[:_SAMPLE])
    text = _first_that_fits(content, [encoding] if encoding else ["utf-8", "cp1252"])
    if not text.strip():
        raise Refused(Refusal.EMPTY)
    if len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text):
        raise Refused(Refusal.UNKNOWN_TYPE)
    return text


def _first_that_fits(content: bytes, encodings: list[str]) -> str:
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused(Refusal.UNKNOWN_TYPE)


def _unmarked_utf_16(sample: bytes) -> str | None:
    """Recognise UTF-16 without a mark: English has a zero in nearly every second byte."""
    half = max(1, len(sample) // 2)
    if sample[1::2].count(0) > 0.8 * half and 0 not in sample[0::2]:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.8 * half and 0 not in sample[1::2]:
        return "utf-16-be"
    return None
