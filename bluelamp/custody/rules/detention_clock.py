"""The detention clock: relevant time, then 24 h, 36 h and 96 h, with pauses and bail (PACE s.41 to s.44, s.47)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bluelamp.custody.rules import pauses
from bluelamp.custody.rules.facts import Arrest, Detention, Extension, Period, Warrant, Way
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.elapsed import in_words
from bluelamp.deadlines.instants import instant, local_day, spoken
from bluelamp.deadlines.law import Law


@dataclass(frozen=True, kw_only=True)
class RelevantTime:
    """From when the 24 hours run; `at` is None while the clock has not started."""

    at: datetime | None
    because: tuple[str, ...]
    basis: str


def relevant_time(*, arrest: Arrest, law: Law, at: datetime) -> RelevantTime:
    """The relevant time in every case of PACE s.41(2) to (5), as known at the instant `at`.

    Not started: no police station reached yet (a person arrested and taken straight to hospital too).
    """
    return _CASES[arrest.way](arrest, law, at)


def _from(moment: datetime | None, what: str, basis: str) -> RelevantTime:
    if moment is None:
        words = f"Not started: no time yet of {what}; a hospital is not a police station."
        return RelevantTime(at=None, because=(words,), basis=basis)
    words = f"Relevant time is {what}: {spoken(moment)}."
    return RelevantTime(at=instant(moment), because=(words,), basis=basis)


def _first_station(arrest: Arrest, _law: Law, _at: datetime) -> RelevantTime:
    return _from(arrest.first_station_at, "arrival at the first police station", "PACE s.41(2)(d)")


def _other_force(arrest: Arrest, law: Law, at: datetime) -> RelevantTime:
    if arrest.questioned:
        words = "arrival at the first police station, having been questioned in the area of arrest"
        return _from(arrest.first_station_at, words, "PACE s.41(3)(c), (2)(d)")
    return _capped(arrest, law, at, "detention.other_area_cap", arrest.arrested_at, "arrest")


def _abroad(arrest: Arrest, law: Law, at: datetime) -> RelevantTime:
    return _capped(arrest, law, at, "detention.abroad_cap", arrest.entered_at, "entry into England and Wales")


def _wanted_elsewhere(arrest: Arrest, law: Law, at: datetime) -> RelevantTime:
    if arrest.questioned:
        words = "arrival at the first police station, having been questioned there about this offence"
        return _from(arrest.first_station_at, words, "PACE s.41(2)(d), (5)")
    return _capped(
        arrest, law, at, "detention.wanted_elsewhere_cap", arrest.left_area_at, "leaving the first place of detention"
    )


def _capped(arrest: Arrest, law: Law, at: datetime, key: str, start: datetime | None, what: str) -> RelevantTime:
    value = law.value(key, on=local_day(arrest.arrested_at))
    arrived = "arrival at the first police station in the area that wants the person"
    cap = instant(start) + value.span if start else None
    if arrest.area_station_at and (cap is None or instant(arrest.area_station_at) <= cap):
        return _from(arrest.area_station_at, arrived, value.source)
    if cap is None or (arrest.area_station_at is None and cap > at):
        return _from(None, f"{arrived}, nor {in_words(value.span)} since {what}", value.source)
    return _from(cap, f"{in_words(value.span)} after {what}, earlier than {arrived}", value.source)


def _voluntary(arrest: Arrest, _law: Law, _at: datetime) -> RelevantTime:
    return _from(arrest.arrested_at, "the arrest at the station", "PACE s.41(2)(c)")


def _street_bail(arrest: Arrest, _law: Law, _at: datetime) -> RelevantTime:
    return _from(arrest.first_station_at, "arrival at the station on answering street bail", "PACE s.41(2)(ca)")


def _further_arrest(arrest: Arrest, _law: Law, _at: datetime) -> RelevantTime:
    return _from(arrest.original_relevant_time, "that of the original arrest", "PACE s.41(4)")


_CASES: dict[Way, Callable[[Arrest, Law, datetime], RelevantTime]] = {
    Way.FIRST_STATION: _first_station,
    Way.OTHER_FORCE: _other_force,
    Way.ABROAD: _abroad,
    Way.VOLUNTARY: _voluntary,
    Way.STREET_BAIL: _street_bail,
    Way.FURTHER_ARREST: _further_arrest,
    Way.WANTED_ELSEWHERE: _wanted_elsewhere,
}


def law_day(arrest: Arrest) -> date:
    """The day whose law governs the detention: that of the arrest."""
    return local_day(arrest.arrested_at)


def limit(*, detention: Detention, law: Law, at: datetime) -> Deadline | None:
    """The 24 h limit without charge (PACE s.41(1)); None while the clock has not started."""
    return _limit(detention, law, at, "detention.limit")


def extended_limit(*, detention: Detention, law: Law, at: datetime) -> Deadline | None:
    """The furthest a superintendent may extend to, 36 h (PACE s.42(1)); None while the clock has not started."""
    return _limit(detention, law, at, "detention.extended_limit")


def greatest_limit(*, detention: Detention, law: Law, at: datetime) -> Deadline | None:
    """The furthest any warrant may go, 96 h (PACE s.44(3)(b)); None while the clock has not started."""
    return _limit(detention, law, at, "detention.greatest_limit")


def _limit(detention: Detention, law: Law, at: datetime, key: str) -> Deadline | None:
    value = law.value(key, on=law_day(detention.arrest))
    return mark(detention=detention, law=law, at=at, span=value.span, basis=value.source)


def mark(*, detention: Detention, law: Law, at: datetime, span: timedelta, basis: str) -> Deadline | None:
    """When `span` of the detention clock has run; None while the clock has not started.

    Counts earlier stays before bail (s.47(6)), steps over hospital (s.41(6)) and the first 3 h after an arrest for
    breach of bail (s.47(6A)).
    """
    start, because = _start(detention, law, at)
    if start is None:
        return None
    used, used_steps = _earlier(detention, law, at)
    stretches = not_counted(detention=detention, law=law, at=at)
    due, steps = pauses.run(start=start, span=max(timedelta(0), span - used), not_counted=stretches)
    last = f"{in_words(span)} of counted time: {spoken(due)}."
    return Deadline(due=due, because=(*because, *used_steps, *steps, last), basis=basis)


def not_counted(*, detention: Detention, law: Law, at: datetime) -> list[pauses.NotCounted]:
    """Every stretch that the detention clock steps over."""
    stretches = pauses.at_hospital(hospital=detention.hospital, at=at)
    if not (detention.returned_at and detention.arrested_for_breach):
        return stretches
    return [_after_breach(detention.returned_at, law), *stretches]


def _after_breach(arrived_at: datetime, law: Law) -> pauses.NotCounted:
    free = law.value("detention.breach_not_counted", on=local_day(arrived_at))
    began = instant(arrived_at)
    why = f"the first {in_words(free.span)} after an arrest for breach of bail ({free.source})"
    return pauses.NotCounted(began_at=began, ended_at=began + free.span, why=why)


def _start(detention: Detention, law: Law, at: datetime) -> tuple[datetime | None, tuple[str, ...]]:
    if detention.returned_at is None:
        found = relevant_time(arrest=detention.arrest, law=law, at=at)
        return found.at, found.because
    words = "Arrested for breach of bail" if detention.arrested_for_breach else "Answered bail"
    step = f"{words}, at the station {spoken(detention.returned_at)}: the clock goes on; time on bail does not count."
    return instant(detention.returned_at), (step,)


def _earlier(detention: Detention, law: Law, at: datetime) -> tuple[timedelta, list[str]]:
    used, steps = timedelta(0), []
    for spell in detention.earlier:
        stretches = pauses.at_hospital(hospital=spell.hospital, at=at)
        if spell.arrested_for_breach:
            stretches.append(_after_breach(spell.began_at, law))
        span = pauses.counted(period=Period(began_at=spell.began_at, ended_at=spell.ended_at), not_counted=stretches)
        used += span
        until = f"{spoken(spell.began_at)} to {spoken(spell.ended_at)}"
        steps.append(f"Already in detention before bail: {until}, {in_words(span)} counted (PACE s.47(6)).")
    return used, steps


def current_limit(*, detention: Detention, law: Law, at: datetime) -> Deadline | None:
    """By when the person must be charged or released as things stand: 24 h, or as extended, or by warrant."""
    first = limit(detention=detention, law=law, at=at)
    if first is None:
        return None
    extended = [_extended(detention, each, law, at) for each in detention.extensions]
    warranted = [warrant_end(detention=detention, warrant=each, law=law, at=at) for each in detention.warrants]
    return max([first, *extended, *warranted], key=lambda each: each.due)


def _extended(detention: Detention, extension: Extension, law: Law, at: datetime) -> Deadline:
    span = instant(extension.until) - instant(extension.authorised_at)
    due, steps = pauses.run(
        start=extension.authorised_at, span=span, not_counted=not_counted(detention=detention, law=law, at=at)
    )
    first = f"Superintendent's authority at {spoken(extension.authorised_at)} to {spoken(extension.until)}."
    asked = Deadline(due=due, because=(first, *steps), basis="PACE s.42(1)")
    return _no_later(asked, extended_limit(detention=detention, law=law, at=at))


def warrant_end(*, detention: Detention, warrant: Warrant, law: Law, at: datetime) -> Deadline:
    """When a warrant ends: its hours from issue, not from the 36 h mark, never past 96 h (PACE s.43(12), s.44(3))."""
    due, steps = pauses.run(
        start=warrant.issued_at,
        span=timedelta(hours=warrant.hours),
        not_counted=not_counted(detention=detention, law=law, at=at),
    )
    first = f"Warrant issued {spoken(warrant.issued_at)} for {warrant.hours} h, which run from issue."
    asked = Deadline(due=due, because=(first, *steps, f"Ends {spoken(due)}."), basis="PACE s.43(12), s.44(3)")
    return _no_later(asked, greatest_limit(detention=detention, law=law, at=at))


def _no_later(asked: Deadline, cap: Deadline | None) -> Deadline:
    if cap is None or asked.due <= cap.due:
        return asked
    steps = (*asked.because, f"No later than {spoken(cap.due)} ({cap.basis}).", *cap.because)
    return Deadline(due=cap.due, because=steps, basis=f"{asked.basis}; {cap.basis}")


def designated_station(*, first_station_at: datetime, law: Law) -> Deadline:
    """By when a person taken first to a station that is not designated must be at one that is (PACE s.30(6)).

    Arrival there has started the 24 h clock as well.
    """
    value = law.value("arrest.designated_station", on=local_day(first_station_at))
    due = instant(first_station_at) + value.span
    steps = (
        f"Arrival at a station that is not designated: {spoken(first_station_at)}; the 24 h clock runs from then too.",
        f"At a designated station within {in_words(value.span)}: {spoken(due)}.",
    )
    return Deadline(due=due, because=steps, basis=value.source)
