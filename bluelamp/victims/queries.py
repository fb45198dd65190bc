"""Reading what victims need and are owed."""

from collections.abc import Iterable
from typing import Any

from django.db.models import FilteredRelation, Prefetch, Q, QuerySet

from bluelamp.cases.queries import last_tried
from bluelamp.owed.models import State
from bluelamp.owed.queries import of_records
from bluelamp.victims.models import (
    Asked,
    Assessment,
    Referral,
    RightsGiven,
    Statement,
    Telling,
    TrialAssessment,
    Victim,
    Views,
)
from bluelamp.victims.owed import BEFORE_TRIAL
from bluelamp.victims.rules.views import About


def victims_of(incident: int) -> QuerySet[Victim]:
    """The victims of an incident, with their persons."""
    return Victim.objects.filter(incident_id=incident).select_related("person").order_by("pk")


def victims_of_all(incidents: Iterable[int]) -> dict[int, list[Victim]]:
    """The victims of several incidents, by incident; one statement."""
    found: dict[int, list[Victim]] = {}
    for victim in Victim.objects.filter(incident_id__in=list(incidents)).select_related("person"):
        found.setdefault(victim.incident_id, []).append(victim)
    return found


def victims_among(incidents: Iterable[int | None]) -> list[Victim]:
    """The victims of these incidents, each once, with their persons; one statement, none where there is no incident."""
    numbers = {one for one in incidents if one}
    found = Victim.objects.filter(incident_id__in=numbers).select_related("person").order_by("pk") if numbers else ()
    return list(found)


def open_tellings(victim: int) -> QuerySet[Telling]:
    """What this victim has still to be told, the oldest first."""
    return Telling.objects.filter(victim_id=victim, told_at=None, opted_out_at=None).order_by("happened_at")


def victims_with_safe_contact(incident: int) -> list[Victim]:
    """The victims of an incident, each with `safe`, the safe contact in force or None; one statement."""
    return _each_with_safe(Victim.objects.filter(incident_id=incident).order_by("pk"), "person")


def victim_for_page(pk: int) -> Victim | None:
    """One victim for their record's page, with `safe` and everything kept of them; eleven statements."""
    kept: list[Any] = [
        Prefetch("assessments", Assessment.objects.order_by("-at")),
        Prefetch("trial_assessments", TrialAssessment.objects.order_by("-at")),
        Prefetch("views", Views.objects.order_by("-at")),
        Prefetch("rights_given", RightsGiven.objects.order_by("-at")),
        Prefetch("statements", Statement.objects.order_by("-version")),
        Prefetch("referrals", Referral.objects.order_by("-asked_at")),
        Prefetch("asked", Asked.objects.order_by("-asked_at")),
        Prefetch("tellings", Telling.objects.select_related("asked")),
    ]
    found = Victim.objects.filter(pk=pk).prefetch_related("attempts__officer", *kept)
    return next(iter(_each_with_safe(found, "person", "incident", "crime", "cares")), None)


def asked_of_the_court(victims: Iterable[Victim], case: int) -> dict[int, str]:
    """What each victim asks of the court in a case, as they said last, by number of the victim; one statement."""
    found = TrialAssessment.objects.filter(case_id=case, victim__in=list(victims)).order_by("at", "pk")
    return {one.victim_id: one.asked_for() for one in found}


def views_for(victims: Iterable[Victim], about: About, *, bail: int | None = None) -> dict[int, Views]:
    """What each victim said last about just this decision, by number of the victim; one statement.

    Of a change of bail only what was not used up by an earlier change of the same bail.
    """
    found = Views.objects.filter(victim__in=list(victims), about=about).order_by("at", "pk")
    if about is About.VARYING:
        found = found.filter(bail_id=bail or 0, weighed_at=None)
    return {one.victim_id: one for one in found}


def to_be_asked_before_trial(victims: Iterable[Victim], case: int) -> list[Victim]:
    """Those who were not asked yet what they need at the trial that is ahead; after one that ended, or was ended by an
    appeal, nobody was."""
    tried, found = last_tried(case), TrialAssessment.objects.filter(case_id=case)
    asked = set((found.filter(at__gt=tried) if tried else found).values_list("victim_id", flat=True))
    return [one for one in victims if one.pk not in asked]


def open_before_trial(victims: Iterable[Victim], case: int) -> dict[int, str]:
    """The slot of the open promise to ask each victim before the trial of this case, by number of the victim."""
    numbers = {one.ref: one.pk for one in victims}
    found = of_records(list(numbers)) if numbers else []
    return {
        numbers[one.record]: one.slot
        for one in found
        if one.kind == BEFORE_TRIAL.name and one.state == State.OPEN and one.slot.startswith(f"{case} ")
    }


def _each_with_safe(victims: QuerySet[Victim], *followed: str) -> list[Victim]:
    in_force = Q(person__safe_contacts__ended_at__isnull=True)
    joined: Any = victims.annotate(safe=FilteredRelation("person__safe_contacts", condition=in_force))
    found: list[Any] = list(joined.select_related(*followed, "safe"))
    for victim in found:
        victim.safe = getattr(victim, "safe", None)
    return found
