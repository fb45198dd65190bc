"""Stretches of time and kinds of people, in the words of a duty desk."""

import re
from datetime import datetime, timedelta

from bluelamp.deadlines.instants import as_local, spoken_day

BESIDE = "beside_special"
"""As the skill of a gap: the experienced officer whom an accompanied special goes with (S3)."""
_PEOPLE = {
    "response_driver": "response drivers",
    "pursuit_driver": "pursuit drivers",
    "taser": "Taser officers",
    "sergeant": "sergeants",
    "domestic_abuse": "officers trained in domestic abuse",
    "safeguarding": "officers trained in safeguarding",
    "public_order": "officers trained in public order",
    "search": "search officers",
    "custody": "officers trained in custody",
    BESIDE: "experienced officers for accompanied specials",
}
_TRAININGS = {
    "response_driver": "Response driving",
    "pursuit_driver": "Pursuit driving",
    "taser": "Taser training",
    "domestic_abuse": "Training in domestic abuse",
    "safeguarding": "Training in safeguarding",
    "custody": "Training in custody",
    "officer_safety": "Officer safety training",
    "first_aid": "First aid training",
}
_MANY = re.compile(r"\b(officer|sergeant|driver)s\b")


def people_words(skill: str, *, call: bool = False) -> str:
    """Who is meant: officers, officers on call, sergeants. A skill without words of its own is named as it is."""
    if call:
        return "officers on call"
    return _PEOPLE.get(skill, f"officers with {skill.replace('_', ' ')}") if skill else "officers"


def skill_words(skill: str) -> str:
    """A skill as the beginning of a sentence: Officer safety training."""
    return _TRAININGS.get(skill, f"The skill {skill.replace('_', ' ')}")


def counted(number: int, skill: str, *, call: bool = False) -> str:
    """How many of whom: 1 sergeant, 2 officers on call."""
    said = people_words(skill, call=call)
    one = _MANY.sub(r"\1", said)
    return f"{number} {one if number == 1 else said}"


def stretch(begins: datetime, ends: datetime) -> str:
    """Tue 24 Nov 2026, 07:00 to 15:00. A second day is named, but for a midnight and for the morning after.

    Raises ValueError for a time without a zone.
    """
    first, last = as_local(begins), as_local(ends)
    days, clock = (last.date() - first.date()).days, f"{last:%H:%M}"
    if days == 1 and clock == "00:00":
        clock, days = "24:00", 0
    after = "" if days == 0 else " the next day" if days == 1 else f" on {spoken_day(last.date())}"
    return f"{spoken_day(first.date())}, {first:%H:%M} to {clock}{after}"


def until(at: datetime, then: datetime) -> str:
    """in 1 h 16 min, in 3 days; "now" where it has begun."""
    left = then - at
    if left <= timedelta(0):
        return "now"
    if left >= timedelta(days=2):
        return f"in {left.days} days"
    hours, minutes = divmod(int(left.total_seconds()) // 60, 60)
    return f"in {hours} h {minutes} min" if hours else f"in {minutes} min"
