"""Telling victims: tried in the hours in which people are rung, by a way that is safe, until they are reached."""

from datetime import datetime, time, timedelta
from random import Random

from bluelamp.deadlines.instants import as_local, local, local_day
from bluelamp.people.queries import safe_contact
from bluelamp.twin.chance import around
from bluelamp.twin.running import Running
from bluelamp.victims.actions.telling import tell
from bluelamp.victims.models import Telling

FROM, UNTIL = time(8, 30), time(20, 30)
RANKED = ("phone", "text", "email", "in_person")


def plan(run: Running, incident: int) -> None:
    """Plan every telling owed to the victims of an incident that is not planned yet."""
    owed = Telling.objects.filter(victim__incident_id=incident, told_at=None, opted_out_at=None)
    for telling, enhanced in owed.order_by("pk").values_list("pk", "victim__enhanced"):
        plan_one(run, telling, enhanced=enhanced)


def plan_one(run: Running, telling: int, *, enhanced: bool) -> None:
    """Plan one telling, once."""
    if f"telling:{telling}" in run.planned:
        return
    run.planned.add(f"telling:{telling}")
    luck, medians = run.luck("telling", telling), run.assumed["telling_hours"]
    median = medians["enhanced" if enhanced else "standard"]
    after = timedelta(hours=around(luck, median, medians["spread"]))
    run.at(within_hours(run.now + after, luck), attempt, telling, 1)


def within_hours(at: datetime, luck: Random) -> datetime:
    """The instant itself, or some time in the next morning on which people are rung."""
    said, day = as_local(at).time(), local_day(at)
    if FROM <= said <= UNTIL:
        return at
    morning = day if said < FROM else day + timedelta(days=1)
    return local(morning, FROM) + timedelta(minutes=luck.uniform(0, 150))


def attempt(run: Running, telling: int, count: int) -> None:
    """Try once; try again later where the victim is not reached."""
    found = Telling.objects.filter(pk=telling, told_at=None, opted_out_at=None).select_related("victim").first()
    if found is None:
        return
    luck = run.luck("attempt", telling, str(count))
    if run.mine(found.victim.ref):
        safe = safe_contact(found.victim.person_id)
        ways = safe.ways if safe else ["in_person"]
        way = next((one for one in RANKED if one in ways), "in_person")
        reached = luck.random() < run.assumed.number("telling_reached_share")
        result, words = ("reached", "Told.") if reached else ("no_answer", "")
        by = run.cast.of("victim-care", luck)
        if run.do(tell, by=by, telling=telling, way=way, result=result, words=words) and reached:
            return
    again = run.now + timedelta(hours=luck.uniform(2, 6))
    run.at(within_hours(again, luck), attempt, telling, count + 1)
