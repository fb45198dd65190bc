"""Before a call is graded and before a crew goes: conditions in force, what came before, and never who said what."""

from bluelamp.ledger.models import Entry
from bluelamp.safeguarding.actions.pathways import close_pathway
from bluelamp.safeguarding.at_the_call import known_of, known_of_incident
from bluelamp.safeguarding.models import DomesticIncident
from tests.custody.evening import HOUR, done
from tests.safeguarding.at_home import DAY, NOW

CALL = {"propose": "1", "what": "He is back", "opening_code": "domestic", "channel": "101"}


def test_conditions_in_force_are_known_at_the_address_at_once(home, at_page) -> None:
    notice = home.notice(served=True)
    known = known_of(place="flat 6", at=NOW + 2 * HOUR)
    assert [one.pk for one in known.at_address] == [notice.address_warning]
    assert [one.pk for one in known.of_people] == [notice.person_warning]
    page = at_page("contact_handler", "/calls/", at=NOW + 2 * HOUR, place="Flat 6", **CALL).content.decode()
    assert "Callum Redfern must keep away" in page
    crew = at_page("response_officer", f"/incident/{notice.domestic.incident_id}/", at=NOW + 2 * HOUR).content.decode()
    assert "Not to contact Joanne Marlow" in crew


def test_earlier_ones_are_counted_with_the_highest_risk_before_grading(home, at_page) -> None:
    first = home.assessed(grade="high", reason="He held a pillow over her face")
    second = home.raised(named=False)
    known = known_of(place="Flat 6", at=NOW + HOUR)
    assert (known.times, known.highest, known.unassessed, known.worse) == (2, "High", 1, True)
    page = at_page("contact_handler", "/calls/", at=NOW + HOUR, place="Flat 6", **CALL)
    words = page.content.decode()
    assert "Domestic before: 2 in 12 months." in words
    assert "Highest risk: High." in words
    assert "pillow" not in words
    assert "Are there children in the home" in words, "a repeat forces the domestic questions"
    looked = Entry.objects.filter(event="access.looked", about__contains=[first.ref, second.ref])
    assert looked.count() == 1


def test_the_same_people_are_followed_to_another_address(home) -> None:
    found = home.assessed()
    elsewhere = home.evening.incident()
    type(elsewhere).objects.filter(pk=elsewhere.pk).update(place_words="Her sister's, St Albans")
    again = DomesticIncident.objects.create(incident=elsewhere, suspect=found.suspect, raised_at=NOW)
    known = known_of(place="Her sister's, St Albans (not confirmed)", at=NOW + HOUR)
    assert set(known.records) == {found.ref, again.ref}
    elsewhere.refresh_from_db()
    assert known_of_incident(elsewhere, again, at=NOW + HOUR).times == 0, "the incident at hand is not its own history"


def test_a_year_ago_and_elsewhere_and_nothing_said_is_nothing(home) -> None:
    home.assessed()
    assert not known_of(place="Flat 6", at=NOW + 366 * DAY).anything
    assert not known_of(place="Flat 7", at=NOW).anything
    assert not known_of(place="  ", at=NOW).anything


def test_a_stranger_who_stalks_is_known_at_the_next_call(home, at_page) -> None:
    row = home.stalked(number="07700 900333")
    known = known_of(place="", number="07700 900333", at=NOW)
    assert (known.pathways, known.records, known.times, known.anything) == (("Stalking",), (row.ref,), 0, True)
    assert known_of(place="", number="07700 900333", but=row.incident_id, at=NOW).pathways == ()
    assert known_of(place="", number="07700 900334", at=NOW).pathways == ()
    call = {**CALL, "place": "12 Elm Road", "opening_code": "stalking"}
    type(row.incident).objects.filter(pk=row.incident_id).update(place_words="12 Elm Road (not confirmed)")
    page = at_page("contact_handler", "/calls/", **call).content.decode()
    assert "Stalking before, here or by this number." in page
    assert "Haddad" not in page
    done(close_pathway, NOW, by=home.by("domestic_abuse_specialist"), pathway=row.pk, why="A delivery driver")
    assert not known_of(place="12 Elm Road", number="07700 900333", at=NOW).anything
