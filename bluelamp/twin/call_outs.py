"""Calls out: now and then the desk needs somebody who is on call; they answer, or the next in line is called."""

from datetime import date, timedelta

from bluelamp.access.acting import Acting
from bluelamp.deadlines.instants import start_of_day
from bluelamp.duty.actions.calling_out import answer_call_out, call_out, no_answer
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.models import CallOut
from bluelamp.twin.cast import key_of
from bluelamp.twin.chance import about, between, minutes
from bluelamp.twin.running import Running

RINGS_FOR = timedelta(minutes=8)
"""How long the desk waits before it calls the next in line."""
WHY = {
    "investigation": "A serious assault: a detective is needed at the scene.",
    "domestic-abuse": "A partner was arrested and there are children in the home.",
    "roads": "A collision with serious injuries.",
    "public-protection": "A child is in police protection.",
    "command": "A decision that an inspector takes in person.",
}
ELSE = "More people are needed than are on duty."


def plan_day(run: Running, day: date) -> None:
    """Plan the calls out of one local day, spread like the calls of the public."""
    luck, first = run.luck("call outs", day), day.weekday() * 24
    for place in range(about(luck, run.assumed.number("call_outs_a_day"))):
        hour = luck.choices(range(24), run.assumed.curve[first : first + 24])[0]
        at = start_of_day(day) + timedelta(hours=hour, seconds=luck.randrange(3600))
        if at >= run.now:
            run.at(at, call, f"{day}:{place}")


def call(run: Running, key: str) -> None:
    """The duty inspector or a dispatcher calls out who is on call for a unit."""
    luck = run.luck("call out", key)
    units = [one.key for one in cover_in_force().units.values() if any(need.call for need in one.needs)]
    unit, by = luck.choice(units), _desk(run, key)
    made = run.do(call_out, by=by, unit=unit, why=WHY.get(unit, ELSE))
    if made:
        ring(run, key_of(made))


def ring(run: Running, number: int) -> None:
    """Who was called acknowledges after some minutes, or does not hear it."""
    luck = run.luck("hears", number)
    if luck.random() < run.assumed.number("call_out_answered_share"):
        run.later(minutes(luck, *run.assumed.median("call_out_minutes")), acknowledge, number)
    else:
        run.later(RINGS_FOR, pass_on, number)


def acknowledge(run: Running, number: int) -> None:
    """They say that they are coming; one whom the twin does not act for says it through the desk."""
    found = _waiting(run, number)
    if found:
        by = run.cast.by_officer.get(found.officer_id) or _desk(run, number)
        run.do(answer_call_out, by=by, call_out=number, coming=True)


def pass_on(run: Running, number: int) -> None:
    """Nobody answered: the next in line is called."""
    if _waiting(run, number):
        made = run.do(no_answer, by=_desk(run, number), call_out=number)
        if made:
            ring(run, key_of(made))


def resume(run: Running) -> None:
    """Take up the calls out that wait for an answer."""
    for number in CallOut.objects.filter(state=CallOut.State.CALLED).order_by("pk").values_list("pk", flat=True):
        run.later(between(run.luck("resumed", "call out", number), 1, 5), acknowledge, number)


def _waiting(run: Running, number: int) -> CallOut | None:
    found = CallOut.objects.filter(pk=number, state=CallOut.State.CALLED).first()
    return found if found and run.mine(found.ref) else None


def _desk(run: Running, about_it: object) -> Acting:
    luck = run.luck("desk", "call out", about_it)
    inspector = run.cast.inspectors and luck.random() < 0.5
    return luck.choice(run.cast.inspectors) if inspector else run.cast.of("dispatch", luck)
