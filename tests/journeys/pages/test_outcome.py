"""The page that gives a crime its outcome: listed, then what it needs; the victim is owed word and the reasons."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.crimes.models import Crime
from bluelamp.journeys.actions.report import record_crime_for_victims
from bluelamp.victims.models import Telling
from tests.custody.evening import HOUR, TEN, Evening, done

NOW = TEN + HOUR


def recorded(evening: Evening, *, victim: bool = True, **more: Any) -> Crime:
    incident = evening.incident()
    if victim:
        evening.victim(incident)
    facts = {"offence_code": "28E/3", "offence_words": "Burglary", "category": "Burglary", "circumstances": "Forced"}
    by = evening.acting("response_officer")
    done(record_crime_for_victims, TEN, by=by, incident=incident.pk, more=more, **facts)
    return Crime.objects.get(incident=incident)


def at(evening: Evening, client: Client, crime: Crime, code: str = "", role: str = "investigator", **given: str) -> Any:
    evening.signed_in(role, client, at=NOW)
    path = f"/crimes/{crime.pk}/outcome/{f'?code={code}' if code else ''}"
    with clock.set_to(NOW):
        return client.post(path, given) if given else client.get(path)


def test_every_outcome_is_listed_by_what_the_victim_is_told(evening: Evening, client: Client) -> None:
    page = at(evening, client, recorded(evening)).content.decode()
    words = ("Somebody is charged", "?code=1A", "A court takes it", "?code=4", "Settled without a court", "?code=8",
             "Nobody is taken", "?code=16", "Not looked into", "?code=18")  # fmt: skip
    order = [page.index(one) for one in words]
    assert order == sorted(order)


@pytest.mark.parametrize(
    ("code", "fields"),
    [("15", {"suspect_named"}), ("3", {"suspect_age"}), ("18", {"suspect_named", "lines_of_enquiry", "supervisor"}),
     ("17", {"tried"}), ("9", set())],
)  # fmt: skip
def test_each_asks_only_what_it_needs(evening: Evening, client: Client, code: str, fields: set[str]) -> None:
    assert set(at(evening, client, recorded(evening), code).context["form"].fields) == fields | {"why", "tell"} | (
        {"victim_views"} if code == "3" else set()
    )
    other = recorded(evening, victim=False)
    assert set(at(evening, client, other, code).context["form"].fields) == fields | {"why"}


def test_given_with_the_reasons_that_she_may_read(evening: Evening, client: Client) -> None:
    crime = recorded(evening)
    given = {"suspect_named": "no", "why": "No evidence", "tell": "Nothing shows who it was."}
    refused = at(evening, client, crime, "15", **given)
    assert "needs a named suspect" in refused.content.decode()
    assert not Telling.objects.filter(step="not_prosecuted").exists()
    assert at(evening, client, crime, "15", **{**given, "suspect_named": "yes"}).status_code == 303
    assert Telling.objects.get(step="not_prosecuted").words == "Nothing shows who it was."
    assert Crime.objects.get().outcome == "15"
    evening.signed_in("investigator", client, at=NOW)
    with clock.set_to(NOW):
        page = client.get(f"/incident/{crime.incident_id}/").content.decode()
    assert "outcome 15" in page
    assert f"/crimes/{crime.pk}/outcome/" in page


def test_a_supervisor_is_somebody_and_a_code_is_one(evening: Evening, client: Client) -> None:
    crime = recorded(evening)
    given = {"suspect_named": "no", "lines_of_enquiry": "Cameras", "why": "All followed", "tell": "We looked."}
    nobody = at(evening, client, crime, "18", supervisor="nobody", **given)
    assert nobody.context["form"].errors["supervisor"]
    inspector = evening.officer("reviewing_inspector").user_name
    assert at(evening, client, crime, "18", supervisor=inspector, **given).status_code == 303
    assert at(evening, client, crime, "99", why="No").status_code == 404


def test_the_time_limit_is_worked_out_and_not_said(evening: Evening, client: Client) -> None:
    given = {"tried": "summary", "why": "Too late", "tell": "The law gives six months."}
    late = recorded(evening, occurred_from=TEN - timedelta(days=200), occurred_to=TEN - timedelta(days=200))
    assert at(evening, client, late, "17", **given).status_code == 303
    fresh = recorded(evening, occurred_from=TEN - timedelta(days=20), occurred_to=TEN - timedelta(days=20))
    assert "as worked out, has not passed" in at(evening, client, fresh, "17", **given).content.decode()
    either = recorded(evening, occurred_from=TEN - timedelta(days=200), occurred_to=TEN - timedelta(days=200))
    assert at(evening, client, either, "17", **{**given, "tried": "either_way"}).status_code == 422
