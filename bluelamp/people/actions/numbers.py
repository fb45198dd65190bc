"""Warnings on a telephone number: seen when a call comes from it, before it is graded."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.people import events
from bluelamp.people.models import NumberWarning
from bluelamp.people.permissions import EDIT
from bluelamp.people.rules.numbers import may_warn, number_key
from bluelamp.verdict import insist, refused


@action
def warn_of_number(
    *, number: str, words: str, source: str, expires_at: datetime, by: Acting, at: datetime, key: str | None = None
) -> str:
    """Put a warning on a number until `expires_at`, in the name of whoever decides it. Answers "number_warning:3"."""
    require(by, EDIT.name)
    insist(may_warn(number=number, words=words, source=source, expires_at=expires_at, at=at))
    made = NumberWarning.objects.create(
        number=number.strip()[:40], number_key=number_key(number), words=words.strip(), source=source.strip(),
        decided_by=by.name, raised_at=at, expires_at=expires_at,
    )  # fmt: skip
    said = {"number": made.number, "words": made.words, "source": made.source}
    write(events.NUMBER_WARNED, record=made.ref, facts={"until": expires_at.date().isoformat()}, words=said)
    return made.ref


@action
def end_number_warning(*, warning: int, why: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """End a warning on a number before its time, saying why; it stays on the record."""
    require(by, EDIT.name)
    found = NumberWarning.objects.select_for_update(of=("self",)).get(pk=warning)
    if not why.strip():
        insist(refused("Say why the warning ends.", field="why"))
    if found.ended_at:
        insist(refused("The warning has ended already."))
    found.ended_at, found.ended_why = at, why.strip()
    found.save(update_fields=["ended_at", "ended_why"])
    write(events.NUMBER_WARNING_ENDED, record=found.ref, words={"why": found.ended_why})
    return found.ref
