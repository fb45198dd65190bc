"""Arrests at the scene, the place asked of a suite, and the journey."""

from datetime import timedelta
from random import Random

from bluelamp.access.acting import Acting
from bluelamp.custody.actions.arresting import How
from bluelamp.custody.actions.arresting import Offence as Suspected
from bluelamp.custody.actions.slots import answer_slot, ask_slot
from bluelamp.custody.going_there import suites_for
from bluelamp.custody.models import Arrest
from bluelamp.custody.rules.arrest import Arresting, Necessity
from bluelamp.custody.rules.escorting import Escorting
from bluelamp.dispatch.actions.units import report_position
from bluelamp.dispatch.models import Assignment, Unit
from bluelamp.journeys.actions.arrest import arrive_at_suite, make_arrest, set_out_for_suite
from bluelamp.people.actions.persons import add_person
from bluelamp.places.graph import minutes_to_suite
from bluelamp.places.models import Suite
from bluelamp.places.rules.points import Point
from bluelamp.twin import detainees, names, recording, street, victim_care
from bluelamp.twin.assumptions import Offence
from bluelamp.twin.cast import key_of
from bluelamp.twin.chance import around, between
from bluelamp.twin.outcomes import names_an_offender
from bluelamp.twin.running import Job, Running

STOP = "stop"
GROUNDS = Arresting(
    suspicion="Named or described by a witness, and found at the scene.",
    necessity=(
        Necessity(
            code="prompt_and_effective_investigation", grounds="Questions and searches cannot wait for a later day."
        ),
    ),
    voluntary_considered=True,
    voluntary_why="Would not come to a station of their own accord and could speak to others first.",
)
MAY_ARREST = "custody.arrest"


def likely(run: Running, job: Job, luck: Random) -> bool:
    """Whether the crew at the scene makes an arrest, by what it is about and the outcome of the record."""
    chance = luck.random()
    if job.code in run.assumed.crimes:
        share = run.assumed.crimes[job.code].arrest
        factor = run.assumed.number("arrest_factor_with_outcome") if names_an_offender(job.outcome) else 1.0
        return chance < min(share * factor, 0.95)
    a_day = run.assumed.number("arrests_elsewhere_a_day") / run.assumed.number("officer_incidents_a_day")
    return job.code == STOP and chance < a_day


def _offence(run: Running, job: Job, luck: Random) -> Offence:
    subject = run.assumed.crimes.get(job.code) or next(kind for kind in run.assumed.kinds if kind.code == job.code)
    chance = run.luck("offence", job.incident).random() if job.crime else luck.random()
    return recording.offence_of(subject, chance)


def arrest(run: Running, job: Job, assignment: int) -> None:
    """Arrest somebody at the scene; where that is not possible the crew goes on as usual."""
    live = street.live(assignment)
    if live is None or not run.mine(live.unit.ref, live.incident.ref):
        return
    luck, by = run.luck("arrest", assignment), street.crew_of(run, live.unit_id)
    if not by.may(MAY_ARREST):
        street.leave(run, assignment)
        return
    person = suspect(run, luck, by)
    offence = _offence(run, job, luck)
    made = run.do(
        make_arrest,
        by=by,
        person=person,
        incident=job.incident,
        officer=by.number,
        offence=Suspected(code=offence.code, words=offence.words, tried=offence.tried, domestic=job.domestic),
        grounds=GROUNDS,
        how=How(
            place_words=live.incident.place_words, appears_under_18=luck.random() < run.assumed.number("child_share")
        ),
    )
    if made is None:
        street.leave(run, assignment)
        return
    victim_care.plan(run, job.incident)
    run.later(between(luck, 2, 6), ask, key_of(made), assignment)


def suspect(run: Running, luck: Random, by: object) -> int | None:
    """Enter a suspect. One in six is a woman."""
    given, family, sex = names.person(luck, woman=luck.random() < 0.165)
    made = run.do(add_person, by=by, given_names=given, family_name=family, answers={"sex": sex})
    return key_of(made) if made else None


def ask(run: Running, arrest_number: int, assignment: int) -> None:
    """Ask the suite that stands first for a place."""
    live = street.live(assignment)
    if live is None or not run.mine(live.unit.ref, f"arrest:{arrest_number}"):
        return
    made_of = Arrest.objects.select_related("person", "incident").get(pk=arrest_number)
    best = next((one for one in suites_for(made_of, at=run.now) if one.verdict.allowed), None)
    if best is None:
        run.later(timedelta(minutes=15), ask, arrest_number, assignment)
        return
    suite = Suite.objects.get(name=best.suite.name)
    luck, by = run.luck("asks", arrest_number), street.crew_of(run, live.unit_id)
    eta = run.now + timedelta(minutes=best.suite.drive_minutes + 10)
    made = run.do(ask_slot, by=by, arrest=arrest_number, suite=suite.pk, eta=eta)
    if made:
        run.later(between(luck, 1, 8), hear, key_of(made), arrest_number, assignment, suite.pk)


def hear(run: Running, slot: int, arrest_number: int, assignment: int, suite: int) -> None:
    """The suite answers; the crew sets out, or asks again."""
    keeper = run.cast.keeper(Suite.objects.get(pk=suite).key, run.luck("answers", slot))
    if not run.mine(f"arrest:{arrest_number}"):
        return
    if run.do(answer_slot, by=keeper, slot=slot, accepted=True):
        run.later(between(run.luck("sets out", slot), 2, 10), set_out, arrest_number, assignment, suite)
    else:
        run.do(answer_slot, by=keeper, slot=slot, accepted=False, why="No cell is free.")
        run.later(timedelta(minutes=10), ask, arrest_number, assignment)


def escorting(by: Acting, unit: Unit) -> Escorting:
    """What a crew of two writes of an ordinary journey."""
    return Escorting(
        crew=(by.name, f"The other officer of {unit.call_sign}"),
        risk="None known.",
        searched=True,
        search_words="Nothing found.",
        sex_considered=True,
        with_adults=False,
        vehicle=unit.call_sign,
    )


def set_out(run: Running, arrest_number: int, assignment: int, suite: int) -> None:
    """Drive to the suite."""
    live = street.live(assignment)
    if live is None or not run.mine(live.unit.ref):
        return
    by = street.crew_of(run, live.unit_id)
    if run.do(set_out_for_suite, by=by, arrest=arrest_number, unit=live.unit_id, escorting=escorting(by, live.unit)):
        there = Suite.objects.get(pk=suite)
        luck = run.luck("to the suite", arrest_number)
        drive = minutes_to_suite(Point(live.unit.lat, live.unit.lon), there.key)
        spread = around(luck, 1.0, run.assumed.number("drive_spread"))
        run.later(timedelta(minutes=drive * spread), hand_over, arrest_number, assignment, suite)


def hand_over(run: Running, arrest_number: int, assignment: int, suite: int) -> None:
    """Arrive: the custody record opens, and the crew is free again where it now is."""
    live = street.live(assignment)
    if live is None or not run.mine(f"arrest:{arrest_number}"):
        return
    there = Suite.objects.get(pk=suite)
    by = street.crew_of(run, live.unit_id)
    run.do(report_position, by=by, unit=live.unit_id, lon=there.lon, lat=there.lat)
    keeper = run.cast.keeper(there.key, run.luck("books in", arrest_number))
    made = run.do(arrive_at_suite, by=keeper, arrest=arrest_number, suite=suite)
    if made:
        stay = detainees.stay_of(run, run.luck("stay", key_of(made)))
        detainees.arrived(run, key_of(made), there.key, stay)
        street.is_clear(run, live.incident_id)


def of_the_arrest(assignment: Assignment) -> Arrest | None:
    """The arrest that keeps a unit at its incident, where there is one whose person has not arrived."""
    found = Arrest.objects.filter(incident_id=assignment.incident_id, detentions=None, dearrested_at=None)
    return found.order_by("-pk").first()
