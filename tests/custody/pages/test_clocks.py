"""How each clock is counted, in words; the reason for what was overdue; how they came in; the court."""

from datetime import datetime
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from bluelamp import clock
from bluelamp.custody.actions.reviewing import extend, review
from bluelamp.custody.models import Application, Detention, OverdueReason
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

NOW = TEN + 9 * HOUR


@pytest.fixture
def open_page(evening: Evening, client: Client) -> Any:
    def opened(role: str, path: str, *, at: datetime = NOW, **given: Any) -> HttpResponse:
        evening.signed_in(role, client, at=at)
        with clock.set_to(at):
            return client.post(path, given) if given else client.get(path)

    return opened


def extended(evening: Evening) -> Detention:
    found, by = evening.held(), evening.acting("reviewing_inspector")
    for n, hours in ((1, 6), (2, 14)):
        done(review, TEN + hours * HOUR, by=by, detention=found.pk, n=n, outcome="continued", words="Still necessary")
    done(extend, TEN + 20 * HOUR, by=evening.acting("superintendent"), detention=found.pk, until=TEN + 36 * HOUR,
         grounds="x", representations="None", diligent=True, necessary=True, responsible=True)  # fmt: skip
    return found


def test_each_deadline_is_explained_with_its_section(evening: Evening, open_page: Any) -> None:
    text = open_page("custody_officer", f"/custody/{evening.held().pk}/clocks/", at=TEN + 2 * HOUR).content.decode()
    assert "Relevant time is arrival at the first police station: 22:50 Fri 20 Nov 2026." in text
    assert "24 h of counted time: 22:50 Sat 21 Nov 2026." in text
    assert "First review within 6 h: 05:05 Sat 21 Nov 2026." in text
    for source in ("PACE s.41(1)", "PACE s.42(1)", "PACE s.44(3)(b)", "PACE s.40(3)(a)", "PACE s.56(3)"):
        assert source in text
    assert "Why it was late" not in text


def test_an_overdue_review_asks_for_the_reason_and_keeps_it(evening: Evening, open_page: Any) -> None:
    path = f"/custody/{evening.held().pk}/clocks/"
    text = open_page("reviewing_inspector", path).content.decode()
    assert "Overdue by 2 h" in text
    assert "unlawful" not in text
    assert "Why it was late" in text
    sent = open_page("reviewing_inspector", path, what="review_1", words="At a death in Stevenage")
    assert sent.status_code == 303
    assert OverdueReason.objects.get().what == "review_1"
    again = open_page("reviewing_inspector", path).content.decode()
    assert "At a death in Stevenage" in again
    assert "Why it was late" not in again


def test_the_record_leads_to_it(evening: Evening, open_page: Any) -> None:
    found = evening.held()
    assert f"/custody/{found.pk}/clocks/" in open_page("custody_officer", f"/detention/{found.pk}/").content.decode()


def test_how_they_came_in_moves_the_clock(evening: Evening, open_page: Any) -> None:
    found = evening.held()
    path = f"/custody/{found.pk}/came-in/"
    assert b"Relevant time now" in open_page("custody_officer", path).content
    refused = open_page("custody_officer", path, way="other_force", wanted_by="Essex")
    assert refused.status_code == 422
    assert b"whether they were questioned" in refused.content
    given = {"way": "other_force", "wanted_by": "Essex", "questioned": "no",
             "area_station_at_0": "2026-11-20", "area_station_at_1": "23:20"}  # fmt: skip
    assert open_page("custody_officer", path, **given).status_code == 303
    assert Detention.objects.get(pk=found.pk).relevant_time == TEN + 75 * MINUTE


def test_the_court_is_asked_and_answers(evening: Evening, open_page: Any) -> None:
    found, at = extended(evening), TEN + 30 * HOUR
    path = f"/custody/{found.pk}/warrant/"
    given = {"court": "St Albans", "court_can_sit": "yes", "grounds": "Phones", "necessary": "on", "diligent": "on"}
    missing = open_page("investigator", path, at=at, **given)
    assert missing.status_code == 422
    assert b"Give the person a copy" in missing.content
    assert open_page("investigator", path, at=at, **given, copy_given="on").status_code == 303
    decided = {"decision": "issued", "decided_at_0": "2026-11-22", "decided_at_1": "05:00"}
    no_hours = open_page("investigator", f"{path}decision/", at=at + HOUR, **decided)
    assert b"Enter for how many hours" in no_hours.content
    assert open_page("investigator", f"{path}decision/", at=at + HOUR, **decided, hours=24).status_code == 303
    assert Application.objects.get().hours == 24
    text = open_page("investigator", f"/custody/{found.pk}/clocks/", at=at + HOUR).content.decode()
    assert "Warrant issued 05:00 Sun 22 Nov 2026 for 24 h, which run from issue." in text


def test_a_refusal_by_the_court_is_kept(evening: Evening, open_page: Any) -> None:
    found, at = extended(evening), TEN + 30 * HOUR
    path = f"/custody/{found.pk}/warrant/"
    given = {"court": "St Albans", "court_can_sit": "yes", "grounds": "Phones", "necessary": "on", "diligent": "on"}
    open_page("investigator", path, at=at, **given, copy_given="on")
    decided = {"decision": "refused", "decided_at_0": "2026-11-22", "decided_at_1": "05:00", "words": "Not needed"}
    assert open_page("investigator", f"{path}decision/", at=at + HOUR, **decided).status_code == 303
    assert Application.objects.get().outcome == "refused"
