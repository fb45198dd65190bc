"""The detention record: victim first, both clocks, what may be done now with the law, at most ten statements."""

import re
from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bluelamp import clock
from bluelamp.access.events import LOOKED
from bluelamp.access.models import Restriction
from bluelamp.custody.actions.hospital import go_to_hospital, return_from_hospital
from bluelamp.custody.actions.reviewing import review
from bluelamp.custody.models import Detention, Extension
from bluelamp.ledger.queries import looks
from bluelamp.people.rules.unknowns import Answer
from bluelamp.victims.actions.views import ask_views
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

NOW = TEN + 15 * HOUR


def read(evening: Evening, client: Client, found: Detention, role: str = "custody_officer", at: datetime = NOW) -> str:
    evening.signed_in(role, client, at=at)
    with clock.set_to(at):
        answer = client.get(f"/detention/{found.pk}/")
    assert answer.status_code == 200, answer
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"\s+", " ", answer.content.decode())).split())


@pytest.fixture
def held(evening: Evening) -> Detention:
    incident = evening.incident()
    evening.victim(incident)
    found = evening.held(incident=incident)
    evening.in_cell(found, "M1")
    by = evening.acting("reviewing_inspector")
    done(review, TEN + 6 * HOUR, by=by, detention=found.pk, outcome="continued", words="Still necessary")
    return found


def test_the_victim_stands_first_then_clocks_then_what_happened(evening, client, held) -> None:
    text = read(evening, client, held, at=TEN + 7 * HOUR)
    order = [
        "Callum Redfern",
        "Joanne Marlow",
        "Detention 24 hours",
        "Review 9 hours",
        "What happened",
        "Detention authorised",
        "What you may do now",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert "17 h 45 min left" in text
    assert "Review 1 kept" in text
    assert "Only by text" in text
    assert "Before any bail: ask for views on conditions." in text


def test_refusals_carry_their_reason_and_law(evening, client, held) -> None:
    text = read(evening, client, held)
    assert "Refused: Write review 2 Review detention before charge needs an inspector or above" in text
    assert "Refused: Extend beyond 24 hours Extend detention needs a superintendent or above" in text
    assert "Review 2 has not been done yet." in text
    assert "Refused: Charge Domestic abuse: the CPS decides. Director's Guidance" in text.replace("&#x27;", "'")
    assert "PACE s.47ZZA" in text
    victim = held.arrest.incident.victims.get()
    done(ask_views, NOW, by=evening.acting("victim_care_officer"), victim=victim.pk, answer="none")
    again = read(evening, client, held)
    assert "Refused: Bail with conditions" not in again
    assert "Bail with conditions" in again


def test_a_superintendent_is_offered_what_a_superintendent_may(evening, client, held) -> None:
    by = evening.acting("reviewing_inspector")
    done(review, TEN + 14 * HOUR, by=by, detention=held.pk, outcome="continued", words="Still")
    text = read(evening, client, held, "superintendent")
    assert "Refused: Extend" not in text
    assert "Refused: Authorise" not in text


def test_before_the_decision_nothing_else_is_possible(evening, client) -> None:
    found = evening.arrived()
    text = read(evening, client, found, at=TEN + HOUR)
    assert "Not authorised" in text
    assert "Authorise or refuse detention" in text
    assert text.count("Not yet: detention is not authorised.") >= 3


def test_a_late_review_is_said_to_be_late(evening, client) -> None:
    found = evening.held()
    done(review, TEN + 8 * HOUR, by=evening.acting("reviewing_inspector"), detention=found.pk, outcome="continued",
         words="Late, at a death")  # fmt: skip
    assert "Review 1 late 1 h" in read(evening, client, found)


def test_who_may_not_see_victims_sees_only_that_there_is_one(evening, client, held) -> None:
    text = read(evening, client, held, "detention_officer")
    assert "A victim is recorded" in text
    assert "Joanne" not in text.partition("What happened")[0].partition("Owed")[0]


def test_only_what_is_recorded_and_unknown_in_its_own_words(evening, client) -> None:
    person = evening.person(interpreter=Answer.NONE, disability=Answer.DECLINED, language=Answer.NOT_KNOWN)
    text = read(evening, client, evening.held(person=person))
    assert "Interpreter None" in text
    assert "Language Not known" in text
    assert "Disability Declined to say" in text


def test_at_most_ten_statements_and_the_look_with_hospital_and_an_extension(evening, client, held) -> None:
    by = evening.acting("custody_officer")
    done(go_to_hospital, TEN + 8 * HOUR, by=by, detention=held.pk, why="Head")
    done(return_from_hospital, TEN + 9 * HOUR, by=by, detention=held.pk)
    Extension.objects.create(detention=held, authorised_at=NOW, until=NOW + 10 * HOUR,
                             officer=evening.officer("superintendent"), grounds="x")  # fmt: skip
    evening.signed_in("custody_officer", client, at=NOW + MINUTE)
    with clock.set_to(NOW + MINUTE):
        client.get(f"/detention/{held.pk}/")
        with CaptureQueriesContext(connection) as sent:
            client.get(f"/detention/{held.pk}/")
    look = [one["sql"] for one in sent if "SAVEPOINT" in one["sql"] or "ledger_append" in one["sql"]]
    assert len(look) == 3, "the victim's thread is restricted: the look at it is one entry"
    assert len(sent) - len(look) <= 10, [one["sql"][:100] for one in sent]


def test_restricted_it_says_whom_to_ask_and_a_look_by_the_owner_is_logged(evening, client, held) -> None:
    Restriction.objects.create(record=held.ref, owner=evening.officer("superintendent"), restricted_at=TEN)
    evening.signed_in("custody_officer", client, at=NOW)
    answer = client.get(f"/detention/{held.pk}/")
    assert answer["Location"].startswith(f"/restricted/{held.ref}")
    read(evening, client, held, "superintendent")
    assert [line.by for line in looks(held.ref, event=LOOKED)] == [evening.officer("superintendent").ref]


def test_unknown_is_not_found_and_without_the_capability_shut(evening, client, held) -> None:
    evening.signed_in("custody_officer", client, at=NOW)
    assert client.get("/detention/999999/").status_code == 404
    evening.signed_in("contact_handler", client, at=NOW)
    assert client.get(f"/detention/{held.pk}/").status_code == 403
