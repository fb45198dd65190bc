"""The victim's own page: neutral, kept nowhere, in plain words, in either direction of writing."""

import re

import pytest

from bluelamp.victims.actions.telling import owe_telling, tell
from bluelamp.victims.models import Telling
from tests.custody.evening import HOUR, TEN
from tests.victims.care import Care
from tests.victims.own import Own, is_private, text


@pytest.fixture
def own(care: Care) -> Own:
    care(owe_telling, hours=0.5, role="investigator", step="arrested", happened_at=TEN)
    return Own(care).open()


def test_it_is_neutral_and_kept_nowhere(own: Own) -> None:
    answer = own.get()
    page = answer.content.decode()
    assert is_private(answer)
    title = re.search("<title>(.*?)</title>", page)
    assert title is not None
    assert title[1] == "Your page"
    for word in ("police", "Marlow", "Redfern", "assault", "victim of"):
        assert word not in text(answer)
    assert page.index('id="leave"') < page.index("<main")


def test_news_is_announced_without_saying_what_until_it_is_opened(own: Own, care: Care) -> None:
    words = text(own.get())
    assert "There is news for you" in words
    assert "arrested" not in words
    assert "We have your report" in words


def test_what_was_told_another_way_is_what_is_happening_now(own: Own, care: Care) -> None:
    care(tell, telling=Telling.objects.get(step="arrested").pk, way="text", result="reached")
    words = text(own.get())
    assert "A person was arrested. Friday 20 November" in words
    assert "There is news for you" not in words


def test_what_is_owed_says_by_when_and_who_the_officer_is(own: Own, care: Care) -> None:
    words = text(own.get())
    assert "Offer you help from a support service By the end of Tuesday 24 November" in words
    assert str(care.evening.officer("response_officer")) in words
    assert "Only: text" in words


def test_late_is_said(own: Own, care: Care) -> None:
    fresh = Own(care, token="for-a-later-day").later(TEN + 24 * 20 * HOUR)
    care.victim.invitations.update(made_at=fresh.at)
    fresh.open()
    assert "Late. You can tell us or complain" in text(fresh.get())


def test_arabic_runs_from_right_to_left(own: Own) -> None:
    assert own.post("/page/", language="ar").status_code == 303
    page = own.get().content.decode()
    assert '<html lang="ar" dir="rtl"' in page
    assert "هناك أخبار لك" in page
    assert "حتى نهاية يوم الثلاثاء 24 نوفمبر" in page
    assert "There is news" not in page
    own.post("/page/", language="nothing-like-it")
    assert 'dir="rtl"' in own.get().content.decode()


def test_an_officers_sign_in_opens_no_victims_page_nor_the_other_way_round(own: Own, care: Care, client) -> None:
    care.evening.signed_in("victim_care_officer", client, at=own.at)
    assert client.get("/page/").status_code == 404
    assert own.get(f"/victim/{care.victim.pk}/").status_code == 302
