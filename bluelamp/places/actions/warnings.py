"""Warnings on an address: what must be known before anyone goes there, with source and expiry."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.places.events import WARNING_ENDED, WARNING_RAISED
from bluelamp.places.models import AddressWarning
from bluelamp.places.rules.addresses import address_key, may_warn, postcode_in
from bluelamp.verdict import insist, refused


@action
def warn_of_address(
    *, address: str, words: str, source: str, expires_at: datetime, by: Acting, at: datetime, key: str | None = None
) -> str:
    """Put a warning on an address until `expires_at`; every warning has a source and an end."""
    require(by, "places.edit", "calls.log")
    insist(may_warn(address=address, words=words, source=source, expires_at=expires_at, at=at))
    warning = AddressWarning.objects.create(
        address=address.strip(),
        address_key=address_key(address),
        postcode=postcode_in(address),
        words=words.strip(),
        source=source.strip(),
        raised_by=by.ref,
        raised_at=at,
        expires_at=expires_at,
    )
    record = f"address_warning:{warning.pk}"
    personal = {"address": warning.address, "words": warning.words}
    write(
        WARNING_RAISED, record=record, facts={"until": expires_at.date().isoformat(), "source": source}, words=personal
    )
    return record


@action
def end_warning(*, warning: int, why: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """End a warning before its time, saying why."""
    require(by, "places.edit", "calls.log")
    row = AddressWarning.objects.select_for_update().get(pk=warning)
    if not why.strip():
        insist(refused("Say why the warning ends.", field="why"))
    if row.ended_at:
        insist(refused("The warning has ended already."))
    row.ended_at, row.ended_why = at, why.strip()
    row.save(update_fields=["ended_at", "ended_why"])
    write(WARNING_ENDED, record=f"address_warning:{row.pk}", words={"why": row.ended_why})
    return f"address_warning:{row.pk}"
