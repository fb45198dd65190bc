"""Whether two officers may swap a duty: every rule holds for both, and the cover is no worse than it was."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from bluelamp.deadlines.elapsed import in_words
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law
from bluelamp.duty.rules.duties import Duty, Line
from bluelamp.duty.rules.rostering import Breach, breaches
from bluelamp.duty.rules.words import people_words, stretch
from bluelamp.verdict import Verdict, allowed, every, refused

COVER_SOURCE = "The borough's cover, cover.toml"


@dataclass(frozen=True, kw_only=True)
class Missing:
    """People that a unit lacks from an instant to another: how many, and with which skill if it names one."""

    unit: str
    begins: datetime
    ends: datetime
    short: int
    skill: str = ""
    call: bool = False

    @property
    def words(self) -> str:
        """1 of the sergeants of Response missing, Tue 24 Nov 2026, 07:00 to 15:00."""
        who = people_words(self.skill, call=self.call)
        return f"{self.unit} would lack {self.short} of its {who}, {stretch(self.begins, self.ends)}."


@dataclass(frozen=True, kw_only=True)
class Side:
    """One of the two officers: the duty they would take, their line as it is and as it would be.

    `away`: they are away on a day of it for a reason that is nobody else's business.
    `outside_offer`: a special who did not offer these hours. `works_already`: they have another duty that day.
    """

    name: str
    takes: Duty
    before: Line
    after: Line
    away: bool = False
    outside_offer: bool = False
    works_already: bool = False


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """One swap: what each would take, the unit of each duty, and who is missing from the unit before and after."""

    giver: Side
    taker: Side
    units: tuple[str, str]
    before: Sequence[Missing] = ()
    after: Sequence[Missing] = ()


def may_swap(exchange: Exchange, *, at: datetime, law: Law) -> Verdict:
    """Whether the swap may be made at `at`; refused with every rule that it would break, by name and source.

    Allowed with what is only advised against in its words. A rule that was broken already and stays as it was is not
    held against it (Working Time Regulations 1998, Police Regulations 2003 reg. 22, force policy).
    """
    return every(
        _in_time(exchange, at, law),
        _alike(exchange, law),
        _holds(exchange.giver, law),
        _holds(exchange.taker, law),
        _covered(exchange),
    )


def _in_time(exchange: Exchange, at: datetime, law: Law) -> Verdict:
    """Agreed so many hours before the earlier of the two duties begins, or the swap is too late."""
    first = min(exchange.giver.takes.begins, exchange.taker.takes.begins)
    before = law.value("swap.agreed_before", on=local_day(first))
    if first - at < before.span:
        words = f"The first of the two duties begins less than {in_words(before.span)} from now."
        return refused(words, before.source)
    return allowed()


def _alike(exchange: Exchange, law: Law) -> Verdict:
    """A duty for a duty, a call for a call, and both of one unit."""
    value = law.value("swap.like_for_like", on=local_day(exchange.giver.takes.begins))
    if exchange.giver.takes.on_call != exchange.taker.takes.on_call or len(set(exchange.units)) > 1:
        return refused(f"{value.text}.", value.source)
    if exchange.giver.takes == exchange.taker.takes:
        return refused("Both duties have the same hours: nothing would change.", value.source)
    return allowed()


def _holds(side: Side, law: Law) -> Verdict:
    """Whether one of the two may work what they would take."""
    checks = (
        (side.away, f"{side.name} is away then.", "Only who is there is rostered"),
        (side.outside_offer, f"{side.name} did not offer these hours.", "Specials work the hours that they offer"),
        (
            side.works_already or _two_at_once(side.after),
            f"{side.name} has another duty then.",
            "One place at a time",
        ),
    )
    against = [refused(words, source) for fails, words, source in checks if fails]
    if against:
        return every(*against)
    return every(*(_verdict(side, one) for one in _new_breaches(side, law)))


def _verdict(side: Side, breach: Breach) -> Verdict:
    words = f"{side.name}: {breach.words[:1].lower()}{breach.words[1:]}"
    return refused(words, breach.source) if breach.hard else allowed(words, breach.source)


def _new_breaches(side: Side, law: Law) -> list[Breach]:
    stood = {(one.rule, one.at, one.words) for one in breaches(side.before, law)}
    return [one for one in breaches(side.after, law) if (one.rule, one.at, one.words) not in stood]


def _two_at_once(line: Line) -> bool:
    return any(two.begins < one.ends for kind in (line.worked(), line.on_call()) for one, two in pairwise(kind))


def _covered(exchange: Exchange) -> Verdict:
    return every(*(refused(one.words, COVER_SOURCE) for one in worse(exchange.before, exchange.after)))


def worse(before: Iterable[Missing], after: Iterable[Missing]) -> list[Missing]:
    """The stretches in which more people would be missing than are: what was short already is no fault of a change."""
    stood = list(before)
    found = [part for one in after for part in _beyond(one, stood)]
    return sorted(found, key=lambda one: (one.begins, one.unit, one.skill, one.call))


def _beyond(one: Missing, stood: list[Missing]) -> Iterator[Missing]:
    """The parts of a stretch in which fewer were missing before."""
    same = [each for each in stood if (each.unit, each.skill, each.call) == (one.unit, one.skill, one.call)]
    cuts = {one.begins, one.ends, *(each.begins for each in same), *(each.ends for each in same)}
    begins: datetime | None = None
    marks = sorted(each for each in cuts if one.begins <= each <= one.ends)
    for first, last in pairwise(marks):
        already = max((each.short for each in same if each.begins <= first and last <= each.ends), default=0)
        if already < one.short:
            begins = begins or first
        elif begins:
            yield _part(one, begins, first)
            begins = None
    if begins:
        yield _part(one, begins, one.ends)


def _part(one: Missing, begins: datetime, ends: datetime) -> Missing:
    return Missing(unit=one.unit, begins=begins, ends=ends, short=one.short, skill=one.skill, call=one.call)
