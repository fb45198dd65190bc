"""A few questions on the victim's own page: shown when their time has come, in both languages; nothing must be said."""

from datetime import timedelta

from bluelamp.victims.models import Survey
from tests.custody.evening import TEN
from tests.victims.care import Care
from tests.victims.own import Own, is_private, text

PATH = "/page/questions/"


def test_before_its_time_there_is_nothing(care: Care) -> None:
    own = Own(care).open()
    assert "A few questions" not in text(own.get())
    assert "nothing to answer" in text(own.get(PATH))
    assert own.post(PATH, informed="yes").status_code == 422
    assert not Survey.objects.exists()


def opened(care: Care, language: str = "en") -> Own:
    """The page two weeks later, by a new link."""
    own = Own(care, language=language).open()
    own.at = TEN + timedelta(days=15)
    visit = care.victim.own_visits.get()
    type(visit).objects.filter(pk=visit.pk).update(opened_at=own.at, seen_at=own.at)
    return own


def test_answered_and_words_taken_back(care: Care) -> None:
    own = opened(care)
    assert "You can answer a few questions" in text(own.get())
    page = own.get(PATH)
    assert is_private(page)
    assert "Your officer does not see your answers" in text(page)
    assert "Answer one of the questions first" in text(own.post(PATH))
    assert own.post(PATH, informed="yes", safe="partly", words="You rang").status_code == 303
    assert "You can answer" not in text(own.get())
    assert "You can take it back" in text(own.get(PATH))
    own.post(PATH, erase="yes")
    assert Survey.objects.get().words == ""
    assert "You can take it back" not in text(own.get(PATH))


def test_no_thank_you_is_kept(care: Care) -> None:
    own = opened(care)
    own.post(PATH, decline="yes")
    assert Survey.objects.get().declined_at is not None
    assert "nothing to answer" in text(own.get(PATH))


def test_in_arabic(care: Care) -> None:
    own = opened(care, "ar")
    assert "هل تشعر بالأمان الآن؟" in text(own.get(PATH))
