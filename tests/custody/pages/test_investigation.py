"""A release under investigation: a supervisor looks at it, writes what is left, and says how it ends."""

from bluelamp.custody.models import Investigation
from bluelamp.custody.rules.disposals import Disposal
from tests.custody.desk import Desk
from tests.custody.evening import Evening
from tests.custody.let_go import FEBRUARY, let_go


def test_looked_at_and_ended(evening: Evening, desk: Desk) -> None:
    let_go(evening, Disposal.UNDER_INVESTIGATION)
    path = f"/custody/investigation/{Investigation.objects.get().pk}/"
    assert b"Next review" in desk.open("reviewing_inspector", path, at=FEBRUARY).content
    bare = desk.send("reviewing_inspector", path, at=FEBRUARY, n=1)
    assert (bare.status_code, set(bare.context["form"].errors)) == (422, {"decision", "words"})
    looked = {"decision": "review", "words": "Chased the lab", "n": 1}
    assert desk.send("reviewing_inspector", path, at=FEBRUARY, **looked).status_code == 303
    assert Investigation.objects.get().reviews == 1
    again = desk.send("reviewing_inspector", path, at=FEBRUARY, **looked)
    assert b"Review 1 was done meanwhile" in again.content
    over = {"decision": "end", "words": "No evidence"}
    how = desk.send("reviewing_inspector", path, at=FEBRUARY, **over)
    assert "Choose how it ends" in str(how.context["form"].errors["outcome"])
    assert Investigation.objects.get().ended_at is None
    ended = desk.send("reviewing_inspector", path, at=FEBRUARY, **over, outcome="no_further_action")
    assert (ended.status_code, ended["Location"]) == (303, "/bail/")
    assert Investigation.objects.get().outcome == "no_further_action"
    assert b"Over since" in desk.open("reviewing_inspector", path, at=FEBRUARY).content
