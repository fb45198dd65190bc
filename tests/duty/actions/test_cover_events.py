"""Days that need more people: what they ask for, the gaps they make in what is published, and cancelling them."""

from datetime import timedelta
from typing import Any

import pytest

from bluelamp.duty.actions.cover_events import cancel_event, enter_event
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.models import CoverGap
from bluelamp.ledger.queries import timeline
from bluelamp.owed.models import Promise
from bluelamp.verdict import Refused
from tests.duty.borough import DAY, MONDAY, NOW, Littleford

CARNIVAL = {"name": "Carnival", "unit": "response", "day": MONDAY + DAY, "begins": 1320, "ends": 120, "least": 6}


def enter(littleford: Littleford, **other: Any) -> int:
    return int(enter_event(**{**CARNIVAL, **other}, by=littleford.planner, at=NOW).partition(":")[2])


def test_an_event_asks_for_so_many_in_all_over_midnight(littleford: Littleford) -> None:
    enter(littleford)
    (event,) = cover_in_force().events
    begins, ends = event.window.on(MONDAY)
    assert (ends - begins, event.least, event.because) == (timedelta(hours=4), 6, "Carnival")


@pytest.mark.parametrize(
    ("given", "words"),
    [({"unit": "marines"}, "no such unit"), ({"name": " "}, "what happens"), ({"least": 0}, "how many people"),
     ({"day": NOW.date() - DAY}, "This day is over"),
     ({"least": 1, "begins": 600, "ends": 660}, "as many at that time already")],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_in_words(littleford: Littleford, given: dict[str, Any], words: str) -> None:
    with pytest.raises(Refused, match=words):
        enter(littleford, **given)
    assert cover_in_force().events == ()


def test_a_published_roster_is_short_at_once_and_whole_again_when_it_is_cancelled(littleford: Littleford) -> None:
    roster = littleford.a_published_roster()
    assert not CoverGap.objects.filter(roster=roster).exists()
    event = enter(littleford)
    gaps = list(CoverGap.objects.filter(roster=roster, closed_at=None))
    assert gaps
    assert {(gap.unit, gap.needed) for gap in gaps} == {("response", 6)}
    assert sum((gap.ends - gap.begins for gap in gaps), timedelta()) <= timedelta(hours=4)
    owed = Promise.objects.filter(kind="duty.cover_kept", record=gaps[0].ref)
    assert owed.get().state == "open"
    cancel_event(event=event, by=littleford.planner, at=NOW)
    assert not CoverGap.objects.filter(roster=roster, closed_at=None).exists()
    assert owed.get().state == "kept"
    assert "Cancelled: Carnival, Response" in str(timeline(f"cover_event:{event}"))
    with pytest.raises(Refused, match="cancelled already"):
        cancel_event(event=event, by=littleford.planner, at=NOW)


def test_an_officer_enters_no_event(littleford: Littleford) -> None:
    with pytest.raises(Refused):
        enter_event(**CARNIVAL, by=littleford.who("104"), at=NOW)  # type: ignore[arg-type]
