"""Reading contacts and incidents: what rings, what is open, who has called before."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import BooleanField, DateTimeField, IntegerField, Q, QuerySet, TextField
from django.db.models.expressions import RawSQL

from bluelamp.calls.models import Contact, Incident
from bluelamp.calls.rules.numbering import day_of, read
from bluelamp.compiled import Compiled, Given

YEAR = timedelta(days=365)
_SHOWN = 3


def open_incidents() -> QuerySet[Incident]:
    """Every open incident, most urgent grade first, within it the soonest due; those not graded yet come first."""
    return Incident.objects.filter(state=Incident.State.OPEN).order_by("grade", "attend_due_at", "pk")


def contacts_now(at: datetime) -> list[Contact]:
    """What rings now, and what was answered within the hour before `at`, longest ago first; one statement."""
    rings = Q(answered_at__isnull=True, abandoned_at__isnull=True)
    lately = Q(answered_at__gte=at - timedelta(hours=1))
    found = Contact.objects.filter(rings | lately, test=False).select_related("point").defer("written")
    return list(found.order_by("rang_at", "pk"))


def ringing() -> list[Contact]:
    """What waits for an answer: callers on a line first, then what is written, each the longest first."""
    waiting = Contact.objects.filter(answered_at__isnull=True, abandoned_at__isnull=True).defer("written")
    found = waiting.select_related("point").order_by("rang_at", "pk")
    return sorted(found, key=lambda contact: not contact.is_voice)


def in_hand(officer: int) -> Contact | None:
    """The contact this officer has answered and not yet made an incident of, or ended."""
    mine = Contact.objects.filter(answered_by=officer, ended_at__isnull=True, incident__isnull=True)
    return mine.select_related("point").order_by("answered_at").first()


def incident_numbered(text: str) -> Incident | None:
    """The incident whose number is typed as it is shown, such as "412 of 22 Nov 2026"; None where there is none."""
    number = read(text)
    return Incident.objects.filter(day=number.day, serial=number.serial).first() if number else None


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


_DOMESTIC = "'domestic_abuse' = ANY(qualifiers)"
_COUNTS = {
    "before": "count(*) OVER ()",
    "before_domestic": f"count(*) FILTER (WHERE {_DOMESTIC}) OVER ()",
    "before_no_crime": f"count(*) FILTER (WHERE {_DOMESTIC} AND state = 'closed' AND NOT crime_related) OVER ()",
}
_SINCE = Given("since", DateTimeField())


def _counted(which: str, *given: Given) -> QuerySet[Incident]:
    counts = {name: RawSQL(sql, [], IntegerField()) for name, sql in _COUNTS.items()}
    found = Incident.objects.filter(RawSQL(which, given, BooleanField())).annotate(**counts)
    return found.order_by("-received_at")[:_SHOWN]


_BY_NUMBER = Compiled(
    lambda: _counted(
        "id IN (SELECT incident_id FROM calls_contact WHERE caller_number = %s AND rang_at >= %s)",
        Given("number", TextField()),
        _SINCE,
    )
)
_AT = Compiled(
    lambda: _counted(
        "upper(place_words) = upper(%s) AND received_at >= %s AND %s IN ('', lsoa)",
        Given("words", TextField()),
        _SINCE,
        Given("lsoa", TextField()),
    )
)


def before_by_number(number: str, *, at: datetime) -> Before:
    """Incidents of contacts from this number in the 12 months before `at`; one statement (C13)."""
    said = number.strip()
    return _before(_BY_NUMBER.ask(number=said, since=at - YEAR)) if said else Before()


def before_at(words: str, *, lsoa: str = "", at: datetime) -> Before:
    """Incidents at the same place, by its words within its area, in the 12 months before `at`; one statement (C13)."""
    said = " ".join(words.split())
    return _before(_AT.ask(words=said, since=at - YEAR, lsoa=lsoa)) if said else Before()


def _before(rows: list[Incident]) -> Before:
    """All are counted by the database, only those to be shown are fetched."""
    if not rows:
        return Before()
    counted: Any = rows[0]  # every row carries the counts
    return Before(
        count=counted.before, last=tuple(rows), domestic=counted.before_domestic, no_crime=counted.before_no_crime
    )


def incident(number: int) -> Incident | None:
    """The incident with this key, with its caller."""
    return Incident.objects.filter(pk=number).select_related("caller").first()


def of_day(day: date) -> QuerySet[Incident]:
    """The incidents numbered on a local day."""
    return Incident.objects.filter(day=day).order_by("serial")
