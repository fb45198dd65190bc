"""The page of the statement: taken, changed, taken back; every version is shown."""

from django.test import Client

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
