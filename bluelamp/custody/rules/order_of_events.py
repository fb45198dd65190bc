"""Times that cannot be: refused in words before anything is written."""

from dataclasses import dataclass
from datetime import datetime

from bluelamp.custody.rules.facts import HospitalVisit
from bluelamp.deadlines.instants import instant, spoken
from bluelamp.verdict import Verdict, allowed, every, refused

SOURCE = "Code C 2.1, 2.6: the custody record is accurate and timed"


@dataclass(frozen=True, kw_only=True)
class Events:
    """The times of one detention as far as they are known."""

    arrested_at: datetime
    arrived_at: datetime | None = None
    authorised_at: datetime | None = None
    reviews: tuple[datetime, ...] = ()
    visits: tuple[datetime, ...] = ()
    hospital: tuple[HospitalVisit, ...] = ()
    hospital_returns: tuple[datetime, ...] = ()
    charged_at: datetime | None = None
    released_at: datetime | None = None


def possible(*, events: Events, at: datetime) -> Verdict:
    """Whether these times can all be true at the instant `at`; every impossible one is named."""
    named = _named(events)
    return every(*_future(named, at), *_order(events), *_hospital(events), *_after_release(events, named))


def _named(events: Events) -> list[tuple[str, str, datetime]]:
    single = (
        ("arrest", "arrested_at", events.arrested_at),
        ("arrival", "arrived_at", events.arrived_at),
        ("authorisation", "authorised_at", events.authorised_at),
        ("charge", "charged_at", events.charged_at),
        ("release", "released_at", events.released_at),
    )
    found = [(name, field, when) for name, field, when in single if when is not None]
    found += [("a review", "reviews", when) for when in events.reviews]
    found += [("a visit", "visits", when) for when in events.visits]
    found += [("leaving for hospital", "hospital", visit.left_at) for visit in events.hospital]
    return found + [("the return from hospital", "hospital", v.returned_at) for v in events.hospital if v.returned_at]


def _future(named: list[tuple[str, str, datetime]], at: datetime) -> list[Verdict]:
    return [
        refused(f"The time of {name}, {spoken(when)}, has not come yet.", SOURCE, field=field)
        for name, field, when in named
        if instant(when) > instant(at)
    ]


def _order(events: Events) -> list[Verdict]:
    start = events.authorised_at or events.arrived_at
    pairs: list[tuple[str, str, datetime | None, str, datetime | None]] = [
        ("Arrival", "arrived_at", events.arrived_at, "the arrest", events.arrested_at),
        ("Authorisation", "authorised_at", events.authorised_at, "arrival", events.arrived_at),
        ("Charge", "charged_at", events.charged_at, "arrival", events.arrived_at),
        ("Release", "released_at", events.released_at, "the arrest", events.arrested_at),
        *(("A review", "reviews", each, "detention was authorised", events.authorised_at) for each in events.reviews),
        *(("A visit", "visits", each, "detention was authorised", start) for each in events.visits),
    ]
    found = [_not_before(*pair) for pair in pairs]
    return [*found, *_needs_before(events)]


def _not_before(what: str, field: str, when: datetime | None, than: str, earlier: datetime | None) -> Verdict:
    if when is None or earlier is None or instant(when) >= instant(earlier):
        return allowed()
    return refused(f"{what} at {spoken(when)} is before {than}, {spoken(earlier)}.", SOURCE, field=field)


def _needs_before(events: Events) -> list[Verdict]:
    found = []
    if events.authorised_at and events.arrived_at is None:
        found.append(refused("Detention is authorised with no arrival recorded.", SOURCE, field="arrived_at"))
    if events.reviews and events.authorised_at is None:
        found.append(refused("A review with no authorised detention to review.", "PACE s.40(3)", field="reviews"))
    if list(events.reviews) != sorted(events.reviews):
        found.append(refused("Reviews are not in order of time.", "PACE s.40(3)", field="reviews"))
    return found


def _hospital(events: Events) -> list[Verdict]:
    found = [_not_before("The return from hospital", "hospital", v.returned_at, "leaving", v.left_at)
             for v in events.hospital]  # fmt: skip
    for visit in events.hospital:
        end = visit.returned_at
        found += [
            refused("Questioning at hospital outside the visit.", SOURCE, field="hospital")
            for asked in visit.questioned
            if asked.began_at < visit.left_at or (end and asked.ended_at > end) or asked.ended_at < asked.began_at
        ]
    for earlier, later in zip(events.hospital, events.hospital[1:], strict=False):
        if earlier.returned_at is None or instant(later.left_at) < instant(earlier.returned_at):
            words = "A second hospital visit begins before the return from the first."
            found.append(refused(words, SOURCE, field="hospital"))
    return found + [_departed(events, each) for each in events.hospital_returns]


def _departed(events: Events, returned: datetime) -> Verdict:
    if any(visit.returned_at is None and visit.left_at <= returned for visit in events.hospital):
        return allowed()
    return refused(f"A return from hospital at {spoken(returned)} without a departure.", SOURCE, field="hospital")


def _after_release(events: Events, named: list[tuple[str, str, datetime]]) -> list[Verdict]:
    if events.released_at is None:
        return []
    return [
        refused(
            f"The time of {name}, {spoken(when)}, is after release, {spoken(events.released_at)}.", SOURCE, field=field
        )
        for name, field, when in named
        if instant(when) > instant(events.released_at)
    ]
