"""The small invented borough of the browser tests: one evening, made only through the real actions."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bluelamp import clock
from bluelamp.access.acting import Acting, system
from bluelamp.access.actions.enrolling import enrol
from bluelamp.access.actions.granting import grant
from bluelamp.access.actions.restricting import restrict
from bluelamp.access.demonstration import create
from bluelamp.access.middleware import acting_as
from bluelamp.access.models import Officer
from bluelamp.access.registry import capabilities
from bluelamp.journeys.actions.opening import open_with_reason
from bluelamp.people.actions.persons import add_person
from bluelamp.people.actions.vehicles import add_vehicle, add_vehicle_of
from bluelamp.places.actions.loading import load_borough
from bluelamp.places.folder import borough_folder
from bluelamp.places.models import ContactPoint
from bluelamp.victims.models import Telling, Victim
from tests.journeys import (
    bail_of_the_evening,
    care_of_the_evening,
    court_of_the_evening,
    custody_of_the_evening,
    duties_of_the_evening,
    messages_of_the_evening,
    partners_of_the_evening,
    safeguarding_of_the_evening,
    specials_of_the_evening,
    street_of_the_evening,
    victim_of_the_evening,
)

SETTING_UP = system("setup", "places.edit", "access.grant_roles", "duty.crew")
MORE = (
    ("iqbal", "PC", "Iqbal", "2305"),
    ("tansley", "PC", "Tansley", "2411"),
    ("whitlow", "PC", "Whitlow", "2390"),
    ("brade", "PC", "Brade", "2288"),
    ("hale", "PC", "Hale", "2177"),
    ("denny", "PC", "Denny", "2454"),
    ("penney", "PC", "Penney", "2360"),
    ("lacey", "PC", "Lacey", "2431"),
    ("morrow", "PC", "Morrow", "2199"),
    ("ellis", "PC", "Ellis", "2502"),
    ("adair", "PC", "Adair", "2476"),
    ("stone", "PC", "Stone", "2345"),
    ("larkin", "PC", "Larkin", "2571"),
    ("osgood", "PC", "Osgood", "2579"),
)


@dataclass(kw_only=True)
class Evening:
    """The world while it is made: `now` is when the tests begin, everything happened some minutes before."""

    now: datetime
    made: dict[str, int]

    def ago(self, minutes: float) -> datetime:
        return self.now - timedelta(minutes=minutes)

    def do(self, act: Callable[..., str], minutes: float, by: Acting, **facts: Any) -> int:
        """One action, as it would have been taken so many minutes ago; answers the number of what it made."""
        at = self.ago(minutes)
        with clock.set_to(at):
            answer = act(by=by, at=at, **facts)
        return int(answer.partition(":")[2]) if ":" in answer else 0

    def who(self, user_name: str) -> Acting:
        """An officer of the cast, able to do all: what each role may do is tested elsewhere."""
        officer = Officer.objects.get(user_name=user_name)
        return replace(acting_as(officer), capabilities=frozenset(each.name for each in capabilities))


def make() -> dict[str, int]:
    """Fill an empty, migrated database. Answers the numbers by which tests know what was made."""
    evening = Evening(now=clock.now(), made={})
    start = evening.ago(9 * 24 * 60)
    with clock.set_to(start):
        load_borough(by=SETTING_UP, at=start, folder=borough_folder())
        create(by=SETTING_UP, at=start)
        _more_officers(start)
    street_of_the_evening.fill(evening)
    custody_of_the_evening.fill(evening)
    care_of_the_evening.fill(evening)
    bail_of_the_evening.fill(evening)
    court_of_the_evening.fill(evening)
    specials_of_the_evening.fill(evening)
    duties_of_the_evening.fill(evening)
    evening.made["phone"] = ContactPoint.objects.earliest("pk").pk
    victim = Victim.objects.get(incident=evening.made["marlow"])
    evening.made |= {"victim": victim.pk, "Joanne Marlow": victim.person_id}
    evening.made["telling"] = Telling.objects.get(victim=victim, step="arrested").pk
    _vehicle(evening, victim.person_id)
    messages_of_the_evening.fill(evening)
    partners_of_the_evening.fill(evening)
    victim_of_the_evening.fill(evening)
    safeguarding_of_the_evening.fill(evening)
    _restricted(evening)
    return evening.made


def _vehicle(evening: Evening, keeper: int) -> None:
    """A plate seen at the incident, and joined to who keeps it."""
    officer = evening.who("lowe")
    plate = {"as_seen": "AB12 CDE", "make": "Ford Fiesta", "colour": "blue"}
    evening.do(add_vehicle, 205, officer, **plate, seen_at=f"incident:{evening.made['marlow']}")
    facts = {**plate, "person": keeper, "kind": "keeper", "source": "She says so"}
    evening.made["vehicle"] = evening.do(add_vehicle_of, 200, officer, **facts)


def _restricted(evening: Evening) -> None:
    """Mr Calder's record belongs to one officer; an inspector opened it with a reason."""
    owner, inspector = evening.who("kerr"), evening.who("farrant")
    calder = evening.do(add_person, 400, owner, given_names="Rhys", family_name="Calder")
    evening.do(restrict, 390, owner, record=f"person:{calder}", why="An officer's family", owner=owner.number)
    reason = "A complaint by his brother, to be answered today"
    opening = evening.do(open_with_reason, 80, inspector, record=f"person:{calder}", reason=reason)
    evening.made |= {"Calder": calder, "opening": opening}
    why = "She asked us to erase what she wrote"
    evening.do(open_with_reason, 20, evening.who("osei"), record=f"victim:{evening.made['victim']}", reason=why)


def _more_officers(at: datetime) -> None:
    for user_name, title, name, collar in MORE:
        made = enrol(
            by=SETTING_UP, at=at, user_name=user_name, name=name, title=title, collar_number=collar,
            regular_rank="constable", team="Response", is_demonstration=True,
        )  # fmt: skip
        grant(by=SETTING_UP, at=at, officer=int(made.partition(":")[2]), role="response_officer")
