"""Opening the news is being told: kept in time, late for ever after; a look at the address tells nothing."""

import pytest

from bluelamp.owed.models import State
from bluelamp.victims.actions.telling import owe_telling
from bluelamp.victims.models import Attempt, Telling
from bluelamp.victims.own_words import words_of
from tests.custody.evening import HOUR, TEN, Evening
from tests.victims.care import Care
from tests.victims.own import Own, text


@pytest.fixture
def own(care: Care) -> Own:
    care(owe_telling, hours=0.5, role="investigator", step="arrested", happened_at=TEN)
    return Own(care).open()


def path(step: str = "arrested") -> str:
    return f"/page/news/{Telling.objects.get(step=step).pk}/"


def test_opened_by_the_button_it_is_told(own: Own, care: Care) -> None:
    assert own.get(path()).status_code == 302
    assert care.promises("tell_arrested") == [State.OPEN]
    own.post(path())
    assert care.promises("tell_arrested") == [State.KEPT]
    assert "A person was arrested." in text(own.get(path()))
    assert (Attempt.objects.get().way, Attempt.objects.get().officer) == ("own_page", None)
    own.post(path())
    assert Attempt.objects.count() == 1


def test_opened_late_it_stays_late(care: Care) -> None:
    care(owe_telling, hours=0.5, role="investigator", step="arrested", happened_at=TEN)
    own = Own(care).later(TEN + 5 * 24 * HOUR)
    care.victim.invitations.update(made_at=own.at)
    own.open().post(path())
    assert care.promises("tell_arrested") == [State.LATE]


def test_what_needs_a_person_cannot_be_opened_here(own: Own, care: Care) -> None:
    for step in ("rights_explained", "referred", "statement_offered"):
        assert own.post(path(step)).status_code == 404
    assert care.promises("tell_rights_explained") == [State.OPEN]


def test_the_news_of_somebody_else_is_not_there(own: Own, care: Care, evening: Evening) -> None:
    other = Care(evening)
    other(owe_telling, hours=0.5, role="investigator", step="charged", happened_at=TEN)
    assert own.post(path("charged")).status_code == 404
    assert other.promises("tell_charged") == [State.OPEN]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_an_officer_wrote_is_marked_as_english_and_said_not_to_be_translated(care: Care, language: str) -> None:
    words = "He may not come to Elm Road.\nRing us if he does."
    care(owe_telling, hours=0.5, role="investigator", step="bailed", happened_at=TEN, words=words)
    own = Own(care, language=language).open()
    own.post(path("bailed"))
    said = words_of(language).said["page"]["as_written"]
    for page in (own.get(path("bailed")), own.get()):
        html = page.content.decode()
        assert '<blockquote class="as-written" lang="en" dir="ltr"><p>He may not come to Elm Road.<br>' in html
        assert (said in html) == (language != "en")
    assert ('dir="rtl"' in html) == (language == "ar")
