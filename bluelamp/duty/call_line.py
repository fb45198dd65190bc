"""Reading calls from the published roster: who is next in line, and which are over and not written yet."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef

from bluelamp.deadlines.instants import local_day
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.models import Absence, OfficerSkill, PlannedDuty, Post, Roster, TimeEntry
from bluelamp.duty.published import as_duty
from bluelamp.duty.rules.calling_out import Candidate, in_line
from bluelamp.duty.rules.cover import CoverUnit
from bluelamp.duty.rules.duties import Duty, force_day, holds
from bluelamp.duty.rules.establishment import INSIDE_ONLY
from bluelamp.places.law_in_force import law_of

NEAR, BACK = timedelta(days=3), timedelta(days=28)
"""The duties around now that say who has had their rest and who works tomorrow; how far back calls are looked for."""


def next_in_line(unit: str, at: datetime, *, tried: Collection[int]) -> int | None:
    """Who is called next for a unit, nobody who was tried; None where nobody is left. Four statements."""
    rows = PlannedDuty.objects.filter(roster__state=Roster.State.PUBLISHED, during__overlap=(at - NEAR, at + NEAR))
    duties: dict[int, list[Duty]] = defaultdict(list)
    for row in rows.order_by("pk"):
        duties[row.officer_id].append(as_duty(row))
    day, wanted = local_day(at), cover_in_force().units.get(unit)
    absent = set(
        Absence.objects.filter(state=Absence.State.GRANTED, first__lte=day, last__gte=day).values_list(
            "officer_id", flat=True
        )
    )
    posts = Post.objects.filter(officer__in=duties, is_special=False, officer__is_active=True).order_by("pk")
    fit = _trained(posts.values_list("officer_id", flat=True), wanted, at)
    found = [
        Candidate(
            officer=post.officer_id, unit=post.unit, duties=duties[post.officer_id], away=post.officer_id in absent,
            fits=post.officer_id in fit and not (wanted and wanted.outside and INSIDE_ONLY in post.restricted),
        )
        for post in posts
    ]  # fmt: skip
    return next((one for one in in_line(unit, found, at=at, law=law_of("duty")) if one not in tried), None)


def _trained(officers: Collection[int], unit: CoverUnit | None, at: datetime) -> set[int]:
    """Those who hold what the unit's duties ask for."""
    if unit is None or not unit.asks:
        return set(officers)
    held = OfficerSkill.objects.filter(officer__in=officers, skill=unit.asks).values_list("officer_id", "expires")
    return {number for number, last in held if holds({unit.asks: last}, unit.asks, on=local_day(at))}


def calls_over(at: datetime) -> list[int]:
    """The calls of published rosters that are over and in nobody's account of time yet, for as long as the process that
    writes them may have stood still. Who was away that day was not on call."""
    today = force_day(at, law_of("duty"))
    written = TimeEntry.objects.filter(officer=OuterRef("officer"), kind=TimeEntry.Kind.ON_CALL, day=OuterRef("day"))
    away = Absence.objects.filter(
        officer=OuterRef("officer"), state=Absence.State.GRANTED, first__lte=OuterRef("day"), last__gte=OuterRef("day")
    )
    calls = PlannedDuty.objects.filter(
        ~Exists(written), ~Exists(away), roster__state=Roster.State.PUBLISHED, kind=PlannedDuty.Kind.ON_CALL,
        day__lt=today, day__gte=today - BACK, during__endswith__lte=at,
    )  # fmt: skip
    return list(calls.values_list("pk", flat=True))
