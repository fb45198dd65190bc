"""No crime is recorded: only for a reason of the rules, in words, and the victim is told or it says why not (H3)."""

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.ledger.queries import timeline
from tests.street import MINUTE, an_incident, an_officer, who

pytestmark = pytest.mark.django_db
REASON = {"reason": "credible_evidence_against", "words": "The camera shows that nobody was there."}


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(an_officer("desk", "investigator"))
    return client


def test_with_its_reason_the_decision_is_made_and_written(desk: Client) -> None:
    made = an_incident(who("all"), clock.now() - 5 * MINUTE)
    sent = desk.post(f"/crimes/incident/{made.pk}/none/", {**REASON, "told": "on"})
    assert sent.status_code in (302, 303), dict(sent.context["form"].errors)
    assert any("camera shows" in str(line.words) for line in timeline(made.ref))


def test_without_words_or_with_nobody_told_it_is_refused(desk: Client) -> None:
    made = an_incident(who("all"), clock.now() - 5 * MINUTE)
    before = len(timeline(made.ref))
    for missing in (
        {**REASON, "words": "", "told": "on"},
        REASON,
        {**REASON, "reason": "victim_does_not_want", "told": "on"},
    ):
        sent = desk.post(f"/crimes/incident/{made.pk}/none/", missing)
        assert sent.status_code == 422, missing
        assert sent.context["form"].errors
    assert len(timeline(made.ref)) == before
