"""Reading domestic incidents: one for its page, those unassessed by age, and what came before."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from bluelamp.access.models import Officer
from bluelamp.access.roles import holders
from bluelamp.custody.models import Arrest
from bluelamp.people.models import Person
from bluelamp.people.queries import kept_addresses
from bluelamp.safeguarding.models import ChildInvolved, DomesticIncident

YEAR = timedelta(days=365)


def domestic_for_page(pk: int) -> DomesticIncident | None:
    """One domestic incident with all that its page shows; six statements."""
    rows = DomesticIncident.objects.select_related("incident", "victim__person", "suspect", "owner")
    return rows.prefetch_related(
        "assessments__officer", "assessments__looked_by", "children__person", "children__notice", "referrals__body",
        "plans",
    ).filter(pk=pk).first()  # fmt: skip


def domestic_of(incident: int) -> DomesticIncident | None:
    """The domestic record of an incident, if it is one."""
    return DomesticIncident.objects.filter(incident_id=incident).select_related("owner", "victim__person").first()


def unassessed() -> QuerySet[DomesticIncident]:
    """Every domestic incident that nobody has assessed, the oldest first."""
    waiting = DomesticIncident.objects.filter(assessed_at=None, ended_at=None)
    return waiting.select_related("incident", "owner").order_by("raised_at", "pk")


def unlooked() -> QuerySet[DomesticIncident]:
    """Those whose newest assessment waits for a supervisor, the oldest first."""
    waiting = DomesticIncident.objects.filter(
        ended_at=None, assessments__looked_at=None, assessments__isnull=False, assessments__grade__in=("medium", "high")
    )
    return waiting.select_related("incident", "owner").distinct().order_by("assessed_at", "pk")


def supervisors() -> QuerySet[Officer]:
    """Who may agree to a grade below the threshold: those whose role allows a second look."""
    roles = [role.key for role in holders("safeguarding.second_look")]
    held = Officer.objects.filter(grants__role__in=roles, grants__withdrawn_at=None, is_active=True)
    return held.distinct().order_by("name")


def arrested_at(incident: int) -> list[Person]:
    """Who was arrested for an incident: the likely suspect, to be confirmed by whoever knows."""
    return [one.person for one in Arrest.objects.filter(incident_id=incident).select_related("person")]


def of_people(people: Collection[int], *, but: int = 0) -> QuerySet[DomesticIncident]:
    """Domestic incidents in which any of these people is the one harmed or the other, the newest first."""
    part = Q(victim__person__in=people) | Q(suspect__in=people)
    found = DomesticIncident.objects.filter(part, ended_at=None).exclude(pk=but)
    return found.select_related("incident", "owner").order_by("-raised_at")


def kept_from(suspect: int) -> list[str]:
    """Every new address kept in force of those harmed, and of children, in a domestic incident with this suspect."""
    found = DomesticIncident.objects.filter(suspect=suspect)
    harmed = found.filter(victim__isnull=False).values_list("victim__person_id", flat=True)
    children = ChildInvolved.objects.filter(domestic__suspect=suspect).values_list("person_id", flat=True)
    return kept_addresses(of={*harmed, *children})


def attended_before(found: DomesticIncident, *, at: datetime) -> int:
    """How many domestic incidents with the same person harmed there were in the 12 months to `at`, this one too."""
    if found.victim is None:
        return 1
    before = DomesticIncident.objects.filter(
        victim__person=found.victim.person_id, raised_at__gt=at - YEAR, ended_at=None
    )
    return max(1, before.count())
