"""Events: who may go, in which state, and never alone where the status forbids it."""

import pytest

from bluelamp.specials.actions.occasions import cancel_occasion, pair, sign_up, withdraw_sign_up
from bluelamp.specials.places_taken import places_taken
from bluelamp.specials.queries import occasions_ahead
from bluelamp.verdict import Refused
from tests.specials.volunteers import DAY, NOON, Volunteers


def stands(event: int) -> bool:
    (place,) = places_taken(occasions_ahead(NOON).get(pk=event))
    return place.verdict.allowed


@pytest.mark.parametrize(
    ("state", "supervised", "alone"),
    [("accompanied", True, False), ("directed", False, False), ("directed", True, True), ("independent", False, True)],
)
def test_whose_place_stands_alone(there: Volunteers, state, supervised, alone):
    getattr(there, state)()
    event = there.event(supervised=supervised)
    there.does("special", sign_up, at=NOON, occasion=event)
    assert stands(event) is alone
    there.does("coordinator", pair, at=NOON, occasion=event, special=there.pk, beside=there.officer("tutor").pk)
    assert stands(event)


def test_training_that_runs_out_before_the_day_closes_it(there: Volunteers):
    there.attested().trained(until=(NOON + DAY).date()).signs("coordinator", "accompanied")
    event = there.event(starts=NOON + 3 * DAY)
    with pytest.raises(Refused, match="runs out before that day"):
        there.does("special", sign_up, at=NOON, occasion=event)


def test_nobody_goes_beside_themselves_or_beside_a_grade(there: Volunteers):
    there.accompanied()
    event = there.event()
    there.does("special", sign_up, at=NOON, occasion=event)
    for who, words in (("special", "beside themselves"), ("other_special", "Not an experienced officer")):
        with pytest.raises(Refused, match=words):
            there.does("coordinator", pair, at=NOON, occasion=event, special=there.pk, beside=there.officer(who).pk)


def test_the_order_of_events(there: Volunteers):
    there.independent()
    event = there.event()
    with pytest.raises(Refused, match="not down for this event"):
        there.does("special", withdraw_sign_up, at=NOON, occasion=event)
    there.does("special", sign_up, at=NOON, occasion=event)
    with pytest.raises(Refused, match="down for this event already"):
        there.does("special", sign_up, at=NOON, occasion=event)
    with pytest.raises(Refused, match="has begun"):
        there.does("special", withdraw_sign_up, at=NOON + 2 * DAY, occasion=event)
    there.does("coordinator", cancel_occasion, at=NOON, occasion=event)
    with pytest.raises(Refused, match="cancelled"):
        there.does("special", sign_up, at=NOON, occasion=event)
