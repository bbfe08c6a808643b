import re
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.txt", "requirements-dev.txt")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def entries(lock: str) -> Iterator[tuple[Requirement, int]]:
    """Yield each locked requirement and how many hashes it has."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    bare = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    for entry in bare.replace("\\\n", " ").splitlines():
        if entry.strip():
            yield Requirement(entry.split(" --hash")[0].strip()), len(HASH.findall(entry))


def versions(lock: str) -> dict[str, str]:
    """Return the locked version of each distribution."""
    return {
        canonicalize_name(entry.name): next(iter(entry.specifier)).version
        for entry, _ in entries(lock)
    }


def has_distribution(name: str) -> bool:
    """Tell whether it is installed here; some are for other systems only."""
    return next(iter(metadata.distributions(name=name)), None) is not None


def asked_for(lock: str) -> list[Requirement]:
    """Return what pyproject.toml asks for, which the lock must satisfy."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted: list[str] = project["project"]["dependencies"]
    if lock == "requirements-dev.txt":
        wanted = [*wanted, *project["dependency-groups"]["dev"]]
    return [Requirement(each) for each in wanted]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_entry_is_one_version_with_its_hashes(lock: str) -> None:
    found = list(entries(lock))
    assert found
    for entry, hashes in found:
        assert [each.operator for each in entry.specifier] == ["=="], entry
        assert entry.url is None, entry
        assert hashes > 0, entry


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_satisfies_what_the_project_asks_for(lock: str) -> None:
    locked = versions(lock)
    for wanted in asked_for(lock):
        assert locked[canonicalize_name(wanted.name)] in wanted.specifier, wanted


def test_a_part_asked_for_with_extras_is_locked_with_them() -> None:
    # To pip before 24 it is another part than the one without, and would have no pin.
    locked = {
        canonicalize_name(each.name): each.extras for each, _ in entries("requirements-dev.txt")
    }
    asked = [
        Requirement(each)
        for name in locked
        if has_distribution(name)
        for each in metadata.requires(name) or ()
    ]
    needed = [
        each
        for each in asked
        if each.extras and (each.marker is None or each.marker.evaluate({"extra": ""}))
    ]
    assert "coverage" in {each.name for each in needed}
    for each in needed:
        assert each.extras <= locked[canonicalize_name(each.name)], each


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address_and_no_option(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert not [line for line in text.splitlines() if line.startswith("-")]


def test_the_tests_run_on_the_versions_that_are_shipped() -> None:
    assert versions("requirements.txt").items() <= versions("requirements-dev.txt").items()


def test_what_has_a_part_for_each_system_is_locked_for_all_of_them() -> None:
    # One wheel for each of Windows, macOS and Linux at least.
    compiled = {"pyside6-essentials", "pyside6-pdf", "shiboken6", "sqlcipher3", "lxml", "pillow"}
    hashes = {canonicalize_name(entry.name): count for entry, count in entries("requirements.txt")}
    assert {name for name in compiled if hashes[name] < 3} == set()
