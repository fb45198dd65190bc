"""Who may see a record: restricted by an officer, officers named and taken off, lifted; each with a reason."""

from typing import Any

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.access.models import Restriction
from bluelamp.access.queries import may_see
from bluelamp.ledger.queries import timeline
from tests.custody.evening import TEN, Evening

WHY = "The caller is a colleague's sister"


@pytest.fixture
def ref(evening: Evening) -> str:
    return evening.incident().ref


def sent(evening: Evening, client: Client, ref: str, role: str = "investigator", **given: str) -> Any:
    who = evening.signed_in(role, client, at=TEN)
    with clock.set_to(TEN):
        return who.post(f"/who-may-see/{ref}/", given) if given else who.get(f"/who-may-see/{ref}/")


def test_an_officer_restricts_a_record_to_themselves_and_whom_they_name(
    evening: Evening, client: Client, ref: str
) -> None:
    evening.officer("response_officer", "Lowe")
    assert "It is not restricted" in sent(evening, client, ref).content.decode()
    assert sent(evening, client, ref, why=" ").status_code == 422
    answer = sent(evening, client, ref, why=WHY, others="response_officer_Lowe")
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/who-may-see/{ref}/")
    made = Restriction.objects.get()
    assert (made.record, made.owner, made.why) == (ref, evening.officer("investigator"), WHY)
    assert may_see(evening.acting("response_officer", "Lowe"), ref).allowed
    assert not may_see(evening.acting("response_officer", "Other"), ref).allowed
    page = sent(evening, client, ref).content.decode()
    assert "Response Officer" not in page
    assert "Lowe" in page


def test_its_owner_names_an_officer_takes_them_off_and_lifts_it(evening: Evening, client: Client, ref: str) -> None:
    other = evening.officer("response_officer", "Lowe")
    sent(evening, client, ref, why=WHY)
    wrong = sent(evening, client, ref, what="name_on", officer="nobody", why=WHY)
    assert (wrong.status_code, "Nobody here has this" in wrong.content.decode()) == (422, True)
    for what, seen in (("name_on", True), ("take_off", False)):
        assert sent(evening, client, ref, what=what, officer=other.user_name, why=f"{WHY} {what}").status_code == 303
        assert may_see(evening.acting("response_officer", "Lowe"), ref).allowed is seen
    assert sent(evening, client, ref, what="lift", why="It was somebody else").status_code == 303
    assert not Restriction.objects.filter(lifted_at=None).exists()
    said = [line.words["why"] for line in timeline(ref) if "why" in line.words]
    assert said == ["It was somebody else", f"{WHY} take_off", f"{WHY} name_on", WHY]


def test_who_is_not_its_owner_reads_who_is_on_it_and_changes_nothing(
    evening: Evening, client: Client, ref: str
) -> None:
    other = evening.officer("superintendent")
    sent(evening, client, ref, why=WHY, others=other.user_name)
    page = sent(evening, client, ref, role="superintendent").content.decode()
    assert "Only the officer it belongs to changes this" in page
    answer = sent(evening, client, ref, role="superintendent", what="lift", why="I want it to be")
    assert answer.status_code == 422
    assert Restriction.objects.filter(lifted_at=None).exists()


def test_who_may_not_see_it_is_told_whom_to_ask(evening: Evening, client: Client, ref: str) -> None:
    sent(evening, client, ref, why=WHY)
    answer = sent(evening, client, ref, role="response_officer")
    assert answer.headers["Location"].startswith(f"/restricted/{ref}/")


@pytest.mark.parametrize("ref", ["incident:99999999", "unit:1", "incident:x", "incident"])
def test_there_is_no_page_for_what_is_no_record(evening: Evening, client: Client, ref: str) -> None:
    assert sent(evening, client, ref).status_code == 404
