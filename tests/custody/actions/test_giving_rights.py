"""Telling a right: with its time and words, kept beside what was said before; never a waiver."""

import pytest

from bluelamp.custody.actions.giving_rights import tell_right
from bluelamp.custody.desk_state import desk_state
from bluelamp.custody.models import RightTold
from bluelamp.custody.rules.giving_rights import Entitlement, Response
from bluelamp.ledger.models import Entry
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

NOW = TEN + 2 * HOUR


def test_each_answer_is_kept_and_the_newest_counts(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("detention_officer")
    done(tell_right, NOW, by=by, detention=found.pk, right="legal_advice", response="not_now", words="Not yet")
    done(tell_right, NOW + MINUTE, by=by, detention=found.pk, right="legal_advice", response="wanted")
    assert RightTold.objects.count() == 2
    newest = desk_state(found.pk).newest_rights[Entitlement.LEGAL_ADVICE]
    assert (newest.response, newest.told_at) == (Response.WANTED, NOW + MINUTE)


def test_not_wanted_without_words_is_refused_with_the_section(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    with pytest.raises(Refused, match=r"own words.*Code C 3\.4") as refusal:
        done(tell_right, NOW, by=by, detention=found.pk, right="legal_advice", response="not_now", words=" ")
    assert refusal.value.verdict.field == "words"
    assert not RightTold.objects.exists()


def test_a_time_before_arrival_or_still_to_come_is_refused(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    facts = {"by": by, "detention": found.pk, "right": "codes", "response": "wanted", "reason_late": "Busy"}
    for told_at, words in ((TEN, "arrival was"), (NOW + MINUTE, "still to come")):
        with pytest.raises(Refused, match=words):
            done(tell_right, NOW, told_at=told_at, **facts)
    assert not RightTold.objects.exists()


def test_told_long_before_it_is_written_needs_a_reason_and_shows_both_times(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    facts = {"by": by, "detention": found.pk, "right": "codes", "response": "wanted", "told_at": NOW - 30 * MINUTE}
    with pytest.raises(Refused, match="well after it happened"):
        done(tell_right, NOW, **facts)
    done(tell_right, NOW, reason_late="A fight in the corridor", **facts)
    entry = Entry.objects.get(event="custody.right_told")
    assert (entry.occurred_at, entry.reason) == (NOW - 30 * MINUTE, "A fight in the corridor")


def test_a_right_that_is_none_is_refused(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    with pytest.raises(Refused, match="Choose the right"):
        done(tell_right, NOW, by=by, detention=found.pk, right="a_fair_wind", response="wanted")


def test_who_has_no_part_in_the_desk_may_not(evening: Evening) -> None:
    found = evening.held()
    with pytest.raises(Refused, match="needs a role that may"):
        done(tell_right, NOW, by=evening.acting("investigator"), detention=found.pk, right="codes", response="wanted")
