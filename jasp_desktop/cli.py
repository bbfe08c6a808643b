"""Commands that need no window (DESIGN.md, section 5).

Exit 0: done. 1: refused, with a sentence on standard error. 2: wrong usage.
"""

import argparse
import json
import logging
import sys
import tempfile
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from jasp_desktop import __version__
from jasp_desktop.domain.dates import in_words
from jasp_desktop.domain.errors import UserError
from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.record_fields import table_of
from jasp_desktop.domain.records import Json, Meeting
from jasp_desktop.exchange.proposals import as_json
from jasp_desktop.services.home_folder import HomeFolder, find_home
from jasp_desktop.services.imports import ImportPlan
from jasp_desktop.services.opening import DEMO_NOW, Desk, fill_with_samples, open_desk

COMMANDS = ("import", "export", "brief", "backup", "check")
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command tells: facts for ``--json``, sentences otherwise."""

    facts: Json
    sentences: tuple[str, ...]


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


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read a command line; the options of every command may stand before or after it."""
    # Given here rather than as the parser's defaults: a command's parser would set those again.
    return make_parser().parse_args(
        arguments, argparse.Namespace(home=None, demo=False, json=False)
    )


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of every command."""
    everywhere = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    everywhere.add_argument("--home", type=Path, metavar="DIR", help="where the files are kept")
    everywhere.add_argument(
        "--demo", action="store_true", help="use invented sample data in a throw-away home"
    )
    everywhere.add_argument("--json", action="store_true", help="print facts as one JSON object")
    parser = argparse.ArgumentParser(
        prog="jasp-desktop",
        parents=[everywhere],
        description="The offline program of a police Joint Audit and Scrutiny Panel. "
        "Without a command it opens its window, on FILE if one is given.",
    )
    parser.add_argument("--version", action="version", version=f"JASP Desktop {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_import(commands.add_parser("import", parents=[everywhere], help="read files in"))
    _add_export(commands.add_parser("export", parents=[everywhere], help="write the register out"))
    _add_brief(commands.add_parser("brief", parents=[everywhere], help="print a meeting’s brief"))
    commands.add_parser("backup", parents=[everywhere], help="make a checked backup now")
    commands.add_parser("check", parents=[everywhere], help="check the register, vault and backups")
    return parser


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would be imported; change nothing"
    )
    parser.add_argument("--as-at", type=_day, metavar="DATE", help="the date of the data")


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--output", type=Path, required=True, metavar="F.json")


def _add_brief(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--meeting", type=_day, metavar="DATE", help="the meeting; the next one if left out"
    )
    parser.add_argument("--output", type=Path, required=True, metavar="F.pdf")
    parser.add_argument(
        "--with-notes", action="store_true", help="print my own notes and questions in it"
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"“{text}” is not a date. Write it as 2026-12-01."
        raise argparse.ArgumentTypeError(message) from None


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


def _import(desk: Desk, options: argparse.Namespace) -> Outcome:
    facts: list[Json] = []
    sentences: list[str] = []
    for path in options.files:
        plan = desk.imports.propose(path, Silent(), as_at=options.as_at)
        if not options.dry_run:
            desk.imports.accept(plan, Silent())
        facts.append(as_json(plan.proposal))
        sentences += _sentences(plan, is_dry_run=options.dry_run)
    return Outcome(facts[0] if len(facts) == 1 else facts, tuple(sentences))


def _sentences(plan: ImportPlan, *, is_dry_run: bool) -> list[str]:
    proposal, rows = plan.proposal, plan.proposal.rows
    counts: dict[str, int] = {}
    for record in proposal.records:
        label = table_of(record).replace("_", " ")
        counts[label] = counts.get(label, 0) + 1
    found = ", ".join(f"{label} {count}" for label, count in counts.items()) or "nothing to import"
    done = "Would import" if is_dry_run else "Imported"
    sentences = [f"{done} “{proposal.file}”: {found}."]
    sentences.append(
        f"Added {rows.added}, changed {rows.changed}, unchanged {rows.unchanged}, "
        f"rejected {rows.rejected}."
    )
    sentences += [
        f"Line {problem.row}: {problem.message}" if problem.row else problem.message
        for problem in proposal.problems
    ]
    if proposal.not_understood:
        sentences.append("Not understood:")
        sentences += [f"  line {each.line}: {each.text}" for each in proposal.not_understood]
    return sentences


def _export(desk: Desk, options: argparse.Namespace) -> Outcome:
    desk.export(options.output, Silent())
    return Outcome({"output": str(options.output)}, (f"Wrote “{options.output.name}”.",))


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
    "import": _import,
    "export": _export,
    "brief": _brief,
    "backup": _backup,
    "check": _check,
}
