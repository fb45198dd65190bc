"""The visit round: who is to be visited, one visit in eight statements, what a phone kept, and nothing twice."""

import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.core import signing
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bluelamp import clock
from bluelamp.access.models import Restriction
from bluelamp.custody.actions.care_plan import set_care_plan
from bluelamp.custody.actions.hospital import go_to_hospital
from bluelamp.custody.models import Detention, Visit
from bluelamp.custody.visit_form import CALLED, contact
from bluelamp.ledger.models import Entry
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

NOW = TEN + 2 * HOUR
ROUND = "/custody/round/hatfield/"
ROUSING = {
    "rousable": "yes", "rousable_words": "Sat up", "answers": "yes", "answers_words": "Knew his name",
    "commands": "yes", "commands_words": "Lifted both arms",
}  # fmt: skip


@pytest.fixture
def pryce(evening: Evening, client: Client) -> Iterator[Client]:
    with clock.set_to(NOW + MINUTE):
        yield evening.signed_in("detention_officer", client, at=NOW)


def held(evening: Evening, given: str = "Callum", family: str = "Redfern", **plan: Any) -> Detention:
    found = evening.held(arrest=evening.arrest(person=evening.person(given, family)))
    by = evening.acting("custody_officer")
    done(set_care_plan, NOW, by=by, detention=found.pk, **{"level": 2, "why": "Drunk", **plan})
    return Detention.objects.get(pk=found.pk)


def send(client: Client, found: Detention, at: Any = NOW + 5 * MINUTE, **given: Any) -> Any:
    fields = {"key": str(uuid.uuid4()), "detention": found.pk, "words": "Talking to himself", **given}
    with clock.set_to(at):
        return client.post(ROUND, fields, headers={"Accept": "application/json"})


def test_soonest_first_with_no_more_of_anybody_than_the_round_needs(evening: Evening, pryce: Client) -> None:
    later, sooner = held(evening, "Callum", "Redfern", level=1), held(evening, "Jay", "Kerr")
    Detention.objects.filter(pk=sooner.pk).update(risk_marks=["Head wound"])
    evening.in_cell(sooner, "M2", NOW)
    away, without = (
        held(evening, "Ann", "Away"),
        evening.held(arrest=evening.arrest(person=evening.person("No", "Plan"))),
    )
    done(go_to_hospital, NOW, by=evening.acting("custody_officer"), detention=away.pk, why="x")
    page = pryce.get(ROUND)
    text = page.content.decode()
    assert text.index(f'id="door-{sooner.pk}"') < text.index(f'id="door-{later.pk}"') < text.index("No P.")
    assert "Jay K." in text
    assert "Head wound" in text
    for absent in ("Kerr", "Redfern", "Ann A.", "Assault"):
        assert absent not in text
    assert "the care plan comes first" in text
    assert f'name="detention" value="{without.pk}"' not in text


def test_a_visit_takes_at_most_eight_statements(evening: Evening, pryce: Client) -> None:
    found = held(evening)
    send(pryce, found, NOW + 8 * MINUTE)  # now and then a request also puts off the end of the session
    with CaptureQueriesContext(connection) as sent:
        assert send(pryce, found, NOW + 9 * MINUTE).json() == {"written": True}
    said = [one["sql"] for one in sent if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))]
    assert len(said) <= 8, "\n".join(said)
    assert Visit.objects.count() == 2


def test_without_script_the_form_does_the_same(evening: Evening, pryce: Client) -> None:
    found = held(evening)
    answer = pryce.post(ROUND, {"detention": found.pk, "words": "Reading"})
    assert (answer.status_code, answer["Location"]) == (303, ROUND)
    with clock.set_to(NOW + 2 * MINUTE):
        refused = pryce.post(ROUND, {"detention": found.pk, "words": " "})
    assert refused.status_code == 422
    assert b"Say how the person was. (Code C 9.3)" in refused.content
    assert Visit.objects.count() == 1


def test_the_same_visit_sent_again_is_written_once(evening: Evening, pryce: Client) -> None:
    found, key = held(evening), str(uuid.uuid4())
    assert send(pryce, found, key=key).json() == {"written": True}
    again = {"key": key, "device_at": (NOW + 5 * MINUTE).isoformat(), "contact": _contact(evening)}
    assert send(pryce, found, NOW + HOUR, **again).json() == {"written": True}
    assert Visit.objects.get().made_offline is False
    assert Entry.objects.filter(event="custody.visited").count() == 1


def test_kept_on_a_phone_it_counts_when_it_was_made(evening: Evening, pryce: Client) -> None:
    found = held(evening)
    kept = {"device_at": (NOW + 20 * MINUTE).isoformat(), "contact": _contact(evening)}
    assert send(pryce, found, NOW + HOUR, **kept).json() == {"written": True}
    visit = Visit.objects.get()
    assert (visit.happened_at, visit.written_at) == (NOW + 20 * MINUTE, NOW + HOUR)


@pytest.mark.parametrize("carried", ["", "made-up", "another"])
def test_without_a_time_of_ours_or_with_anothers_nothing_kept_is_taken(
    evening: Evening, pryce: Client, carried: str
) -> None:
    found = held(evening)
    other = contact(evening.acting("custody_officer"), NOW) if carried == "another" else carried
    kept = {"device_at": (NOW + 20 * MINUTE).isoformat(), "contact": other}
    refused = send(pryce, found, NOW + HOUR, **kept)
    assert refused.status_code == 422
    assert "Code C 2.6" in refused.json()["refused"][0]
    assert not Visit.objects.exists()


@pytest.mark.parametrize(
    "device_at", ["tomorrow", "2026-11-22T00:00:00", "2026-13-45T99:00:00+00:00", "2026-12-01T00:00:00Z"]
)
def test_a_phones_time_that_cannot_be_is_refused(evening: Evening, pryce: Client, device_at: str) -> None:
    refused = send(pryce, held(evening), device_at=device_at, contact=_contact(evening))
    assert refused.status_code == 422
    assert not Visit.objects.exists()


def test_a_time_signed_for_something_else_is_no_contact(evening: Evening, pryce: Client) -> None:
    forged = signing.dumps({"at": NOW.isoformat(), "officer": evening.officer("detention_officer").pk}, salt="other")
    refused = send(pryce, held(evening), device_at=(NOW + MINUTE).isoformat(), contact=forged)
    assert refused.status_code == 422


def test_a_failed_rousing_is_saved_only_with_somebody_called(evening: Evening, pryce: Client) -> None:
    found = held(evening, must_rouse=True)
    failed = {**ROUSING, "words": "", "answers": "no", "answers_words": "Mumbled"}
    refused = send(pryce, found, **failed)
    assert "cannot be saved as all right" in refused.json()["refused"][0]
    assert send(pryce, found, **failed, called=CALLED).json() == {"written": True}
    assert Visit.objects.get().all_right is False
    assert Entry.objects.filter(event="custody.called").count() == 1


def test_the_red_button_writes_a_call_before_anything_is_filled_in(evening: Evening, pryce: Client) -> None:
    found = held(evening, must_rouse=True)
    blank = dict.fromkeys(["rousable_words", "answers_words", "commands_words", "words"], "")
    assert send(pryce, found, **blank, called=CALLED).json() == {"written": True}
    assert Entry.objects.filter(record=found.ref, event="custody.called").count() == 1
    assert not Visit.objects.exists()


def test_a_call_made_without_signal_says_when(evening: Evening, pryce: Client) -> None:
    found = held(evening, must_rouse=True)
    kept = {"device_at": (NOW + 20 * MINUTE).isoformat(), "contact": _contact(evening)}
    blank = dict.fromkeys(["rousable_words", "answers_words", "commands_words", "words"], "")
    assert send(pryce, found, NOW + HOUR, **blank, **kept, called=CALLED).json() == {"written": True}
    failed = {**ROUSING, "words": "", "rousable": "no"}
    assert send(pryce, found, NOW + HOUR, **failed, **kept, called=CALLED).json() == {"written": True}
    words = [one.words.text for one in Entry.objects.filter(event="custody.called").order_by("seq")]
    assert "00:25 Sat 21 Nov 2026 by the phone, without signal" in words[0]
    assert "did not wake as expected. Called 00:25 Sat 21 Nov 2026, without signal" in words[1]


def test_a_restricted_record_shows_its_cell_and_whom_to_ask_and_takes_no_visit(evening: Evening, pryce: Client) -> None:
    found = held(evening)
    Restriction.objects.create(record=found.ref, owner=evening.officer("superintendent"), restricted_at=TEN)
    text = pryce.get(ROUND).content.decode()
    assert "A restricted record exists. Ask" in text
    assert "Callum" not in text
    assert "A restricted record exists" in send(pryce, found).json()["refused"][0]
    assert not Visit.objects.exists()


def test_which_suite_and_none_of_that_name(evening: Evening, pryce: Client) -> None:
    assert b"/custody/round/stevenage/" in pryce.get("/custody/round/").content
    assert pryce.get("/custody/round/nowhere/").status_code == 404


def test_the_worker_holds_no_data_and_stays_under_the_policy(client: Client, db: None) -> None:
    answer = client.get("/custody/round/worker.js")
    assert answer["Content-Type"] == "text/javascript"
    assert "worker-src 'self'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]


def _contact(evening: Evening) -> str:
    return contact(evening.acting("detention_officer"), NOW + MINUTE)
