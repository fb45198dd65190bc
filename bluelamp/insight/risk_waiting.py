"""Risk that waits, domestic or stalked, for the commander: unassessed by age; second looks; what the meetings carry."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q

from bluelamp.deadlines.instants import local_day
from bluelamp.safeguarding.models import Meeting
from bluelamp.safeguarding.queries import unassessed, unassessed_alone, unlooked

BANDS = ((4, "Under 4 hours"), (12, "4 to 12 hours"), (24, "12 to 24 hours"))
OLDEST = "Over 24 hours"


@dataclass(frozen=True, kw_only=True)
class Load:
    """One multi-agency meeting to come: its day, cases, and actions of earlier ones that are still to be done."""

    day: date
    cases: int
    undone: int


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """Incidents not assessed by how long ago they were reported, those that wait for a second look, the meetings."""

    by_age: tuple[tuple[str, int], ...]
    second_looks: int
    meetings: tuple[Load, ...]

    @property
    def unassessed(self) -> int:
        return sum(count for _, count in self.by_age)


def waiting(at: datetime) -> Waiting:
    """As it stands now; four statements."""
    raised = unassessed().values_list("raised_at", flat=True)
    opened = unassessed_alone().values_list("opened_at", flat=True)
    ages = Counter(_band(at - one) for one in (*raised, *opened))
    return Waiting(
        by_age=tuple((words, ages[words]) for words in (*(words for _, words in BANDS), OLDEST)),
        second_looks=unlooked().count(),
        meetings=tuple(_meetings(at)),
    )


def _band(age: timedelta) -> str:
    return next((words for hours, words in BANDS if age < timedelta(hours=hours)), OLDEST)


def _meetings(at: datetime) -> list[Load]:
    undone = Q(cases__actions__done_at=None, cases__actions__isnull=False)
    found = Meeting.objects.annotate(
        carried=Count("cases", distinct=True), undone=Count("cases__actions", filter=undone, distinct=True)
    )
    shown = found.filter(Q(day__gte=local_day(at)) | Q(undone__gt=0)).order_by("day")
    return [Load(day=one.day, cases=one.carried, undone=one.undone) for one in shown]
