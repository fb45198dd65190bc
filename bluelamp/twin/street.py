"""The street: crews come on and go off, dispatchers send by the same advice that the board shows, units travel."""

from datetime import timedelta

from bluelamp.access.acting import Acting
from bluelamp.calls.models import Incident
from bluelamp.compiled import Compiled, Given, fetch
from bluelamp.dispatch.actions import assigning
from bluelamp.dispatch.models import Assignment, Unit, UnitCrew
from bluelamp.dispatch.queries import advice
from bluelamp.dispatch.rules.choosing_a_unit import Choice
from bluelamp.dispatch.rules.unit_status import Status
from bluelamp.twin import arrests, control_room, recording, risk_care
from bluelamp.twin.cast import key_of
from bluelamp.twin.chance import around, between, minutes
from bluelamp.twin.running import Job, Running

SETS_OFF = (0.4, 1.6)
RECORDS_AFTER = (6, 22)
_LIVE = Compiled(
    lambda: (
        Assignment.objects.filter(pk=Given("assignment"), clear_at=None)
        .select_related("incident")
        .only("unit", "incident__opening_code", "at_scene_at", "drive_seconds_expected")
    )
)
_SENT = Compiled(lambda: Assignment.objects.filter(incident_id=Given("incident"), clear_at=None).values_list("pk"))


def look_for_a_unit(run: Running, incident: int) -> None:
    """Send the unit advised, or leave the incident waiting for one."""
    found = fetch(Incident, incident)
    job = run.jobs.get(incident)
    if job is None or found.state == Incident.State.CLOSED or not run.mine(found.ref):
        return
    if _enough(job, incident):
        run.waiting.pop(incident, None)
    elif not _send_one(run, job, found):
        run.waiting[incident] = f"{found.grade} {found.attend_due_at:%Y%m%d%H%M%S}" if found.attend_due_at else "G9"
    elif _enough(job, incident) or job.grade != "G1":
        run.waiting.pop(incident, None)
        if job.wanted > 1 and not _enough(job, incident):
            _send_one(run, job, found)
    else:
        _send_one(run, job, found)
        run.waiting.pop(incident, None)


def _enough(job: Job, incident: int) -> bool:
    if job.at_scene:
        return True
    return len(_SENT.ask(incident=incident)) >= job.wanted


def _send_one(run: Running, job: Job, incident: Incident) -> bool:
    """Whether a unit was sent; one taken from other work leaves that waiting again."""
    best = _advised(run, job, incident)
    if best is None or best.minutes is None:
        return False
    unit = run.cast.units.get(best.unit.call_sign)
    if unit is None or not run.mine(f"unit:{unit}"):
        return False
    live_work = Assignment.objects.filter(unit_id=unit, clear_at=None).values_list("incident_id", flat=True)
    left = live_work.first() if best.unit.job else None
    sent = run.do(
        assigning.assign,
        by=run.cast.of("dispatch", run.luck("dispatcher", incident.pk)),
        unit=unit,
        incident=incident.pk,
        drive_seconds=max(round(best.minutes * 60), 20),
        advice_rank=best.rank,
        why=best.words,
    )
    if sent is None:
        return False
    run.later(between(run.luck("sets off", key_of(sent)), *SETS_OFF), set_off, key_of(sent))
    if left:
        run.later(timedelta(seconds=30), look_for_a_unit, left)
    return True


def _advised(run: Running, job: Job, incident: Incident) -> Choice | None:
    """The best that the rule advises. A Scheduled incident waits until enough units are free."""
    able = [one for one in advice(incident, run.now) if one.rank is not None]
    if job.grade in ("G1", "G2"):
        return able[0] if able else None
    free = [one for one in able if one.unit.status is Status.FREE]
    enough = run.assumed.number("kept_free_for_scheduled") * run.units_share
    return free[0] if len(free) > enough else None


def serve_waiting(run: Running) -> None:
    """A unit is free: look again for those who wait, most urgent and soonest due first, while units are left."""
    for incident, _ in sorted(run.waiting.items(), key=lambda one: (one[1], one[0]))[:3]:
        if not Unit.objects.filter(status=Status.FREE).exists():
            return
        look_for_a_unit(run, incident)


def live(assignment: int) -> Assignment | None:
    """The assignment while it lasts, with the incident's code."""
    return _LIVE.first(assignment=assignment)


def crew_of(run: Running, unit: int) -> Acting:
    """The officer who speaks for a unit: the first of its crew who is of the twin's cast."""
    if not run.live and unit in run.crews:
        return run.crews[unit]
    crew = UnitCrew.objects.filter(unit_id=unit, during__contains=run.now).order_by("pk")
    for officer in crew.values_list("officer_id", flat=True):
        if officer in run.cast.by_officer:
            return run.cast.by_officer[officer]
    return run.cast.of("dispatch", run.luck("speaks", unit))


def set_off(run: Running, assignment: int) -> None:
    """The crew travels."""
    found = live(assignment)
    if found is None or not run.mine(f"unit:{found.unit_id}"):
        return
    if run.do(assigning.en_route, by=crew_of(run, found.unit_id), unit=found.unit_id):
        luck = run.luck("drive", assignment)
        seconds = found.drive_seconds_expected * around(luck, 1.0, run.assumed.number("drive_spread"))
        run.later(timedelta(seconds=round(seconds)), arrive, assignment)


def arrive(run: Running, assignment: int) -> None:
    """The crew is at the scene, and does what is to be done there."""
    found = live(assignment)
    if found is None or found.at_scene_at or not run.mine(f"unit:{found.unit_id}"):
        return
    by = crew_of(run, found.unit_id)
    if not run.do(assigning.at_scene, by=by, unit=found.unit_id):
        return
    job, luck = run.jobs.get(found.incident_id), run.luck("scene", assignment)
    first = job is not None and not job.at_scene
    if job is not None and first:
        job.at_scene = True
        run.waiting.pop(found.incident_id, None)
        if job.domestic:
            risk_care.at_scene(run, found.incident_id, by)
        if job.crime and luck.random() < run.assumed.number("recorded_at_scene_share"):
            run.later(between(luck, *RECORDS_AFTER), recording.at_scene, job, by)
        if arrests.likely(run, job, luck):
            run.later(between(luck, 8, 25), arrests.arrest, job, assignment)
            return
    stay = minutes_at_scene(run, found.incident.opening_code) * (1.0 if first else 0.5)
    away = minutes(luck, *run.assumed.median("away_minutes"))
    run.later(minutes(luck, stay, 0.45) + away, leave, assignment)


def minutes_at_scene(run: Running, code: str) -> float:
    """The median minutes at scene of what an incident is about."""
    if code in run.assumed.crimes:
        return run.assumed.crimes[code].minutes
    return next((kind.minutes for kind in run.assumed.kinds if kind.code == code), 40.0)


def leave(run: Running, assignment: int) -> None:
    """The crew is clear: the next in the queue may have it, or its relief takes the car over."""
    found = live(assignment)
    if found is None:
        return
    if not run.mine(f"unit:{found.unit_id}"):
        run.later(timedelta(minutes=10), leave, assignment)
        return
    run.do(assigning.clear, by=crew_of(run, found.unit_id), unit=found.unit_id, result="Dealt with.")
    is_clear(run, found.incident_id)


def is_clear(run: Running, incident: int) -> None:
    """What follows when a unit is free again."""
    if not _SENT.ask(incident=incident):
        control_room.close_soon(run, incident)
    serve_waiting(run)
