"""Whom to send: every unit ranked or refused, in words. Nothing is ever sent by this rule: a person decides."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bluelamp.deadlines.law import Law
from bluelamp.dispatch.rules.cover import Standing, cover
from bluelamp.dispatch.rules.unit_status import Status
from bluelamp.verdict import Verdict, allowed, refused

DOMESTIC_TRAINED = "domestic_abuse"
_SKILL_WORDS = {
    "domestic_abuse": "DA trained",
    "method_of_entry": "can force a door",
    "taser": "Taser",
    "roads": "roads trained",
    "dog": "dog",
    "search": "search trained",
    "first_aid_enhanced": "enhanced first aid",
}
TRAINED = frozenset({"officer_safety", "first_aid"})
"""Skills that a special holds in date on every deployment (S3). A force answers for its regular officers itself."""
_CAN_BE_SENT = frozenset({Status.FREE, Status.ASSIGNED, Status.ACKNOWLEDGED, Status.EN_ROUTE})
_TRAVELLING = frozenset({Status.ASSIGNED, Status.ACKNOWLEDGED, Status.EN_ROUTE})


class PatrolStatus(StrEnum):
    """A special constable's patrol status; REGULAR for everyone else (S3)."""

    REGULAR = "regular"
    IN_TRAINING = "in_training"
    ACCOMPANIED = "accompanied"
    DIRECTED = "directed"
    INDEPENDENT = "independent"


@dataclass(frozen=True, kw_only=True)
class Member:
    """One officer of a crew. `officer` false for a PCSO, who cannot be the one officer of a crew."""

    name: str
    officer: bool = True
    response_driver: bool = False
    skills: frozenset[str] = frozenset()
    patrol: PatrolStatus = PatrolStatus.REGULAR


@dataclass(frozen=True, kw_only=True)
class Unit:
    """One unit now. `minutes` is the drive, None when its position is not known.

    `free_in`: minutes until it is free, 0 when it is, None when nobody can say. `job` is the number of the incident
    it has, `job_above` true when that one has a higher or equal grade, `job_late_by` the minutes by which it would be
    late if the unit were taken away (0: still in time). `off_the_ground`: why it is not available, in words.
    """

    call_sign: str
    status: Status
    minutes: float | None
    settlement: str
    crew: tuple[Member, ...]
    free_in: int | None = 0
    job: str = ""
    job_above: bool = False
    job_late_by: int = 0
    off_the_ground: str = ""
    in_borough: bool = True


@dataclass(frozen=True, kw_only=True)
class Job:
    """What the incident needs. `immediate`: graded G1; `supervised`: a sergeant is on the same incident."""

    number: str
    immediate: bool = False
    domestic: bool = False
    skills: frozenset[str] = frozenset()
    two_officers: bool = False
    supervised: bool = False


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One unit with its place (1 is best; None when refused), the drive in minutes and the reasons in words."""

    unit: Unit
    rank: int | None
    minutes: float | None
    words: str
    verdict: Verdict


def choose(law: Law, *, job: Job, units: Iterable[Unit], on: date) -> tuple[Choice, ...]:
    """Every unit: those that may go, best first, then those refused with the reason; never sends anyone (X5).

    Rank is drive minutes plus documented minutes (`dispatch.weigh.*`) for a skill missing, no response driver to an
    immediate, an incident left waiting and a settlement left with nobody.
    """
    found = tuple(units)
    verdicts = {unit.call_sign: may_go(job=job, unit=unit) for unit in found}
    able = sorted(
        (unit for unit in found if verdicts[unit.call_sign].allowed),
        key=lambda unit: (_weight(law, job, unit, found, on), unit.call_sign),
    )
    ranked = [
        Choice(unit=u, rank=n, minutes=u.minutes, words=_reasons(law, job, u, found, on), verdict=verdicts[u.call_sign])
        for n, u in enumerate(able, start=1)
    ]
    return (*ranked, *_turned_down(found, verdicts))


def may_go(*, job: Job, unit: Unit) -> Verdict:
    """Whether this unit may be sent alone to this job, with the first reason against it (S3, force policy)."""
    checks = (_can_be_sent(job, unit), _known_place(unit), _crew_stands(job, unit), _enough_officers(job, unit))
    return next((verdict for verdict in checks if not verdict.allowed), allowed())


def _can_be_sent(job: Job, unit: Unit) -> Verdict:
    if unit.off_the_ground:
        return refused(f"Not available: {unit.off_the_ground}.", "Duty state")
    if unit.job == job.number:
        return refused("Already assigned to this incident.", "One live assignment per unit")
    if unit.status not in _CAN_BE_SENT:
        at_job = f" {unit.job}" if unit.job else ""
        return refused(f"In another place: {unit.status.words}{at_job}.", "One live assignment per unit")
    if unit.job and unit.job_above:
        return refused(f"Travelling to {unit.job}, which is as urgent or more.", "Grade policy C7")
    return allowed()


def _known_place(unit: Unit) -> Verdict:
    if not unit.in_borough:
        return refused("Out of the borough.", "Force policy")
    if unit.minutes is None:
        return refused("Position not known: ask where it is.", "Force policy")
    return allowed()


def _crew_stands(job: Job, unit: Unit) -> Verdict:
    if not any(member.officer for member in unit.crew):
        return refused("No officer in the crew.", "Police Reform Act 2002 Sch. 3B")
    experienced = [m for m in unit.crew if m.officer and m.patrol in (PatrolStatus.REGULAR, PatrolStatus.INDEPENDENT)]
    held_back = [m for m in unit.crew if m.patrol in (PatrolStatus.IN_TRAINING, PatrolStatus.ACCOMPANIED)]
    if held_back and not experienced:
        return refused(f"{held_back[0].name} may patrol only with an experienced officer.", "Special patrol status S3")
    lapsed = [m for m in unit.crew if m.patrol is not PatrolStatus.REGULAR and not m.skills >= TRAINED]
    if lapsed:
        words = f"{lapsed[0].name}: officer safety or first aid training is not in date."
        return refused(words, "Special patrol status S3")
    directed = [m for m in unit.crew if m.patrol is PatrolStatus.DIRECTED]
    if directed and not experienced and not job.supervised:
        return refused(f"{directed[0].name} may patrol only under direction.", "Special patrol status S3")
    return allowed()


def _enough_officers(job: Job, unit: Unit) -> Verdict:
    officers = sum(member.officer for member in unit.crew)
    if officers >= 2 or not (job.domestic or job.two_officers):
        return allowed()
    what = "a domestic" if job.domestic else "this incident"
    return refused(f"Not alone: single crew to {what}. May join another unit as second.", "Force policy 4.2")


def _missing(job: Job, unit: Unit) -> frozenset[str]:
    held = frozenset().union(*(member.skills for member in unit.crew)) if unit.crew else frozenset()
    return _wanted(job) - held


def _wanted(job: Job) -> frozenset[str]:
    return job.skills | ({DOMESTIC_TRAINED} if job.domestic else frozenset())


def _response_driver(unit: Unit) -> bool:
    return any(member.response_driver for member in unit.crew)


def _weight(law: Law, job: Job, unit: Unit, units: tuple[Unit, ...], on: date) -> float:
    def minutes(key: str) -> float:
        return law.value(f"dispatch.weigh.{key}", on=on).span.total_seconds() / 60

    weight = (unit.minutes or 0) + minutes("missing_skill") * len(_missing(job, unit))
    if job.immediate and not _response_driver(unit):
        weight += minutes("no_response_driver")
    if unit.job:
        weight += minutes("leaves_waiting") + unit.job_late_by
    if unit.settlement and not _left_behind(law, unit, units, on):
        weight += minutes("leaves_nobody")
    return weight


def _left_behind(law: Law, unit: Unit, units: tuple[Unit, ...], on: date) -> tuple[str, ...]:
    others = [
        Standing(call_sign=each.call_sign, settlement=each.settlement, free_in=each.free_in)
        for each in units
        if each.call_sign != unit.call_sign and not each.off_the_ground
    ]
    return cover(law, settlements=[unit.settlement], units=others, on=on)[0].call_signs


def _reasons(law: Law, job: Job, unit: Unit, units: tuple[Unit, ...], on: date) -> str:
    parts = [_who(job, unit), _waiting(unit), _leaves(law, unit, units, on)]
    return " ".join(f"{part}." for part in parts if part)


def _who(job: Job, unit: Unit) -> str:
    facts = ["response driver" if _response_driver(unit) else "standard driver"]
    facts += [_skill(skill) for skill in sorted(_wanted(job) - _missing(job, unit))]
    facts += [f"not {_skill(skill)}" for skill in sorted(_missing(job, unit))]
    if not unit.job:
        facts.append({1: "free", 2: "both free"}.get(len(unit.crew), "all free"))
    sentence = ", ".join(facts)
    return sentence[0].upper() + sentence[1:]


def _skill(skill: str) -> str:
    return _SKILL_WORDS.get(skill, skill.replace("_", " "))


def _waiting(unit: Unit) -> str:
    if not unit.job or unit.status not in _TRAVELLING:
        return ""
    late = f": late by {unit.job_late_by} min" if unit.job_late_by else ", still in time"
    return f"Would leave {unit.job} waiting{late}"


def _leaves(law: Law, unit: Unit, units: tuple[Unit, ...], on: date) -> str:
    if not unit.settlement:
        return ""
    left = _left_behind(law, unit, units, on)
    return f"Leaves {unit.settlement} covered by {left[0]}" if left else f"Leaves {unit.settlement} with nobody"


def _turned_down(units: tuple[Unit, ...], verdicts: dict[str, Verdict]) -> list[Choice]:
    down = [unit for unit in units if not verdicts[unit.call_sign].allowed]
    down.sort(key=lambda unit: (unit.minutes is None, unit.minutes or 0, unit.call_sign))
    return [
        Choice(unit=u, rank=None, minutes=u.minutes, words=verdicts[u.call_sign].words, verdict=verdicts[u.call_sign])
        for u in down
    ]
