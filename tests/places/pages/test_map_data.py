"""What the map draws: public facts, open to all, with the yellow phone among the marks."""

import json

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["boundary", "areas", "roads", "marks"])
def test_the_map_data_are_open_and_carry_features(client: Client, name: str) -> None:
    answer = client.get(reverse(f"places:{name}"))
    assert answer.status_code == 200
    drawn = json.loads(answer.content)
    assert drawn["type"] == "FeatureCollection"
    assert drawn["features"]
    if name == "areas":
        assert {feature["properties"]["setting"] for feature in drawn["features"]} == {"urban", "rural"}
    if name == "marks":
        kinds = {feature["properties"]["kind"] for feature in drawn["features"]}
        assert kinds == {"settlement", "station", "phone"}
