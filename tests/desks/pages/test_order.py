import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.dispatch.models import Assignment
from bluelamp.ledger.queries import timeline
from tests.street import MINUTE, a_unit, an_incident, an_officer, who

pytestmark = pytest.mark.django_db


@pytest.fixture
def winter(client: Client) -> Client:
    client.force_login(an_officer("winter", "dispatcher"))
    return client


def say(client: Client, words: str, status: int = 200, **headers: str) -> str:
    answer = client.post("/board/order/", {"order": words}, headers=headers)
    assert answer.status_code == status, answer.content[-300:]
    return answer.content.decode()


def test_orders_do_what_they_say(winter: Client) -> None:
    by, ago = who("all"), clock.now() - 5 * MINUTE
    made, unit = an_incident(by, ago), a_unit(by, moment=ago)
    assert f"43 to {made.serial}" in say(winter, f"43 to {made.serial}")
    for words, told in (
        ("43 en route", "43 sets out."),
        ("43 at scene", "43 is at scene."),
        ("43 clear", "43 is clear."),
    ):
        assert told in say(winter, words, **{"HX-Request": "true"})
    assert Assignment.objects.get(unit=unit).clear_at
    said = f"{made.serial} note He wore a “red” hat 🙂"
    assert f"Written in {made.serial}." in say(winter, said)
    assert timeline(made.ref)[0].words == {"line": "He wore a “red” hat 🙂"}


def test_what_cannot_be_done_is_refused_in_words(winter: Client) -> None:
    by, ago = who("all"), clock.now() - 5 * MINUTE
    made = an_incident(by, ago)
    a_unit(by, moment=ago)
    a_unit(by, "44", moment=ago, lat=51.70)
    assert "No unit is called 99" in say(winter, f"99 to {made.serial}", 422)
    assert "No incident 777" in say(winter, "43 to 777", 422)
    assert "not assigned to any incident" in say(winter, "43 at scene", 422)
    assert "43 is advised first" in say(winter, f"44 to {made.serial}", 422)
    assert "44 to" in say(winter, f"44 to {made.serial} because 43 is needed here")
    assert "Say 43 to 214" in say(winter, "", 422)


def test_a_number_or_a_place_opens_an_incident(winter: Client) -> None:
    made = an_incident(who("all"), clock.now() - MINUTE)
    for words in (str(made.serial), "shenley road"):
        answer = winter.post("/board/order/", {"order": words})
        assert (answer.status_code, answer.url) == (303, f"/board/?incident={made.pk}")
        answer = winter.post("/board/order/", {"order": words}, headers={"HX-Request": "true"})
        assert answer.headers["HX-Redirect"] == f"/board/?incident={made.pk}"
    assert "Nothing open answers to that" in say(winter, "nowhere at all", 422)


def test_the_role_decides_what_an_order_may_do(client: Client) -> None:
    made = an_incident(who("all"), clock.now() - MINUTE)
    a_unit(who("all"), moment=clock.now() - MINUTE)
    client.force_login(an_officer("lowe", "response_officer"))
    assert "may not do this" in say(client, f"43 to {made.serial}", 422)
