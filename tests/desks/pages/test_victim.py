"""The victim's page: safe contact first, what is owed next, every attempt, and nothing that gives them away."""

import re

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.people.models import SafeContact
from bluelamp.victims.actions.telling import tell
from bluelamp.victims.models import Telling, Victim
from tests.custody.evening import HOUR, TEN, Evening, done

NOW = TEN + 3 * HOUR


@pytest.fixture
def victim(evening: Evening) -> Victim:
    incident = evening.incident()
    found = evening.victim(incident)
    evening.held(incident=incident)
    return found


def raw(evening: Evening, client: Client, victim: Victim, role: str = "victim_care_officer") -> str:
    evening.signed_in(role, client, at=NOW)
    with clock.set_to(NOW):
        answer = client.get(f"/victim/{victim.pk}/")
    assert answer.status_code == 200
    return answer.content.decode()


def read(evening: Evening, client: Client, victim: Victim, role: str = "victim_care_officer") -> str:
    text = raw(evening, client, victim, role)
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"\s+", " ", text)).split())


def test_the_safe_way_stands_before_anything_owed_and_the_soonest_is_first(evening, client, victim) -> None:
    SafeContact.objects.update(number="07700 900418", code_word="heron")
    text = read(evening, client, victim)
    order = ["Only by text, number ending 418", "Code word first: heron", "Tell Joanne Marlow of the arrest, safely",
             "Refer Joanne Marlow to victim support", "What happened"]  # fmt: skip
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert "A person was arrested and is in a police cell." in text
    assert "07700" not in text


def test_the_title_gives_nothing_away(evening, client, victim) -> None:
    title = raw(evening, client, victim).partition("<title>")[2].partition("</title>")[0].lower()
    assert title == "your report: bluelamp"


def test_attempts_and_what_was_kept_are_shown(evening, client, victim) -> None:
    by, telling = evening.acting("victim_care_officer"), Telling.objects.get(step="arrested")
    done(tell, TEN + HOUR, by=by, telling=telling.pk, way="text", result="no_answer", words="Phone off")
    text = read(evening, client, victim)
    assert "Suspect arrested, by text: no answer. Phone off" in text
    done(tell, TEN + 2 * HOUR, by=by, telling=telling.pk, way="text", result="reached")
    text = read(evening, client, victim)
    assert "Kept Sat 21 Nov" in text or "Kept 00:05" in text
    assert text.index("Refer Joanne Marlow") < text.index("Done") < text.index("Tell Joanne Marlow of the arrest")


def test_who_may_only_see_is_told_so_and_who_may_not_is_shut_out(evening, client, victim) -> None:
    assert "Refused: Tell Joanne Marlow of the arrest, safely" in read(evening, client, victim, "custody_officer")
    evening.signed_in("detention_officer", client, at=NOW)
    assert client.get(f"/victim/{victim.pk}/").status_code == 403


def test_with_nothing_known_only_in_person(evening, client) -> None:
    found = evening.victim(evening.incident(), safe=False)
    assert "In person only, alone" in read(evening, client, found)
