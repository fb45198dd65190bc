"""What custody visitors raised is answered in words, once, and they read it."""

from bluelamp.custody.actions.visiting_independently import log_visit
from bluelamp.custody.models import CustodyVisit
from tests.custody.desk import NOW, Desk
from tests.custody.evening import Evening, done


def test_answered_once_in_words(evening: Evening, desk: Desk) -> None:
    visit = done(log_visit, NOW, by=evening.acting("custody_officer"), suite=evening.hatfield.pk,
                 visitors=["A. Rowntree", "S. Iqbal"], asked={}, raised="No blankets")  # fmt: skip
    path = f"/custody/visitors/{visit}/answer/"
    assert path.encode() in desk.open("reviewing_inspector", "/custody/visitors/").content
    assert b"No blankets" in desk.open("reviewing_inspector", path).content
    assert desk.send("reviewing_inspector", path, answer=" ").context["form"].errors["answer"]
    assert desk.open("custody_visitor", path).status_code == 403
    assert CustodyVisit.objects.get().answered_at is None
    sent = desk.send("reviewing_inspector", path, answer="Twenty more came")
    assert (sent.status_code, sent["Location"]) == (303, "/custody/visitors/")
    assert CustodyVisit.objects.get().answered_at == NOW
    assert b"Twenty more came" in desk.open("custody_visitor", "/custody/visitors/").content
    assert b"nothing left to answer" in desk.send("reviewing_inspector", path, answer="Again").content
