"""Asking others for information about a victim: written, counselling held back, nothing sent before the notice."""

from django.test import Client

from bluelamp.ledger.queries import timeline
from bluelamp.victims.models import InformationRequest
from tests.victims.care import Care
from tests.victims.pages.page import at_page

GIVEN = {"holder": "The surgery", "what": "The note of 20 November", "line": "How she was hurt",
         "necessary": "Nobody else saw it", "proportionate": "One note of one day", "counselling": "no"}  # fmt: skip


def test_written_and_not_sent(care: Care, client: Client) -> None:
    path = f"/victims/{care.victim.pk}/information/"
    assert "never take silence for a yes" in at_page(care, client, path).content.decode()
    assert at_page(care, client, path, **{**GIVEN, "what": ""}).status_code == 422
    assert at_page(care, client, path, **GIVEN).status_code == 303
    assert InformationRequest.objects.get().sent_at is None
    assert "The victim has no notice yet" in at_page(care, client, path).content.decode()


def test_counselling_is_presumed_not_needed_and_somebody_who_supervises_agrees(care: Care, client: Client) -> None:
    path, given = f"/victims/{care.victim.pk}/information/", {**GIVEN, "counselling": "yes"}
    assert "presumed not to be needed" in at_page(care, client, path, **given).content.decode()
    given |= {"counselling_why": "She told them the day after"}
    own = care.evening.officer("victim_care_officer").user_name
    assert "Nobody who supervises" in at_page(care, client, path, **given, agreed_by=own).content.decode()
    assert not InformationRequest.objects.exists()
    other = care.evening.officer("domestic_abuse_specialist").user_name
    assert at_page(care, client, path, **given, agreed_by=other).status_code == 303
    assert InformationRequest.objects.get().counselling


def test_the_notice_says_what_and_why_and_an_unsafe_way_is_refused(care: Care, client: Client) -> None:
    at_page(care, client, f"/victims/{care.victim.pk}/information/", **GIVEN)
    path = f"/victims/information/{InformationRequest.objects.get().pk}/"
    words = at_page(care, client, path).content.decode()
    assert "You need not agree" in words
    assert "The note of 20 November" in words
    assert at_page(care, client, path, notice="letter", view="agrees").status_code == 422
    assert at_page(care, client, path, notice="handed", view="not_asked").status_code == 422
    assert at_page(care, client, path, notice="handed", view="objects", view_words="Leave my doctor").status_code == 303
    assert InformationRequest.objects.get().sent_at
    said = " ".join(line.sentence for line in timeline(care.victim.ref))
    assert "They object, no consent. Leave my doctor" in said
    assert at_page(care, client, path, why="The line is closed").status_code == 303
    assert InformationRequest.objects.get().withdrawn_why == "The line is closed"


def test_it_may_be_taken_back_before_anybody_was_told(care: Care, client: Client) -> None:
    at_page(care, client, f"/victims/{care.victim.pk}/information/", **GIVEN)
    path = f"/victims/information/{InformationRequest.objects.get().pk}/"
    assert at_page(care, client, f"{path}?back=yes", why="A picture was found").status_code == 303
    assert at_page(care, client, path, notice="handed", view="agrees").status_code == 422
    assert InformationRequest.objects.get().sent_at is None
