"""A detained child by page: each step in its order, and none of them for an adult."""

from bluelamp.custody.models import Accommodation, BailRefused, Detention, Welfare
from tests.custody.desk import NOW, Desk
from tests.custody.evening import Evening


def test_a_child_refused_bail_goes_to_the_local_authority_step_by_step(evening: Evening, desk: Desk) -> None:
    found = evening.held(arrest=evening.arrest(appears_under_18=True))
    path = f"/custody/{found.pk}/child/"

    def send(step: str, words: str = "Mrs Pell, by phone") -> dict[str, list[str]]:
        sent = desk.send("custody_officer", path, step=step, words=words)
        return {} if sent.status_code == 303 else sent.context["form"].errors

    assert set(send("", "")) == {"step", "words"}
    assert "Only a girl" in str(send("woman")["step"])
    assert not send("told")
    assert Welfare.objects.get().told_who == "Mrs Pell, by phone"
    assert "after charge" in str(send("refuse"))
    assert "Bail is not refused" in str(send("ask_open"))
    assert "No request is waiting" in str(send("none")["step"])
    Detention.objects.filter(pk=found.pk).update(charged_at=NOW)
    assert not send("refuse", "He would not come")
    assert BailRefused.objects.get().words == "He would not come"
    assert not send("ask_open", "Hertfordshire, duty desk")
    assert not send("none", "No foster place tonight")
    assert Accommodation.objects.get().offered is False
    assert b"None available" in desk.open("custody_officer", path).content


def test_these_steps_are_not_for_an_adult(evening: Evening, desk: Desk) -> None:
    path = f"/custody/{evening.held().pk}/child/"
    shown = desk.open("custody_officer", path).content
    assert b"Not a child by date of birth" in shown
    assert b"Record it" not in shown
    assert b"This is for a child" in desk.send("custody_officer", path, step="told", words="x").content
    assert not Welfare.objects.exists()
