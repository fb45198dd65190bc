"""The few questions: asked once and by a safe way only, answered, declined, words erased."""

from datetime import timedelta

import pytest

from bluelamp.ledger.models import Entry
from bluelamp.messages.models import Message
from bluelamp.people.models import SafeContact
from bluelamp.verdict import Refused
from bluelamp.victims.actions.agreeing import agree_frequency
from bluelamp.victims.actions.surveying import answer_survey, ask_how_it_was, decline_survey, erase_survey_words
from bluelamp.victims.models import Invitation, Survey, Telling
from bluelamp.victims.own_visits import holder
from tests.custody.evening import TEN, done
from tests.victims.care import Care

DAY = timedelta(days=1)
LATER = TEN.replace(hour=12) + 15 * DAY
LINK = {"code": "204816", "link": "https://example.org/page/x/", "link_way": "text", "code_way": "in_person",
        "apart": True}  # fmt: skip


@pytest.fixture
def by_text(care: Care) -> Care:
    SafeContact.objects.filter(ended_at=None).update(number="07700 900418")
    return care


def own(care: Care, action: object, at: object = LATER, **facts: object) -> None:
    done(action, at, by=holder(care.victim), victim=care.victim.pk, **facts)  # type: ignore[arg-type]


def test_asked_by_a_text_that_says_nothing_and_not_again_at_this_stage(by_text: Care) -> None:
    by_text(ask_how_it_was, at=LATER, token="t" * 40, **LINK)
    message = Message.objects.get()
    assert (message.template, list(message.personalisation)) == ("how-was-it", ["link"])
    with pytest.raises(Refused, match="asked once"):
        by_text(ask_how_it_was, at=LATER + DAY, token="u" * 40, **LINK)
    assert Invitation.objects.count() == 1


def test_where_no_channel_is_safe_nothing_leaves_and_nothing_counts_as_asked(by_text: Care) -> None:
    SafeContact.objects.filter(ended_at=None).update(ways=["in_person"])
    with pytest.raises(Refused, match="Not known to be safe by text"):
        by_text(ask_how_it_was, at=LATER, token="t" * 40, **LINK)
    assert [one.objects.count() for one in (Survey, Message, Invitation)] == [0, 0, 0]


def test_never_after_no_more_contact(by_text: Care) -> None:
    by_text(agree_frequency, frequency="nothing", words="Leave me be")
    with pytest.raises(Refused, match="hear less"):
        by_text(ask_how_it_was, at=LATER, token="t" * 40, **LINK)


def test_too_early_is_refused(by_text: Care) -> None:
    with pytest.raises(Refused, match="nothing to ask"):
        by_text(ask_how_it_was, at=LATER - 3 * DAY, token="t" * 40, **LINK)


def test_who_does_not_feel_safe_is_asked_what_they_need_and_no_answer_stands_in_the_ledger(care: Care) -> None:
    before = len(care.promises("assess_needs"))
    own(care, answer_survey, given={"safe": "no", "informed": "yes"}, words="He sits outside in his car")
    kept = Survey.objects.get()
    assert (kept.safe, kept.informed, kept.fair) == ("no", "yes", "")
    assert len(care.promises("assess_needs")) == before + 1
    entry = Entry.objects.get(event="victims.survey_answered")
    assert str(entry.facts) == "{}"
    with pytest.raises(Refused):
        own(care, answer_survey, given={"safe": "yes"})


def test_words_are_erased_and_the_answers_stay(care: Care) -> None:
    own(care, answer_survey, given={"fair": "yes"}, words="Officer Sutter was kind")
    own(care, erase_survey_words)
    kept = Survey.objects.get()
    assert (kept.words, kept.fair) == ("", "yes")
    assert kept.words_erased_at is not None
    with pytest.raises(Refused):
        own(care, erase_survey_words)


def test_declined_is_not_asked_again_until_the_next_stage(by_text: Care) -> None:
    own(by_text, decline_survey)
    with pytest.raises(Refused, match="nothing to ask"):
        by_text(ask_how_it_was, at=LATER, token="t" * 40, **LINK)
    Telling.objects.create(
        victim=by_text.victim, step="not_prosecuted", happened_at=LATER - 9 * DAY, told_at=LATER - 8 * DAY
    )
    by_text(ask_how_it_was, at=LATER, token="t" * 40, **LINK)
    assert Survey.objects.filter(asked_at__isnull=False).get().stage == "outcome"
