"""The engine: events in order of time on a clock of their own. What happens at each is decided elsewhere, by people
who follow the assumptions, and done by the same actions that everyone uses."""

import heapq
import itertools
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.custody.models import Detention
from bluelamp.twin.assumptions import Assumptions
from bluelamp.twin.cast import Cast
from bluelamp.twin.touched import untouched
from bluelamp.verdict import Refused

Step = Callable[..., object]
WAIT_FOR_A_PERSON = timedelta(minutes=5)


@dataclass(kw_only=True)
class Job:
    """An incident as the twin's people know it."""

    incident: int
    code: str
    grade: str
    domestic: bool
    crime: bool
    outcome: str = ""
    victim_named: bool = False
    recorded: bool = False
    at_scene: bool = False
    arrest_planned: bool = False
    wanted: int = 1


@dataclass(kw_only=True)
class Running:
    """One run. `live`: at clock speed, beside people whose work is left alone.

    `cares_for_all_from`: from then on the suites care for the rest of the county's detainees too, visit by visit;
    before it, and where it is None, for the borough's own alone.
    """

    assumed: Assumptions
    cast: Cast
    seed: str
    now: datetime
    live: bool = False
    units_share: float = 1.0
    cares_for_all_from: datetime | None = None
    heap: list[tuple[datetime, int, Step, tuple[Any, ...]]] = field(default_factory=list)
    jobs: dict[int, Job] = field(default_factory=dict)
    waiting: dict[int, str] = field(default_factory=dict)
    planned: set[str] = field(default_factory=set)
    crews: dict[int, Acting] = field(default_factory=dict)
    refusals: Counter[str] = field(default_factory=Counter)
    _met: dict[str, dict[int, int]] = field(default_factory=dict)
    _order: "itertools.count[int]" = field(default_factory=itertools.count)

    def luck(self, *about: object) -> Random:
        """Chance that depends only on the seed and on what it is about.

        A record's key counts as the place in which this run first met it: keys are given by the database, and differ.
        """
        known = [self._place(about[0], one) if isinstance(one, int) else str(one) for one in about]
        return Random(":".join([self.seed, *known]))

    def _place(self, subject: object, key: int) -> str:
        met = self._met.setdefault(str(subject), {})
        return str(met.setdefault(key, len(met)))

    def at(self, when: datetime, step: Step, *args: object) -> None:
        """Let `step(run, *args)` happen at `when`, or now if that has passed."""
        heapq.heappush(self.heap, (max(when, self.now), next(self._order), step, args))

    def later(self, span: timedelta, step: Step, *args: object) -> None:
        """Let `step(run, *args)` happen after a span."""
        self.at(self.now + span, step, *args)

    def cares(self, found: Detention) -> bool:
        """Whether the suites' care for this person is played."""
        after = self.cares_for_all_from
        return self.live or found.of_the_borough or (after is not None and self.now >= after)

    def do(self, action: Callable[..., Any], **facts: Any) -> Any:
        """Act now. None, and counted, where the rules refuse."""
        try:
            return action(at=self.now, **facts)
        except Refused as refused:
            self.refusals[f"{action.__name__}: {refused.verdict.words}"] += 1
            return None

    def mine(self, *records: str) -> bool:
        """Whether the twin may go on with these records: always in a rehearsal; live, if no person is at them."""
        return not self.live or untouched(records, own=self.cast.references, at=self.now)

    def next_at(self) -> datetime | None:
        """When something happens next."""
        return self.heap[0][0] if self.heap else None

    def run(self, until: datetime) -> None:
        """Everything up to before `until`, each on its own instant."""
        while self.heap and self.heap[0][0] < until:
            self.step(self.heap[0][0])

    def step(self, at: datetime) -> None:
        """The earliest event, at `at`."""
        _, _, step, args = heapq.heappop(self.heap)
        self.now = at
        with clock.set_to(at):
            step(self, *args)
