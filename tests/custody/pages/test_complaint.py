"""A complaint made in custody, in the person's words, with the inspector who was told."""

from bluelamp.custody.models import Complaint
from tests.custody.desk import Desk
from tests.custody.evening import Evening


def test_it_stands_on_the_record_with_who_was_told(evening: Evening, desk: Desk) -> None:
    found = evening.held()
    path = f"/custody/{found.pk}/complaint/"
    assert b"as soon as practicable" in desk.open("detention_officer", path).content
    assert set(desk.send("detention_officer", path, words=" ").context["form"].errors) == {"words", "told"}
    assert not Complaint.objects.exists()
    sent = desk.send("detention_officer", path, words="The cell is cold", told="Insp Marsh")
    assert (sent.status_code, sent["Location"]) == (303, f"/detention/{found.pk}/")
    assert Complaint.objects.get().words == "The cell is cold"
    assert "The cell is cold" in desk.open("custody_officer", f"/detention/{found.pk}/").content.decode()
