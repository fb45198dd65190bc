"""An order made elsewhere is enforced here; the breach of a newer one is a crime, on custody's clocks."""

from dataclasses import replace
from datetime import date

import pytest

from bluelamp.crimes.actions.recording import record_crime
from bluelamp.crimes.models import Crime
from bluelamp.owed.models import Promise
from bluelamp.people.queries import warnings_of
from bluelamp.places.queries import warnings_at
from bluelamp.safeguarding.actions.ordered_elsewhere import Order, enter_order, record_breach
from bluelamp.safeguarding.actions.protecting import write_breach
from bluelamp.safeguarding.models import ProtectionNotice
from bluelamp.safeguarding.owed.protection import crime_due
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, done
from tests.safeguarding.at_home import DAY, NOW

ORDER = Order(
    regime="dapn", court="Croydon Magistrates' Court", made_on=date(2026, 11, 2),
    conditions=("Not to contact Joanne Marlow",), address="Flat 6",
)  # fmt: skip


def entered(home, **changes) -> ProtectionNotice:
    found, by = home.settled(), home.by("response_officer")
    order = replace(ORDER, **changes)
    return ProtectionNotice.objects.get(pk=done(enter_order, NOW, by=by, domestic=found.pk, order=order))


def test_it_is_seen_at_once_on_the_person_and_the_address_whatever_is_issued_here(home) -> None:
    order = entered(home)
    assert (order.order_made, order.elsewhere, order.order_until) == (True, "Croydon Magistrates' Court", None)
    seen = warnings_of([order.subject_id], at=NOW + HOUR).get()
    assert "Domestic abuse protection order: Not to contact Joanne Marlow" in seen.words
    assert "A crime: arrest, up to five years" in seen.words
    assert len(warnings_at("Flat 6", at=NOW + HOUR)) == 1
    older = {"regime": "dvpn", "made_on": date(2026, 11, 15), "until": date(2026, 12, 5)}
    timed = entered(home, **older)
    assert warnings_of([timed.subject_id], at=NOW + 14 * DAY).exists()
    assert not warnings_of([timed.subject_id], at=NOW + 16 * DAY).exists(), "it ends with its last day"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"until": date(2026, 11, 19)}, "ended already"),
        ({"conditions": (" ",)}, "Write the conditions"),
        ({"regime": "dvpn"}, "on which day the order ends"),
    ],
)
def test_what_cannot_be_in_force_is_refused(home, changes, words) -> None:
    with pytest.raises(Refused, match=words):
        entered(home, **changes)
    assert not ProtectionNotice.objects.exists()


def test_its_subject_is_said_first(home) -> None:
    with pytest.raises(Refused, match="who the other person is"):
        done(enter_order, NOW, by=home.by("response_officer"), domestic=home.raised().pk, order=ORDER)


def test_a_breach_of_the_newer_order_is_a_crime_to_record_and_no_24_hours_to_the_court(home) -> None:
    order, by = entered(home), home.by("response_officer")
    done(write_breach, NOW + 2 * HOUR, by=by, notice=order.pk, words="He rang her", arrested_at=NOW + HOUR)
    breach = order.breaches.get()
    assert not Promise.objects.filter(kind="safeguarding.breach_court").exists(), "custody's own clocks run"
    promise = Promise.objects.get(kind="safeguarding.breach_crime")
    assert promise.due_at == NOW + 26 * HOUR
    assert crime_due(order.ref, str(breach.pk)).due == promise.due_at
    with pytest.raises(Refused, match="no crime of this number"):
        done(record_breach, NOW + 3 * HOUR, by=by, breach=breach.pk, crime_number="41/1/26")
    what = {"offence_code": "66/91", "offence_words": "Breach of an order", "category": "Other crime"}
    incident = order.domestic.incident_id
    number = done(record_crime, NOW + 3 * HOUR, by=by, incident=incident, circumstances="He rang", **what)
    crime = Crime.objects.get(pk=number).number
    done(record_breach, NOW + 3 * HOUR, by=by, breach=breach.pk, crime_number=f" {crime} ")
    promise.refresh_from_db()
    assert promise.state == "kept"
    assert crime_due(order.ref, str(breach.pk)) is None
    with pytest.raises(Refused, match="No crime waits"):
        done(record_breach, NOW + 4 * HOUR, by=by, breach=breach.pk, crime_number=crime)


def test_a_breach_of_the_older_order_goes_to_the_court_in_a_day(home) -> None:
    order = entered(home, regime="dvpn", made_on=date(2026, 11, 15), until=date(2026, 12, 5))
    by = home.by("response_officer")
    done(write_breach, NOW + 2 * HOUR, by=by, notice=order.pk, words="He rang her", arrested_at=NOW + HOUR)
    assert Promise.objects.filter(kind="safeguarding.breach_court", state="open").exists()
    assert not Promise.objects.filter(kind="safeguarding.breach_crime").exists()


def test_its_pages(home, at_page) -> None:
    found, role = home.settled(), "response_officer"
    path = f"/domestic/{found.pk}/order-elsewhere/"
    assert path in at_page(role, f"/domestic/{found.pk}/").content.decode()
    said = {"regime": "dapn", "court": "Croydon", "made_on": "2026-11-02", "conditions": "Not to contact her"}
    assert at_page(role, path, **{**said, "made_on": "2026-12-02"}).status_code == 422
    assert at_page(role, path, **said).status_code == 303
    order = ProtectionNotice.objects.get()
    done(write_breach, NOW, by=home.by(role), notice=order.pk, words="He rang her")
    page = at_page(role, f"/protection/{order.pk}/").content.decode()
    number = order.breaches.get().pk
    for words in ("Made by Croydon", "to be recorded as a crime", f"/protection/breach/{number}/crime/"):
        assert words in page, words
    answer = at_page(role, f"/protection/breach/{number}/crime/", crime_number="nothing")
    assert "no crime of this number" in answer.content.decode()
