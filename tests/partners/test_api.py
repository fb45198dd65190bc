"""Signed answers of another system."""

import json
from typing import Any

import pytest

from bluelamp import clock
from bluelamp.partners.actions.agreeing import make_webhook_key
from bluelamp.partners.models import WebhookKey
from bluelamp.partners.rules.signature import signed
from bluelamp.partners.secrets import webhook_secret
from tests.partners.bodies import HOUR, NOON, Bodies

SEED = "00000000-0000-4000-8000-00000000000a"
AT = str(int((NOON + HOUR).timestamp()))


@pytest.fixture
def sends(there: Bodies, outsider):
    """`sends({"share": 1, "answer": "accept"})` as the victim care service's own system, signed now."""
    make_webhook_key(partner="victim-support", seed=SEED, by=there.by, at=NOON)
    secret = webhook_secret(WebhookKey.objects.get().seed)

    def send(given: Any, *, at: str = AT, **headers: str) -> tuple[int, dict[str, Any]]:
        body = given if isinstance(given, bytes) else json.dumps(given).encode()
        said = {"Shared-Key": SEED, "Shared-Time": at, "Shared-Signature": signed(secret, timestamp=at, body=body)}
        answer = outsider.post("/shared/signed/", body, content_type="application/json", headers={**said, **headers})
        return answer.status_code, answer.json()

    return send


NOTHING = (404, {"refused": "There is nothing here."})


def test_a_signed_answer_counts_as_the_partners(there: Bodies, sends):
    made = there.shares()
    assert sends({"share": made.pk, "answer": "accept"}) == (200, {"share": made.pk, "answer": "accept"})
    assert made.said.get().by == f"partner:{there.support.pk}"
    assert sends({"share": made.pk, "answer": "update", "words": ""})[0] == 422


def test_the_same_one_again_changes_nothing_and_an_old_one_is_nothing(there: Bodies, sends):
    made = there.shares()
    accepted = sends({"share": made.pk, "answer": "accept"})
    assert sends({"share": made.pk, "answer": "accept"}) == accepted
    assert made.said.count() == 1
    with clock.set_to(NOON + 2 * HOUR):
        assert sends({"share": made.pk, "answer": "accept"}) == NOTHING


def test_unsigned_and_another_bodys_are_answered_as_not_there(there: Bodies, sends, client):
    there.agrees(reference="ISA-8", partner="refuge")
    theirs, ours = there.shares(partner="refuge"), there.shares()
    good = {"share": ours.pk, "answer": "accept"}
    for given, headers in (
        ({"share": theirs.pk, "answer": "accept"}, {}),
        ({"share": 999_999, "answer": "accept"}, {}),
        (good, {"Shared-Signature": "0" * 64}),
        (good, {"Shared-Key": "00000000-0000-4000-8000-00000000000b"}),
        (good, {"Shared-Key": "mine"}),
        (good, {"Shared-Time": "1"}),
    ):
        assert sends(given, **headers) == NOTHING
    assert client.get("/shared/signed/").status_code == 404
    assert not ours.said.exists()
    assert not theirs.said.exists()


@pytest.mark.parametrize(
    "given",
    [b"", b"[]", b"\xff", b"null", {"share": "1", "answer": "accept"}, {"share": True, "answer": "accept"},
     {"share": 1}, {"share": 1, "answer": ["accept"]}, {"share": 2**70, "answer": "accept"},
     {"share": 1, "answer": "accept", "words": 5}, {"share": 1, "answer": "update", "words": "x" * 20_000}],
)  # fmt: skip
def test_what_makes_no_sense_is_nothing(sends, given):
    assert sends(given) == NOTHING


def test_a_key_that_ended_signs_nothing(there: Bodies, sends):
    made = there.shares()
    make_webhook_key(partner="victim-support", seed="00000000-0000-4000-8000-00000000000c", by=there.by, at=NOON)
    assert sends({"share": made.pk, "answer": "accept"}) == NOTHING
