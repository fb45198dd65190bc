"""The borough's page and its map data."""

import json
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


@pytest.mark.parametrize("name", ["boundary", "areas", "roads", "marks"])
def test_the_map_data_are_open_and_carry_features(client: Client, name: str) -> None:
    answer = client.get(reverse(f"places:{name}"))
    assert answer.status_code == 200
    drawn = json.loads(answer.content)
    assert drawn["type"] == "FeatureCollection"
    assert drawn["features"]
    if name == "areas":
        assert {feature["properties"]["setting"] for feature in drawn["features"]} == {"urban", "rural"}


def test_the_borough_says_what_is_there_and_marks_assumptions(sign_in: SignIn) -> None:
    page = sign_in("response_officer").get(reverse("places:borough")).content.decode()
    for words in (
        "Borehamwood police station",
        "No reception",
        "Yellow phone",
        "30 cells",
        "Response team E",
        "Assumption",
    ):
        assert words in page
    assert "Proxy: postcode points" in page


def test_the_borough_is_not_for_the_signed_out(client: Client) -> None:
    assert client.get(reverse("places:borough")).status_code == 302
