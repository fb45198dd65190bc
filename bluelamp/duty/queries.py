"""Reading duty: who is on, who is on call, who is trained for what."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Q, QuerySet

from bluelamp.duty.models import OfficerSkill, PatrolStatus, Tour


def on_duty(at: datetime) -> QuerySet[Tour]:
    """Tours of duty that run at `at`, with officer and team."""
    return _running(at, Tour.Kind.DUTY)


def on_call(at: datetime) -> QuerySet[Tour]:
    """Tours of being on call that run at `at`, with officer and team."""
    return _running(at, Tour.Kind.ON_CALL)


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


def _running(at: datetime, kind: str) -> QuerySet[Tour]:
    return Tour.objects.filter(kind=kind, during__contains=at).select_related("officer", "team")
