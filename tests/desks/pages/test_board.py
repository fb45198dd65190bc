import gzip
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bluelamp import clock
from bluelamp.access.actions.restricting import restrict
from bluelamp.access.models import Look
from bluelamp.calls.models import Incident
from bluelamp.dispatch.models import Assignment
from bluelamp.people.rules.safe_contact import Way
from bluelamp.victims.rules.entitlement import Circumstances
from tests.street import BOREHAMWOOD, MINUTE, Harmed, a_ring, a_unit, an_incident, an_officer, who

pytestmark = pytest.mark.django_db


@pytest.fixture
def winter(client: Client) -> Client:
    client.force_login(an_officer("winter", "dispatcher"))
    return client


def now(minutes: int = 5):  # type: ignore[no-untyped-def]
    return clock.now() - minutes * MINUTE


def test_an_empty_board_says_so(winter: Client) -> None:
    page = winter.get("/board/").content.decode()
    assert "No incident is open." in page
    assert "Immediate 0" in page


def test_the_board_shows_what_rings_what_is_open_and_whom_to_send(winter: Client) -> None:
    by = who("all")
    safe = {"safe_ways": (Way.IN_PERSON.value,), "safe_source": "her", "safe": {"do_not_ring": True}}
    victim = Harmed(circumstances=Circumstances(domestic=True), given_names="Joanne", family_name="Marlow", **safe)
    made = an_incident(by, now(), victim=victim, qualifiers=("domestic_abuse",), kind="Domestic, happening now")
    a_unit(by, "43", moment=now(60))
    a_unit(by, "49", crew=1, moment=now(60))
    a_ring(by, now(0), silent=True)
    page = winter.get(f"/board/?incident={made.pk}").content.decode()
    assert page.index("Joanne Marlow") < page.index("He hits her")
    for words in ("Do not ring or text", "999 ringing", "Domestic, happening now", "min drive", "Not alone"):
        assert words in page, words
    assert "/calls/answer/" in page
    assert not re.search(r"<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=", page), "no inline script or style"


def test_a_person_who_may_only_look_gets_no_buttons(client: Client) -> None:
    by = who("all")
    an_incident(by, now())
    a_unit(by, moment=now(60))
    client.force_login(an_officer("holt", "duty_planner"))
    page = client.get("/board/").content.decode()
    assert "dispatchers send" in page
    assert "F8" not in page
    assert "/board/order/" not in page


def test_a_restricted_incident_says_only_that_it_exists_and_whom_to_ask(winter: Client) -> None:
    by = who("all")
    made = an_incident(by, now(), kind="Very secret", where={**BOREHAMWOOD, "place_words": "Hidden Lane"})
    owner = who("kerr", "domestic_abuse_specialist")
    restrict(
        record=made.ref, why="An officer is involved", owner=owner.officer_id, allowed=[], by=owner, at=clock.now()
    )
    for url in ("/board/", f"/board/?incident={made.pk}", f"/board/?incident={made.pk}&part=chosen"):
        page = winter.get(url).content.decode()
        assert "Very secret" not in page
        assert "Hidden Lane" not in page
        assert "He hits her" not in page
        assert "Kerr" in page
    assert Look.objects.filter(page="desks:board", closed_at=None).count() == 1, "one standing look"
    answer = winter.get(f"/incident/{made.pk}/")
    assert answer.status_code in (302, 303)
    assert "restricted" in answer.url


def many(count: int) -> None:
    by = who("all")
    pattern = an_incident(by, now(30))
    for n in range(20):
        a_unit(by, f"U{n}", moment=now(60), lat=51.62 + n / 200)
    columns = {f.attname: getattr(pattern, f.attname) for f in Incident._meta.fields if f.attname != "id"}
    Incident.objects.bulk_create(
        Incident(
            **{
                **columns,
                "serial": n + 2,
                "grade": f"G{n % 3 + 1}",
                "kind": f"Theft {n}, gone on foot",
                "place_words": f"{n} High Street, Bushey",
                "attend_due_at": pattern.created_at + timedelta(minutes=n),
            }
        )
        for n in range(count - 1)
    )


def test_five_hundred_open_incidents_take_ten_statements_and_under_100_kb(winter: Client) -> None:
    many(500)
    winter.get("/board/")
    with CaptureQueriesContext(connection) as statements:
        answer = winter.get("/board/")
    assert answer.content.count(b'class="inc"') == 500
    assert len(statements) <= 10, "\n".join(one["sql"][:150] for one in statements)
    assert len(gzip.compress(answer.content)) < 100_000


def test_sending_the_first_choice_takes_eight_statements_and_keeps_its_rank(winter: Client) -> None:
    by = who("all")
    made, unit = an_incident(by, now()), a_unit(by, moment=now(60))
    page = winter.get(f"/board/?incident={made.pk}").content.decode()
    choice = re.search(r'name="choice" value="([^"]+)"', page)
    key = re.search(r'name="key" value="([^"]+)"', page)
    assert choice
    assert key
    sent = {"choice": choice[1], "key": key[1]}
    with CaptureQueriesContext(connection) as statements:
        answer = winter.post(f"/dispatch/incident/{made.pk}/send/", sent)
    assert (answer.status_code, answer.url) == (303, f"/board/?incident={made.pk}")
    work = [one["sql"] for one in statements if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))]
    assert len(work) <= 8, "\n".join(sql[:150] for sql in work)
    assert winter.post(f"/dispatch/incident/{made.pk}/send/", sent).status_code == 303
    assignment = Assignment.objects.get()
    assert (assignment.unit_id, assignment.advice_rank) == (unit.pk, 1)
    assert assignment.drive_seconds_expected > 60


def test_another_choice_asks_for_a_reason_and_keeps_it(winter: Client) -> None:
    by = who("all")
    made = an_incident(by, now())
    a_unit(by, "43", moment=now(60))
    second = a_unit(by, "44", moment=now(60), lat=51.70)
    page = winter.get(f"/board/?incident={made.pk}").content.decode()
    link = re.search(r'href="(/dispatch/incident/\d+/send/\?choice=[^"]+)"', page)
    assert link
    asked = winter.get(link[1]).content.decode()
    assert "43 is advised first; 44 is choice 2." in asked
    choice = re.search(r'name="choice" value="([^"]+)"', asked)
    assert choice
    url = f"/dispatch/incident/{made.pk}/send/"
    refused = winter.post(url, {"choice": choice[1], "why": " "})
    assert refused.status_code == 422
    assert "Give your reason" in refused.content.decode()
    assert winter.post(url, {"choice": choice[1], "why": "43 has a prisoner"}).status_code == 303
    assignment = Assignment.objects.get()
    assert (assignment.unit_id, assignment.advice_rank, assignment.why) == (second.pk, 2, "43 has a prisoner")


def test_a_choice_that_was_tampered_with_sends_nobody(winter: Client) -> None:
    made = an_incident(who("all"), now())
    assert winter.post(f"/dispatch/incident/{made.pk}/send/", {"choice": "made-up"}).status_code == 200
    assert not Assignment.objects.exists()


def test_the_map_repeats_the_lists(winter: Client) -> None:
    by = who("all")
    made = an_incident(by, now())
    a_unit(by, moment=now(60))
    incidents = winter.get("/board/incidents.geojson").json()["features"]
    units = winter.get("/board/units.geojson").json()["features"]
    words = "Violence, happening now, Shenley Road, Borehamwood"
    (incident,), (unit,) = ([one["properties"] for one in found] for found in (incidents, units))
    assert incident == {"number": made.serial, "grade": "I", "words": words, "url": f"/board/?incident={made.pk}"}
    assert unit == {"call_sign": "43", "status": "free", "words": "Free, Borehamwood"}
    page = winter.get("/board/").content.decode()
    assert all(part in page for part in ("Violence, happening now", "Shenley Road, Borehamwood", unit["words"]))
