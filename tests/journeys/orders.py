"""What a test may ask of the stage while the browser looks on: each is one real action, or one look at the figures."""

from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth.hashers import make_password

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.actions.enrolling import enrol
from bluelamp.access.actions.granting import grant
from bluelamp.access.actions.restricting import name_on
from bluelamp.access.demonstration import PASSWORD
from bluelamp.access.models import Officer, Restriction
from bluelamp.calls.actions.contacts import ring
from bluelamp.calls.models import Incident
from bluelamp.custody.models import Visit
from bluelamp.dispatch.actions.units import add_unit, crew_unit, stand_down
from bluelamp.dispatch.models import Unit
from bluelamp.duty.actions.away import AwayDays, enter_away
from bluelamp.duty.actions.skills import record_skill
from bluelamp.duty.models import DutyNotice, PlannedDuty, Roster
from bluelamp.duty.rules.planning import Away
from bluelamp.journeys.actions.report import Harmed, Reported, take_report
from bluelamp.ledger.actions.writing import action, write
from bluelamp.ledger.models import Entry
from bluelamp.messages.events import AGAIN
from bluelamp.messages.models import Message, Push
from bluelamp.messages.push_service import WebPush
from bluelamp.messages.push_worker import push_next
from bluelamp.messages.pushing import push_to
from bluelamp.messages.rules.pushing import Occasion
from bluelamp.owed.models import Promise
from bluelamp.people.actions.safety import set_safe_contact
from bluelamp.places.models import ContactPoint
from bluelamp.safeguarding.models import DomesticIncident
from bluelamp.safeguarding.queries import domestic_of
from bluelamp.specials.models import Special
from bluelamp.victims.models import Telling, Victim
from bluelamp.victims.rules.entitlement import Circumstances
from tests.journeys import burglary_of_the_evening
from tests.journeys.duties_of_the_evening import allowed
from tests.journeys.messages_of_the_evening import NUMBER, worker_once
from tests.journeys.world import Evening


def ring_the_yellow_phone() -> str:
    """Somebody lifts the yellow phone outside the Civic Offices."""
    by = Evening(now=clock.now(), made={}).who("winter")
    return ring(by=by, at=clock.now(), channel="HELP_POINT", point=ContactPoint.objects.earliest("pk").pk, silent=False)


def ring_from(number: str) -> str:
    """Somebody rings 999 from this number, just now."""
    by = Evening(now=clock.now(), made={}).who("winter")
    return ring(by=by, at=clock.now(), channel="999", caller_number=number)


def promises_of(record: str) -> list[dict[str, Any]]:
    """Kind, slot and state of every promise of a record."""
    return list(Promise.objects.filter(record=record).order_by("pk").values("kind", "slot", "state"))


def count_entries(event: str, record: str = "") -> int:
    """How many ledger entries of an event there are."""
    found = Entry.objects.filter(event=event)
    return found.filter(record=record).count() if record else found.count()


def telling(incident: int, step: str) -> int:
    """The number of the telling owed to an incident's victim about a step."""
    return Telling.objects.get(victim__incident=incident, step=step).pk


def last_incident() -> int:
    """The number of the incident logged last."""
    return Incident.objects.latest("pk").pk


def visits_of(detention: int) -> list[dict[str, Any]]:
    """Every visit to somebody, in the order in which they were written."""
    found = Visit.objects.filter(detention=detention).order_by("pk")
    names = ("kind", "words", "made_offline", "all_right")
    times = ("happened_at", "written_at")
    return [
        {**{name: getattr(one, name) for name in names}, **{name: getattr(one, name).isoformat() for name in times}}
        for one in found
    ]


def enrol_officer(user_name: str, name: str, collar: str, rank: str, grade: str, role: str, skill: str = "") -> int:
    """Somebody new with a role, who may sign in like the others; what an administrator does."""
    by = Evening(now=clock.now(), made={}).who("quill")
    made = enrol(
        by=by, at=clock.now(), user_name=user_name, name=name, title="SC" if grade else "", collar_number=collar,
        regular_rank=rank, special_grade=grade, password_hash=make_password(PASSWORD), is_demonstration=True,
    )  # fmt: skip
    number = int(made.partition(":")[2])
    grant(by=by, at=clock.now(), officer=number, role=role)
    if skill:
        record_skill(by=by, at=clock.now(), officer=number, skill=skill)
    return number


def harmed_at_home() -> dict[str, int]:
    """A call about abuse at home has just been taken, and its victim named; nothing was done for her yet."""
    reported = Reported(
        channel="999", kind="Domestic", opening_code="domestic", what="He pushed her and left", crime_related=True
    )
    harmed = Harmed(circumstances=Circumstances(domestic=True, age=41), given_names="Rosa", family_name="Delaney")
    evening = Evening(now=clock.now(), made={})
    incident = evening.do(take_report, 20, evening.who("marsh"), reported=reported, victim=harmed)
    return {"incident": incident, "victim": Victim.objects.get(incident=incident).pk}


def let_in(user_name: str, incident: int) -> None:
    """The specialist, who stands in until somebody has them, lets an officer on all that is restricted of a case."""
    evening = Evening(now=clock.now(), made={})
    for found in Restriction.objects.filter(incident=incident, lifted_at=None):
        officer, why = evening.who(user_name).number, "Goes to her tonight"
        evening.do(name_on, 0, evening.who("kerr"), record=found.record, officer=officer, why=why)


def domestic_at(incident: int) -> int:
    """The number of an incident's domestic record, 0 where it has none."""
    found = domestic_of(incident)
    return found.pk if found else 0


def harmed_in(domestic: int) -> int:
    """The number of the person harmed in a domestic record."""
    return DomesticIncident.objects.get(pk=domestic).victim.person_id


def alert(user_name: str, about: str) -> str:
    """Something of an officer's is due: asked for, and sent to their devices by the real push service's client."""
    by, at = Evening(now=clock.now(), made={}).who(user_name), clock.now()
    _due(by=by, at=at, about=about)
    while push_next(WebPush(), at=clock.now()):
        pass
    return str(Push.objects.latest("asked_at").state)


@action
def _due(*, by: Acting, at: datetime, about: str, key: str | None = None) -> int:
    write(AGAIN, "message:1", facts={"channel": "text"})
    return push_to(by.number, occasion=Occasion.ALARM, about=about, news=f"test:{about}", at=at)


def last_special() -> int:
    """The number of the last application."""
    return Special.objects.latest("pk").pk


def crew_a_unit(call_sign: str, officers: list[int]) -> int:
    """A unit of that call sign with exactly this crew from now on: made where there is none, else crewed anew."""
    by, at = Evening(now=clock.now(), made={}).who("winter"), clock.now()
    unit = Unit.objects.filter(call_sign=call_sign).first()
    if unit is None:
        made = add_unit(by=by, at=at, call_sign=call_sign, kind="response", lon=-0.27, lat=51.655,
                        settlement="Borehamwood")  # fmt: skip
        unit = Unit.objects.get(pk=int(made.partition(":")[2]))
    else:
        stand_down(by=by, at=at, unit=unit.pk)
    crew_unit(by=by, at=at, unit=unit.pk, officers=officers, until=at + timedelta(hours=4))
    return unit.pk


def she_says(person: int, ways: list[str]) -> str:
    """Somebody says anew how they may be reached."""
    by = Evening(now=clock.now(), made={}).who("sutter")
    return set_safe_contact(by=by, at=clock.now(), person=person, ways=ways, source="Her own words", number=NUMBER)


def work_the_messages() -> list[str]:
    """The worker handles what waits, with a provider that takes everything: what it took."""
    taken: list[str] = []
    while worker_once(taken) == "handled":
        pass
    return taken


def message(number: int) -> dict[str, Any]:
    """State and trouble of a message."""
    return Message.objects.values("state", "trouble").get(pk=number)


def swaps_allowed(giver: str, taker: str) -> list[dict[str, Any]]:
    """The swaps between two officers that every rule allows: day, number and words of each duty."""
    roster = Roster.objects.get(state="published")
    found = allowed(roster, giver, taker, at=clock.now())
    rows = PlannedDuty.objects.in_bulk([one for pair in found for one in pair])
    names = ("gives", "takes")
    return [
        {name: {"pk": one, "day": rows[one].day.isoformat(), "shift": rows[one].shift}
         for name, one in zip(names, pair, strict=True)} for pair in found
    ]  # fmt: skip


def give_leave(user_name: str, day: str) -> str:
    """A planner enters a day of leave that was granted elsewhere."""
    by, first = Evening(now=clock.now(), made={}), date.fromisoformat(day)
    away = AwayDays(officer=Officer.objects.get(user_name=user_name).pk, kind=Away.LEAVE, first=first, last=first)
    return enter_away(away=[away], by=by.who("holt"), at=clock.now())[0]


def duties_on(user_name: str, days: list[str]) -> list[list[str]]:
    """Day and shift of what an officer is on duty for on some days, and what put it there."""
    found = PlannedDuty.objects.filter(
        officer__user_name=user_name, day__in=days, kind="duty", roster__state="published"
    )
    return [[one.day.isoformat(), one.shift, one.source] for one in found.order_by("day")]


def told(user_name: str) -> list[str]:
    """What an officer was told of their duties, newest first."""
    return list(DutyNotice.objects.filter(officer__user_name=user_name).order_by("-pk").values_list("words", flat=True))


_ALL = (
    enrol_officer,
    alert,
    domestic_at,
    harmed_at_home,
    harmed_in,
    let_in,
    last_special,
    crew_a_unit,
    give_leave,
    swaps_allowed,
    duties_on,
    told,
    ring_the_yellow_phone,
    ring_from,
    promises_of,
    count_entries,
    telling,
    last_incident,
    visits_of,
    she_says,
    work_the_messages,
    message,
    *burglary_of_the_evening.ORDERS,
)
ORDERS = {each.__name__: each for each in _ALL}
