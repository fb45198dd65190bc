"""What was shared with a partner is answered by it, and it reaches whom it is about; each once."""

from collections.abc import Callable
from datetime import timedelta

from bluelamp.owed.models import Promise
from bluelamp.partners.models import Share
from bluelamp.safeguarding.models import DomesticIncident
from bluelamp.twin import partner_answers, risk_care
from bluelamp.twin.running import Running


def test_a_partner_answers_and_reaches_the_victim(hours_of: Callable[..., Running]) -> None:
    run = hours_of(3)
    domestic = DomesticIncident.objects.filter(ended_at=None).earliest("pk")
    risk_care.adviser(run, domestic.pk)
    shared = Share.objects.filter(record=domestic.ref).latest("pk")
    assert shared.accepted_at is None
    waiting = len(run.heap)
    partner_answers.resume(run)
    assert len(run.heap) == waiting, "what is planned is not planned again"
    run.run(run.now + timedelta(days=3))
    shared.refresh_from_db()
    assert shared.sent_at < shared.accepted_at < shared.reached_at
    assert not Promise.objects.filter(record=shared.ref, state="open").exists()
    assert not [one for one in run.refusals if "partner" in one or "share" in one]
