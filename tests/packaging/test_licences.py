import re
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = tuple(
    wanted.name
    for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    if line[:1].isalnum()
    and ((wanted := Requirement(line.rstrip("\\ "))).marker is None or wanted.marker.evaluate())
)

ALLOWED = {
    "MIT",
    "MIT-CMU",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "PSF-2.0",
    "LGPL-3.0-only",
    "Zlib",
    "Apache-2.0",
}
"""What a program under MIT may ship, by SPDX's names. Of a choice, one is enough."""

IN_OTHER_WORDS = {"MIT License": "MIT", "BSD license": "BSD-3-Clause"}

UNSAID = {"sqlcipher3": ("Zlib", "provided 'as-is', without any express or implied warranty")}
"""Licences that the metadata leaves out, each with words of the text that proves it."""


def licences_of(part: Distribution) -> set[str]:
    """Return the licences among which one may choose."""
    name = part.name.lower()
    if name in UNSAID:
        licence, words = UNSAID[name]
        return {licence} if words in " ".join(licence_text(part).split()) else set()
    said = part.metadata.get("License-Expression") or part.metadata.get("License") or ""
    choices = re.split(r" OR ", said.split(" (")[0].split(",")[0])
    return {IN_OTHER_WORDS.get(choice, choice) for choice in choices}


def licence_text(part: Distribution) -> str:
    """Return every licence text that a distribution brings."""
    return "\n".join(
        file.read_text()
        for file in part.files or ()
        if file.parts[0].endswith(".dist-info") and file.name.upper().startswith("LICEN")
    )


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_part_may_be_shipped_with_a_program_under_mit(name: str) -> None:
    assert licences_of(distribution(name)) & ALLOWED


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_part_brings_its_licence_or_we_do(name: str) -> None:
    part = distribution(name)
    if "LGPL-3.0-only" in licences_of(part):
        assert "GNU LESSER GENERAL PUBLIC LICENSE" in kept("LGPL-3.0.txt")
        assert "GNU GENERAL PUBLIC LICENSE" in kept("GPL-3.0.txt")
    else:
        assert licence_text(part)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_list_of_licences_names_every_shipped_part(name: str) -> None:
    spoken = {
        "beautifulsoup4": "Beautiful Soup",
        "soupsieve": "Soup Sieve",
        "shiboken6": "Shiboken",
    }
    word = spoken.get(name, name.removesuffix("-essentials").removesuffix("-pdf"))
    assert word.lower() in kept("README.md").lower()


def test_what_a_wheel_holds_without_its_licence_has_it_here() -> None:
    # sqlcipher3's wheel links SQLCipher and OpenSSL, and brings neither's text.
    assert "ZETETIC LLC" in kept("SQLCipher.txt")
    assert "Version 2.0, January 2004" in kept("Apache-2.0.txt")


def test_the_typeface_and_the_icons_lie_beside_their_licences() -> None:
    for folder, text in (("fonts", "OFL.txt"), ("icons", "LICENSE")):
        assert (ROOT / "resources" / folder / text).read_text(encoding="utf-8").strip()


def kept(text: str) -> str:
    """Return one of the texts that the program keeps itself."""
    return (ROOT / "resources" / "licences" / text).read_text(encoding="utf-8")
