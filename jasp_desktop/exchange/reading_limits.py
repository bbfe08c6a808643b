"""What a reading child refuses, and the fences it puts around itself before it reads."""

import sys
import zipfile
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

MEGABYTE = 1024 * 1024
LARGEST_FILE = 50 * MEGABYTE
MEMORY = 768 * MEGABYTE

_SMALL_PART = MEGABYTE
_ENCRYPTED_FLAG = 0x1
_PLAIN_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


class Refusal(StrEnum):
    """Why a file is not read."""

    MISSING = "missing"
    EMPTY = "empty"
    UNKNOWN_TYPE = "unknown_type"
    DAMAGED = "damaged"
    PASSWORD = "password"  # noqa: S105 - a reason, not a secret
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    SCANNED = "scanned"
    UNSAFE = "unsafe"
    NO_SHEET = "no_sheet"
    OTHER_SHEET = "other_sheet"
    FAR_CELL = "far_cell"
    LONG_CELL = "long_cell"


class PackageLimits(NamedTuple):
    """How much an Office package may hold: parts, bytes unpacked, and how far it may be squeezed.

    A part may be ``squeezed`` times as large as it is packed, unless it is small.
    """

    parts: int
    unpacked: int
    one_part: int
    squeezed: int


DOCUMENT = PackageLimits(2_000, 150 * MEGABYTE, 64 * MEGABYTE, 100)
WORKBOOK = PackageLimits(5_000, 300 * MEGABYTE, 200 * MEGABYTE, 200)


class Refused(Exception):
    """A reader will not read this file."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


def size_refusal(path: Path) -> Refusal | None:
    """Tell why a file need not be opened at all, from its size alone."""
    if not path.is_file():
        return Refusal.MISSING
    size = path.stat().st_size
    if size == 0:
        return Refusal.EMPTY
    return Refusal.TOO_LARGE if size > LARGEST_FILE else None


def check_package(package: zipfile.ZipFile) -> None:
    """Refuse a document's package that unpacks to too much, is locked, or declares a DTD.

    Raises:
        Refused: It is one of those.
    """
    check_parts(package, DOCUMENT)
    for part in package.infolist():
        if part.filename.lower().endswith((".xml", ".rels")):
            with package.open(part) as unpacked:
                _check_markup(unpacked.read(DOCUMENT.one_part))


def check_parts(package: zipfile.ZipFile, limits: PackageLimits) -> None:
    """Refuse an Office package that says it unpacks to too much, or that is locked.

    Raises:
        Refused: It is one of those.
    """
    parts = package.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > limits.parts or unpacked > limits.unpacked:
        raise Refused(Refusal.TOO_LARGE)
    for part in parts:
        _check_part(part, limits)


def _check_part(part: zipfile.ZipInfo, limits: PackageLimits) -> None:
    if part.flag_bits & _ENCRYPTED_FLAG:
        raise Refused(Refusal.PASSWORD)
    if part.compress_type not in _PLAIN_METHODS:
        raise Refused(Refusal.UNSAFE)
    is_squeezed = part.file_size > limits.squeezed * max(1, part.compress_size)
    if part.file_size > limits.one_part or (part.file_size > _SMALL_PART and is_squeezed):
        raise Refused(Refusal.TOO_LARGE)


def _check_markup(markup: bytes) -> None:
    # Zero bytes are dropped so that UTF-16 hides nothing.
    plain = markup.replace(b"\0", b"").upper()
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise Refused(Refusal.UNSAFE)


def limit_this_process() -> None:
    """Fence this process in: memory, no core dump, no file written; cannot be undone."""
    sys.setrecursionlimit(2_000)
    if sys.platform == "win32":
        _limit_on_windows()
    else:
        _limit_on_posix()


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _EXTENDED_LIMITS = 9
    _LIMIT_PROCESS_MEMORY = 0x100

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _BasicLimits),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    def _limit_on_windows() -> None:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
        limits = _ExtendedLimits()
        limits.BasicLimitInformation.LimitFlags = _LIMIT_PROCESS_MEMORY
        limits.ProcessMemoryLimit = MEMORY
        is_set = kernel.SetInformationJobObject(
            job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        process = wintypes.HANDLE(kernel.GetCurrentProcess())
        if not is_set or not kernel.AssignProcessToJobObject(job, process):
            raise ctypes.WinError(ctypes.get_last_error())

else:
    import resource

    def _limit_on_posix() -> None:
        for limit, most in (
            (resource.RLIMIT_AS, MEMORY),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_NOFILE, 64),
        ):
            _, hard = resource.getrlimit(limit)
            lowest = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(limit, (lowest, lowest))
