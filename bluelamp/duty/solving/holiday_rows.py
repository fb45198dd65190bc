"""The rows that share public holidays out: what one person works of them beyond the policy costs points."""

from bluelamp.duty.rules.duties import DAY, WEEK, is_public_holiday
from bluelamp.duty.rules.planning import days_between
from bluelamp.duty.solving import weights
from bluelamp.duty.solving.member_rows import MemberRows

SEASON = 13 * WEEK
"""Days over which public holidays are counted together."""


def share_public_holidays(rows: MemberRows) -> None:
    """For each public holiday of the block: it and those of the 13 weeks that end with it, history counted in."""
    most = rows.period.number("public_holidays.worked")
    for last in filter(is_public_holiday, rows.period.days):
        days = [day for day in days_between(last - (SEASON - 1) * DAY, last + DAY) if is_public_holiday(day)]
        numbers = [number for day in days for number in rows.worked(day)]
        stand = sum(day in rows.fixed for day in days)
        if not rows.worked(last) or stand + len(days) <= most:
            continue
        over = rows.model.variable(cost=weights.PUBLIC_HOLIDAY, limit=len(days))
        terms = [*((one, 1) for one in numbers), (over, -1)]
        rows.model.row(terms, most=most - stand, rule=("public_holidays", rows.member.officer))
