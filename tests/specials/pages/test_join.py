"""The public application: short, without a script, nothing typed is lost, and only the least is kept."""

import re

import pytest

from bluelamp.ledger.models import Entry
from bluelamp.owed.queries import for_record
from bluelamp.specials.models import Special
from tests.specials.volunteers import NOON, Volunteers

GIVEN = {
    "name": "Rowan Ashe", "email": "rowan@example.org", "aim": "community", "why": "I live here",
    "grown": "on", "right": "on",
}  # fmt: skip


def test_anyone_may_apply_and_it_says_what_happens_next(at_page):
    page = at_page("public", "/join/").content.decode()
    assert "A person rings or writes to you within 5 days" in page
    assert "advice, not a contract" in page
    sent = at_page("public", "/join/", **GIVEN)
    assert (sent.status_code, sent["Location"]) == (303, "/join/received/")
    made = Special.objects.get()
    assert (made.name, made.email, made.aim, made.applied_at) == ("Rowan Ashe", "rowan@example.org", "community", NOON)
    assert Entry.objects.get(event="specials.applied").who == "public"
    assert {one.kind for one in for_record(made.ref)} == {"specials.contact", "specials.decide"}


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"name": ""}, "name", "Enter: your name"),
        ({"email": "", "phone": ""}, "email", "Enter an email address or a phone number."),
        ({"email": "rowan at home"}, "email", "such as name@example.org"),
        ({"aim": "glory"}, "aim", "Choose one of the answers"),
        ({"grown": ""}, "grown", "Tick: I am 18 or over"),
        ({"right": ""}, "right", "Tick: I have the right"),
    ],
)
def test_what_is_missing_is_said_in_words_and_nothing_is_lost(at_page, change, field, words):
    answer = at_page("public", "/join/", **{**GIVEN, **change})
    assert answer.status_code == 422
    assert words in " ".join(answer.context["form"].errors[field])
    assert "I live here" in answer.content.decode()
    assert not Special.objects.exists()


def test_the_title_says_no_more_than_it_must(at_page):
    title = re.search(r"<title>(.*)</title>", at_page("public", "/join/").content.decode())
    assert title
    assert "police" not in title[1].lower()


def test_a_flood_is_refused_in_words_and_the_coordinator_may_still_write(at_page, there: Volunteers):
    rows = [Special(name=f"N{n}", phone="1", applied_at=NOON) for n in range(30)]
    Special.objects.bulk_create(rows)
    answer = at_page("public", "/join/", **GIVEN)
    assert answer.status_code == 422
    assert "Many applications are coming in just now" in answer.content.decode()
    assert at_page("coordinator", "/join/", **GIVEN).status_code == 303


def test_sent_twice_is_one_application(at_page):
    key = "0b7b2d4e-8d0f-4f07-9f2c-0f5d1a2b3c4d"
    for _ in range(2):
        assert at_page("public", "/join/", **GIVEN, key=key).status_code == 303
    assert Special.objects.count() == 1
