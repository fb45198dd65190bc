import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.access.events import LOOKED
from bluelamp.access.models import Officer
from bluelamp.calls.actions.incidents import add_line
from bluelamp.calls.models import Incident
from bluelamp.crimes.models import Crime, NotRecorded
from bluelamp.dispatch.actions.assigning import assign
from bluelamp.ledger.queries import timeline
from bluelamp.victims.models import Victim
from bluelamp.victims.rules.entitlement import Circumstances
from tests.street import MINUTE, SIX, Harmed, a_unit, an_incident, an_officer, at, who

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(db: None) -> Incident:
    victim = Harmed(circumstances=Circumstances(domestic=True), given_names="Joanne", family_name="Marlow")
    return an_incident(who("all"), clock.now() - 10 * MINUTE, victim=victim, crime_related=True)


@pytest.fixture
def lowe(client: Client) -> Client:
    client.force_login(an_officer("lowe", "response_officer"))
    return client


def test_a_victim_of_domestic_abuse_is_shown_to_those_on_the_case_and_the_look_is_written(
    lowe: Client, made: Incident
) -> None:
    victim, path = Victim.objects.get(), f"/incident/{made.pk}/"
    page = lowe.get(path).content.decode()
    assert "Marlow" not in page
    assert "A restricted record exists. Ask a domestic abuse specialist." in page
    assert not timeline(victim.ref, only=[LOOKED])
    Victim.objects.update(cares=Officer.objects.get(user_name="lowe"))
    assert "Joanne Marlow" in lowe.get(path).content.decode()
    assert [line.facts["records"] for line in timeline(victim.ref, only=[LOOKED])] == [[victim.ref]]


def test_the_four_parts_stand_in_their_order(lowe: Client, made: Incident) -> None:
    Victim.objects.update(cares=Officer.objects.get(user_name="lowe"))
    page = lowe.get(f"/incident/{made.pk}/").content.decode()
    parts = ("Joanne Marlow", 'id="owed"', 'id="happened"', 'id="may"')
    places = [page.index(part) for part in parts]
    assert places == sorted(places)
    assert "Marlow" not in page[: page.index("</title>")]
    for words in ("Record a crime", "Add a line to the log", "Make an arrest", "Refused: </span>Send a unit"):
        assert words in page, words


def test_a_correction_stands_with_what_it_corrects(lowe: Client, made: Incident) -> None:
    by = who("all")
    with at(clock.now()) as moment:
        add_line(by=by, at=moment, incident=made.pk, line="A red hat")
        wrong = timeline(made.ref)[0].seq
        add_line(by=by, at=moment, incident=made.pk, line="A blue hat", corrects=wrong)
    page = lowe.get(f"/incident/{made.pk}/").content.decode()
    assert '<s><span class="aloud">Was: </span>A red hat</s> <b>A blue hat</b>' in page


def test_a_line_is_written_word_for_word(lowe: Client, made: Incident) -> None:
    words = "  «Он ушёл» 🙂\r\nשלום " + "x" * 10_000
    assert lowe.post(f"/calls/incident/{made.pk}/line/", {"line": words}).status_code == 303
    assert timeline(made.ref)[0].words["line"] == words
    assert lowe.post(f"/calls/incident/{made.pk}/line/", {"line": " "}).status_code == 422


def test_a_line_about_earlier_without_a_reason_is_refused_and_kept_in_the_form(lowe: Client, made: Incident) -> None:
    said = {"line": "Seen at dawn", "occurred_at_0": "2026-01-05", "occurred_at_1": "07:10"}
    answer = lowe.post(f"/calls/incident/{made.pk}/line/", said)
    assert answer.status_code == 422
    assert "Say why" in answer.content.decode()
    assert "Seen at dawn" in answer.content.decode()


def test_a_crime_is_recorded_once_for_the_victim(lowe: Client, made: Incident) -> None:
    crime = {
        "offence_code": "8/2",
        "offence_words": "Actual bodily harm",
        "category": "Violence and sexual offences",
        "circumstances": "Hit her",
        "key": "00000000-0000-4000-8000-000000000004",
    }
    for _ in range(2):
        assert lowe.post(f"/incident/{made.pk}/crime/", crime).status_code == 303
    assert Victim.objects.get().crime == Crime.objects.get()
    assert f"/who-may-see/crime:{Crime.objects.get().pk}" in lowe.get(f"/incident/{made.pk}/").content.decode()
    refused = lowe.post(
        f"/crimes/incident/{made.pk}/none/", {"reason": "not_a_crime", "words": "No", "no_victim": "on"}
    )
    assert refused.status_code == 422


def test_not_recording_needs_words_and_the_victim_told(lowe: Client, made: Incident) -> None:
    url = f"/crimes/incident/{made.pk}/none/"
    page = lowe.post(url, {"reason": "already_recorded"}).content.decode()
    for words in ("Say why, in words.", "give its number", "The victim must be told"):
        assert words in page, words
    said = {"reason": "not_a_crime", "words": "A quarrel, no more", "told": "on"}
    assert lowe.post(url, said).status_code == 303
    assert NotRecorded.objects.get().words == "A quarrel, no more"


def test_a_victim_is_named_once(lowe: Client, made: Incident) -> None:
    url = f"/incident/{made.pk}/victim/"
    assert lowe.post(url, {}).status_code == 422
    said = {"given_names": "Ömer", "family_name": "O’Neill-Şahin", "needs": "An interpreter"}
    assert lowe.post(url, said).status_code == 303
    assert "Ömer O’Neill-Şahin" in lowe.get(f"/incident/{made.pk}/").content.decode()


def test_closing_names_what_is_left_undone(client: Client, made: Incident) -> None:
    by, unit = who("all"), a_unit(who("all"), moment=clock.now() - 60 * MINUTE)
    with at(clock.now()) as moment:
        assign(by=by, at=moment, unit=unit.pk, incident=made.pk, drive_seconds=60)
    client.force_login(an_officer("winter", "dispatcher"))
    url = f"/incident/{made.pk}/close/"
    asked = client.get(url).content.decode()
    refused = client.post(url, {"closing_code": "crime", "result": "All quiet"})
    assert refused.status_code == 422
    for words in ("Still assigned: 43.", "A crime is suggested", "Nobody went"):
        assert words in asked, words
        assert words in refused.content.decode(), words
    assert "All quiet" in refused.content.decode()
    made.refresh_from_db()
    assert made.state == "open"


def test_the_next_step_of_a_unit_is_offered_and_taken(lowe: Client, made: Incident) -> None:
    by, unit = who("all"), a_unit(who("all"), moment=clock.now() - 60 * MINUTE)
    with at(clock.now()) as moment:
        assign(by=by, at=moment, unit=unit.pk, incident=made.pk, drive_seconds=60)
    page = lowe.get(f"/incident/{made.pk}/").content.decode()
    assert f"/dispatch/unit/{unit.pk}/en_route/" in page
    for step in ("en_route", "at_scene", "clear"):
        assert lowe.post(f"/dispatch/unit/{unit.pk}/{step}/", {"result": ""}).status_code == 303, step
    assert lowe.post(f"/dispatch/unit/{unit.pk}/at_scene/").status_code == 422
    assert lowe.get(f"/dispatch/unit/{unit.pk}/fly/").status_code == 404


def test_a_grade_goes_up_by_anyone_and_down_with_reason_and_thrive(client: Client, made: Incident) -> None:
    client.force_login(an_officer("marsh", "contact_handler"))
    url = f"/calls/incident/{made.pk}/grade/"
    refused = client.post(url, {"grade": "G3", "reason": "He left", **SIX})
    assert refused.status_code == 422
    assert "A supervisor must agree" in refused.content.decode()
    client.force_login(an_officer("winter", "dispatcher"))
    assert client.post(url, {"grade": "G3", "reason": "He left", **SIX}).status_code == 303
    made.refresh_from_db()
    assert made.grade == "G3"


def test_no_such_incident_is_not_found(lowe: Client) -> None:
    for url in ("/incident/999999/", "/calls/incident/999999/line/", "/incident/999999/crime/"):
        assert lowe.get(url).status_code == 404
