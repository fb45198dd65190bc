"""What may be done about units at an incident now: whom to send, ranked, and what a unit there may do next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core import signing
from django.urls import reverse

from bluelamp.access.acting import Acting
from bluelamp.access.offers import Offer
from bluelamp.access.permissions_check import may
from bluelamp.calls.models import Incident
from bluelamp.dispatch.models import Unit
from bluelamp.dispatch.queries import OnTheStreet, advice, board_units
from bluelamp.dispatch.rules.choosing_a_unit import Choice
from bluelamp.dispatch.rules.unit_status import Status, may_move
from bluelamp.verdict import Verdict

_SALT = "dispatch.choice"
_STEPS = (
    (Status.ACKNOWLEDGED, "acknowledge", "has heard it"),
    (Status.EN_ROUTE, "en_route", "sets out"),
    (Status.AT_SCENE, "at_scene", "is at scene"),
)


@dataclass(frozen=True, kw_only=True)
class Advised:
    """What was advised about one unit, as it comes back with the form: nobody can change it on the way."""

    unit: int
    incident: int
    call_sign: str
    rank: int | None
    seconds: int
    first: str
    seen_on: str

    @property
    def token(self) -> str:
        return signing.dumps(list(vars(self).values()), salt=_SALT)


@dataclass(frozen=True, kw_only=True)
class Sendable:
    """One unit as the board offers it. `token` is "" where it is refused."""

    unit: Unit
    rank: int | None
    minutes: float | None
    words: str
    verdict: Verdict
    token: str = ""
    seen_on: str = ""


def advised(token: str) -> Advised | None:
    """What a token says; None for one that is not ours."""
    try:
        unit, incident, call_sign, rank, seconds, first, seen_on = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError):
        return None
    return Advised(
        unit=unit,
        incident=incident,
        call_sign=call_sign,
        rank=rank,
        seconds=seconds,
        first=first,
        seen_on=seen_on,
    )


def whom_to_send(
    incident: Incident, *, at: datetime, street: Sequence[OnTheStreet] | None = None
) -> tuple[Sendable, ...]:
    """Every unit in the order of the advice, those refused last, each with what its form sends."""
    found = board_units(at) if street is None else list(street)
    by_call_sign = {each.unit.call_sign: each for each in found}
    choices = advice(incident, at, found)
    first = next((choice.unit.call_sign for choice in choices if choice.rank == 1), "")
    return tuple(_sendable(choice, by_call_sign[choice.unit.call_sign], incident, first) for choice in choices)


def _sendable(choice: Choice, each: OnTheStreet, incident: Incident, first: str) -> Sendable:
    unit, token = each.unit, ""
    seen_on = each.assignment.ref if each.assignment else ""
    if choice.rank:
        token = Advised(
            unit=unit.pk,
            incident=incident.pk,
            call_sign=unit.call_sign,
            rank=choice.rank,
            seconds=round((choice.minutes or 0) * 60),
            first=first,
            seen_on=seen_on,
        ).token
    return Sendable(
        unit=unit,
        rank=choice.rank,
        minutes=choice.minutes,
        words=choice.words,
        verdict=choice.verdict,
        token=token,
        seen_on=seen_on,
    )


def offers(incident: Incident, *, by: Acting, sent: Sequence[OnTheStreet]) -> list[Offer]:
    """Sending another unit, and the next step of each unit that is assigned."""
    if incident.state != Incident.State.OPEN:
        return []
    send = Offer(
        label="Send another unit" if sent else "Send a unit",
        url=reverse("dispatch:send", args=[incident.pk]),
        note="Ranked by drive time and skill",
        verdict=may(by, "dispatch.assign"),
    )
    return [send, *(offer for each in sent for offer in _next_steps(each.unit, by))]


def _next_steps(unit: Unit, by: Acting) -> list[Offer]:
    allowed_to = may(by, "dispatch.status")
    before = Status(unit.status)
    steps = [
        Offer(
            label=f"{unit.call_sign} {words}", url=reverse("dispatch:status", args=[unit.pk, verb]), verdict=allowed_to
        )
        for after, verb, words in _STEPS
        if may_move(before=before, after=after, has_job=True).allowed
    ]
    clear = Offer(
        label=f"{unit.call_sign} is clear",
        url=reverse("dispatch:status", args=[unit.pk, "clear"]),
        note="Free for the next job",
        verdict=allowed_to,
    )
    return [*steps, clear]
