"""The breach of a newer order is a crime: the number of one that exists is written, once."""

from datetime import date

from bluelamp.crimes.actions.recording import record_crime
from bluelamp.crimes.models import Crime
from bluelamp.owed.models import Promise
from bluelamp.safeguarding.actions.ordered_elsewhere import Order, enter_order
from bluelamp.safeguarding.models import Breach, ProtectionNotice
from tests.custody.evening import done
from tests.safeguarding.at_home import NOW, OFFICER


def test_its_number_is_written_once(home, pages) -> None:
    found, by = home.settled(), home.by(OFFICER)
    order = Order(regime="dapn", court="Croydon", made_on=date(2026, 11, 2), conditions=("Keep away",))
    notice = ProtectionNotice.objects.get(pk=done(enter_order, NOW, by=by, domestic=found.pk, order=order))
    breach = home.breach(notice, arrested=False)
    path = f"/protection/breach/{breach.pk}/crime/"
    assert path in pages.reads(OFFICER, f"/protection/{notice.pk}/")
    pages.refuses(OFFICER, path, "crime_number", "There is no crime of this number", crime_number="41/999999/26")
    assert Breach.objects.get().crime_number == ""
    facts = {"offence_code": "125/11", "offence_words": "Breach of an order", "category": "Other crime",
             "circumstances": "He rang her"}  # fmt: skip
    done(record_crime, NOW, by=by, incident=found.incident_id, **facts)
    number = Crime.objects.get().number
    assert pages.sends(OFFICER, path, crime_number=f" {number} ") == f"/protection/{notice.pk}/"
    assert Breach.objects.get().crime_number == number
    assert Promise.objects.get(kind="safeguarding.breach_crime").state == "kept"
    assert f"recorded as crime {number}" in pages.reads(OFFICER, f"/protection/{notice.pk}/")
    pages.refuses(OFFICER, path, "", "No crime waits to be recorded here", crime_number=number)


def test_the_breach_of_a_notice_is_no_crime_by_itself(home, pages) -> None:
    path = f"/protection/breach/{home.breach().pk}/crime/"
    pages.refuses(OFFICER, path, "", "No crime waits to be recorded here", crime_number="41/1/26")
