"""A handover takes two people, each by name."""

import pytest
from django.db import IntegrityError, transaction

from bluelamp.custody.actions.handing_over import accept_handover, hand_over
from bluelamp.custody.models import Handover
from bluelamp.verdict import Refused
from tests.custody.actions.test_closing import detained
from tests.custody.evening import HOUR, TEN, Evening, done

NOW = TEN + 9 * HOUR


def written(evening: Evening) -> int:
    detained(evening, "Al", "M1", level=2, risk_marks=["Epilepsy"], waiting_for=["Solicitor"])
    given = {"suite": evening.hatfield.pk, "began_at": TEN, "words": "M1 has had one fit; nurse back at nine"}
    return done(hand_over, NOW, by=evening.acting("custody_officer"), **given)


def test_who_is_held_is_kept_as_it_stood_and_another_accepts_by_name(evening: Evening) -> None:
    pk = written(evening)
    next_one = evening.acting("custody_officer", "Orme")
    done(accept_handover, NOW + HOUR, by=next_one, handover=pk, words="Read and walked round")
    found = Handover.objects.get(pk=pk)
    assert (found.accepted_by_id, found.accepted_at) == (next_one.officer_id, NOW + HOUR)
    held = found.held[0]
    assert (held["number"], held["cell"], held["level"], held["marks"]) == ("T Al", "M1", 2, ["Epilepsy"])
    with pytest.raises(Refused, match="Orme has taken over already"):
        done(accept_handover, NOW + 2 * HOUR, by=evening.acting("custody_officer", "Calder"), handover=pk)


def test_nobody_accepts_their_own_handover_not_even_by_hand(evening: Evening) -> None:
    pk = written(evening)
    mine = evening.acting("custody_officer")
    with pytest.raises(Refused, match="another custody officer"):
        done(accept_handover, NOW + HOUR, by=mine, handover=pk)
    with pytest.raises(IntegrityError, match="handover_takes_two"), transaction.atomic():
        Handover.objects.filter(pk=pk).update(accepted_by=mine.officer_id, accepted_at=NOW)
    assert Handover.objects.get(pk=pk).accepted_at is None


def test_one_handover_of_a_suite_waits_at_a_time_and_not_without_words(evening: Evening) -> None:
    written(evening)
    given = {"by": evening.acting("custody_officer"), "suite": evening.hatfield.pk, "began_at": TEN}
    with pytest.raises(Refused, match="waits to be accepted already"):
        done(hand_over, NOW, **given, words="Again")
    with pytest.raises(Refused, match="must know"):
        done(hand_over, NOW, **given, words=" ")
    with pytest.raises(Refused, match="not begun"):
        done(hand_over, NOW, **{**given, "began_at": NOW + HOUR}, words="Early")
