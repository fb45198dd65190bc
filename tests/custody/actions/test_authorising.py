"""The decision at the desk: who, when, once."""

import pytest

from bluelamp.custody.actions.authorising import authorise, refuse_detention
from bluelamp.custody.models import CellStay, Detention
from bluelamp.owed.models import Promise, State
from bluelamp.owed.queries import for_record
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

GROUNDS = "To obtain evidence by questioning"


def test_authorising_starts_the_review_clock(evening: Evening) -> None:
    found = evening.held()
    assert found.review_due_at == TEN + 7 * HOUR
    states = {(one.kind, one.slot): one.state for one in for_record(found.ref)}
    assert states[("custody.review", "1")] == State.OPEN
    assert states[("custody.decide", "")] == State.KEPT


def test_two_sergeants_at_once_one_wins_and_the_other_is_told(evening: Evening) -> None:
    found = evening.arrived()
    first, second = evening.acting("custody_officer", "Haldane"), evening.acting("custody_officer", "Orme")
    done(authorise, TEN + HOUR, by=first, detention=found.pk, grounds=GROUNDS)
    with pytest.raises(Refused, match=r"was authorised .* by PS Haldane: nothing is left to decide"):
        done(refuse_detention, TEN + HOUR, by=second, detention=found.pk, why="No grounds")
    assert Detention.objects.get(pk=found.pk).released_at is None


def test_a_constable_may_not_even_with_the_role(evening: Evening) -> None:
    found, officer = evening.arrived(), evening.officer("custody_officer", "Young")
    officer.regular_rank = "constable"
    officer.save()
    with pytest.raises(Refused, match="needs a sergeant or above"):
        done(authorise, TEN + HOUR, by=evening.acting("custody_officer", "Young"), detention=found.pk, grounds=GROUNDS)


def test_before_arrival_is_refused(evening: Evening) -> None:
    found, by = evening.arrived(), evening.acting("custody_officer")
    with pytest.raises(Refused, match="cannot be authorised before arrival"):
        done(authorise, TEN + HOUR, by=by, detention=found.pk, grounds=GROUNDS, authorised_at=TEN + MINUTE,
             reason_late="Late")  # fmt: skip


def test_enough_evidence_means_charge_or_release(evening: Evening) -> None:
    found, by = evening.arrived(), evening.acting("custody_officer")
    with pytest.raises(Refused, match="enough evidence to charge"):
        done(authorise, TEN + HOUR, by=by, detention=found.pk, grounds=GROUNDS, enough_to_charge=True)


def test_refusing_to_detain_is_a_whole_ending(evening: Evening) -> None:
    found, by = evening.arrived(), evening.acting("custody_officer")
    with pytest.raises(Refused, match="Say why"):
        done(refuse_detention, TEN + HOUR, by=by, detention=found.pk, why=" ")
    done(refuse_detention, TEN + HOUR, by=by, detention=found.pk, why="No grounds left")
    ended = Detention.objects.get(pk=found.pk)
    assert ended.released_at == TEN + HOUR
    assert not [one for one in for_record(found.ref) if one.state == State.OPEN]


@pytest.mark.parametrize("child", [True, False])
def test_not_authorised_leaves_the_cell_and_nothing_is_owed(evening: Evening, child: bool) -> None:
    found = evening.arrived(appears_under_18=child)
    if not child:
        evening.in_cell(found, "M1")
    by = evening.acting("custody_officer")
    done(refuse_detention, TEN + 2 * HOUR, by=by, detention=found.pk, why="No grounds")
    assert not CellStay.objects.filter(detention=found, during__upper_inf=True).exists()
    assert not Promise.objects.filter(record=found.ref, state=State.OPEN).exists()
