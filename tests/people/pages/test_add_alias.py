"""Another name: noted, found by it, refused twice."""

from django.test import Client

from bluelamp import clock
from tests.custody.evening import HOUR, TEN, Evening

NOW = TEN + 2 * HOUR


def test_a_name_in_any_script_is_kept_and_found(evening: Evening, client: Client) -> None:
    person = evening.person("Dean", "Marlow")
    evening.signed_in("response_officer", client, at=NOW)
    with clock.set_to(NOW):
        sent = client.post(f"/people/{person}/alias/", {"alias": "Дин", "source": "His neighbour"})
        assert sent["Location"] == f"/person/{person}/"
        assert "Дин" in client.get(f"/person/{person}/").content.decode()
        assert "Dean Marlow" in client.get("/people/", {"q": "Дин"}).content.decode()
        again = client.post(f"/people/{person}/alias/", {"alias": "Дин", "source": "His neighbour"})
    assert again.status_code == 422
    assert "already noted" in str(again.context["form"].errors["alias"])


def test_nobody_there_and_nothing_entered(evening: Evening, client: Client) -> None:
    person = evening.person()
    evening.signed_in("response_officer", client, at=NOW)
    with clock.set_to(NOW):
        assert client.get("/people/999999/alias/").status_code == 404
        assert client.post(f"/people/{person}/alias/", {"alias": " "}).status_code == 422
