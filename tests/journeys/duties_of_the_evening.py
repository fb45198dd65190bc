"""Ten officers of one unit with a published roster, one of whom offered another a swap and one who asked for leave."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from bluelamp.access.acting import system
from bluelamp.access.models import Officer
from bluelamp.deadlines.instants import local_day
from bluelamp.duty.actions.away import AwayDays, ask_leave, enter_away
from bluelamp.duty.actions.planning import copy, draft, save_unit
from bluelamp.duty.actions.swapping import offer_swap
from bluelamp.duty.models import DutyNotice, FollowUp, PlannedDuty, Post, Roster
from bluelamp.duty.rules.planning import Away, Planned
from bluelamp.duty.swap_facts import SwapFacts
from bluelamp.places.models import Team

if TYPE_CHECKING:
    from tests.journeys.world import Evening

UNIT, TEAM = "neighbourhood", "neighbourhood-borehamwood"
PEOPLE = ("lowe", "tansley", "whitlow", "brade", "tan", "hale", "denny", "iqbal", "lacey", "morrow")
SUPERVISE = ("whitlow", "brade", "denny", "morrow")
"""Who acts as a sergeant: one of them is on every early."""
PATTERN = ("E", "E", "E", "L", "L", "L", "", "", "", "")
SEARCHING = system("planner", "duty.search")
DAY = timedelta(days=1)
WEEKS = 13


def fill(evening: Evening) -> None:
    """The roster, as a search would leave it; then what the two did this week."""
    roster = _roster(evening)
    mine, theirs = allowed(roster, "tan", "lowe", at=evening.now)[0]
    evening.do(offer_swap, 40, evening.who("tan"), gives=mine, takes=theirs)
    late = roster.duties.filter(officer=_number("lowe"), shift="L", day__gt=local_day(evening.now) + 14 * DAY)
    first = late.earliest("day").day
    evening.made["leave"] = evening.do(ask_leave, 60, evening.who("lowe"), first=first, last=first + 2 * DAY)
    colleague = AwayDays(officer=_number("hale"), kind=Away.LEAVE, first=first - DAY, last=first)
    enter_away(away=[colleague], by=evening.who("holt"), at=evening.now)
    own, _ = allowed(roster, "lowe", "tan", at=evening.now)[0]
    evening.made["swap day"] = int(f"{PlannedDuty.objects.get(pk=own).day:%Y%m%d}")
    copied = evening.do(copy, 50, evening.who("holt"), roster=roster.pk)
    evening.made |= {"roster": roster.pk, "draft": copied, "lowe": _number("lowe")}
    evening.made |= {"look day": first.day, "look month": first.month, "look year": first.year}


def allowed(roster: Roster, giver: str, taker: str, *, at: datetime) -> list[tuple[int, int]]:
    """The swaps between two that every rule allows, by the numbers of the duties, soonest first, a day once."""
    rows = list(roster.duties.filter(kind="duty", day__gt=local_day(at) + DAY, day__lt=local_day(at) + 28 * DAY))
    facts = SwapFacts(roster, UNIT, officers=(_number(giver), _number(taker)))
    found: dict[date, tuple[int, int]] = {}
    for own in sorted((one for one in rows if one.officer_id == _number(giver)), key=lambda one: one.day):
        for other in (one for one in rows if one.officer_id == _number(taker) and abs(one.day - own.day) < 8 * DAY):
            if own.day not in found and facts.verdict(own, other, at=at).allowed:
                found[own.day] = (own.pk, other.pk)
    return list(found.values())


def _roster(evening: Evening) -> Roster:
    for name in PEOPLE:
        acting = "sergeant" if name in SUPERVISE else ""
        Post.objects.create(officer_id=_number(name), team=Team.objects.get(key=TEAM), unit=UNIT, acting_rank=acting)
    today = local_day(evening.ago(24 * 60))
    begins = today - today.weekday() * DAY
    number = evening.do(draft, 24 * 60, evening.who("holt"), begins=begins, ends=begins + WEEKS * 7 * DAY)
    days = [begins + n * DAY for n in range(WEEKS * 7)]
    evening.do(
        save_unit, 24 * 60 - 1, SEARCHING, roster=number, unit=UNIT, points=0, bound=0.0, missing=0,
        planned=[one for day in days for one in _planned(day)],
    )  # fmt: skip
    row = Roster.objects.get(pk=number)
    row.state, row.published_at = Roster.State.PUBLISHED, evening.ago(24 * 60 - 2)  # one unit alone is never published
    row.save(update_fields=["state", "published_at"])
    held = FollowUp.objects.create(
        officer_id=_number("lowe"), record="arrest:1", what="The arrest for theft from a shop",
        begun_at=evening.ago(90), waits=False,
    )  # fmt: skip
    evening.made["follow up"] = held.pk
    words = "Your duties are published."
    DutyNotice.objects.create(officer_id=_number("lowe"), words=words, told_at=evening.ago(24 * 60 - 2))
    return row


def _planned(day: date) -> list[Planned]:
    """Three earlies, three lates and one on call on every day."""
    made = []
    for turn, name in enumerate(PEOPLE):
        officer = f"officer:{_number(name)}"
        place = (day.toordinal() - turn) % len(PATTERN)
        if PATTERN[place]:
            made.append(Planned(officer=officer, day=day, shift=PATTERN[place]))
        if place == 1:
            made.append(Planned(officer=officer, day=day, shift="C"))
    return made


def _number(user_name: str) -> int:
    if user_name not in _numbers:
        _numbers[user_name] = Officer.objects.get(user_name=user_name).pk
    return _numbers[user_name]


_numbers: dict[str, int] = {}
