"""Somebody called to a detained person: chosen, at a time that has come, and shown with what became of it."""

from bluelamp.custody.models import Called
from bluelamp.owed.models import Promise
from tests.custody.desk import NOW, Desk
from tests.custody.evening import Evening


def test_the_adult_of_a_child_is_called_and_awaited(evening: Evening, desk: Desk) -> None:
    found = evening.held(arrest=evening.arrest(appears_under_18=True))
    path = f"/custody/{found.pk}/call/"
    first = desk.open("custody_officer", path).content
    assert b"An appropriate adult is needed." in first
    assert b"Nobody has been called." in first
    assert desk.send("custody_officer", path).context["form"].errors["kind"]
    given, earlier = {"kind": "appropriate_adult", "who": "Mrs Pell"}, {"called_at_0": "2026-11-20"}
    late = desk.send("custody_officer", path, **given, **earlier, called_at_1="23:00")
    assert "Say why" in str(late.context["form"].errors["why"])
    ahead = desk.send("custody_officer", path, **given, called_at_0="2026-11-21", called_at_1="09:00")
    assert "has not been made yet" in str(ahead.context["form"].errors["called_at"])
    assert not Called.objects.exists()
    assert desk.send("custody_officer", path, **given).status_code == 303
    assert Called.objects.get().called_at == NOW
    assert Promise.objects.filter(kind="custody.adult_comes", record=found.ref).exists()
    assert b"Mrs Pell" in desk.open("custody_officer", path).content
