"""Agreements are signed, followed by others, ended; how a body is reached is set, and never shipped."""

from datetime import date

import pytest

from bluelamp.ledger.queries import timeline
from bluelamp.owed.models import State
from bluelamp.owed.queries import for_record
from bluelamp.partners.actions import agreeing
from bluelamp.partners.models import Contact, WebhookKey
from bluelamp.verdict import Refused
from tests.partners.bodies import DAY, NOON, Bodies


def test_signed_with_law_fields_and_who_signed(there: Bodies):
    found = there.agreement
    assert (found.signed_for_us, found.signed_for_them) == (there.officer, "P. Oduya, head of service")
    sentence = timeline(found.ref)[-1].sentence
    assert "Agreement ISA-7 signed with Victim care, support for a victim, until Thu 31 Dec 2026." in sentence


def test_it_is_to_be_renewed_and_a_later_one_keeps_that(there: Bodies):
    assert [one.state for one in for_record(there.agreement.ref)] == [State.OPEN]
    later = there.agrees(reference="ISA-8", begins=date(2026, 10, 1), ends=date(2027, 9, 30), at=NOON - 60 * DAY)
    assert [one.state for one in for_record(there.agreement.ref)] == [State.KEPT]
    assert [one.state for one in for_record(later.ref)] == [State.OPEN]


def test_an_ended_one_shares_nothing_more(there: Bodies):
    with pytest.raises(Refused, match="Say why it ends"):
        agreeing.end_agreement(agreement=there.agreement.pk, words="", by=there.by, at=NOON)
    agreeing.end_agreement(agreement=there.agreement.pk, words="They stop", by=there.by, at=NOON)
    with pytest.raises(Refused, match="was ended"):
        there.shares()
    assert [one.state for one in for_record(there.agreement.ref)] == [State.BROKEN], "it was overdue to be renewed"
    with pytest.raises(Refused, match="already"):
        agreeing.end_agreement(agreement=there.agreement.pk, words="Again", by=there.by, at=NOON)


def test_not_without_somebody_who_signed_for_them(there: Bodies):
    with pytest.raises(Refused, match="who signed for them"):
        there.agrees(reference="ISA-9", for_them=" ")


def test_how_a_body_is_reached_is_personal_and_can_be_erased(there: Bodies):
    with pytest.raises(Refused, match="email address or a phone number"):
        agreeing.set_contact(partner="refuge", who="Desk", by=there.by, at=NOON)
    agreeing.set_contact(partner="refuge", email="desk@example.org", by=there.by, at=NOON)
    agreeing.set_contact(partner="refuge", phone="01632 960 001", by=there.by, at=NOON)
    assert (Contact.objects.get().email, Contact.objects.get().phone) == ("", "01632 960 001")
    line = timeline(f"partner:{there.refuge.pk}")[0]
    assert "960 001" not in str(line.facts) + line.sentence


def test_a_new_key_ends_the_one_before(there: Bodies):
    seeds = ["00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b"]
    for seed in seeds:
        agreeing.make_webhook_key(partner="refuge", seed=seed, by=there.by, at=NOON)
    assert [str(one.seed) for one in WebhookKey.objects.filter(ended_at=None)] == seeds[1:]
