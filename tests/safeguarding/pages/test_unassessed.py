"""The queue: the oldest first, whose it is, late ones marked, restricted ones veiled and the looks logged."""

from bluelamp.ledger.models import Entry
from bluelamp.safeguarding.actions.alone import take_on_pathway
from bluelamp.safeguarding.actions.raising import take_on
from tests.custody.evening import HOUR, MINUTE, TEN, done
from tests.safeguarding.at_home import NOW


def test_the_oldest_first_with_an_owner_or_nobody(home, at_page) -> None:
    young, old = home.raised(at=TEN, named=False), home.raised(at=TEN - 3 * HOUR, named=False)
    page = at_page("domestic_abuse_specialist", "/domestic/")
    assert [row["found"].pk for row in page.context["open"]] == [old.pk, young.pk]
    assert page.context["unowned"] == 2
    assert b"2 belong to nobody yet" in page.content
    assert b"Late" in page.content


def test_who_is_not_on_it_is_told_whom_to_ask_and_looks_are_logged(home, at_page) -> None:
    found = home.raised()
    done(take_on, TEN + MINUTE, by=home.by("response_officer"), domestic=found.pk)
    page = at_page("response_officer", "/domestic/", name="Other")
    assert b"A restricted record exists. Ask PC Response Officer." in page.content
    assert found.incident.kind.encode() not in page.content
    assert not Entry.objects.filter(event="access.looked").exists()
    at_page("domestic_abuse_specialist", "/domestic/")
    assert Entry.objects.filter(event="access.looked", about__contains=[found.ref]).count() == 1


def test_second_looks_wait_below(home, at_page) -> None:
    found = home.assessed()
    page = at_page("domestic_abuse_specialist", "/domestic/")
    assert page.context["open"] == []
    assert [row["found"].pk for row in page.context["looks"]] == [found.pk]
    assert b"Look again" in page.content
    assert at_page("contact_handler", "/domestic/", at=NOW).status_code == 403


def test_it_waits_in_the_queue_among_the_domestic_ones_by_age(home, at_page) -> None:
    old, young = home.stalked(at=TEN - HOUR), home.raised(named=False)
    page = at_page("domestic_abuse_specialist", "/domestic/")
    assert [row["found"] for row in page.context["open"]] == [old, young]
    assert page.context["unowned"] == 2
    body = page.content.decode()
    assert f"/pathway/{old.pk}/take-on/" in body
    assert f"/domestic/{young.pk}/take-on/" in body
    done(take_on_pathway, NOW, by=home.by("response_officer"), pathway=old.pk)
    assert f"/pathway/{old.pk}/assess/" in at_page("domestic_abuse_specialist", "/domestic/").content.decode()
    other = at_page("response_officer", "/domestic/", name="Other").content.decode()
    assert "A restricted record exists. Ask PC Response Officer." in other
    assert f"/pathway/{old.pk}/" not in other
