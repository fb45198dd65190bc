"""Restricting a record as it is written, because of what it is about: called by the actions that make one."""

from collections.abc import Collection
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.actions.restricting import restrict_by_kind
from bluelamp.access.queries import any_restricted
from bluelamp.access.rules.grounds import Ground


def restrict_from_the_start(
    record: str, grounds: Collection[Ground], *, incident: int, by: Acting, at: datetime
) -> None:
    """Restrict `record` where there is a ground to; one that is restricted already stays as it is."""
    if grounds and not any_restricted([record]):
        restrict_by_kind(record=record, grounds=grounds, incident=incident, by=by, at=at)
