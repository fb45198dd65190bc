"""One claim: decided by somebody else, with the reason, then paid."""

from bluelamp.access.models import RoleGrant
from bluelamp.owed.models import State
from bluelamp.owed.queries import for_record
from bluelamp.specials.models import Claim
from tests.specials.volunteers import NOON, Volunteers


def test_agreed_and_paid(at_page, there: Volunteers):
    there.accompanied()
    path = f"/specials/expenses/{there.claimed(miles=14, vehicle='car', meal=650)}/"
    page = at_page("coordinator", path).content.decode()
    assert "14 miles at 45p" in page
    assert "6 h of duty and training recorded" in page
    assert at_page("coordinator", path, outcome="agreed").status_code == 303
    states = {one.kind: one.state for one in for_record(there.record.ref)}
    assert states["specials.expenses"] == State.KEPT
    assert "Keep that it was paid" in at_page("coordinator", path).content.decode()
    assert at_page("coordinator", path, send=True).status_code == 303
    assert Claim.objects.get().state == Claim.State.PAID


def test_turned_down_with_the_reason_and_claimed_anew(at_page, there: Volunteers):
    there.accompanied()
    path = f"/specials/expenses/{there.claimed(miles=14, vehicle='car')}/"
    assert at_page("coordinator", path, outcome="turned_down").status_code == 422
    assert at_page("coordinator", path, outcome="turned_down", words="It is 9 miles").status_code == 303
    assert "It is 9 miles" in at_page("special", "/specials/mine/").content.decode()
    again = at_page("special", "/specials/mine/expenses/", on="2026-11-19", miles="9", vehicle="car")
    assert again.status_code == 303


def test_nobody_decides_their_own(at_page, there: Volunteers):
    there.accompanied()
    path = f"/specials/expenses/{there.claimed(miles=14, vehicle='car')}/"
    RoleGrant.objects.create(
        officer=there.officer("special"), role="specials_coordinator", granted_by="system:test", granted_at=NOON
    )
    refused = at_page("special", path, outcome="agreed")
    assert "Nobody decides their own expenses" in refused.content.decode()
