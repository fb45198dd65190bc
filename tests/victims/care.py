"""A victim and who cares for them, with the clock in hand: what the tests of victim care begin from."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bluelamp.owed.models import State
from bluelamp.owed.queries import for_record
from bluelamp.people.rules.unknowns import Answer
from bluelamp.victims.models import Victim
from bluelamp.victims.rules.needs import Need, Topic
from tests.custody.evening import HOUR, TEN, Evening, done

NEEDS = (
    Need(topic=Topic.SAFETY, answer=Answer.KNOWN, words="Afraid he comes back"),
    Need(topic=Topic.SPEAKING, answer=Answer.NONE),
    Need(topic=Topic.INTERVIEWER, answer=Answer.KNOWN, words="A woman"),
)


class Care:
    """`care(action, hours=2, ...)` does an action on the victim as the victim care officer."""

    def __init__(self, evening: Evening, **how: Any) -> None:
        self.evening, self.incident = evening, evening.incident()
        self.victim = evening.victim(self.incident, **how)

    def __call__(self, action: Callable[..., Any], *, hours: float = 1, role: str = "victim_care_officer",
                 at: datetime | None = None, **facts: Any) -> int:  # fmt: skip
        if not facts.keys() & {"telling", "asked", "referral"}:
            facts["victim"] = self.victim.pk
        return done(action, at or TEN + hours * HOUR, by=self.evening.acting(role), **facts)

    def now(self) -> Victim:
        return Victim.objects.get(pk=self.victim.pk)

    def promises(self, kind: str) -> list[str]:
        """The states of this kind's promises for the victim, in the order of their slots."""
        found = [one for one in for_record(self.victim.ref) if one.kind == f"victims.{kind}"]
        return [one.state for one in sorted(found, key=lambda one: (one.began_at, one.pk))]

    def open(self) -> set[str]:
        found = for_record(self.victim.ref)
        return {one.kind.removeprefix("victims.") for one in found if one.state == State.OPEN}
