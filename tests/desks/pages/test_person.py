"""A person's page: parts belong to cases, four unknowns are four words, warnings have source and end."""

import re

from django.test import Client

from bluelamp import clock
from bluelamp.access.events import LOOKED
from bluelamp.access.models import Restriction
from bluelamp.ledger.queries import looks
from bluelamp.people.actions.persons import add_alias
from bluelamp.people.models import PersonWarning
from bluelamp.people.rules.unknowns import Answer
from tests.custody.evening import HOUR, TEN, Evening, done

NOW = TEN + 2 * HOUR


def read(evening: Evening, client: Client, person: int, role: str = "response_officer") -> str:
    evening.signed_in(role, client, at=NOW)
    with clock.set_to(NOW):
        answer = client.get(f"/person/{person}/")
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"\s+", " ", answer.content.decode())).split())


def test_four_unknowns_are_four_words(evening: Evening, client: Client) -> None:
    person = evening.person(
        sex=Answer.NOT_KNOWN, language=Answer.DECLINED, disability=Answer.NONE, home="12 Invented Road"
    )
    text = read(evening, client, person)
    for words in ("Sex Not known", "Language Declined to say", "Disability None", "Phone Not asked",
                  "Home 12 Invented Road"):  # fmt: skip
        assert words in text


def test_victim_in_one_case_and_arrested_in_another_never_an_offender(evening: Evening, client: Client) -> None:
    incident = evening.incident()
    victim = evening.victim(incident)
    evening.arrest(incident=evening.incident(), person=victim.person_id)
    text = read(evening, client, victim.person_id)
    assert "Victim Incident 1 of 20 Nov 2026" in text
    assert "Arrested Incident 2 of 20 Nov 2026" in text
    assert "offender" not in text.lower()


def test_other_names_keep_their_signs_and_their_source(evening: Evening, client: Client) -> None:
    person = evening.person("محمد", "الحسن 🦊")
    done(add_alias, TEN, by=evening.acting("response_officer"), person=person, alias="Mo", source="His sister")
    text = read(evening, client, person)
    assert "محمد الحسن 🦊" in text
    assert "Also known as Mo (His sister)" in text


def test_a_warning_says_its_source_and_when_it_lapses_and_a_lapsed_one_is_gone(evening, client) -> None:
    person = evening.person()
    facts = {"person_id": person, "kind": "violence", "source": "Incident 9", "raised_at": TEN - HOUR}
    PersonWarning.objects.create(**facts, words="Spat at officers", expires_at=NOW + HOUR)
    PersonWarning.objects.create(**facts, words="Long ago", expires_at=NOW - HOUR)
    text = read(evening, client, person)
    assert "Spat at officers Source: Incident 9. Lapses" in text
    assert "Long ago" not in text


def test_restricted_it_says_whom_to_ask_and_the_owners_look_is_logged(evening, client) -> None:
    person, owner = evening.person(), evening.officer("superintendent")
    Restriction.objects.create(record=f"person:{person}", owner=owner, restricted_at=TEN)
    evening.signed_in("response_officer", client, at=NOW)
    answer = client.get(f"/person/{person}/", follow=True)
    assert b"A restricted record exists" in answer.content
    assert str(owner).encode() in answer.content
    assert b"Redfern" not in answer.content
    assert "Callum Redfern" in read(evening, client, person, "superintendent")
    assert [line.by for line in looks(f"person:{person}", event=LOOKED)] == [owner.ref]


def test_detentions_are_for_those_who_see_custody(evening: Evening, client: Client) -> None:
    found = evening.held()
    assert "HD 1" in read(evening, client, found.person_id)
    assert "Detentions" not in read(evening, client, found.person_id, "contact_handler")
