"""What healthcare advised, by page: fit or not for each, when to look again; nothing is chosen beforehand."""

from django.test import Client

from bluelamp.custody.models import Advice
from tests.custody.desk import Desk
from tests.custody.evening import Evening

GIVEN = {"who": "Nurse Iqbal", "to_detain": "yes", "to_interview": "no", "words": "Wait until he is sober"}


def test_the_advice_stands_on_the_record(evening: Evening, client: Client) -> None:
    desk, found = Desk(evening, client), evening.held()
    path = f"/custody/{found.pk}/healthcare/"
    assert b"checked" not in desk.open("custody_officer", path).content
    empty = desk.send("custody_officer", path)
    assert set(empty.context["form"].errors) == {"who", "to_detain", "to_interview", "words"}
    assert not Advice.objects.exists()
    assert desk.send("custody_officer", path, **GIVEN).status_code == 303
    advice = Advice.objects.get()
    assert (advice.to_interview, advice.words) == ("no", GIVEN["words"])
    assert GIVEN["words"] in desk.open("custody_officer", f"/detention/{found.pk}/").content.decode()
