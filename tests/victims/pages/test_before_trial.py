"""The page before a trial: what is asked of the court, the day itself, and what others then read of it."""

from datetime import UTC, datetime

from django.test import Client

from bluelamp import clock
from bluelamp.cases.rules.court_news import News
from bluelamp.victims.models import TrialAssessment
from tests.cases.at_court import HAD, AtCourt
from tests.custody.evening import HOUR, Evening

NOW = HAD + 2 * HOUR
TRIAL = datetime(2027, 1, 11, 10, 0, tzinfo=UTC)


def at(court: AtCourt, client: Client, path: str, **given: object):
    court.evening.signed_in("victim_care_officer", client, at=NOW)
    with clock.set_to(NOW):
        return client.post(path, given) if given else client.get(path)


def test_asked_written_down_and_read_by_whoever_prepares_the_case(evening: Evening, client: Client) -> None:
    court = AtCourt(evening)
    court(News.HEARD, next_at=TRIAL, trial=True)
    victim, page = f"/victim/{court.victims[0].pk}/", f"/victims/{court.victims[0].pk}/before-trial/"
    assert page in at(court, client, victim).content.decode()
    assert "the court decides" in at(court, client, page).content.decode()
    given = {"case": court.case.pk, "measures_answer": "known", "safety": "none", "speaking": "known"}
    missing = at(court, client, page, **given)
    assert missing.status_code == 422
    assert set(missing.context["form"].errors) == {"measures"}
    assert "Write what they need" in missing.content.decode()
    given |= {"measures": ["screen", "live_link"], "speaking_words": "Polish"}
    assert at(court, client, page, **given).status_code == 303
    assert TrialAssessment.objects.get().measures == ["screen", "live_link"]
    then = at(court, client, victim).content.decode()
    assert page not in then
    assert "The court decides" in then
    case = at(court, client, f"/case/{court.case.pk}/").content.decode()
    assert "Asks of the court, which decides:" in case
    assert "A screen, so as not to see the accused (s.23)" in case
    assert "Trial. 11 Jan 2027 10:00" in case


def test_with_nobody_charged_there_is_no_such_page(evening: Evening, client: Client) -> None:
    court = AtCourt(evening)
    alone = evening.victim(evening.incident())
    assert at(court, client, f"/victims/{alone.pk}/before-trial/").status_code == 404
