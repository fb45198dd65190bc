"""Detention not authorised: the person is in nobody's custody, and no escort record stays open."""

import pytest

from bluelamp.custody.actions.authorising import refuse_detention
from bluelamp.custody.actions.hospital import go_to_hospital
from bluelamp.custody.actions.property import Taken, take_property
from bluelamp.custody.models import CustodyOf, EscortRecord, Item, Seal
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done


def test_nobody_holds_them_any_more(evening: Evening) -> None:
    found, by = evening.arrived(), evening.acting("custody_officer")
    done(go_to_hospital, TEN + HOUR, by=by, detention=found.pk, why="Head wound")
    done(refuse_detention, TEN + HOUR + MINUTE, by=by, detention=found.pk, why="No grounds")
    assert not CustodyOf.objects.filter(during__upper_inf=True).exists()
    assert not EscortRecord.objects.filter(closed_at=None).exists()


def test_what_was_taken_goes_back_with_them(evening: Evening) -> None:
    found, by = evening.arrived(), evening.acting("custody_officer")
    taken = Taken(things=("Phone", "Two keys"), agreed="Signed")
    done(take_property, TEN + HOUR, by=by, detention=found.pk, taken=taken, seal="A 1")
    facts = {"by": by, "detention": found.pk, "why": "No grounds"}
    with pytest.raises(Refused, match="Still held: Phone, Two keys"):
        done(refuse_detention, TEN + HOUR + MINUTE, **facts)
    phone, keys = Item.objects.order_by("pk")
    with pytest.raises(Refused, match=r"Still held: Two keys\."):
        done(refuse_detention, TEN + HOUR + MINUTE, **facts, given_back=(phone.pk,))
    done(refuse_detention, TEN + HOUR + MINUTE, **facts, given_back=(phone.pk, keys.pk))
    assert all(item.returned_at for item in Item.objects.all())
    assert Seal.objects.get().opened_why == "Given back on leaving"
