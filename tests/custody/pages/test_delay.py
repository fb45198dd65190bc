"""A right delayed on the grounds of Annex B by the rank that may, once, and ended when the ground is gone."""

from bluelamp.custody.models import Delay
from tests.custody.desk import NOW, Desk
from tests.custody.evening import HOUR, Evening

GIVEN = {"what": "delay", "right": "legal_advice", "grounds": ["alerting_suspects"], "words": "Two at large"}


def test_delayed_by_a_superintendent_and_ended(evening: Evening, desk: Desk) -> None:
    path = f"/custody/{evening.held().pk}/delay/"
    assert b"No right is delayed." in desk.open("superintendent", path).content
    low = desk.send("reviewing_inspector", path, **GIVEN)
    assert b"needs a superintendent or above" in low.content
    bare = desk.send("superintendent", path, **{**GIVEN, "grounds": []})
    assert bare.status_code == 422
    assert set(desk.send("superintendent", path).context["form"].errors) == {"what", "right", "words"}
    ending = {"what": "end", "right": "legal_advice", "words": "Told; wants Ms Ferris"}
    assert "not delayed" in str(desk.send("superintendent", path, **ending).context["form"].errors["right"])
    assert not Delay.objects.exists()
    assert desk.send("superintendent", path, **GIVEN).status_code == 303
    assert b"running" in desk.open("superintendent", path).content
    assert "delayed already" in str(desk.send("superintendent", path, **GIVEN).context["form"].errors["right"])
    assert desk.send("reviewing_inspector", path, at=NOW + HOUR, **ending).status_code == 303
    assert Delay.objects.get().ended_at == NOW + HOUR
