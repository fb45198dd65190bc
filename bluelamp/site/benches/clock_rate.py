"""How many deadlines of invented detentions the pure rules work out from their facts in a second, on one core."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from time import perf_counter

from bluelamp.custody.rules import detention_clock, reviews
from bluelamp.custody.rules.facts import Arrest, Detention, Extension, HospitalVisit, Spell, Warrant
from bluelamp.custody.rules.reviews import Reviewing
from bluelamp.deadlines.law import Law
from bluelamp.places.law_in_force import law_of

START = datetime(2026, 10, 22, 22, 50, tzinfo=UTC)
"""Three days before the clocks go back: the detentions lie on both sides of the change."""
HOUR = timedelta(hours=1)
MANY = 3_000


@dataclass(frozen=True, kw_only=True)
class Rate:
    """Deadlines worked out in a second on one core, and how many were."""

    a_second: float
    deadlines: int


def rate(*, seconds: float = 1.0, law: Law | None = None) -> Rate:
    """The detention limit as it stands and the next review, in turn, of 3,000 invented detentions, for so long."""
    known, facts = law or law_of("custody"), invented(MANY)
    count, began = 0, perf_counter()
    for held, reviewing in cycle(facts):
        detention_clock.current_limit(detention=held, law=known, at=START)
        reviews.next_review(reviewing=reviewing, law=known, at=START)
        count += 2
        if count % 200 == 0 and perf_counter() - began >= seconds:
            break
    return Rate(a_second=count / (perf_counter() - began), deadlines=count)


def invented(many: int) -> list[tuple[Detention, Reviewing]]:
    """As a year has them: a fifth at hospital, one in fifteen extended, one in forty on a warrant, as many on bail."""
    return list(islice((_one(n) for n in range(many)), many))


def _one(n: int) -> tuple[Detention, Reviewing]:
    arrived = START + timedelta(minutes=7 * n)
    away = (HospitalVisit(left_at=arrived + 3 * HOUR, returned_at=arrived + 5 * HOUR),) if n % 5 == 0 else ()
    extended = (Extension(authorised_at=arrived + 17 * HOUR, until=arrived + 30 * HOUR),) if n % 15 == 0 else ()
    warrants = (Warrant(issued_at=arrived + 29 * HOUR, hours=24),) if n % 40 == 0 else ()
    spells = (Spell(began_at=arrived - 90 * HOUR, ended_at=arrived - 82 * HOUR),) if n % 40 == 1 else ()
    held = Detention(
        arrest=Arrest(arrested_at=arrived - HOUR, first_station_at=arrived),
        hospital=away,
        extensions=extended,
        warrants=warrants,
        earlier=spells,
        returned_at=arrived if spells else None,
    )
    done = (arrived + 6 * HOUR, arrived + 14 * HOUR)[: n % 3]
    return held, Reviewing(authorised_at=arrived + HOUR / 2, done=done, hospital=away)
