"""Taking the names out of promises, when personal data is lawfully erased."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.ledger.actions.writing import action, write
from bluelamp.owed.events import ERASED
from bluelamp.owed.models import Promise


@action
def erase_words(*, record: str, by: Acting, at: datetime) -> int:
    """Remove the personal words of every promise of this record; what was owed, when and whether kept stays."""
    count = Promise.objects.filter(record=record).exclude(words={}).update(words={})
    write(ERASED, record, facts={"count": count})
    return count
