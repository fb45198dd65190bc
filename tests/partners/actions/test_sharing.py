"""Sharing: only agreed fields, in the ledger without what they held, with what is owed from then on."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bluelamp.access.acting import Acting
from bluelamp.ledger.models import Entry
from bluelamp.ledger.queries import timeline
from bluelamp.owed.models import Promise, State
from bluelamp.owed.queries import for_record
from bluelamp.partners.actions import answering, sharing
from bluelamp.partners.models import Share
from bluelamp.partners.rules.fields import FIELDS
from bluelamp.verdict import Refused
from tests.partners.bodies import DAY, GIVEN, HOUR, NOON, Bodies


def owed(share: Share) -> dict[str, str]:
    return dict(Promise.objects.filter(record=share.ref).values_list("kind", "state"))


def test_it_is_written_with_recipient_and_fields_and_never_what_they_held(there: Bodies):
    made = there.shares(fields={**GIVEN, "language": "  "})
    assert made.held == GIVEN
    assert made.fields == ["name", "needs", "safe_contact"]
    entry = Entry.objects.get(event="partners.shared")
    assert (entry.record, entry.who) == (made.ref, there.by.ref)
    assert set(entry.about) == {"victim:7", "person:12", f"partner:{there.support.pk}"}
    facts = json.loads(entry.facts)
    assert facts["partner"] == "Victim care"
    assert facts["fields"] == "Name, How they may be reached safely, Needs"
    line = timeline("victim:7")[0]
    assert line.sentence == f"Shared with Victim care under agreement ISA-7: {facts['fields']}"
    assert not any(held in entry.facts + json.dumps(line.words) for held in GIVEN.values())


def test_an_answer_is_owed_and_the_victim_reached_where_it_is_followed(there: Bodies):
    plain, followed = there.shares(), there.shares(follow="reached", urgent=True)
    assert owed(plain) == {"partners.answer": State.OPEN}
    assert owed(followed) == {"partners.answer": State.OPEN, "partners.reached": State.OPEN}
    due = {one.kind: one.due_at for one in for_record(followed.ref)}
    assert due == {"partners.answer": NOON + 2 * HOUR, "partners.reached": NOON + DAY}
    assert Promise.objects.get(record=plain.ref).due_at == NOON + 2 * DAY


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"partner": "refuge"}, "There is no agreement with The refuge"),
        ({"partner": "nobody"}, "no such partner body"),
        ({"purpose": "health"}, "for this purpose: health"),
        ({"fields": {**GIVEN, "address": "1 Elstree Way"}}, "does not cover: Address"),
        ({"fields": {"name": " "}}, "Nothing would be shared"),
        ({"at": NOON + 60 * DAY}, "ran out on Thu 31 Dec 2026"),
        ({"by": Acting(ref="officer:9", name="Nobody")}, "may not do this"),
    ],
)
def test_what_is_not_agreed_is_refused_in_words_and_nothing_is_written(there: Bodies, changes, words):
    before = Entry.objects.count()
    with pytest.raises(Refused, match=words):
        there.shares(**changes)
    assert not Share.objects.exists()
    assert Entry.objects.count() == before


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fields=st.dictionaries(st.sampled_from([*FIELDS, "bank"]), st.sampled_from(["", " ", "Words"]), max_size=6))
def test_whatever_is_given_only_agreed_fields_are_ever_held(there: Bodies, fields):
    asked = {key for key, words in fields.items() if words.strip()}
    try:
        made = there.shares(fields=fields)
    except Refused:
        assert not asked or asked - set(there.agreement.fields)
    else:
        assert set(made.held) == set(made.fields) == asked <= set(there.agreement.fields)


def test_sent_twice_is_one_share(there: Bodies):
    key = "0b7b2d4e-8d0f-4f07-9f2c-0f5d1a2b3c4d"
    assert there.shares(key=key) == there.shares(key=key)
    assert Share.objects.count() == 1


def test_another_way_is_kept_only_with_words_and_only_after_a_no(there: Bodies):
    made = there.shares()
    with pytest.raises(Refused, match="No other way"):
        sharing.find_another_way(share=made.pk, words="The refuge", by=there.by, at=NOON)
    answering.decline(share=made.pk, words="No room", by=there.by, at=NOON + HOUR)
    with pytest.raises(Refused, match="what is done instead"):
        sharing.find_another_way(share=made.pk, words=" ", by=there.by, at=NOON + 2 * HOUR)
    sharing.find_another_way(share=made.pk, words="The refuge took her", by=there.by, at=NOON + 2 * HOUR)
    assert owed(made) == {"partners.answer": State.KEPT, "partners.another_way": State.KEPT}


def test_what_is_taken_back_is_owed_no_longer_and_its_links_are_dead(there: Bodies):
    made = there.shares(follow="reached")
    there.link(made)
    sharing.take_back(share=made.pk, words="Wrong person", by=there.by, at=NOON + HOUR)
    assert set(owed(made).values()) == {State.WITHDRAWN}
    assert not made.links.filter(taken_back_at=None).exists()
    with pytest.raises(Refused, match="already"):
        sharing.take_back(share=made.pk, words="Again", by=there.by, at=NOON + HOUR)


def test_what_was_held_can_be_erased_and_that_it_left_stays(there: Bodies):
    made = there.shares()
    answering.accept(share=made.pk, words="Ms Oduya rings her", by=there.by, at=NOON + HOUR)
    sharing.erase_held(share=made.pk, reason="DPA 2018 s.47", by=there.by, at=NOON + DAY)
    made.refresh_from_db()
    assert (made.held, made.fields) == ({}, ["name", "needs", "safe_contact"])
    assert made.said.get().words == ""
    assert not any("Oduya" in json.dumps(line.words) for line in timeline(made.ref))
    assert Entry.objects.filter(event="partners.shared", record=made.ref).exists()
