"""What a victim wrote of us is erased for them by whoever erases elsewhere, on a ground, and never shown there."""

import pytest
from django.test import Client

from bluelamp.access.actions.opening import open_restricted
from bluelamp.ledger.models import Entry
from bluelamp.verdict import Refused
from bluelamp.victims.actions.surveying import erase_survey_words
from bluelamp.victims.models import Survey
from tests.custody.evening import TEN
from tests.victims.care import Care
from tests.victims.pages.page import NOW, at_page

WORDS = "The officer was kind but I waited a week"


def test_the_words_go_the_answers_stay(care: Care, client: Client) -> None:
    path = f"/victims/{care.victim.pk}/erase-words/"
    assert at_page(care, client, path, role="commander").status_code == 302, "restricted: it is opened first"
    commander = care.evening.acting("commander")
    open_restricted(record=care.victim.ref, reason="She asked to erase it", by=commander, at=NOW)
    page = at_page(care, client, path, role="commander").content.decode()
    assert "there is nothing to erase" in page
    assert "<textarea" not in page
    facts = {"stage": "report", "informed": "yes", "fair": "no", "words": WORDS, "answered_at": TEN}
    Survey.objects.create(victim=care.victim, **facts)
    page = at_page(care, client, path, role="commander").content.decode()
    assert WORDS not in page
    assert at_page(care, client, path, role="commander", why=" ").status_code == 422
    assert at_page(care, client, path, role="commander", why="She asked us to").status_code == 303
    found = Survey.objects.get()
    assert (found.words, found.words_erased_at, found.fair) == ("", NOW, "no")
    entry = Entry.objects.get(event="victims.survey_words_erased_for")
    assert "She asked" not in str(entry.facts)
    assert at_page(care, client, path, role="commander", why="Again").status_code == 422


def test_not_without_a_ground_and_not_by_anybody_else(care: Care, client: Client) -> None:
    Survey.objects.create(victim=care.victim, stage="report", words=WORDS, answered_at=TEN)
    assert at_page(care, client, f"/victims/{care.victim.pk}/erase-words/").status_code == 403
    for role, why in (("commander", ""), ("victim_care_officer", "She asked")):
        with pytest.raises(Refused):
            care(erase_survey_words, role=role, why=why)
    assert Survey.objects.get().words == WORDS
