"""Force by page: what was used, by whom, why, and whether anybody was hurt; later than it was, with the reason."""

from django.test import Client

from bluelamp.custody.models import Force
from tests.custody.desk import Desk
from tests.custody.evening import Evening

GIVEN = {"tactics": ["handcuffs", "ground"], "used_by": "PC Lowe", "why": "He struck out", "injury": "none"}


def test_it_is_written_whole_or_refused_in_words(evening: Evening, client: Client) -> None:
    desk, path = Desk(evening, client), f"/custody/{evening.held().pk}/force/"
    empty = desk.send("custody_officer", path)
    assert set(empty.context["form"].errors) == {"tactics", "used_by", "why", "injury"}
    unknown = desk.send("custody_officer", path, **{**GIVEN, "tactics": ["charm"]})
    assert unknown.status_code == 422
    earlier = {"used_at_0": "2026-11-20", "used_at_1": "22:05"}
    assert desk.send("custody_officer", path, **GIVEN, **earlier).status_code == 422, "late, and no reason"
    assert not Force.objects.exists()
    assert desk.send("custody_officer", path, **GIVEN).status_code == 303
    assert Force.objects.get().tactics == GIVEN["tactics"]
    shown = desk.open("custody_officer", f"/detention/{Force.objects.get().detention_id}/").content.decode()
    assert "handcuffs, taken to the ground" in shown.lower()
