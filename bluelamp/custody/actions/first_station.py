"""A station without cells reached first, and why the way to a suite took long (P3, P4)."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.custody.before_a_suite import at_station
from bluelamp.custody.events.escorts import AT_STATION, WAY_EXPLAINED
from bluelamp.custody.keeping import lock, say
from bluelamp.custody.models import Arrest
from bluelamp.custody.rules.arrest import may_go_elsewhere_first
from bluelamp.deadlines.instants import spoken
from bluelamp.ledger.actions.writing import action, write
from bluelamp.places.models import Station
from bluelamp.verdict import Refused, insist, refused


@action
def reach_station(
    *,
    by: Acting,
    at: datetime,
    arrest: int,
    station: int,
    why: str,
    reached_at: datetime | None = None,
    reason_late: str = "",
    key: str | None = None,
) -> str:
    """Somebody arrested is at a station that is not designated: the 24 hours and the 6 hours to a suite run now.

    What happened is written, however unwise; the reason is the law's (PACE s.30(3), (6), (10), (11), s.41(2)(d)).
    """
    require(by, "custody.arrest")
    made = Arrest.objects.select_for_update(of=("self",)).select_related("person").get(pk=arrest)
    place, when = Station.objects.get(pk=station), reached_at or at
    _possible(made, place, when)
    insist(may_go_elsewhere_first(necessary_now=True, reason=why))
    at_station(made, place, when, why.strip())
    about = (made.person.ref,)
    facts = {"station": place.name, "at_station": when.isoformat()}
    write(AT_STATION, record=made.ref, about=about, occurred_at=when, reason=reason_late, facts=facts,
          words={"why": why})  # fmt: skip
    return made.ref


def _possible(made: Arrest, place: Station, when: datetime) -> None:
    if made.dearrested_at:
        raise Refused(refused("This person was de-arrested on the way.", "PACE s.30(7)"))
    if made.first_station_at:
        words = f"They reached {made.first_station} {spoken(made.first_station_at)}: that is the first station."
        raise Refused(refused(words, "PACE s.41(2)"))
    if made.detentions.exists():
        raise Refused(refused("They are at a suite already: write it with the arrival there.", "PACE s.41(2)"))
    if place.designated:
        words = f"{place.name} is a designated station: write the arrival at its suite."
        raise Refused(refused(words, "PACE s.30(2)", field="station"))
    if when < made.arrested_at:
        words = f"At the station before the arrest, {spoken(made.arrested_at)}."
        raise Refused(refused(words, "Order of events", field="reached_at"))


@action
def explain_way(*, by: Acting, at: datetime, detention: int, why: str, key: str | None = None) -> str:
    """The reason why the way from the arrest to the suite took long (PACE s.30(10), (11))."""
    require(by, "custody.book_in", "custody.arrest")
    found = lock(detention)
    if not why.strip():
        raise Refused(refused("Say why the way took long.", "PACE s.30(11)", field="why"))
    if found.arrest is None:
        raise Refused(refused("There was no arrest before this detention.", "PACE s.30(11)"))
    made = Arrest.objects.select_for_update(of=("self",)).get(pk=found.arrest.pk)
    made.delay_why = why.strip()
    made.save(update_fields=["delay_why"])
    say(WAY_EXPLAINED, found, words={"why": why})
    return found.ref
