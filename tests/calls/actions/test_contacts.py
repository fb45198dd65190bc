import pytest

from bluelamp.calls.actions.contacts import abandon, answer, end_contact
from bluelamp.calls.models import Contact
from bluelamp.verdict import Refused
from tests.street import MINUTE, NOON, a_ring, at, who

pytestmark = pytest.mark.django_db


def test_one_desk_answers_and_the_other_is_told_so() -> None:
    by, other = who("winter"), who("marsh")
    contact = a_ring(by)
    with at(NOON + MINUTE) as moment:
        answer(by=by, at=moment, contact=contact)
        with pytest.raises(Refused, match="Another desk has answered"):
            answer(by=other, at=moment, contact=contact)
    assert Contact.objects.get(pk=contact).answered_by_id == by.officer_id


def test_impossible_times_are_refused_in_words() -> None:
    by = who()
    contact = a_ring(by)
    early = NOON - MINUTE
    with at(early), pytest.raises(Refused, match="before it rang"):
        answer(by=by, at=early, contact=contact)
    with at(NOON), pytest.raises(Refused, match="before it was answered"):
        end_contact(by=by, at=NOON, contact=contact)


def test_a_caller_who_has_gone_is_not_answered() -> None:
    by = who()
    contact = a_ring(by)
    with at(NOON + MINUTE) as moment:
        abandon(by=by, at=moment, contact=contact)
        with pytest.raises(Refused, match="The caller has gone"):
            answer(by=by, at=moment, contact=contact)


def test_answering_needs_a_role_that_may() -> None:
    contact = a_ring(who())
    with at(NOON), pytest.raises(Refused, match="may not do this"):
        answer(by=who("quill", "administrator"), at=NOON, contact=contact)
