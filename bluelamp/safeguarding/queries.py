"""Reading domestic incidents: one for its page, those unassessed by age, and what came before."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from bluelamp.custody.models import Arrest
from bluelamp.deadlines.instants import local_day
from bluelamp.people.models import NumberWarning, Person
from bluelamp.people.queries import kept_addresses
from bluelamp.places.models import AddressWarning
from bluelamp.safeguarding.models import ChildInvolved, DomesticIncident, Marker, Pathway
from bluelamp.safeguarding.pathway_files import pathways
from bluelamp.safeguarding.rules.pathways import named_by

YEAR = timedelta(days=365)


def domestic_for_page(pk: int) -> DomesticIncident | None:
    """One domestic incident with all that its page shows; six statements."""
    rows = DomesticIncident.objects.select_related("incident", "victim__person", "suspect", "owner")
    return rows.prefetch_related(
        "assessments__officer", "assessments__looked_by", "children__person", "children__notice", "referrals__body",
        "plans", "markers", "pathways__steps",
    ).filter(pk=pk).first()  # fmt: skip


def domestic_of(incident: int) -> DomesticIncident | None:
    """The domestic record of an incident, if it is one."""
    return DomesticIncident.objects.filter(incident_id=incident).select_related("owner", "victim__person").first()


def unassessed() -> QuerySet[DomesticIncident]:
    """Every domestic incident that nobody has assessed, the oldest first."""
    waiting = DomesticIncident.objects.filter(assessed_at=None, ended_at=None)
    return waiting.select_related("incident", "owner").order_by("raised_at", "pk")


def unassessed_alone() -> QuerySet[Pathway]:
    """Every open pathway without a domestic record whose risk nobody has assessed, the oldest first."""
    waiting = Pathway.objects.filter(domestic=None, assessed_at=None, closed_at=None)
    return waiting.select_related("incident", "owner").order_by("opened_at", "pk")


def alone_at(incident: int) -> list[Pathway]:
    """The open pathways of an incident that stand alone."""
    rows = Pathway.objects.filter(incident=incident, domestic=None, closed_at=None)
    return list(rows.select_related("owner").order_by("pk"))


def called_by(incident: int, *, at: datetime, **named: str) -> list[str]:
    """Keys of the pathways that a kind of call or an offence names, but for those opened at this incident before.

    One that was closed was closed by a supervisor: a person may open it anew, a word does not.
    """
    found = named_by(pathways=pathways().values(), on=local_day(at), **named)
    there = set(Pathway.objects.filter(incident=incident).values_list("kind", flat=True)) if found else set()
    return [one.key for one in found if one.key not in there]


def name_of(row: Pathway) -> str:
    """What a pathway is called in the force's edition in force."""
    told = pathways().get(row.kind)
    return told.name if told else row.kind


def unlooked() -> QuerySet[DomesticIncident]:
    """Those whose newest assessment waits for a supervisor, the oldest first."""
    waiting = DomesticIncident.objects.filter(
        ended_at=None, assessments__looked_at=None, assessments__isnull=False, assessments__grade__in=("medium", "high")
    )
    return waiting.select_related("incident", "owner").distinct().order_by("assessed_at", "pk")


def arrested_at(incident: int) -> list[Person]:
    """Who was arrested for an incident: the likely suspect, to be confirmed by whoever knows."""
    return [one.person for one in Arrest.objects.filter(incident_id=incident).select_related("person")]


def of_people(people: Collection[int], *, but: int = 0) -> QuerySet[DomesticIncident]:
    """Domestic incidents in which any of these people is the one harmed or the other, the newest first."""
    part = Q(victim__person__in=people) | Q(suspect__in=people)
    found = DomesticIncident.objects.filter(part, ended_at=None).exclude(pk=but)
    return found.select_related("incident", "owner").order_by("-raised_at")


def kept_of(found: DomesticIncident) -> list[str]:
    """Every new address kept in force of the person harmed and of the children of one domestic incident."""
    children = found.children.values_list("person_id", flat=True)
    return kept_addresses(of={*children, *([found.victim.person_id] if found.victim else [])})


def kept_on(row: Pathway) -> list[str]:
    """The same for a pathway, on a domestic record or alone."""
    return kept_of(row.domestic) if row.domestic else kept_addresses(of={row.victim.person_id} if row.victim else {})


def markers_of(found: DomesticIncident, *, at: datetime) -> list[dict[str, Any]]:
    """Warnings put on addresses and numbers from this record that are in force: what is marked, and the warning."""
    keys = {on: [one.warning for one in found.markers.all() if one.on == on] for on in Marker.On.values}
    live = {"ended_at": None, "expires_at__gt": at}
    numbers = NumberWarning.objects.filter(pk__in=keys[Marker.On.NUMBER], **live)
    addresses = AddressWarning.objects.filter(pk__in=keys[Marker.On.ADDRESS], **live)
    there: dict[tuple[str, int], tuple[str, NumberWarning | AddressWarning]] = {}
    there |= {("number", one.pk): (one.number, one) for one in numbers}
    there |= {("address", one.pk): (one.address, one) for one in addresses}
    marked = [(one, there.get((one.on, one.warning))) for one in found.markers.all()]
    return [{"pk": one.pk, "what": it[0], "warning": it[1]} for one, it in marked if it]


def pathways_of(found: DomesticIncident, *, at: datetime) -> list[dict[str, Any]]:
    """The pathways of a domestic incident, the newest first: name, steps answered, when the next is due."""
    told = pathways()
    rows = []
    for one in sorted(found.pathways.all(), key=lambda one: -one.pk):
        steps = list(one.steps.all())
        open_ = [each.due_at for each in steps if each.at is None]
        rows.append({
            "pk": one.pk, "name": told[one.kind].name if one.kind in told else one.kind, "closed_at": one.closed_at,
            "steps": len(steps), "answered": len(steps) - len(open_), "next": min(open_, default=None),
            "late": one.closed_at is None and any(due < at for due in open_),
        })  # fmt: skip
    return rows


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
