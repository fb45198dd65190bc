"""The page on which a requisition is taken back: why, twice over, and refused once a court has it."""

from typing import Any

from django.test import Client

from bluelamp import clock
from bluelamp.cases.models import Requisition
from bluelamp.victims.models import Telling
from tests.cases.by_requisition import ByRequisition
from tests.custody.evening import HOUR, TEN, Evening

NOW = TEN + 2 * HOUR


def at_page(here: ByRequisition, client: Client, case: int, **given: Any) -> Any:
    here.evening.signed_in("investigator", client, at=NOW)
    with clock.set_to(NOW):
        return client.post(f"/case/{case}/withdraw/", given) if given else client.get(f"/case/{case}/withdraw/")


def test_it_is_withdrawn_and_the_victim_is_owed_word_and_why(evening: Evening, client: Client) -> None:
    here = ByRequisition(evening)
    case = here.sent().pk
    drawn = at_page(here, client, case)
    assert set(drawn.context["form"].fields) == {"why", "tell"}
    missing = at_page(here, client, case, why="New evidence")
    assert missing.context["form"].errors.keys() == {"tell"}
    assert at_page(here, client, case, why="New evidence", tell="We looked again.").status_code == 303
    assert Requisition.objects.get().withdrawn_why == "New evidence"
    assert Telling.objects.get(step="not_prosecuted").words == "We looked again."
    with clock.set_to(NOW):
        page = client.get(f"/case/{case}/").content.decode()
    assert "Withdrawn" in page
    assert f"/case/{case}/withdraw/" not in page
    assert f"/case/{case}/court/verdict/" not in page
    again = at_page(here, client, case, why="Again", tell="Again")
    assert again.status_code == 422
    assert "No requisition stands in this case." in again.content.decode()


def test_without_a_victim_nothing_is_asked_for_them(evening: Evening, client: Client) -> None:
    here = ByRequisition(evening, victims=0)
    case = here.sent().pk
    assert set(at_page(here, client, case).context["form"].fields) == {"why"}
    assert at_page(here, client, case, why="New evidence").status_code == 303
