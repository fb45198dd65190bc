"""A signed answer: right, and of just now."""

import hmac
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest

from bluelamp.partners.rules.signature import is_signed, signed
from tests.partners.rules.law_for_partners import LAW

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
STAMP = str(int(NOON.timestamp()))
BODY = b'{"share":1}'


def asked(**changes):
    facts = {"secret": "s", "timestamp": STAMP, "body": BODY, "at": NOON}
    facts["signature"] = signed("s", timestamp=changes.get("timestamp", STAMP), body=BODY)
    return is_signed(LAW, **{**facts, **changes}).allowed


def test_worked_by_hand():
    assert signed("s", timestamp="1", body=b"x") == hmac.new(b"s", b"1.x", sha256).hexdigest()


@pytest.mark.parametrize(
    ("changes", "good"),
    [
        ({}, True),
        ({"at": NOON + timedelta(seconds=300)}, True),
        ({"at": NOON + timedelta(seconds=301)}, False),
        ({"at": NOON - timedelta(seconds=301)}, False),
        ({"secret": "other"}, False),
        ({"body": b'{"share":2}'}, False),
        ({"signature": ""}, False),
        ({"signature": "\u00e9"}, False),
        ({"timestamp": "soon"}, False),
        ({"timestamp": "9" * 40}, False),
        ({"timestamp": ""}, False),
    ],
)
def test_only_what_is_signed_now_counts(changes, good):
    assert asked(**changes) == good
