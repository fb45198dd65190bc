"""Times that cannot be: at scene before being sent, and the like. Refused in words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bluelamp.deadlines.elapsed import between
from bluelamp.verdict import Verdict, allowed, every, refused

_SOURCE = "Order of events"
_AFTER: tuple[tuple[str, str, str], ...] = (
    ("created", "received", "The incident cannot be made before the contact was received."),
    ("assigned", "created", "A unit cannot be assigned before the incident was made."),
    ("acknowledged", "assigned", "A unit cannot acknowledge before it was assigned."),
    ("en_route", "assigned", "A unit cannot be on its way before it was assigned."),
    ("at_scene", "assigned", "A unit cannot be at scene before it was assigned."),
    ("at_scene", "en_route", "A unit cannot be at scene before it set out."),
    ("clear", "assigned", "A unit cannot be clear before it was assigned."),
    ("clear", "acknowledged", "A unit cannot be clear before it acknowledged."),
    ("clear", "en_route", "A unit cannot be clear before it set out."),
    ("clear", "at_scene", "A unit cannot be clear before it was at scene."),
)


@dataclass(frozen=True, kw_only=True)
class Times:
    """The instants of one unit on one incident, with zones; None for what has not happened."""

    received: datetime | None = None
    created: datetime | None = None
    assigned: datetime | None = None
    acknowledged: datetime | None = None
    en_route: datetime | None = None
    at_scene: datetime | None = None
    clear: datetime | None = None


def possible(times: Times) -> Verdict:
    """Allowed if nothing happens before what it follows from; the same instant is possible (C8).

    A refusal names every impossible pair; its field is the later step's name. Steps may be left out, but nobody
    sets out, arrives or clears without having been assigned.
    """
    return every(*(_in_order(times, *pair) for pair in _AFTER), _was_assigned(times))


def _in_order(times: Times, later: str, earlier: str, words: str) -> Verdict:
    after, before = getattr(times, later), getattr(times, earlier)
    if after is None or before is None or between(before, after) >= timedelta(0):
        return allowed()
    return refused(words, _SOURCE, field=later)


def _was_assigned(times: Times) -> Verdict:
    moved = times.acknowledged or times.en_route or times.at_scene or times.clear
    if times.assigned is None and moved is not None:
        return refused("The unit was never assigned to this incident.", _SOURCE, field="assigned")
    return allowed()
