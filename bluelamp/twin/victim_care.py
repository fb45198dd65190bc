"""Telling victims: tried in the hours in which people are rung, by a way that is safe, until they are reached."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from random import Random

from bluelamp.access.acting import Acting
from bluelamp.compiled import Compiled, Given
from bluelamp.deadlines.instants import as_local, local, local_day
from bluelamp.people.queries import safe_contact
from bluelamp.people.rules.unknowns import Answer
from bluelamp.twin import messaging
from bluelamp.twin.chance import around
from bluelamp.twin.running import Running
from bluelamp.victims.actions.assessing import assess_needs
from bluelamp.victims.actions.referring import answer_referral, refer, service_reached
from bluelamp.victims.actions.telling import tell
from bluelamp.victims.actions.views import ask_views
from bluelamp.victims.models import Assessment, Referral, Telling, Victim
from bluelamp.victims.queries import views_for
from bluelamp.victims.rules.needs import CHANGED_BY, Need, Topic
from bluelamp.victims.rules.telling import Step
from bluelamp.victims.rules.views import About, Came

FROM, UNTIL = time(8, 30), time(20, 30)
SERVICE = "Victim support"
NEEDS = tuple(Need(topic=topic, answer=Answer.NONE) for topic in Topic)
RANKED = ("phone", "text", "email", "in_person")


_TELLINGS = Compiled(
    lambda: (
        Telling.objects.filter(victim__incident_id=Given("incident"), told_at=None, opted_out_at=None)
        .order_by("pk")
        .values_list("pk", "step", "victim__enhanced")
    )
)


def plan(run: Running, incident: int) -> None:
    """Plan every telling owed to the victims of an incident, once; of a crime recorded, a text comes first."""
    for telling, step, enhanced in _TELLINGS.ask(incident=incident):
        if step == Step.CRIME_ACKNOWLEDGED and f"telling:{telling}" not in run.planned:
            by = run.cast.of("victim-care", run.luck("writes", telling))
            run.later(timedelta(minutes=5), messaging.ask_to_ring, telling, by)
        plan_one(run, telling, step=step, enhanced=enhanced)


def plan_one(run: Running, telling: int, *, step: str, enhanced: bool) -> None:
    """Plan one telling, once: of a crime recorded soon, else sooner where they have enhanced rights."""
    if f"telling:{telling}" in run.planned:
        return
    run.planned.add(f"telling:{telling}")
    how = "acknowledged" if step == Step.CRIME_ACKNOWLEDGED else "enhanced" if enhanced else "standard"
    luck, medians = run.luck("telling", telling), run.assumed["telling_hours"]
    after = timedelta(hours=around(luck, medians[how], medians["spread"]))
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
        by = run.cast.of("victim-care", luck)
        if reached and found.step == Step.REFERRED:
            if run.do(refer, by=by, victim=found.victim_id, service=SERVICE, agreed=True, words="Yes"):
                follow(run, Referral.objects.filter(victim=found.victim_id).latest("pk"))
                return
        elif (
            found.step != Step.REFERRED
            and run.do(tell, by=by, telling=telling, **_said(way, reached=reached))
            and reached
        ):
            _ask_needs(run, found.victim, by)
            return
        if count == 1 and not reached:
            messaging.ask_to_ring(run, telling, by)
    again = run.now + timedelta(hours=luck.uniform(2, 6))
    run.at(within_hours(again, luck), attempt, telling, count + 1)


def follow(run: Running, referral: Referral) -> None:
    """Plan the service's answer, and then that it reaches the victim."""
    luck = run.luck("referral", referral.pk, referral.answer)
    if referral.answer == Referral.Answered.WAITING:
        run.at(within_hours(run.now + timedelta(hours=luck.uniform(3, 20)), luck), _service, referral.pk)
    elif referral.answer == Referral.Answered.ACCEPTED and referral.reached_at is None:
        run.at(within_hours(run.now + timedelta(hours=luck.uniform(6, 40)), luck), _service, referral.pk)


def _service(run: Running, referral: int) -> None:
    found = Referral.objects.select_related("victim").get(pk=referral)
    by = run.cast.of("victim-care", run.luck("service", referral, found.answer))
    if found.answer == Referral.Answered.WAITING:
        run.do(answer_referral, by=by, referral=referral, answer=Referral.Answered.ACCEPTED.value)
        follow(run, Referral.objects.get(pk=referral))
    elif found.reached_at is None:
        run.do(service_reached, by=by, referral=referral, words="A worker of the service rang them.")


def ask_views_of(run: Running, victims: Sequence[Victim], about: About) -> None:
    """Ask each victim, once, what they think before a decision; a child through who speaks for them, where that is
    known, a vulnerable adult in their own words."""
    asked = views_for(victims, about)
    for victim in victims:
        if victim.pk in asked:
            continue
        by = run.cast.of("victim-care", run.luck("views", victim.pk, about.value))
        came, words = Came.GIVEN, "Wants no contact and no visits."
        if victim.is_child(local_day(run.now)) and not victim.spoken_for_by:
            came, words = Came.NOT_REACHABLE, "Who speaks for the child was not reached."
        run.do(ask_views, by=by, victim=victim.pk, about=about.value, answer=came.value, words=words, own=True)


def _ask_needs(run: Running, victim: Victim, by: Acting) -> None:
    """While they are reached, ask what they need, where that is owed."""
    changes = Telling.objects.filter(victim=victim, step__in=[step.value for step in CHANGED_BY])
    changed = max([victim.recorded_at, *changes.values_list("happened_at", flat=True)])
    if not Assessment.objects.filter(victim=victim, at__gte=changed).exists():
        run.do(assess_needs, by=by, victim=victim.pk, needs=NEEDS)


def _said(way: str, *, reached: bool) -> dict[str, str]:
    told = {"words": "Told.", "writing": "handed"} if reached else {"words": ""}
    return {"way": way, "result": "reached" if reached else "no_answer", **told}
