"""What a reading child refuses, and the fences it puts around itself before it reads."""

import sys
import zipfile
from enum import StrEnum
from pathlib import Path

MEGABYTE = 1024 * 1024
LARGEST_FILE = 50 * MEGABYTE
MEMORY = 768 * MEGABYTE

_MOST_PARTS = 2_000
_MOST_UNPACKED = 150 * MEGABYTE
_MOST_OF_ONE_PART = 64 * MEGABYTE
_SMALL_PART = MEGABYTE
_MOST_SQUEEZED = 100
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
    """Refuse an Office package that unpacks to too much, is locked, or declares a DTD.

    Raises:
        Refused: It is one of those.
    """
    parts = package.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
        raise Refused(Refusal.TOO_LARGE)
    for part in parts:
        _check_part(part)
        if part.filename.lower().endswith((".xml", ".rels")):
            with package.open(part) as unpacked:
                _check_markup(unpacked.read(_MOST_OF_ONE_PART))


def _check_part(part: zipfile.ZipInfo) -> None:
    if part.flag_bits & _ENCRYPTED_FLAG:
        raise Refused(Refusal.PASSWORD)
    if part.compress_type not in _PLAIN_METHODS:
        raise Refused(Refusal.UNSAFE)
    is_squeezed = part.file_size > _MOST_SQUEEZED * max(1, part.compress_size)
    if part.file_size > _MOST_OF_ONE_PART or (part.file_size > _SMALL_PART and is_squeezed):
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
