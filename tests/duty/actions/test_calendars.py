"""The secret of a calendar: only its hash is kept, one at a time, and a revoked one is over."""

from hashlib import sha256

import pytest

from bluelamp.duty.actions.calendars import make_feed, revoke_feed
from bluelamp.duty.models import CalendarFeed
from bluelamp.ledger.models import Entry
from bluelamp.verdict import Refused
from tests.duty.borough import NOW, Littleford

FIRST, SECOND = (sha256(one).hexdigest() for one in (b"one", b"two"))


def test_a_new_address_ends_the_one_before(littleford: Littleford) -> None:
    by = littleford.who("104")
    assert make_feed(secret_hash=FIRST, by=by, at=NOW) == FIRST
    assert make_feed(secret_hash=SECOND, by=by, at=NOW) == SECOND
    assert CalendarFeed.objects.get(revoked_at=None).secret_hash == SECOND
    assert CalendarFeed.objects.count() == 2
    assert FIRST not in "".join(Entry.objects.filter(event="duty.feed_made").values_list("facts", flat=True))


def test_sent_twice_the_first_secret_stays(littleford: Littleford) -> None:
    by = littleford.who("104")
    make_feed(secret_hash=FIRST, by=by, at=NOW, key="k-1")
    assert make_feed(secret_hash=SECOND, by=by, at=NOW, key="k-1") == FIRST
    assert CalendarFeed.objects.get().secret_hash == FIRST


def test_revoked_once_and_what_is_no_hash_is_a_mistake(littleford: Littleford) -> None:
    by = littleford.who("104")
    make_feed(secret_hash=FIRST, by=by, at=NOW)
    revoke_feed(by=by, at=NOW)
    assert not CalendarFeed.objects.filter(revoked_at=None).exists()
    with pytest.raises(Refused, match="no calendar address"):
        revoke_feed(by=by, at=NOW)
    with pytest.raises(ValueError, match="SHA-256"):
        make_feed(secret_hash="plain", by=by, at=NOW)
