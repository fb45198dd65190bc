"""The records that promises of custody are about."""

from bluelamp.compiled import Compiled, Given
from bluelamp.custody.models import Detention

_HELD_OPEN = Compiled(
    lambda: Detention.objects.select_related("arrest").filter(released_at=None, refused_at=None, pk=Given("detention"))
)


def held_open(record: str) -> Detention | None:
    """The open, not refused custody record a promise is about; None where it has ended."""
    return _HELD_OPEN.first(detention=int(record.partition(":")[2]))
