"""A link that has ended stays a tie in law; one written in error is taken back; both with the reason."""

from datetime import date

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.people.actions.links import end_link, link
from bluelamp.people.models import Link
from bluelamp.safeguarding.actions.raising import Known, settle
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done
from tests.safeguarding.at_home import NOW, AtHome

pytestmark = pytest.mark.django_db


@pytest.fixture
def evening() -> Evening:
    return Evening()


def married(evening: Evening) -> Link:
    one, other = evening.person(), evening.person("Joanne", "Redfern")
    by, since = evening.acting("response_officer"), date(2019, 6, 1)
    pk = done(link, TEN, by=by, person=one, kind="married", to=f"person:{other}", source="Her", since=since)
    return Link.objects.get(pk=pk)


def send(evening: Evening, client: Client, found: Link, role: str = "response_officer", **given: str):
    evening.signed_in(role, client, at=TEN + HOUR)
    with clock.set_to(TEN + HOUR):
        path = f"/people/link/{found.pk}/"
        return client.post(path, given) if given else client.get(path)


def test_an_ended_marriage_shows_its_day_and_stays_a_link(evening: Evening, client: Client) -> None:
    found = married(evening)
    page = send(evening, client, found).content.decode()
    assert "Joanne Redfern" in page
    answer = send(evening, client, found, what="ended", ended_on="2026-03-31", why="The decree, seen")
    assert (answer.status_code, answer.url) == (303, f"/person/{found.person_id}/")
    found.refresh_from_db()
    assert (found.ended_on, found.withdrawn) == (date(2026, 3, 31), False)
    shown = client.get(answer.url).content.decode()
    assert "ended Tue 31 Mar 2026" in shown or "ended 31 Mar 2026" in shown
    assert "not in force any more" in send(evening, client, found).content.decode()


def test_one_written_in_error_is_withdrawn_with_the_reason(evening: Evening, client: Client) -> None:
    found = married(evening)
    assert send(evening, client, found, what="error", why="It was his cousin").status_code == 303
    found.refresh_from_db()
    assert found.withdrawn
    shown = client.get(f"/person/{found.person_id}/").content.decode()
    assert "Written in error: It was his cousin" in shown


@pytest.mark.parametrize(("day", "words"), [("2027-01-01", "still to come"), ("2018-01-01", "before it began")])
def test_a_day_that_cannot_be_is_refused(evening: Evening, client: Client, day: str, words: str) -> None:
    answer = send(evening, client, married(evening), what="ended", ended_on=day, why="The decree, seen")
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_only_who_may_write_about_people(evening: Evening, client: Client) -> None:
    found = married(evening)
    assert send(evening, client, found, role="pcso").status_code == 403
    by = evening.acting("response_officer")
    with pytest.raises(Refused, match="Say why"):
        done(end_link, TEN, by=by, number=found.pk, why=" ")


def test_saying_again_who_they_are_does_not_revive_an_ended_tie_but_a_withdrawn_one_is_written_anew() -> None:
    home = AtHome()
    found = home.settled()
    tie = Link.objects.get(kind="intimate")
    by = home.by("response_officer")
    done(end_link, NOW, by=by, number=tie.pk, why="She left him in May")
    known = Known(age_victim=34, age_suspect=36, ties=["intimate"], behaviour=["physical"], suspect=found.suspect_id)
    done(settle, NOW + MINUTE, by=by, domestic=found.pk, known=known)
    assert Link.objects.filter(kind="intimate").count() == 1
