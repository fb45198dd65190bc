"""An order made elsewhere is entered as it reads, seen at once; never what is over, to come, or gives her away."""

from bluelamp.people.actions.safety import keep_address
from bluelamp.people.queries import warnings_of
from bluelamp.safeguarding.models import ProtectionNotice
from tests.custody.evening import MINUTE, done
from tests.safeguarding.at_home import NOW, OFFICER

GIVEN = {
    "regime": "dapn", "court": "Croydon Magistrates' Court", "made_on": "2026-11-02",
    "conditions": "Not to contact Joanne Marlow\nKeep away", "address": "Flat 6",
}  # fmt: skip


def test_it_is_entered_and_seen(home, pages) -> None:
    found = home.settled()
    path = f"/domestic/{found.pk}/order-elsewhere/"
    for field, value, words in (
        ("made_on", "2026-12-01", "still to come"),
        ("made_on", "2013-01-01", "No such order was made before"),
        ("until", "2026-11-19", "It ended already"),
        ("conditions", " \n ", "Enter"),
    ):
        pages.refuses(OFFICER, path, field, words, **{**GIVEN, field: value})
    pages.refuses(OFFICER, path, "until", "on which day the order ends", **{**GIVEN, "regime": "dvpn"})
    person = found.victim.person_id
    done(keep_address, NOW, by=home.by(OFFICER), person=person, address="14 Orchard Close, AL1 2QX", why="From him")
    pages.refuses(OFFICER, path, "conditions", "new address", **{**GIVEN, "address": "14 Orchard Close"})
    assert not ProtectionNotice.objects.exists()
    pages.sends(OFFICER, path, **GIVEN)
    order = ProtectionNotice.objects.get()
    assert (order.order_made, order.elsewhere) == (True, "Croydon Magistrates' Court")
    assert order.conditions == ["Not to contact Joanne Marlow", "Keep away"]
    assert "Not to contact Joanne Marlow" in warnings_of([order.subject_id], at=NOW + MINUTE).get().words
    assert "Made by Croydon Magistrates' Court" in pages.reads(OFFICER, f"/protection/{order.pk}/")


def test_who_it_is_against_is_said_first(home, pages) -> None:
    path = f"/domestic/{home.raised().pk}/order-elsewhere/"
    pages.refuses(OFFICER, path, "regime", "Say first who the other person is", **GIVEN)
    assert not ProtectionNotice.objects.exists()
