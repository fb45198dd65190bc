"""What is minded of one person beside the rules: many nights, the duties that are due, offers, the base pattern."""

from bluelamp.duty.rules.duties import WEEK
from bluelamp.duty.rules.planning import Away
from bluelamp.duty.solving import weights
from bluelamp.duty.solving.member_rows import MemberRows

VOLUNTEER_DUTIES = 2
"""Duties in a block that a volunteer is asked for where they offered as many."""


def state_wishes(rows: MemberRows) -> None:
    """State every wish; each costs points where it is not met."""
    for wish in (_many_nights, _duties_owed, _base_kept):
        wish(rows)


def _many_nights(rows: MemberRows) -> None:
    nights = [number for day in rows.period.days for number in rows.at_night(day)]
    if len(nights) > 7:
        many = rows.model.variable(cost=weights.NIGHT_BEYOND_SEVEN, limit=len(nights))
        rows.model.row([*((one, 1) for one in nights), (many, -1)], most=7, rule=("wish", rows.member.officer))


def _duties_owed(rows: MemberRows) -> None:
    """At least four fifths of the duties their hours come to; for a volunteer, two of what they offered."""
    period, member = rows.period, rows.member
    numbers = [number for day in period.days for number in rows.worked(day)]
    if not member.counts:
        _offers_used(rows, numbers)
        return
    there = sum(member.away.get(day) not in (Away.LEAVE, Away.SICK, Away.OTHER) for day in period.days)
    least = int(0.8 * 40 / 9 / WEEK * there * member.share / 100) - sum(day in rows.fixed for day in period.days)
    if least > 0:
        owed = rows.model.variable(cost=weights.DUTY_OWED, limit=least)
        rows.model.row([*((one, 1) for one in numbers), (owed, 1)], least=least, rule=("wish", member.officer))


def _offers_used(rows: MemberRows, numbers: list[int]) -> None:
    """A volunteer who offered hours is asked for two duties of them in a block: fewer costs, and so does more."""
    terms = [(one, 1) for one in numbers]
    stand = sum(day in rows.fixed for day in rows.period.days)
    least = min(sum(map(bool, rows.work.values())), VOLUNTEER_DUTIES - stand)
    if least > 0:
        unused = rows.model.variable(cost=weights.OFFER_UNUSED, limit=least)
        rows.model.row([*terms, (unused, 1)], least=least, rule=("wish", rows.member.officer))
    if len(numbers) > VOLUNTEER_DUTIES:
        more = rows.model.variable(cost=weights.VOLUNTEER_DUTY, limit=len(numbers))
        rows.model.row([*terms, (more, -1)], most=VOLUNTEER_DUTIES, rule=("wish", rows.member.officer))


def _base_kept(rows: MemberRows) -> None:
    """A base duty that falls out costs its points: counted as paid, and given back by working."""
    if rows.member.pattern is None:
        return
    for day in rows.period.days:
        if rows.member.base_shift(day) and not rows.member.away.get(day):
            rows.model.constant += weights.BASE_DUTY_OFF
            for number in rows.worked(day):
                rows.model.costs[number] -= weights.BASE_DUTY_OFF
