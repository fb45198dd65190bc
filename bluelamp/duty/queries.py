"""Reading duty: who is on, who is on call, who is trained for what."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, DateField, Exists, F, OuterRef, Q, QuerySet, Value

from bluelamp.compiled import Among, Compiled, Given
from bluelamp.duty.models import Absence, OfficerSkill, PatrolStatus, Tour
from bluelamp.duty.rules.planning import Away


def on_duty(at: datetime) -> QuerySet[Tour]:
    """Tours of duty that run at `at`, with officer and team."""
    return _running(at, Tour.Kind.DUTY)


def on_call(at: datetime) -> QuerySet[Tour]:
    """Tours of being on call that run at `at`, with officer and team."""
    return _running(at, Tour.Kind.ON_CALL)


def duty_ends(officer: int, *, at: datetime) -> datetime | None:
    """When the duty ends that this officer was on at `at`, as the roster has it; None where they were on none."""
    found = _running(at, Tour.Kind.DUTY).filter(officer=officer).first()
    return (found.booked_off_at or found.during.upper) if found else None


def gone(at: Any) -> Q:
    """Of rows with an officer and the time `during` which they are somewhere: whether the officer has booked off in
    that time, or was taken sick in it, so that they are no longer there whatever was planned."""
    began = OuterRef("during__startswith")
    off = Tour.objects.filter(officer=OuterRef("officer"), booked_off_at__lte=at, booked_off_at__gt=began)
    sick = Absence.objects.filter(
        officer=OuterRef("officer"), kind=Away.SICK.value, state=Absence.State.GRANTED,
        told_at__lte=at, told_at__gt=began, first__lte=F("told_at__date"),
    )  # fmt: skip
    return Exists(off) | Exists(sick)


def skills_of(officers: Iterable[int], *, on: date) -> dict[int, frozenset[str]]:
    """The skills each officer holds on the day `on`; those that ran out are left out."""
    held: dict[int, set[str]] = defaultdict(set)
    rows = OfficerSkill.objects.filter(Q(expires__isnull=True) | Q(expires__gte=on), officer_id__in=list(officers))
    for officer, skill in rows.values_list("officer_id", "skill"):
        held[officer].add(skill)
    return {officer: frozenset(skills) for officer, skills in held.items()}


def patrol_steps(officers: Iterable[int]) -> dict[int, str]:
    """The patrol status of those officers who are specials."""
    return dict(PatrolStatus.objects.filter(officer_id__in=list(officers)).values_list("officer_id", "step"))


@dataclass(frozen=True, kw_only=True)
class Training:
    """What one officer holds: skills on the day, and the patrol status of a special ("" for everyone else)."""

    skills: frozenset[str] = frozenset()
    patrol: str = ""


def _training() -> "QuerySet[Any, Any]":
    among = Among(F("officer_id"), Given("officers", ArrayField(BigIntegerField())))
    lasting = Q(expires__isnull=True) | Q(expires__gte=Given("on", DateField()))
    held = OfficerSkill.objects.filter(lasting, among).values_list("officer_id", "skill", Value(""))
    steps = PatrolStatus.objects.filter(among).values_list("officer_id", Value(""), "step")
    return held.union(steps, all=True)


_TRAINING: Compiled[tuple[int, str, str]] = Compiled(_training)


def training_of(officers: Iterable[int], *, on: date) -> dict[int, Training]:
    """Skills and patrol status together, for boards; one statement."""
    skills: dict[int, set[str]] = defaultdict(set)
    patrol: dict[int, str] = {}
    for officer, skill, step in _TRAINING.ask(officers=list(officers), on=on):
        if step:
            patrol[officer] = step
        else:
            skills[officer].add(skill)
    return {
        number: Training(skills=frozenset(skills.get(number, ())), patrol=patrol.get(number, ""))
        for number in skills.keys() | patrol.keys()
    }


def _running(at: datetime, kind: str) -> QuerySet[Tour]:
    return Tour.objects.filter(kind=kind, during__contains=at).select_related("officer", "team")
