"""The page on what became of a call: an appropriate adult is looked for on record, and refused beside the choice."""

from typing import Any

from django.test import Client

from bluelamp import clock
from bluelamp.custody.actions import calling
from bluelamp.custody.models import Called
from tests.custody.evening import HOUR, TEN, Evening, done
from tests.journeys.actions.test_called import Case

NOW = TEN + 2 * HOUR
SAID = {"news": "came", "who": "Mrs Pell", "adult": "parent", "age": "41", "police": "no", "involved": "no"}


def at_page(case: Case, client: Client, *, one: int = 0, query: str = "", **given: Any) -> Any:
    case.evening.signed_in("custody_officer", client, at=NOW)
    path = f"/custody/{case.held.pk}/called/{one or case.one}/{query}"
    with clock.set_to(NOW):
        return client.post(path, {**SAID, **given}) if given else client.get(path)


def test_the_victim_chosen_on_record_is_refused_beside_the_choice(evening: Evening, client: Client) -> None:
    case = Case(evening)
    drawn = at_page(case, client, query="?q=Marlow")
    assert "1 found" in drawn.content.decode()
    refused = at_page(case, client, q="Marlow", person=str(case.victim.person_id))
    assert refused.context["form"].errors.keys() == {"person"}
    assert "Joanne Marlow is a victim in this case: call somebody else." in refused.content.decode()
    assert Called.objects.get().arrived_at is None


def test_somebody_not_on_record_with_a_name_in_the_case(evening: Evening, client: Client) -> None:
    case = Case(evening)
    unsaid = at_page(case, client, involved="")
    assert unsaid.status_code == 422
    assert "part in the case" in unsaid.content.decode()
    assert Called.objects.get().arrived_at is None
    asked = at_page(case, client, who="Joanne Marlow")
    assert asked.context["form"].errors.keys() == {"another"}
    assert at_page(case, client, who="Joanne Marlow", another="on").status_code == 303
    assert Called.objects.get().arrived_at == NOW


def test_of_others_nothing_is_asked_on_record(evening: Evening, client: Client) -> None:
    case = Case(evening)
    solicitor = done(calling.call, TEN + HOUR, by=case.by, detention=case.held.pk, kind="solicitor", who="Brook LLP")
    fields = at_page(case, client, one=solicitor).context["form"].fields
    assert not {"person", "another", "adult"} & fields.keys()
    assert at_page(case, client, one=solicitor, remote="no").status_code == 303
