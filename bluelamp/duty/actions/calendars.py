"""The secret address at which an officer's calendar reads their duties: made, and revoked."""

from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.duty import events
from bluelamp.duty.models import CalendarFeed
from bluelamp.ledger.actions.writing import action, write
from bluelamp.verdict import insist, refused

HASH_LENGTH = 64


@action
def make_feed(*, secret_hash: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Keep the SHA-256 of a new secret, in hexadecimal; the address before it ends. The secret itself stays outside.

    Answers the hash that is kept, so that a form sent twice finds that its own secret was not.
    """
    require(by, "duty.mine")
    officer = officer_of(by)
    if len(secret_hash) != HASH_LENGTH:
        raise ValueError("A secret is kept as its SHA-256 in hexadecimal.")
    CalendarFeed.objects.filter(officer=officer, revoked_at=None).update(revoked_at=at)
    CalendarFeed.objects.create(officer_id=officer, secret_hash=secret_hash, made_at=at)
    write(events.FEED_MADE, record=by.ref)
    return secret_hash


@action
def revoke_feed(*, by: Acting, at: datetime, key: str | None = None) -> str:
    """End the address: from then on it answers as one that never was."""
    require(by, "duty.mine")
    if not CalendarFeed.objects.filter(officer=officer_of(by), revoked_at=None).update(revoked_at=at):
        insist(refused("You have no calendar address.", "Order of events"))
    write(events.FEED_REVOKED, record=by.ref)
    return by.ref
