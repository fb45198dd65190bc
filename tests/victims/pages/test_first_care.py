"""Care at the end of a call: what was done is kept in one go, what is left out stays owed, no word is lost."""

import re
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from bluelamp import clock
from bluelamp.owed.models import State
from bluelamp.people.models import SafeContact
from bluelamp.victims.models import Referral, Statement
from tests.custody.evening import HOUR, TEN
from tests.victims.care import Care

NOW = TEN + HOUR
WHOLE = {
    "safety": "known", "safety_words": "He has a key", "speaking": "none", "interviewer": "known",
    "interviewer_words": "A woman", "form": "spoken", "language": "English", "understood": "yes",
    "answer": "later", "agreed": "yes", "service": "Victim support", "referral_words": "Yes",
}  # fmt: skip


@pytest.fixture
def page(care: Care, client: Client) -> Any:
    def at_the_page(role: str = "response_officer", **given: Any) -> HttpResponse:
        care.evening.signed_in(role, client, at=NOW)
        path = f"/victims/{care.victim.pk}/first-care/"
        with clock.set_to(NOW):
            return client.post(path, given) if given else client.get(path)

    return at_the_page


def test_everything_in_one_go_keeps_what_was_owed(care: Care, page: Any) -> None:
    sent = page(**WHOLE)
    assert (sent.status_code, sent["Location"]) == (303, f"/victim/{care.victim.pk}/")
    assert not care.open() & {"assess_needs", "tell_rights_explained", "tell_statement_offered", "tell_referred"}
    assert care.now().statement_answer == "later"
    assert Referral.objects.get().service == "Victim support"


def test_what_is_left_out_stays_owed(care: Care, page: Any) -> None:
    assert page(form="plain", language="English", understood="yes").status_code == 303
    assert "tell_rights_explained" not in care.open()
    assert care.open() >= {"assess_needs", "tell_statement_offered", "tell_referred"}
    left = page().content.decode()
    assert "3. Their rights" not in left
    assert "Their rights: again" in left


def test_one_part_refused_keeps_nothing_and_loses_no_word(care: Care, page: Any) -> None:
    sent = page(**{**WHOLE, "understood": "no"})
    assert sent.status_code == 422
    assert sent.context["form"].errors["understood"]
    assert "He has a key" in sent.content.decode()
    assert care.promises("assess_needs") == [State.OPEN]
    assert not Referral.objects.exists()


def test_nothing_filled_in_is_said(page: Any) -> None:
    assert "Nothing is filled in yet" in page(service="Victim support").content.decode()


def test_with_no_safe_way_it_is_asked_first_and_one_that_leaves_none_is_refused(care: Care, page: Any) -> None:
    SafeContact.objects.all().delete()
    assert "1. A safe way to reach them" in page().content.decode()
    sent = page(ways=["text"], shared_device="on")
    assert "supervisor in victim care" in sent.content.decode()
    assert page(ways=["in_person", "text"], number="07700 900418").status_code == 303
    assert SafeContact.objects.get(ended_at=None).number == "07700 900418"


def test_a_no_to_support_is_in_their_own_words(care: Care, page: Any) -> None:
    assert page(agreed="no", service="Victim support").status_code == 422
    assert page(agreed="no", service="Victim support", referral_words="I have my sister").status_code == 303
    assert "tell_referred" not in care.open()


def test_the_title_gives_nothing_away(page: Any) -> None:
    title = re.search("<title>(.*?)</title>", page().content.decode())
    assert title is not None
    assert title[1] == "Before you go: Bluelamp"
    assert not Statement.objects.exists()


def test_what_may_all_be_left_out_says_so_once(page: Any) -> None:
    drawn = page().content.decode()
    assert "(optional)" not in drawn
    assert "What you leave out stays owed." in drawn
