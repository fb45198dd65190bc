"""Detention not authorised: the person is in nobody's custody, and no escort record stays open."""

from bluelamp.custody.actions.authorising import refuse_detention
from bluelamp.custody.actions.hospital import go_to_hospital
from bluelamp.custody.models import CustodyOf, EscortRecord
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done


def test_nobody_holds_them_any_more(evening: Evening) -> None:
    found, by = evening.arrived(), evening.acting("custody_officer")
    done(go_to_hospital, TEN + HOUR, by=by, detention=found.pk, why="Head wound")
    done(refuse_detention, TEN + HOUR + MINUTE, by=by, detention=found.pk, why="No grounds")
    assert not CustodyOf.objects.filter(during__upper_inf=True).exists()
    assert not EscortRecord.objects.filter(closed_at=None).exists()
