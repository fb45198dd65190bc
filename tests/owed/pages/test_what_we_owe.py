from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bluelamp import clock
from bluelamp.access.models import Officer, Restriction, RoleGrant
from bluelamp.owed.actions.stating import end, keep, promise
from tests.owed.promises import MINUTE, NOON, REVIEW, VISIT, saying

pytestmark = pytest.mark.django_db
AT = NOON + 10 * MINUTE


def officer(*roles: str, collar: str = "778") -> Officer:
    found = Officer.objects.create(user_name=f"u{collar}", collar_number=collar, name="Farrant", enrolled_at=NOON)
    for role in roles:
        RoleGrant.objects.create(officer=found, role=role, granted_by="system:test", granted_at=NOON)
    return found


@pytest.fixture
def at_the_desk(client: Client) -> Iterator[Client]:
    client.force_login(officer("reviewing_inspector"))
    with clock.set_to(AT):
        yield client


def page(client: Client, query: str = "") -> str:
    answer = client.get(f"/owed/{query}")
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def owe_a_review(minutes: int, name: str = "Mr Redfern") -> None:
    due = NOON + minutes * MINUTE
    saying(lambda: promise(REVIEW, record="detention:7", slot=name, due=due, facts={"n": 2}, words={"who": name}))


def owe_visits() -> None:
    def visits() -> None:
        for cell, minutes in (("F1", 5), ("M4", 30), ("M6", 20), ("M7", 40)):
            facts = {"cell": cell, "place": "Hatfield"}
            promise(VISIT, record=f"detention:{minutes}", due=NOON + minutes * MINUTE, facts=facts)

    saying(visits)


def test_each_promise_stands_in_its_group_in_words(at_the_desk: Client) -> None:
    owe_a_review(5)
    owe_a_review(82, "Ms Varley")
    text = page(at_the_desk)
    assert text.index("Now") < text.index("Review 2, detention of Mr Redfern") < text.index("Later today")
    assert "2 promises are open; 1 is late" in text
    assert "late 5 min" in text
    assert "To the detainee. PACE s.40(3)" in text
    assert "style=" not in text.partition("<main")[2]


def test_visits_at_one_place_fold_into_one_row_and_the_late_one_stands_alone(at_the_desk: Client) -> None:
    owe_visits()
    text = page(at_the_desk)
    assert "Visit round, Hatfield: 3 cells, first M6" in text
    assert "Visit F1" in text
    assert "Visit M4" not in text
    opened = page(at_the_desk, "?kind=trial.visit&place=Hatfield")
    assert all(f"Visit {cell}" in opened for cell in ("F1", "M4", "M6", "M7"))


def test_mine_is_what_i_may_act_on_and_a_group_is_its_own(at_the_desk: Client) -> None:
    owe_a_review(30)
    assert "Mr Redfern" in page(at_the_desk, "?show=mine")
    assert "Mr Redfern" in page(at_the_desk, "?show=Custody")
    assert "Mr Redfern" not in page(at_the_desk, "?show=Board")
    assert "Mr Redfern" in page(at_the_desk, "?record=detention:7")
    assert "Mr Redfern" not in page(at_the_desk, "?record=detention:8")


def test_the_figure_gives_its_denominator_and_where_we_break_them(at_the_desk: Client) -> None:
    for name in ("kept", "late", "broken"):
        owe_a_review(5, name)
    saying(lambda: keep(REVIEW, record="detention:7", slot="kept"), NOON + MINUTE)
    saying(lambda: keep(REVIEW, record="detention:7", slot="late"), NOON + 6 * MINUTE)
    saying(lambda: end(REVIEW, record="detention:7", slot="broken"), NOON + 6 * MINUTE)
    text = page(at_the_desk)
    assert "of 3, 33.3 %" in text
    assert '<td>Review a detention</td><td class="n">3</td><td class="n">1</td><td class="n">1</td>' in text


def test_nothing_owed_is_said_in_words(at_the_desk: Client) -> None:
    text = page(at_the_desk)
    assert "No promises open." in text
    assert "No promise fell due in the last 7 days." in text


def test_a_restricted_record_says_that_it_exists_and_whom_to_ask(at_the_desk: Client) -> None:
    owe_a_review(30)
    owner = officer("superintendent", collar="12")
    Restriction.objects.create(record="detention:7", owner=owner, restricted_at=NOON)
    text = page(at_the_desk)
    assert "Mr Redfern" not in text
    assert "A restricted record exists. Ask" in text


def test_at_most_six_statements_however_much_is_owed(at_the_desk: Client) -> None:
    for number in range(30):
        owe_a_review(30 + number, f"Mr {number}")
    page(at_the_desk)
    with CaptureQueriesContext(connection) as sent:
        page(at_the_desk)
    assert len(sent) <= 6, [one["sql"][:80] for one in sent]


def test_signed_out_and_without_the_capability(client: Client) -> None:
    assert client.get("/owed/").status_code == 302
    client.force_login(officer("administrator"))
    assert client.get("/owed/").status_code in (403, 404)


def test_the_soonest_forty_are_shown_and_all_on_asking(at_the_desk: Client) -> None:
    def many() -> None:
        for number in range(45):
            promise(REVIEW, record=f"detention:{number}", due=AT + timedelta(minutes=number + 1))

    saying(many)
    shown = page(at_the_desk)
    assert "The soonest 40 are shown" in shown
    assert "all=yes" in shown
    assert "soonest" not in page(at_the_desk, "?all=yes")
