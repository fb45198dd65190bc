"""The pages that tell a victim and ask for their views."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from bluelamp import clock
from bluelamp.victims.actions.telling import owe_telling
from bluelamp.victims.models import Attempt, Telling, Victim
from tests.custody.evening import HOUR, TEN, Evening, done

NOW = TEN + HOUR


@pytest.fixture
def victim(evening: Evening) -> Victim:
    return evening.victim(evening.incident())


def at_the_page(evening: Evening, client: Client, role: str, path: str, **given: Any) -> HttpResponse:
    evening.signed_in(role, client, at=NOW)
    with clock.set_to(NOW):
        return client.post(path, given) if given else client.get(path)


def test_ways_say_whether_they_are_safe_and_an_unsafe_one_is_refused_in_words(evening, client, victim) -> None:
    telling = Telling.objects.get(victim=victim, step="rights_explained")
    path = f"/victims/telling/{telling.pk}/"
    page = at_the_page(evening, client, "victim_care_officer", path)
    assert b"Safe now" in page.content
    assert b"Refused: Not known to be safe by phone. Ask PC Response Officer." in page.content
    sent = at_the_page(evening, client, "victim_care_officer", path, way="phone", result="reached")
    assert sent.status_code == 422
    assert "Ask " in sent.context["form"].errors["way"][-1]
    assert not Attempt.objects.exists()
    sent = at_the_page(evening, client, "victim_care_officer", path, way="text", result="reached", words="Told")
    assert (sent.status_code, sent["Location"]) == (303, f"/victim/{victim.pk}/")


def test_no_title_holds_the_name_or_the_word_police(evening, client, victim) -> None:
    telling = Telling.objects.get(victim=victim, step="rights_explained")
    for path in (f"/victims/telling/{telling.pk}/", f"/victims/{victim.pk}/views/", f"/victim/{victim.pk}/"):
        text = at_the_page(evening, client, "victim_care_officer", path).content.decode()
        title = text.partition("<title>")[2].partition("</title>")[0].lower()
        assert title
        assert "marlow" not in title
        assert "police" not in title


def test_views_without_words_are_refused_at_the_field(evening, client, victim) -> None:
    path = f"/victims/{victim.pk}/views/"
    sent = at_the_page(evening, client, "victim_care_officer", path, about="bail", answer="given")
    assert sent.context["form"].errors["words"]
    sent = at_the_page(
        evening, client, "victim_care_officer", path, about="bail", answer="given", words="Not near the school"
    )
    assert sent.status_code == 303
    assert Victim.objects.get(pk=victim.pk).views_on_bail == "Not near the school"


def test_views_of_a_child_ask_who_spoke_for_them(evening, client, victim) -> None:
    Victim.objects.filter(pk=victim.pk).update(age_then=9)
    path = f"/victims/{victim.pk}/views/"
    sent = at_the_page(
        evening, client, "victim_care_officer", path, about="bail", answer="given", words="Not near school"
    )
    assert sent.context["form"].errors["through"]
    given = {"about": "bail", "answer": "given", "words": "Not near school", "through": "Her aunt"}
    assert at_the_page(evening, client, "victim_care_officer", path, **given).status_code == 303


def test_who_may_only_see_may_not_tell(evening, client, victim) -> None:
    path = f"/victims/{victim.pk}/views/"
    assert at_the_page(evening, client, "custody_officer", path).status_code == 403


def test_a_decision_goes_in_writing_too(evening, client, victim) -> None:
    by = evening.acting("investigator")
    done(owe_telling, TEN, by=by, victim=victim.pk, step="not_prosecuted", happened_at=TEN)
    record = f"/victim/{victim.pk}/"
    before = at_the_page(evening, client, "victim_care_officer", record).content.decode()
    assert "They were not told of this yet" in before
    path = f"/victims/telling/{Telling.objects.get(step='not_prosecuted').pk}/"
    said = {"way": "text", "result": "reached", "words": "Told with the reasons"}
    short = at_the_page(evening, client, "victim_care_officer", path, **said)
    assert short.context["form"].errors.keys() == {"writing"}
    assert at_the_page(evening, client, "victim_care_officer", path, writing="handed", **said).status_code == 303
    after = at_the_page(evening, client, "victim_care_officer", record).content.decode()
    assert "In writing: handed to them" in after
    assert "In time, until" in after
