"""What changed in the sample between two days, worked out from its JSON by plain rules.

An independent reckoning: it shares no code with the program, and knows only what the sample holds.
"""

from collections import Counter
from datetime import UTC, datetime
from typing import Any

ENDED = {"closed_by_force", "no_further_action", "not_applicable"}
PRIVATE = {"draft", "ready"}


class Sample:
    """The sample's JSON, and on which day each of its records became known."""

    def __init__(self, register: dict[str, Any]) -> None:
        self.register = register
        self.batches = {each["uid"]: each["at"][:10] for each in register["import_batch"]}
        self.reports = {each["uid"]: each["published"] for each in register["report"]}
        self.findings = {each["uid"]: self.reports[each["report"]] for each in register["finding"]}
        self.actions = self._actions()

    def known(self, record: dict[str, Any], *own: str) -> str:
        """Return the day of the import that brought a record, else its own."""
        if record.get("batch"):
            return self.batches[record["batch"]]
        return next((record[each] for each in own if record[each]), "")

    def _actions(self) -> dict[str, str]:
        told: dict[str, list[str]] = {each["uid"]: [] for each in self.register["action"]}
        for each in self.register["target_change"]:
            told[each["action"]].append(self.known(each, "changed_on"))
        for each in self.register["update"]:
            told[each["action"]].append(self.known(each, "as_at"))
        for each in self.register["evidence"]:
            told[each["action"]].append(self.known(each, "seen_on", "dated"))
        for each in self.register["status_event"]:
            if each["subject"]["table"] == "action":
                told[each["subject"]["uid"]].append(self.known(each, "date"))
        return {uid: min(days) for uid, days in told.items() if days}

    def between(self, since: str, until: str) -> Counter[tuple[str, str]]:
        """Return each change’s kind and the uid of its subject, and how often it comes."""
        parts = (self._added, self._hung, self._statuses, self._updates, self._questions)
        return sum((part(since, until) for part in parts), Counter[tuple[str, str]]())

    def _added(self, since: str, until: str) -> Counter[tuple[str, str]]:
        found: Counter[tuple[str, str]] = Counter()
        for days in (self.reports, self.findings, self.actions):
            found.update(("added", uid) for uid, day in days.items() if since < day <= until)
        for each in self.register["panel_action"]:
            made = int(each["uid"].replace("-", "")[:12], 16) / 1000
            if since < datetime.fromtimestamp(made, UTC).date().isoformat() <= until:
                found["added", each["uid"]] += 1
            if since < (each["closed_on"] or "") <= until:
                found["panel_action_closed", each["uid"]] += 1
        for each in self.register["response"]:
            days = [day for day in (each["letter_date"], each["published"]) if day]
            if since < (each["published"] or "") <= until:
                found["response_published", each["uid"]] += 1
            elif since < min(days, default="") <= until:
                found["added", each["uid"]] += 1
        return found

    def _hung(self, since: str, until: str) -> Counter[tuple[str, str]]:
        found: Counter[tuple[str, str]] = Counter()
        for each in self.register["target_change"]:
            is_first = each["from"] is None
            is_new = is_first and since < self.actions[each["action"]]
            if since < self.known(each, "changed_on") <= until and not is_new:
                found["target_set" if is_first else "target_moved", each["action"]] += 1
        for each in self.register["evidence"]:
            if since < (each["seen_on"] or each["dated"] or "") <= until:
                found["evidence_added", each["action"]] += 1
        return found

    def _statuses(self, since: str, until: str) -> Counter[tuple[str, str]]:
        found: Counter[tuple[str, str]] = Counter()
        lines: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for each in sorted(self.register["status_event"], key=lambda e: (e["date"], e["uid"])):
            if self.known(each, "date") <= until:
                lines.setdefault((each["subject"]["uid"], each["track"]), []).append(each)
        for (uid, track), events in lines.items():
            begun = self.actions.get(uid) or self.findings.get(uid) or self.reports[uid]
            before = None
            for each in events:
                word, day = each["status"], max(self.known(each, "date"), begun)
                is_first = (
                    before is None and since < begun and word not in {*ENDED, "closed_by_hmicfrs"}
                )
                if since < day and word != before and not is_first and word != "not_known":
                    found[_status_kind(track, before, word), uid] += 1
                before = word
        return found

    def _updates(self, since: str, until: str) -> Counter[tuple[str, str]]:
        found: Counter[tuple[str, str]] = Counter()
        last: dict[str, str] = {}
        for each in sorted(self.register["update"], key=lambda e: (e["as_at"], e["uid"])):
            day = self.known(each, "as_at")
            if day > until:
                continue
            words = " ".join(each["text"].split()).lower()
            if day > since:
                same = last.get(each["action"]) == words
                found["update_repeated" if same else "update_added", each["action"]] += 1
            last[each["action"]] = words
        return found

    def _questions(self, since: str, until: str) -> Counter[tuple[str, str]]:
        found: Counter[tuple[str, str]] = Counter()
        for each in self.register["question"]:
            then, now = (
                next((s["state"] for s in reversed(each["states"]) if s["on"] <= day), "draft")
                for day in (since, until)
            )
            if now not in PRIVATE and now != then:
                found["question_state_changed", each["uid"]] += 1
        return found


def _status_kind(track: str, before: str | None, word: str) -> str:
    if track == "hmicfrs":
        return word if word == "closed_by_hmicfrs" else "hmicfrs_position_changed"
    if word == "closed_by_force":
        return word
    return "reopened" if before in ENDED and word not in ENDED else "status_changed"
