"""The record of bail: its four parts, each step offered or refused by rank, and not for everyone."""

from datetime import datetime
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from bluelamp import clock
from bluelamp.access.models import Restriction
from bluelamp.custody.models import Bail
from tests.custody.evening import Evening
from tests.custody.let_go import FEBRUARY, NIGHT, bailed


@pytest.fixture
def open_page(evening: Evening, client: Client) -> Any:
    def opened(role: str, path: str, *, at: datetime = FEBRUARY, **given: Any) -> HttpResponse:
        evening.signed_in(role, client, at=at)
        with clock.set_to(at):
            return client.post(path, given) if given else client.get(path)

    return opened


@pytest.fixture
def bail(evening: Evening) -> Bail:
    return bailed(evening)


def test_the_record_has_its_four_parts(bail: Bail, open_page: Any) -> None:
    text = open_page("reviewing_inspector", f"/bail/{bail.pk}/").content.decode()
    for words in ("Joanne Marlow", "How the end is counted", "the day after, Sat 21 Nov 2026, is day 1",
                  "Extend bail to 6",
                  "Bailed before charge to return Sat 20 Feb 2027", "Not to contact her"):  # fmt: skip
        assert words in text, words


def test_a_constable_is_refused_each_step_with_its_law(bail: Bail, open_page: Any) -> None:
    text = open_page("investigator", f"/bail/{bail.pk}/").content.decode()
    assert f"/bail/{bail.pk}/extend/" not in text
    assert f"/bail/{bail.pk}/days/" in text


def test_a_restricted_record_sends_to_whom_to_ask(evening: Evening, bail: Bail, open_page: Any) -> None:
    owner = evening.officer("domestic_abuse_specialist")
    Restriction.objects.create(record=bail.person.ref, owner=owner, restricted_at=NIGHT)
    assert "/restricted/" in open_page("reviewing_inspector", f"/bail/{bail.pk}/")["Location"]
