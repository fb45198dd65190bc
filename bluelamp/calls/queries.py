"""Reading contacts and incidents: what rings, what is open, who has called before."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from bluelamp.calls.models import Contact, Incident
from bluelamp.calls.rules.numbering import day_of

YEAR = timedelta(days=365)
_SHOWN = 3


def open_incidents() -> QuerySet[Incident]:
    """Every open incident, most urgent grade first, within it the soonest due; those not graded yet come first."""
    return Incident.objects.filter(state=Incident.State.OPEN).order_by("grade", "attend_due_at", "pk")


def contacts_now(at: datetime) -> list[Contact]:
    """What rings now, and what was answered within the hour before `at`, longest ago first; one statement."""
    rings = Q(answered_at__isnull=True, abandoned_at__isnull=True)
    lately = Q(answered_at__gte=at - timedelta(hours=1))
    return list(Contact.objects.filter(rings | lately, test=False).select_related("point").order_by("rang_at", "pk"))


def ringing() -> QuerySet[Contact]:
    """What rings now, the longest first."""
    waiting = Contact.objects.filter(answered_at__isnull=True, abandoned_at__isnull=True)
    return waiting.select_related("point").order_by("rang_at", "pk")


def in_hand(officer: int) -> Contact | None:
    """The contact this officer has answered and not yet made an incident of, or ended."""
    mine = Contact.objects.filter(answered_by=officer, ended_at__isnull=True, incident__isnull=True)
    return mine.select_related("point").order_by("answered_at").first()


def numbered(serial: int, *, at: datetime) -> Incident | None:
    """The latest incident with this serial within a week of `at`: today's, or one that still runs."""
    since = day_of(at) - timedelta(days=7)
    return Incident.objects.filter(serial=serial, day__gte=since, day__lte=day_of(at)).order_by("-day").first()


@dataclass(frozen=True, kw_only=True)
class Before:
    """What came before from one number or place: how many in 12 months, the last three, and how many domestic."""

    count: int = 0
    last: tuple[Incident, ...] = ()
    domestic: int = 0
    no_crime: int = 0


def before_by_number(number: str, *, at: datetime) -> Before:
    """Incidents of contacts from this number in the 12 months before `at`; one statement (C13)."""
    if not number.strip():
        return Before()
    numbers = Contact.objects.filter(caller_number=number.strip(), rang_at__gte=at - YEAR, incident__isnull=False)
    return _before(Incident.objects.filter(pk__in=numbers.values("incident")))


def before_at(words: str, *, lsoa: str = "", at: datetime) -> Before:
    """Incidents at the same place, by its words within its area, in the 12 months before `at`; one statement (C13)."""
    said = " ".join(words.split())
    if not said:
        return Before()
    found = Incident.objects.filter(received_at__gte=at - YEAR, place_words__iexact=said)
    return _before(found.filter(lsoa=lsoa) if lsoa else found)


def _before(found: QuerySet[Incident]) -> Before:
    rows = list(found.order_by("-received_at"))
    domestic = [row for row in rows if "domestic_abuse" in row.qualifiers]
    return Before(
        count=len(rows),
        last=tuple(rows[:_SHOWN]),
        domestic=len(domestic),
        no_crime=sum(row.state == Incident.State.CLOSED and not row.crime_related for row in domestic),
    )


def incident(number: int) -> Incident | None:
    """The incident with this key, with its caller."""
    return Incident.objects.filter(pk=number).select_related("caller").first()


def of_day(day: date) -> QuerySet[Incident]:
    """The incidents numbered on a local day."""
    return Incident.objects.filter(day=day).order_by("serial")
