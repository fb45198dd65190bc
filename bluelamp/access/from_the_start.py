"""Restricting a record as it is written, because of what it is about: called by the actions that make one."""

from collections.abc import Collection, Iterable
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.actions.restricting import restrict_by_kind, restrict_like
from bluelamp.access.models import Restriction
from bluelamp.access.queries import any_restricted
from bluelamp.access.rules.grounds import Ground


def restrict_from_the_start(
    record: str, grounds: Collection[Ground], *, incident: int, by: Acting, at: datetime
) -> None:
    """Restrict `record` where there is a ground to; one that is restricted already stays as it is."""
    if grounds and not any_restricted([record]):
        restrict_by_kind(record=record, grounds=grounds, incident=incident, by=by, at=at)


def restrict_found_out(
    records: Iterable[str], grounds: Collection[Ground], *, incident: int, by: Acting, at: datetime
) -> None:
    """Restrict what was written before anybody knew what it is about; those restricted already stay as they are."""
    wanted = sorted(records) if grounds else []
    if not wanted:
        return
    before = set(Restriction.objects.filter(record__in=wanted, lifted_at=None).values_list("record", flat=True))
    for record in wanted:
        if record not in before:
            restrict_by_kind(record=record, grounds=grounds, incident=incident, by=by, at=at)


def restrict_log(log: str, *, incident: int, by: Acting, at: datetime) -> None:
    """The log of a call that is closed is seen by those who see what came of it: its crime, else its domestic record.

    Of several the one with the fewest roles decides. Nothing where nothing restricted came of it.
    """
    behind = Restriction.objects.filter(incident=incident, lifted_at=None, record__regex="^(crime|domestic):")
    found = min(behind, key=lambda one: (len(one.roles), one.record), default=None)
    if found and not any_restricted([log]):
        restrict_like(record=log, like=found, by=by, at=at)
