"""What a reading child does: one file in, one answer in JSON out, whatever the file holds.

``__main__`` hands ``--read-file KIND PATH`` to ``child_main`` before it imports anything heavy: a
frozen program has no interpreter to start, so it starts itself. For the same reason this module
imports little: every millisecond of it is spent again for every file.
"""

import importlib
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from jasp_desktop.exchange.reading_limits import Refusal, Refused, limit_this_process

# A reader of these has ``answer``, which returns one object.
_OF_WORDS = {
    "txt": "jasp_desktop.exchange.letters.read_txt",
    "html": "jasp_desktop.exchange.letters.read_html",
    "docx": "jasp_desktop.exchange.letters.read_docx",
    "pdf": "jasp_desktop.exchange.letters.read_pdf",
}
# A reader of these has ``lines``, which gives any number of lines, and at last one object.
_OF_ROWS = {
    "xlsx": "jasp_desktop.exchange.trackers.read_xlsx",
    "csv": "jasp_desktop.exchange.trackers.read_csv",
}
_BUFFER = 64 * 1024


def child_main(argv: Sequence[str]) -> int:
    """Read ``KIND PATH`` in this process, a child, and write the answer to standard output."""
    kind, path = argv
    # Closed at the end, so that who reads need not wait until the memory has been given back.
    with open(1, "wb", buffering=_BUFFER) as answer:
        for line in _lines(kind, Path(path)):
            answer.write(line)
    return 0


def _lines(kind: str, path: Path) -> Iterator[bytes]:
    """Give the answer; where the reader gives up midway, the last line is the refusal."""
    try:
        reader = importlib.import_module(_OF_ROWS.get(kind) or _OF_WORDS[kind])
        limit_this_process()
        if kind in _OF_ROWS:
            yield from reader.lines(path)
        else:
            yield json.dumps(reader.answer(path)).encode()
    except Refused as stop:
        yield _refusal(stop.refusal)
    except MemoryError:
        yield _refusal(Refusal.TOO_LARGE)
    except FileNotFoundError:
        yield _refusal(Refusal.MISSING)
    except GeneratorExit:
        raise
    except BaseException:  # noqa: BLE001 - whatever a parser raises, the file is at fault
        # A panic of a parser in Rust is no Exception.
        yield _refusal(Refusal.DAMAGED)


def _refusal(refusal: Refusal) -> bytes:
    return json.dumps({"refused": refusal.value}).encode()


if __name__ == "__main__":
    sys.exit(child_main(sys.argv[1:]))
