"""The words of every command."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from jasp_desktop import __version__


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read a command line; the options of every command may stand before or after it."""
    # Given here rather than as the parser's defaults: a command's parser would set those again.
    parser = make_parser()
    options = parser.parse_args(arguments, argparse.Namespace(home=None, demo=False, json=False))
    if options.command == "import" and options.certificate:
        if len(options.files) > 1:
            parser.error("--certificate goes with one file at a time")
        if options.dry_run:
            parser.error("--certificate goes with an import, not with --dry-run")
    return options


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

    def command(name: str, words: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, parents=[everywhere], help=words)

    _add_import(command("import", "read files in"))
    _add_undo_import(command("undo-import", "list imports, or take one back"))
    _add_certificate(command("certificate", "print the certificate of an import"))
    _add_export(command("export", "write the register out"))
    _add_changes(command("changes", "list what changed between two states of a register"))
    _add_brief(command("brief", "print a meeting’s brief"))
    command("backup", "make a checked backup now")
    command("check", "check the register, vault and backups")
    return parser


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would be imported; change nothing"
    )
    parser.add_argument(
        "--mapping",
        metavar="NAME",
        help="the saved mapping by which a tracker’s columns are read; "
        "recognised by its headings if left out",
    )
    parser.add_argument(
        "--as-at", type=_day, metavar="DATE", help="the date of the data; today if left out"
    )
    parser.add_argument(
        "--certificate", type=Path, metavar="F.pdf", help="print the import’s certificate there"
    )


def _add_undo_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--batch", metavar="UID", help="the import to take back; without it they are listed"
    )


def _add_certificate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--batch", required=True, metavar="UID", help="as undo-import lists it")
    parser.add_argument("--output", type=Path, required=True, metavar="F.pdf")


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--output",
        type=Path,
        required=True,
        metavar="PLACE",
        help="F.json for the open format, F.xlsx for a workbook, F.csv for the actions as a "
        "tracker, or a folder for a CSV file of each list",
    )
    parser.add_argument(
        "--tracker",
        action="store_true",
        help="write only the actions, one row each, as F.xlsx or F.csv",
    )


def _add_changes(parser: argparse.ArgumentParser) -> None:
    point = "F.jasp|F.json|DATE"
    parser.add_argument(
        "--since",
        type=_point,
        required=True,
        metavar=point,
        help="a register’s file, or the end of a day of this register",
    )
    parser.add_argument(
        "--until", type=_point, metavar=point, help="likewise; this register now if left out"
    )


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


def _point(text: str) -> date | Path:
    """Read a day, or else the name of a file."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        path = Path(text)
    if path.suffix or path.exists():
        return path
    message = f"“{text}” is neither a date, such as 2026-12-01, nor a file."
    raise argparse.ArgumentTypeError(message)
