"""Reading what victims need and are owed."""

from collections.abc import Iterable

from django.db.models import QuerySet

from bluelamp.victims.models import Telling, Victim


def victims_of(incident: int) -> QuerySet[Victim]:
    """The victims of an incident, with their persons."""
    return Victim.objects.filter(incident_id=incident).select_related("person").order_by("pk")


def victims_of_all(incidents: Iterable[int]) -> dict[int, list[Victim]]:
    """The victims of several incidents, by incident; one statement."""
    found: dict[int, list[Victim]] = {}
    for victim in Victim.objects.filter(incident_id__in=list(incidents)).select_related("person"):
        found.setdefault(victim.incident_id, []).append(victim)
    return found


def open_tellings(victim: int) -> QuerySet[Telling]:
    """What this victim has still to be told, the oldest first."""
    return Telling.objects.filter(victim_id=victim, told_at=None, opted_out_at=None).order_by("happened_at")
