"""Compares a proposal with the facts that a careful reader noted, field by field."""

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from jasp_desktop.domain.progress import Silent
from jasp_desktop.domain.records import (
    Finding,
    Judgement,
    Report,
    Response,
    ResponseItem,
    StatusEvent,
)
from jasp_desktop.exchange.letters.proposing import propose
from jasp_desktop.exchange.proposals import Proposal

CORPUS = Path(__file__).parent / "corpus"
TODAY = date(2026, 11, 24)
LETTERS = sorted(path.with_suffix("") for path in CORPUS.glob("*.json"))
UNSEEN = sorted(path.with_suffix("") for path in (CORPUS.parent / "unseen").glob("*.json"))
BUILT = sorted(path.with_suffix("") for path in (CORPUS / "built").glob("*.json"))


@dataclass
class Score:
    right: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def compare(self, name: str, expected: object, found: object) -> None:
        if expected == found:
            self.right[name] += 1
            return
        if found not in (None, "", (), "None None"):
            self.wrong.append(f"{name}: {found!r}, not {expected!r}")
        if expected not in (None, "", (), "None None"):
            self.missed.append(f"{name}: {expected!r}")

    def add(self, other: "Score") -> None:
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed


def file_of(letter: Path) -> Path:
    return next(p for p in (letter.with_suffix(".txt"), letter.with_suffix(".html")) if p.exists())


@cache
def proposal_of(letter: Path) -> Proposal:
    return propose(file_of(letter), today=TODAY, progress=Silent())


def score_of(proposal: Proposal, expected: dict) -> Score:
    score = Score()
    score.compare("kind", expected["kind"], proposal.kind.value)
    records = {kind: [r for r in proposal.records if isinstance(r, kind)] for kind in
               (Report, Finding, Response, ResponseItem, Judgement, StatusEvent)}  # fmt: skip
    _pair(score, "report", expected["reports"], records[Report], _report_facts)
    reports = {report.uid: at for at, report in enumerate(records[Report])}
    findings = {finding.uid: finding for finding in records[Finding]}
    responses = {response.uid: response for response in records[Response]}
    _pair(
        score, "finding", expected["findings"], records[Finding],
        lambda found: _finding_facts(found, findings, reports),
    )  # fmt: skip
    _pair(score, "response", expected["responses"], records[Response], _response_facts)
    _pair(
        score, "item", expected["items"], records[ResponseItem],
        lambda found: _item_facts(found, findings, responses),
    )  # fmt: skip
    _pair(
        score, "judgement", expected.get("judgements", []), records[Judgement], _judgement_facts
    )  # fmt: skip
    _pair(
        score, "status_event", expected.get("status_events", []), records[StatusEvent],
        lambda found: _event_facts(found, findings),
    )  # fmt: skip
    for words in expected.get("problems", []):
        told = any(words in f"{each.value} {each.message}" for each in proposal.problems)
        score.compare("problem", words, words if told else None)
    return score


def expected_of(letter: Path) -> dict:
    return json.loads(letter.with_suffix(".json").read_text(encoding="utf-8"))


def _pair(score: Score, name: str, expected: list[dict], found: list, facts_of) -> None:
    """Pair what was expected with what was found: by the words' start, else by order."""
    left = [(record, facts_of(record)) for record in found]
    for wanted in expected:
        match = next((each for each in left if _is_same(wanted, each[1])), None)
        if match is None:
            score.missed.append(f"{name}: {wanted}")
            continue
        left.remove(match)
        score.right[name] += 1
        for key, value in wanted.items():
            if key == "starts":
                continue
            told = tuple(value) if isinstance(value, list) else value
            score.compare(f"{name}.{key}", told, match[1][key])
    score.wrong += [f"{name}: {facts}" for _, facts in left]


def _is_same(wanted: dict, facts: dict) -> bool:
    if "starts" in wanted:
        return facts["text"].startswith(wanted["starts"]) and wanted.get(
            "report", facts.get("report")
        ) == facts.get("report")
    for key in ("title", "area", "subject"):
        if key in wanted:
            return wanted[key] == facts[key]
    return wanted.get("role", facts.get("role")) == facts.get("role")


def _dated(day, precision) -> str | None:
    return f"{day} {precision.value}" if day else None


def _report_facts(report: Report) -> dict:
    fieldwork = f"{report.fieldwork_from} {report.fieldwork_to}" if report.fieldwork_from else None
    return {
        "title": report.title,
        "kind": report.kind.value,
        "scope": report.scope.value if report.scope else None,
        "force_position": report.force_position.value if report.force_position else None,
        "inspectorates": report.inspectorates,
        "areas": report.areas,
        "published": _dated(report.published, report.published_precision),
        "fieldwork": fieldwork,
        "s55_position": report.s55_position.value if report.s55_position else None,
        "link": report.link,
    }


def _finding_facts(finding: Finding, findings: dict, reports: dict) -> dict:
    parent = findings.get(finding.parent)
    return {
        "kind": finding.kind.value,
        "number": finding.number,
        "text": finding.text,
        "report": reports[finding.report],
        "parent": f"{parent.kind.value} {parent.number}" if parent else None,
        "deadline": f"{finding.deadline_kind.value} {finding.deadline}",
        "addressees": finding.addressees,
        "theme": finding.theme,
    }


def _response_facts(response: Response) -> dict:
    return {
        "role": response.author_role.value,
        "author": response.author,
        "addressee": response.addressee,
        "letter_date": _dated(response.letter_date, response.letter_date_precision),
        "published": _dated(response.published, response.published_precision),
    }


def _item_facts(item: ResponseItem, findings: dict, responses: dict) -> dict:
    return {
        "role": responses[item.response].author_role.value,
        "findings": tuple(findings[uid].number for uid in item.findings),
        "position": item.position.value if item.position else None,
        "text": item.text,
    }


def _judgement_facts(judgement: Judgement) -> dict:
    return {
        "area": judgement.area,
        "grade": judgement.grade.value,
        "scale": judgement.scale.value,
    }


def _event_facts(event: StatusEvent, findings: dict) -> dict:
    finding = findings[event.subject.uid]
    return {
        "subject": f"{finding.kind.value} {finding.number}",
        "track": event.track.value,
        "status": event.status,
        "date": event.date.isoformat(),
    }
