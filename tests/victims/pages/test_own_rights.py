"""Rights and news on the victim's own page, in the form they read best; what is missing is said."""

from typing import Any

import pytest

from bluelamp.victims.models import OwnVisit, RightsGiven
from bluelamp.victims.own_words import languages, words_of
from tests.custody.evening import TEN
from tests.victims.care import Care
from tests.victims.own import Own, is_private, text

PATH = "/page/rights/"


def given(care: Care, form: str) -> None:
    RightsGiven.objects.create(victim=care.victim, at=TEN, form=form, language="English")


def test_twelve_rights_in_plain_words(care: Care) -> None:
    own = Own(care).open()
    page = own.get(PATH)
    assert is_private(page)
    assert page.content.decode().count("<li>") == 12
    assert "To complain when your rights were not kept." in text(page)
    assert 'data-reading="plain"' in page.content.decode()


@pytest.mark.parametrize("form", ["large_print", "easy_read", "signed"])
def test_the_form_they_stated_is_the_form_in_which_it_opens(care: Care, form: str) -> None:
    given(care, form)
    own = Own(care).open()
    for path in ("/page/", PATH, "/page/write/"):
        assert f'data-reading="{form}"' in own.get(path).content.decode(), path


def test_spoken_rights_say_nothing_of_how_they_read(care: Care) -> None:
    given(care, "spoken")
    Own(care).open()
    assert OwnVisit.objects.get().form == "plain"


def test_easy_read_says_that_there_are_no_pictures_and_tells_news_in_short_words(care: Care) -> None:
    care.evening.arrest(incident=care.incident)
    own = Own(care).open()
    assert own.post(PATH, form="easy_read").status_code == 303
    page = text(own.get(PATH))
    assert "We have no pictures here yet" in page
    assert "You can tell us if we did something wrong." in page
    telling = care.victim.tellings.get(step="arrested")
    own.post(f"/page/news/{telling.pk}/")
    assert "Somebody was taken to be asked questions." in text(own.get(f"/page/news/{telling.pk}/"))
    assert "Somebody was taken to be asked questions." in text(own.get())


def test_sign_language_is_a_film_of_the_force_or_said_to_be_missing(care: Care, settings: Any) -> None:
    own = Own(care).open()
    own.post(PATH, form="signed")
    assert "no film in British Sign Language here yet" in text(own.get(PATH))
    settings.SIGNED_RIGHTS = "javascript:stolen()"
    assert "javascript" not in own.get(PATH).content.decode()
    settings.SIGNED_RIGHTS = "https://force.example/film"
    page = own.get(PATH).content.decode()
    assert '<a href="https://force.example/film" rel="noreferrer">' in page
    assert "here yet" not in page


def test_a_form_that_there_is_none_of_changes_nothing(care: Care) -> None:
    own = Own(care).open()
    own.post(PATH, form="braille")
    assert OwnVisit.objects.get().form == "plain"


def test_looking_at_them_keeps_no_promise(care: Care) -> None:
    own = Own(care).open()
    own.get(PATH)
    assert "tell_rights_explained" in care.open()


@pytest.mark.parametrize("code", languages())
def test_whatever_is_news_is_news_in_easy_read(code: str) -> None:
    said = words_of(code).said
    assert said["news"].keys() == said["easy"].keys()
    assert len(said["rights"]["plain"]) == len(said["rights"]["easy"]) == 12
