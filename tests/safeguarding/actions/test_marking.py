"""A warning on a number or an address: seen before grading, with who decided and until when; ended with a reason."""

import pytest

from bluelamp.calls.models import Contact
from bluelamp.people.actions.safety import keep_address
from bluelamp.people.models import NumberWarning
from bluelamp.people.queries import warnings_on
from bluelamp.places.queries import warnings_at
from bluelamp.safeguarding.actions.marking import mark, unmark
from bluelamp.safeguarding.at_the_call import known_of, known_of_incident
from bluelamp.safeguarding.models import Marker
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, done
from tests.safeguarding.at_home import DAY, NOW

NUMBER = "07700 900111"
GIVEN = {
    "on": "number",
    "what": NUMBER,
    "words": "Silent call: send a crew, do not ring back",
    "expires_at": NOW + 20 * DAY,
}


@pytest.fixture
def marked(home):
    found = home.assessed()
    done(mark, NOW, by=home.by("response_officer"), domestic=found.pk, **GIVEN)
    return found


def rang(**more):
    return Contact.objects.create(channel="999", rang_at=NOW + HOUR, caller_number="+447700900111", **more)


def test_it_is_seen_while_it_still_rings_and_before_anything_is_graded(home, marked, at_page) -> None:
    rang()
    page = at_page("contact_handler", "/calls/", at=NOW + HOUR + MINUTE).content.decode()
    one = NumberWarning.objects.get()
    for words in (GIVEN["words"], f"Decided by {one.decided_by}", "Lapses", f"Incident {marked.incident.number}"):
        assert words in page
    assert one.decided_by == home.by("response_officer").name


def test_it_stands_with_the_contact_in_hand(home, marked, at_page) -> None:
    handler = home.by("contact_handler")
    rang(answered_at=NOW + HOUR, answered_by_id=handler.number)
    page = at_page("contact_handler", "/calls/", at=NOW + HOUR + MINUTE).content.decode()
    assert page.count(GIVEN["words"]) == 1
    propose = {
        "propose": "1",
        "what": "Nothing is said",
        "opening_code": "domestic",
        "contact": str(Contact.objects.get().pk),
    }
    assert (
        at_page("contact_handler", "/calls/", at=NOW + HOUR + MINUTE, **propose).content.decode().count(GIVEN["words"])
        == 1
    )


def test_the_crew_sees_it_with_the_incident(home, marked) -> None:
    incident = home.evening.incident()
    rang(answered_at=NOW + HOUR, incident=incident)
    assert [one.words for one in known_of_incident(incident, None, at=NOW + HOUR).on_number] == [GIVEN["words"]]


def test_it_lapses_and_another_number_shows_nothing(home, marked) -> None:
    assert warnings_on([NUMBER], at=NOW + HOUR)
    assert not warnings_on([NUMBER], at=NOW + 21 * DAY)
    assert not known_of(place="", number="07700 900112", at=NOW + HOUR).anything
    assert known_of(place="", number=NUMBER, at=NOW + HOUR).anything


def test_an_address_is_marked_the_same_way_and_says_who(home, marked, at_page) -> None:
    by = home.by("response_officer")
    done(mark, NOW, by=by, domestic=marked.pk, **{**GIVEN, "on": "address", "what": "Flat 6"})
    [there] = warnings_at("flat 6", at=NOW + HOUR)
    assert by.name in there.source
    page = at_page("response_officer", f"/domestic/{marked.pk}/", at=NOW + HOUR).content.decode()
    assert page.count("Take off") == 2


def test_it_is_taken_off_with_a_reason_and_only_once(home, marked, at_page) -> None:
    one, by = Marker.objects.get(), home.by("response_officer")
    with pytest.raises(Refused, match="why"):
        done(unmark, NOW + HOUR, by=by, marker=one.pk, why=" ")
    path = f"/domestic/mark/{one.pk}/"
    assert at_page("response_officer", path).status_code == 200
    assert at_page("response_officer", path, at=NOW + HOUR, why="She has another phone").status_code == 303
    assert not warnings_on([NUMBER], at=NOW + 2 * HOUR)
    with pytest.raises(Refused, match="ended already"):
        done(unmark, NOW + 2 * HOUR, by=by, marker=one.pk, why="Once more")


def test_the_page_puts_it_there_and_refuses_what_is_no_number(home, at_page) -> None:
    found = home.assessed()
    path = f"/domestic/{found.pk}/mark/"
    given = {"on": "number", "what": "12", "words": "Send somebody", "until": (NOW + 5 * DAY).date().isoformat()}
    page = at_page("response_officer", path, **given)
    assert page.status_code == 422
    assert "whole number" in page.content.decode()
    assert at_page("response_officer", path, **{**given, "what": NUMBER}).status_code == 303
    assert NumberWarning.objects.get().expires_at > NOW + 4 * DAY
    assert at_page("special_constable", path).status_code == 403


def test_no_warning_holds_an_address_that_is_kept(home, marked) -> None:
    by = home.by("response_officer")
    done(keep_address, NOW, by=by, person=marked.victim.person_id, address="14 Orchard Close, AL1 2QX", why="From him")
    for given in ({"on": "address", "what": "14 Orchard Close"}, {"words": "She lives at AL1 2QX now"}):
        with pytest.raises(Refused, match="new address"):
            done(mark, NOW, by=by, domestic=marked.pk, **{**GIVEN, **given})
