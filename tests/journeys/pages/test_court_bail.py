"""Bail at the court: after the officers' rungs, the application, then its decision; refused past the end, bail ends."""

from datetime import timedelta

from bluelamp.custody.models import Bail
from tests.custody.let_go import FEBRUARY, MET
from tests.journeys.street import Street

APPLIED = {"rung": "court", "court": "St Albans", "why": "Accounts abroad", **MET}
DECIDED = {"decision": "granted", "court": "St Albans", "why": "Complex", "decided_at_0": "2027-02-11",
           "decided_at_1": "10:00"}  # fmt: skip
LATER = FEBRUARY + timedelta(days=2)


def test_the_court_comes_after_the_officers(bail: Bail, street: Street) -> None:
    path = f"/bail/{bail.pk}/court/"
    assert b"none is skipped" in street.open("superintendent", path, FEBRUARY).content
    skipped = street.send("superintendent", path, FEBRUARY, **APPLIED)
    assert skipped.status_code == 422
    assert Bail.objects.get().court_applied_at is None
    Bail.objects.update(rung="superintendent", ends_on="2027-08-20")
    sent = street.send("superintendent", path, FEBRUARY, **APPLIED)
    assert sent.status_code == 303
    assert b"What the court decided" in street.open("superintendent", path, FEBRUARY).content
    how_far = street.send("superintendent", path, LATER, **DECIDED)
    assert "how far the court extended" in str(how_far.context["form"].errors["rung"])
    before = {**DECIDED, "decided_at_0": "2027-02-09", "rung": "court"}
    assert street.send("superintendent", path, LATER, **before).context["form"].errors["decided_at"]
    assert Bail.objects.get().rung == "superintendent"
    assert street.send("superintendent", path, LATER, rung="court", **DECIDED).status_code == 303
    found = Bail.objects.get()
    assert (found.rung, str(found.ends_on)) == ("court", "2027-11-20")


def test_refused_after_the_period_bail_ends_with_the_decision(bail: Bail, street: Street) -> None:
    path = f"/bail/{bail.pk}/court/"
    Bail.objects.update(rung="superintendent", ends_on="2027-08-20", court_applied_at=FEBRUARY)
    when = {"decision": "refused", "decided_at_0": "2027-08-30", "decided_at_1": "10:00", "why": "No case"}
    at = FEBRUARY + timedelta(days=202)
    assert street.send("superintendent", path, at, **{**DECIDED, **when}).status_code == 303
    found = Bail.objects.get()
    assert (found.outcome, found.outcome_words) == ("court_refused", "No case")
