"""The records that promises of custody are about."""

from bluelamp.custody.models import Detention


def held_open(record: str) -> Detention | None:
    """The open, not refused custody record a promise is about; None where it has ended."""
    found = Detention.objects.select_related("arrest").filter(released_at=None, refused_at=None)
    return found.filter(pk=record.partition(":")[2]).first()
