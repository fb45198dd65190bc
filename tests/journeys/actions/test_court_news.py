"""What each victim is owed of what the court did, from the moment the police had it, in the Code's time."""

from datetime import UTC, datetime

import pytest

from bluelamp.cases.rules.court_news import News, Outcome
from bluelamp.owed.models import Promise
from bluelamp.victims.actions.agreeing import agree_frequency
from bluelamp.victims.models import Telling
from tests.cases.at_court import HAD, AtCourt
from tests.custody.evening import HOUR, Evening, done

AHEAD = datetime(2027, 1, 11, 10, 0, tzinfo=UTC)
MONDAY_END = datetime(2026, 12, 8, 0, 0, tzinfo=UTC)
"""HAD is Friday 4 December, day 0; Monday 7 December is the first working day, to the end of it."""


@pytest.mark.parametrize("enhanced", [True, False])
def test_verdict_sentence_and_appeal_in_one_working_day_for_everybody(evening: Evening, enhanced: bool) -> None:
    court = AtCourt(evening, victims=2)
    for one in court.victims:
        one.enhanced = enhanced
        one.save(update_fields=["enhanced"])
    court(News.VERDICT, outcome=Outcome.GUILTY, words="He was found guilty of both.")
    court(News.SENTENCE, words="Eight months in prison.")
    court(News.APPEAL_LODGED, words="He asks a higher court to look at it.")
    for victim in court.victims:
        for step, words in (("verdict", "He was found guilty of both."), ("sentence", "Eight months in prison."),
                            ("appeal", "He asks a higher court to look at it.")):  # fmt: skip
            telling = Telling.objects.get(victim=victim, step=step)
            assert (telling.words, telling.happened_at.replace(microsecond=0)) == (words, HAD)
            assert Promise.objects.get(record=victim.ref, kind=f"victims.tell_{step}").due_at == MONDAY_END


def test_a_court_date_in_one_working_day_or_five(evening: Evening) -> None:
    court = AtCourt(evening, victims=2)
    standard = court.victims[1]
    standard.enhanced = False
    standard.save(update_fields=["enhanced"])
    court(News.HEARD, next_at=AHEAD)
    found = {one.record: one.due_at for one in Promise.objects.filter(kind="victims.tell_court_date", began_at=HAD)}
    # Standard: 7, 8, 9, 10 and 11 December are the five working days, to the end of Friday the 11th.
    assert found == {court.victims[0].ref: MONDAY_END, standard.ref: datetime(2026, 12, 12, 0, 0, tzinfo=UTC)}


def test_two_dates_had_in_one_minute_are_told_of_each(evening: Evening) -> None:
    court = AtCourt(evening)
    court(News.HEARD, next_at=AHEAD, words="It goes on in January.")
    court(News.DATE, next_at=AHEAD + HOUR, words="An hour later than was said.")
    found = Telling.objects.filter(step="court_date", happened_at__gte=HAD).order_by("happened_at")
    assert [one.words for one in found] == ["It goes on in January.", "An hour later than was said."]


def test_who_hears_only_what_keeps_them_safe_hears_of_an_acquittal_and_of_no_date(evening: Evening) -> None:
    court = AtCourt(evening)
    (victim,) = court.victims
    agree = {"by": evening.acting("victim_care_officer"), "victim": victim.pk, "words": "Only if he is out"}
    done(agree_frequency, HAD, frequency="safety_only", **agree)
    court(News.HEARD, next_at=AHEAD)
    court(News.VERDICT, outcome=Outcome.NOT_GUILTY, words="He was found not guilty.")
    open_ = Telling.objects.filter(victim=victim, happened_at__gte=HAD, opted_out_at=None)
    assert [one.step for one in open_] == ["verdict"]
    assert Promise.objects.get(record=victim.ref, kind="victims.tell_verdict").state == "open"
    done(agree_frequency, HAD + 2 * HOUR, frequency="each_step", **agree)
    done(agree_frequency, HAD + 3 * HOUR, frequency="safety_only", **agree)
    assert Promise.objects.get(record=victim.ref, kind="victims.tell_verdict").state == "open"
