"""Builders for the street: officers at work, units with crews, incidents with a grade. Everybody is invented."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.middleware import acting_as
from bluelamp.access.models import Officer, RoleGrant
from bluelamp.calls.actions.contacts import ring
from bluelamp.calls.grades import Assessment
from bluelamp.calls.models import Incident
from bluelamp.calls.rules.grading import Sign, Stated
from bluelamp.calls.rules.thrive import Rationale
from bluelamp.dispatch.actions.units import crew_unit
from bluelamp.dispatch.models import Unit
from bluelamp.duty.models import OfficerSkill
from bluelamp.journeys.actions.report import Harmed, Reported, take_report

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
THRIVE = Rationale(
    threat="A man at the door",
    harm="None yet",
    risk="He may come back",
    investigation="A neighbour saw him",
    vulnerability="None known",
    engagement="Wants an officer",
)
SIX = vars(THRIVE)
BOREHAMWOOD = {"lon": -0.272, "lat": 51.6575, "settlement": "Borehamwood", "place_words": "Shenley Road, Borehamwood"}


@contextmanager
def at(moment: datetime) -> Iterator[datetime]:
    with clock.set_to(moment):
        yield moment


def an_officer(user_name: str = "winter", *roles: str, rank: str = "") -> Officer:
    """An account with roles; without any, all that a dispatcher and an officer on the street may do."""
    officer = Officer.objects.create(user_name=user_name, name=user_name.title(), enrolled_at=NOON, regular_rank=rank)
    for role in roles or ("dispatcher", "response_officer", "contact_handler"):
        RoleGrant.objects.create(officer=officer, role=role, granted_by="officer:1", granted_at=NOON)
    return officer


def who(user_name: str = "winter", *roles: str) -> Acting:
    found = Officer.objects.filter(user_name=user_name).first()
    return acting_as(found or an_officer(user_name, *roles))


def an_incident(by: Acting, moment: datetime = NOON, **facts: Any) -> Incident:
    """One report, graded G1 unless `grade` says otherwise. `victim` is a Harmed, `signs` what was stated."""
    grade, signs, victim = facts.pop("grade", "G1"), facts.pop("signs", (Sign.VIOLENCE,)), facts.pop("victim", None)
    said = {"channel": "999", "kind": "Violence, happening now", "opening_code": "violence", "what": "He hits her."}
    reported = Reported(**{**said, "where": BOREHAMWOOD, **facts})
    assessed = Assessment(stated=Stated(signs=frozenset(signs)), thrive=THRIVE, grade=grade, reason="Decided here")
    with at(moment):
        ref = take_report(by=by, at=moment, reported=reported, assessed=assessed, victim=victim)
    return Incident.objects.get(pk=number(ref))


def a_unit(by: Acting, call_sign: str = "43", crew: int = 2, moment: datetime = NOON, **facts: Any) -> Unit:
    """A unit with a crew of response drivers, free, near Borehamwood."""
    where = {"lon": -0.28, "lat": 51.66, "base_lon": -0.28, "base_lat": 51.66, "settlement": "Borehamwood"}
    unit = Unit.objects.create(
        **{
            "call_sign": call_sign,
            "kind": "response",
            "positioned_at": moment,
            "status_since": moment,
            **where,
            **facts,
        }
    )
    officers = [an_officer(f"{call_sign}-{n}", "response_officer", rank="constable") for n in range(crew)]
    for officer in officers:
        OfficerSkill.objects.create(officer=officer, skill="response_driver")
    with at(moment):
        until = moment + timedelta(hours=8)
        crew_unit(by=by, at=moment, unit=unit.pk, officers=[each.pk for each in officers], until=until)
    unit.refresh_from_db()
    return unit


def a_ring(by: Acting, moment: datetime = NOON, **facts: Any) -> int:
    with at(moment):
        return number(ring(by=by, at=moment, **{"channel": "999", **facts}))


def number(ref: str) -> int:
    return int(ref.partition(":")[2])


__all__ = ["BOREHAMWOOD", "MINUTE", "NOON", "SIX", "THRIVE", "Harmed", "a_ring", "a_unit", "an_incident", "an_officer"]
