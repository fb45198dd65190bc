"""The notice is for who may tell this victim; the request is shown to nobody else."""

from django.test import Client

from bluelamp.access.models import Restriction
from bluelamp.victims.models import InformationRequest
from tests.victims.care import Care
from tests.victims.pages.page import at_page
from tests.victims.pages.test_information import GIVEN


def test_of_a_restricted_victim_it_says_whom_to_ask(care: Care, client: Client) -> None:
    at_page(care, client, f"/victims/{care.victim.pk}/information/", **GIVEN)
    path = f"/victims/information/{InformationRequest.objects.get().pk}/"
    owner = care.evening.officer("superintendent")
    Restriction.objects.filter(record=care.victim.ref).update(owner=owner, roles=[])
    assert at_page(care, client, path).status_code == 302
    assert at_page(care, client, "/victims/information/999999/").status_code == 404
