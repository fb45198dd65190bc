"""Every deadline of one custody record, with what was counted, what was not, and whether it was met."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bluelamp.custody import clocks
from bluelamp.custody.bails import period_of
from bluelamp.custody.models import Detention
from bluelamp.custody.owed.clocks import decision_by
from bluelamp.custody.rules import detention_clock, extensions, reviews, rights
from bluelamp.custody.rules.detention_clock import RelevantTime
from bluelamp.custody.rules.facts import Detention as Facts
from bluelamp.custody.rules.police_bail import investigation_review
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import spoken_day
from bluelamp.places.law_in_force import law_of


@dataclass(frozen=True, kw_only=True)
class Clock:
    """One deadline. `done_at`: when what it asks for was done; `bound`: a furthest limit, which nothing has to meet.

    `because` and `basis` are those of the deadline, or why there is none (not started, standing still).
    """

    key: str
    name: str
    deadline: Deadline | None
    because: tuple[str, ...] = ()
    basis: str = ""
    done_at: datetime | None = None
    done_words: str = ""
    bound: bool = False

    def late(self, at: datetime) -> bool:
        """Done after its time, or not done and the time is past. Overdue, never unlawful (PACE s.45(2))."""
        if self.bound or self.deadline is None:
            return False
        return self.deadline.overdue(self.done_at or at)


def overdue_of(found: Detention, at: datetime) -> list[Clock]:
    """The deadlines of this record that were not met."""
    return [each for each in clocks_of(found, at) if each.late(at)]


def relevant_time_of(found: Detention, at: datetime) -> RelevantTime:
    """From when the 24 hours run, with the row of s.41 it rests on; back on bail, from the arrival."""
    facts = found.as_facts_on_arrival()
    if facts.returned_at:
        mark = detention_clock.limit(detention=facts, law=law_of("custody"), at=at)
        because = mark.because[:-1] if mark else ()
        basis = "PACE s.47(6A)" if facts.arrested_for_breach else "PACE s.47(6)"
        return RelevantTime(at=facts.returned_at, because=because, basis=basis)
    return detention_clock.relevant_time(arrest=facts.arrest, law=law_of("custody"), at=at)


def clocks_of(found: Detention, at: datetime) -> list[Clock]:
    """All of them in the order of the work; worked out anew from the facts, at release where the record is closed."""
    when = found.released_at or at
    return [
        *_desk(found),
        *_detention(found, when),
        *_reviews(found, when),
        *_warrants(found, when),
        *_afterwards(found, at),
    ]


def _clock(key: str, name: str, deadline: Deadline, done_at: datetime | None = None, done_words: str = "",
           *, bound: bool = False) -> Clock:  # fmt: skip
    return Clock(key=key, name=name, deadline=deadline, because=deadline.because, basis=deadline.basis,
                 done_at=done_at, done_words=done_words, bound=bound)  # fmt: skip


def _desk(found: Detention) -> Iterator[Clock]:
    if found.first_station_at < found.arrived_at and found.on_bail is None:
        station = detention_clock.designated_station(first_station_at=found.first_station_at, law=law_of("custody"))
        yield _clock("designated_station", "At a designated station", station, found.arrived_at, "arrived")
    decided = found.authorised_at or found.refused_at
    words = "authorised" if found.authorised_at else "not authorised"
    yield _clock("decision", "Decision on detention", decision_by(found), decided, words)


def _detention(found: Detention, at: datetime) -> Iterator[Clock]:
    facts, law = found.as_facts(), law_of("custody")
    first = detention_clock.limit(detention=facts, law=law, at=at)
    if first is None:
        why = relevant_time_of(found, at)
        yield Clock(key="limit", name="24 hours", deadline=None, because=why.because, basis=why.basis)
        return
    ended = found.charged_at or found.released_at
    words = "charged" if found.charged_at else "released"
    now = detention_clock.current_limit(detention=facts, law=law, at=at) or first
    longer = now.due != first.due
    yield _clock("limit_24" if longer else "limit", "24 hours", first, ended, words, bound=longer)
    if longer:
        name = "Warrant of further detention" if facts.warrants else "Superintendent's authority"
        yield _clock("limit", f"{name}: charge or release", now, ended, words)
    for key, name, rule in (
        ("limit_36", "36 hours, the furthest without a court", detention_clock.extended_limit),
        ("limit_96", "96 hours, the furthest of any warrant", detention_clock.greatest_limit),
    ):
        bound = rule(detention=facts, law=law, at=at)
        if bound:
            yield _clock(key, name, bound, bound=True)
    yield from _window(found, facts, at)


def _window(found: Detention, facts: Facts, at: datetime) -> Iterator[Clock]:
    kind = found.kind_of_offence()
    done = tuple(each.done_at for each in found.reviews_done())
    asked = extensions.Extending(detention=facts, kind_of_offence=kind, reviews_done=done)
    if kind == "summary":
        words = "The offence is summary only: detention cannot go beyond 24 h."
        yield Clock(key="window", name="Extension by a superintendent", deadline=None, because=(words,),
                    basis="PACE s.42(1)(b)", bound=True)  # fmt: skip
        return
    window = extensions.window(extending=asked, law=law_of("custody"), at=at)
    if window is None:
        return
    opens = window.opens.because if window.opens else ("Not open yet: the second review has not been done.",)
    yield Clock(key="window", name="Extension by a superintendent: until", deadline=window.closes,
                because=(*opens, *window.closes.because), basis="PACE s.42(4)", bound=True)  # fmt: skip


def _reviews(found: Detention, at: datetime) -> Iterator[Clock]:
    if found.authorised_at is None:
        return
    done = found.reviews_done()
    due = reviews.due(reviewing=clocks.reviewing(found), law=law_of("custody"), at=at)
    for n, each in enumerate(due, start=1):
        if n <= len(done):
            yield _clock(f"review_{n}", f"Review {n}", each, done[n - 1].done_at, "done")
        elif found.released_at is None or each.overdue(found.released_at):
            yield _clock(f"review_{n}", f"Review {n}", each)


def _warrants(found: Detention, at: datetime) -> Iterator[Clock]:
    facts, law = found.as_facts(), law_of("custody")
    for each in found.applications.all() if found.warrants or found.warrant_asked_at else ():
        if each.issued_at:
            end = detention_clock.warrant_end(detention=facts, warrant=each.as_facts(), law=law, at=at)
            yield _clock(f"warrant_{each.n}", f"Warrant {each.n} ends", end, bound=True)
    delay = rights.delay_ends(detention=facts, law=law, at=at)
    if delay:
        yield _clock("rights", "A delay of rights ends at the latest", delay, bound=True)


def _afterwards(found: Detention, at: datetime) -> Iterator[Clock]:
    if found.released_at is None:
        return
    for bail in found.bails.select_related("arrest").prefetch_related("pauses"):
        period = period_of(bail, at)
        name = f"Bail, granted {spoken_day(bail.granted_at)}, ends"
        yield Clock(key=f"bail_{bail.pk}", name=name, deadline=period.ends, because=period.because,
                    basis=period.basis, done_at=bail.ended_at, done_words="ended", bound=True)  # fmt: skip
    under = getattr(found, "investigation", None)
    if under:
        due = investigation_review(since=under.reviewed_at or under.released_at, law=law_of("custody"))
        yield _clock("investigation", "Supervisor's review, under investigation", due, under.ended_at, "ended",
                     bound=True)  # fmt: skip
