"""Who is away and who offers hours, drawn by seed: leave, court and training of officers, shifts of specials."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from bluelamp.duty.actions.away import AwayDays, Offer
from bluelamp.duty.models import Post
from bluelamp.duty.rules.cover import Cover
from bluelamp.duty.rules.planning import Away
from bluelamp.twin.assumptions import Assumptions
from bluelamp.twin.chance import about

STRETCHES = (3, 5, 7, 10, 14)
SATURDAY, FRIDAY = 5, 4


def away(begins: date, ends: date, *, assumed: Assumptions, seed: str) -> list[AwayDays]:
    """Leave, court and training of every officer from `begins` up to before `ends`; no two on one day."""
    days = (ends - begins).days
    found: list[AwayDays] = []
    for officer, number in _officers(is_special=False):
        luck, taken = Random(f"{seed} away {number}"), set[date]()
        for first, last, kind in _drawn(luck, begins, days, assumed):
            span = {first + timedelta(n) for n in range((last - first).days + 1)}
            if not span & taken:
                taken |= span
                found.append(AwayDays(officer=officer, kind=kind, first=first, last=min(last, ends)))
    return found


def after_the_eve(drawn: Iterable[AwayDays], begins: date, *, busy: Set[int]) -> list[AwayDays]:
    """The days away without the first day of the period for those who are `busy` on its eve: a night ends on its
    morning, and a late leaves no rest before a day at court."""
    found = []
    for one in drawn:
        if one.first > begins or one.officer not in busy:
            found.append(one)
        elif one.last > begins:
            found.append(replace(one, first=begins + timedelta(days=1)))
    return found


def _drawn(luck: Random, begins: date, days: int, assumed: Assumptions) -> Iterator[tuple[date, date, Away]]:
    mean = sum(STRETCHES) / len(STRETCHES)
    for _ in range(about(luck, days * assumed.number("leave_share") / mean)):
        first = begins + timedelta(luck.randrange(days))
        yield first, first + timedelta(luck.choice(STRETCHES) - 1), Away.LEAVE
    for kind, key in ((Away.COURT, "court_days_of_28"), (Away.TRAINING, "training_days_of_28")):
        for _ in range(about(luck, days * assumed.number(key) / 28)):
            day = begins + timedelta(luck.randrange(days))
            if day.weekday() < SATURDAY:
                yield day, day, kind


def offers(begins: date, ends: date, *, cover: Cover, assumed: Assumptions, seed: str) -> list[Offer]:
    """The shifts that each special offers, never two on one day."""
    found = []
    days = (ends - begins).days
    shifts = [shift for shift in cover.shifts.values() if shift.key in ("E", "L")]
    for officer, number in _officers(is_special=True):
        luck = Random(f"{seed} offers {number}")
        wanted = about(luck, days * assumed.number("special_shifts_of_28") / 28)
        chosen = {_day(luck, begins, days) for _ in range(wanted)}
        for day in sorted(chosen):
            since, until = luck.choice(shifts).window.on(day)
            found.append(Offer(officer=officer, since=since, until=until))
    return found


def _day(luck: Random, begins: date, days: int) -> date:
    """Most offers are for the end of the week."""
    day = begins + timedelta(luck.randrange(days))
    return day if day.weekday() >= FRIDAY else begins + timedelta(luck.randrange(days))


def _officers(*, is_special: bool) -> list[tuple[int, str]]:
    """By collar number, so that the same seed draws the same in another database."""
    rows = Post.objects.filter(is_special=is_special, officer__is_active=True).order_by("officer__collar_number")
    return list(rows.values_list("officer_id", "officer__collar_number"))
