"""An essential document in their language: by whom, and spoken or done without only with what the Code asks."""

from bluelamp.custody.models import Translation
from tests.custody.desk import Desk
from tests.custody.evening import Evening

GIVEN = {"document": "grounds", "way": "written", "language": "Polish", "translated_by": "Interpreter 4471"}


def test_given_in_writing_or_otherwise_with_the_reason(evening: Evening, desk: Desk) -> None:
    found = evening.held()
    path = f"/custody/{found.pk}/language/"
    assert set(desk.send("custody_officer", path).context["form"].errors) == {"document", "way"}
    nobody = desk.send("custody_officer", path, **{**GIVEN, "translated_by": ""})
    assert (nobody.status_code, set(nobody.context["form"].errors)) == (422, {"translated_by"})
    uncharged = desk.send("custody_officer", path, **{**GIVEN, "document": "charge"})
    assert "not charged yet" in str(uncharged.context["form"].errors["document"])
    without = desk.send("custody_officer", path, **{**GIVEN, "way": "waived"})
    for asked in ("had legal advice first", "of their own will", "their own words"):
        assert asked in str(without.context["form"].errors)
    assert not Translation.objects.exists()
    sent = desk.send("custody_officer", path, **GIVEN)
    assert sent.status_code == 303
    assert (Translation.objects.get().language, Translation.objects.get().way) == ("Polish", "written")
    assert "Polish" in desk.open("custody_officer", f"/detention/{found.pk}/").content.decode()
