"""The page of the statement: taken, changed, taken back; every version is shown."""

from django.test import Client

from bluelamp.victims.models import Statement
from tests.victims.care import Care
from tests.victims.pages.page import at_page


def test_take_change_and_take_back(care: Care, client: Client) -> None:
    path = f"/victims/{care.victim.pk}/statement/"
    sent = at_page(care, client, path, do="take", words="I cannot sleep")
    assert sent.context["form"].errors["told_disclosable"]
    for words in ("I cannot sleep", "I moved out"):
        given = {"do": "take", "words": words, "reading": "themselves", "told_disclosable": "on"}
        assert at_page(care, client, path, **given).status_code == 303
    text = at_page(care, client, path).content.decode()
    assert text.index("I moved out") < text.index("I cannot sleep")
    assert at_page(care, client, path, do="serve").status_code == 303
    assert "cannot be taken back" in at_page(care, client, path, do="withdraw", words="No").content.decode()


def test_markup_in_a_statement_is_text(care: Care, client: Client) -> None:
    path = f"/victims/{care.victim.pk}/statement/"
    at_page(care, client, path, do="take", words="<script>alert(1)</script>", told_disclosable="on")
    assert b"<script>alert(1)" not in at_page(care, client, path).content


def test_words_about_the_sentence_are_asked_about_once_and_kept_as_they_are(care: Care, client: Client) -> None:
    path = f"/victims/{care.victim.pk}/statement/"
    assert "not what sentence there should be" in at_page(care, client, path).content.decode()
    given = {"do": "take", "words": "I cannot sleep. He belongs in prison.", "told_disclosable": "on"}
    asked = at_page(care, client, path, **given)
    assert asked.context["form"].errors.keys() == {"as_it_is"}
    assert "He belongs in prison." in asked.content.decode()
    assert not Statement.objects.exists()
    assert at_page(care, client, path, as_it_is="on", **given).status_code == 303
    assert Statement.objects.get().words == "I cannot sleep. He belongs in prison."
