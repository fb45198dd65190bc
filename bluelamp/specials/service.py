"""What a special has given: all time on duty and in training, and the milestones reached."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bluelamp.deadlines.instants import local_day
from bluelamp.places.law_in_force import law_of
from bluelamp.specials.models import Special
from bluelamp.specials.queries import duty_of, training_of
from bluelamp.specials.rules import hours, thanks


def given_by(found: Sequence[Special], at: datetime) -> dict[int, timedelta]:
    """All time given up to `at`, by officer; two statements."""
    numbers = [one.officer_id for one in found if one.officer_id]
    if not numbers:
        return {}
    since = min(one.applied_at for one in found)
    duty = duty_of(numbers, since=since, until=at)
    training = training_of(numbers, since=since, until=at)
    return {number: hours.total((*duty[number], *training[number])) for number in numbers}


def milestones(special: Special, at: datetime, given: timedelta | None = None) -> tuple[thanks.Milestone, ...]:
    """Every milestone reached; `given` where it is known already."""
    if given is None:
        given = given_by([special], at).get(special.officer_id or 0, timedelta())
    attested = special.attested_at()
    since = local_day(attested) if attested else None
    return thanks.reached(law_of("specials"), given=given, since=since, on=local_day(at))


def to_thank(special: Special, at: datetime, given: timedelta | None = None) -> tuple[thanks.Milestone, ...]:
    """The milestones reached for which nobody has said thank you yet."""
    thanked = {one.milestone for one in special.thanks.all()}
    return thanks.to_thank(milestones(special, at, given), thanked)
