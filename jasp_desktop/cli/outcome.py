"""What a command tells when it is done."""

from dataclasses import dataclass

from jasp_desktop.domain.records import Json


@dataclass(frozen=True, slots=True)
class Outcome:
    """Facts for ``--json``, sentences otherwise."""

    facts: Json
    sentences: tuple[str, ...]
