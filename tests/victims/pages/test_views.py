"""The page that asks for a victim's views: one decision at a time, and what whoever decides then sees."""

from django.test import Client

from bluelamp.access.models import Restriction
from bluelamp.victims.models import Victim, Views
from tests.victims.care import Care
from tests.victims.pages.page import at_page


def test_asked_about_one_decision_and_kept_with_what_came_of_it(care: Care, client: Client) -> None:
    path = f"/victims/{care.victim.pk}/views/"
    first = at_page(care, client, f"{path}?about=out_of_court")
    assert first.context["form"]["about"].value() == "out_of_court"
    assert "through" not in first.context["form"].fields
    short = at_page(care, client, path, about="bail", answer="not_reachable")
    assert short.status_code == 422
    assert "what was tried" in short.content.decode()
    given = {"about": "bail", "answer": "not_reachable", "words": "Rang at 9 and at 11"}
    assert at_page(care, client, path, **given).status_code == 303
    assert Views.objects.get().came == "not_reachable"
    text = at_page(care, client, f"/victim/{care.victim.pk}/").content.decode()
    assert "They could not be reached. <bdi>Rang at 9 and at 11</bdi>" in text


def test_of_a_vulnerable_adult_it_is_asked_whose_words_they_are(care: Care, client: Client) -> None:
    Victim.objects.filter(pk=care.victim.pk).update(vulnerable=True)
    path = f"/victims/{care.victim.pk}/views/"
    assert "say who speaks for them" in at_page(care, client, path).content.decode()
    given = {"about": "bail", "answer": "given", "words": "Not near me"}
    assert at_page(care, client, path, **given).context["form"].errors.keys() == {"own"}
    assert at_page(care, client, path, own="yes", **given).status_code == 303


def test_a_child_is_asked_who_spoke(care: Care, client: Client) -> None:
    Victim.objects.filter(pk=care.victim.pk).update(kind="child")
    form = at_page(care, client, f"/victims/{care.victim.pk}/views/").context["form"]
    assert "own" not in form.fields
    assert "through" in form.fields


def test_whoever_lets_somebody_out_sees_that_nobody_asked_and_no_name_that_is_kept(care: Care, client: Client) -> None:
    found = care.evening.held(incident=care.incident)
    first = at_page(care, client, f"/detention/{found.pk}/release/?disposal=BAIL_WITH_CONDITIONS", "custody_officer")
    assert "Nobody asked them about this" in first.content.decode()
    assert "Joanne Marlow" in first.content.decode()
    owner = care.evening.officer("superintendent")
    Restriction.objects.filter(record=care.victim.ref).update(owner=owner, roles=[])
    again = at_page(care, client, f"/detention/{found.pk}/release/?disposal=BAIL_WITH_CONDITIONS", "custody_officer")
    assert "Joanne Marlow" not in again.content.decode()
    assert "A restricted record exists" in again.content.decode()
