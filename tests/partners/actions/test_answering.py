"""What a partner answers, and what it does to what is owed."""

import pytest

from bluelamp.access.acting import PUBLIC
from bluelamp.ledger.models import Entry
from bluelamp.owed.models import State
from bluelamp.partners.acting_partner import acting_for
from bluelamp.partners.actions import answering
from bluelamp.verdict import Refused
from tests.partners.actions.test_sharing import owed
from tests.partners.bodies import DAY, HOUR, NOON, Bodies


def test_accepted_and_reached_keep_what_is_owed_and_an_update_keeps_nothing(there: Bodies):
    made, by = there.shares(follow="reached"), acting_for(there.support)
    answering.accept(share=made.pk, by=by, at=NOON + HOUR)
    assert owed(made) == {"partners.answer": State.KEPT, "partners.reached": State.OPEN}
    answering.update(share=made.pk, words="Rang twice, no answer", by=by, at=NOON + DAY)
    assert owed(made)["partners.reached"] == State.OPEN, "an attempt reaches nobody"
    answering.say_reached(share=made.pk, words="Spoke to her", by=by, at=NOON + 2 * DAY)
    assert owed(made)["partners.reached"] == State.KEPT
    said = [(entry.event, entry.who) for entry in Entry.objects.filter(record=made.ref).order_by("seq")]
    ours = [one for one in said if one[0].startswith("partners.") and one[0] != "partners.shared"]
    assert ours == [(f"partners.{what}", f"partner:{there.support.pk}") for what in ("accepted", "updated", "reached")]


def test_accepted_too_late_is_late(there: Bodies):
    made = there.shares()
    answering.accept(share=made.pk, by=acting_for(there.support), at=NOON + 3 * DAY)
    assert owed(made) == {"partners.answer": State.LATE}


def test_a_no_is_an_answer_and_leaves_another_way_to_be_found(there: Bodies):
    made = there.shares(follow="reached", urgent=True)
    answering.decline(share=made.pk, words="No room", by=acting_for(there.support), at=NOON + HOUR)
    assert owed(made) == {
        "partners.answer": State.KEPT, "partners.reached": State.WITHDRAWN, "partners.another_way": State.OPEN,
    }  # fmt: skip
    with pytest.raises(Refused, match="declined already"):
        answering.accept(share=made.pk, by=acting_for(there.support), at=NOON + HOUR)


@pytest.mark.parametrize("answer", [answering.accept, answering.decline, answering.update, answering.say_reached])
def test_nobody_else_answers_for_a_body(there: Bodies, answer):
    made = there.shares()
    for by, words in ((acting_for(there.refuge), "There is nothing here."), (PUBLIC, "may not do this")):
        with pytest.raises(Refused, match=words):
            answer(share=made.pk, words="Ours", by=by, at=NOON + HOUR)
    assert not made.said.exists()


def test_an_officer_who_heard_it_writes_it_in_their_own_name(there: Bodies):
    made = there.shares()
    answering.accept(share=made.pk, words="By phone", by=there.by, at=NOON + HOUR)
    assert made.said.get().by == there.by.ref


def test_a_partner_can_do_nothing_but_answer(there: Bodies):
    with pytest.raises(Refused, match="may not do this"):
        there.shares(by=acting_for(there.support))
