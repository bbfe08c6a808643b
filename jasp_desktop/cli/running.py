"""Run one command on one home."""

import argparse
import json
import logging
import sys
import tempfile
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from jasp_desktop.cli.changes import tell_changes
from jasp_desktop.cli.importing import import_files, print_certificate, undo_import
from jasp_desktop.cli.outcome import Outcome
from jasp_desktop.cli.parsing import parse
from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.records import Json, Meeting
from jasp_desktop.services.home_folder import HomeFolder, find_home
from jasp_desktop.services.opening import DEMO_NOW, Desk, fill_with_samples, open_desk

_LOG = logging.getLogger(__name__)


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")  # Windows' consoles begin with another
    options = parse(arguments)
    try:
        with _home(options) as home, _desk(home, options) as desk:
            outcome = _RUN[options.command](desk, options)
    except UserError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("Stopped. Nothing was half-written.\n")
        return 1
    except Exception as error:  # noqa: BLE001 - the last place before a traceback with record text
        _LOG.error("Defect of kind %s", type(error).__name__)
        sys.stderr.write(
            f"Something went wrong inside JASP Desktop ({type(error).__name__}). "
            "Nothing was half-written.\n"
        )
        return 1
    if options.json:
        sys.stdout.write(json.dumps(outcome.facts, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write("".join(f"{sentence}\n" for sentence in outcome.sentences))
    return 0


@contextmanager
def _home(options: argparse.Namespace) -> Generator[HomeFolder]:
    home = None if options.demo else find_home(options.home)
    # A dry run on a home that holds nothing yet leaves nothing there.
    leaves_no_trace = home is None or (getattr(options, "dry_run", False) and home.is_empty)
    if not leaves_no_trace and home is not None:
        yield home
        return
    with tempfile.TemporaryDirectory(prefix="jasp-") as folder:
        yield HomeFolder(Path(folder))


@contextmanager
def _desk(home: HomeFolder, options: argparse.Namespace) -> Generator[Desk]:
    desk = open_desk(home, _demo_now if options.demo else _now, Silent())
    try:
        if options.demo:
            fill_with_samples(desk, Silent())
        yield desk
    finally:
        desk.close()


def _now() -> datetime:
    return datetime.now(UTC)


def _demo_now() -> datetime:
    return DEMO_NOW


def _export(desk: Desk, options: argparse.Namespace) -> Outcome:
    output: Path = options.output
    write = desk.exports.tracker if options.tracker else desk.exports.register
    done = write(output, Silent())
    facts: dict[str, Json] = {"output": str(output)}
    if done.cut_cells:
        facts["cut_cells"] = done.cut_cells
    return Outcome(facts, (done.sentence,))


def _brief(desk: Desk, options: argparse.Namespace) -> Outcome:
    meeting = _meeting(desk, options.meeting)
    result = desk.briefs.write(
        meeting.uid, options.output, with_notes=options.with_notes, progress=Silent()
    )
    facts: Json = {
        "output": str(options.output),
        "meeting": meeting.held_on.isoformat(),
        "pages": result.pages,
        "substituted": [*result.substituted],
    }
    words = f"Wrote “{options.output.name}”: {in_words(meeting.held_on)}, {result.pages} pages."
    sentences = [words]
    if result.substituted:
        shown = ", ".join(f"U+{ord(each):04X}" for each in result.substituted)
        sentences.append(f"The typeface lacks these characters; their codes are printed: {shown}.")
    return Outcome(facts, tuple(sentences))


def _meeting(desk: Desk, day: date | None) -> Meeting:
    if day is not None:
        return desk.briefs.meeting_on(day)
    home = desk.register.home()
    if home is None or home.next_meeting is None:
        raise UserError("No meeting is planned. Name one with --meeting.")
    return home.next_meeting.meeting


def _backup(desk: Desk, options: argparse.Namespace) -> Outcome:
    del options
    desk.back_up(_now(), Silent())
    folder = desk.home.backups
    return Outcome({"folder": str(folder)}, (f"Made checked backups in “{folder}”.",))


def _check(desk: Desk, options: argparse.Namespace) -> Outcome:
    del options
    found = desk.check(Silent())
    faults = [each for each in found if not each.is_sound]
    if faults:
        raise UserError(" ".join(f"“{each.file}” is damaged." for each in faults))
    facts: Json = {"sound": [each.file for each in found]}
    return Outcome(facts, tuple(f"“{each.file}” is sound." for each in found))


_RUN: dict[str, Callable[[Desk, argparse.Namespace], Outcome]] = {
    "import": import_files,
    "undo-import": undo_import,
    "certificate": print_certificate,
    "export": _export,
    "brief": _brief,
    "changes": tell_changes,
    "backup": _backup,
    "check": _check,
}
