"""When promises of custody warn before they are due, from the force's own law data (P19)."""

from bluelamp.places.law_in_force import law_of

MINUTES = {"minutes before": 1, "hours": 60, "days before": 24 * 60}


def before_limit() -> tuple[int, ...]:
    """Minutes before the 24 h limit at which so many hours have been counted."""
    law = law_of("custody")
    limit = law["detention.limit"].number
    return tuple((limit - hours) * 60 for hours in law["warnings.detention"].items)


def before(key: str) -> tuple[int, ...]:
    """Minutes before the due time, from a list or a number of minutes, hours or days."""
    value = law_of("custody")[key]
    numbers = value.items if isinstance(value.value, list) else (value.number,)
    return tuple(number * MINUTES[value.unit] for number in numbers)
