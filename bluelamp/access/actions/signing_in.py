"""Written when somebody signs in, out, or locks a shared terminal; and the enrolment of such terminals."""

from datetime import datetime

from django.db import IntegrityError, transaction

from bluelamp.access import events
from bluelamp.access.acting import Acting
from bluelamp.access.models import Terminal
from bluelamp.access.permissions import GRANT_ROLES
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.verdict import Refused, insist, refused

OWN = "a device of their own"


@action
def signed_in(*, method: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """`method` is "password", "passkey", "one-time code" or "the force's own sign-in"."""
    write(events.SIGNED_IN, record=by.ref, facts={"method": method, **_where(by)})
    return by.ref


@action
def signed_out(*, by: Acting, at: datetime, key: str | None = None) -> str:
    """The officer signed out."""
    write(events.SIGNED_OUT, record=by.ref, facts=_where(by))
    return by.ref


@action
def locked(*, by: Acting, at: datetime, key: str | None = None) -> str:
    """The officer left a shared terminal; its board stays readable until the next one signs in."""
    write(events.LOCKED, record=by.ref, facts=_where(by))
    return by.ref


@action
def enrol_terminal(*, name: str, desk: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Enrol a shared workstation under a name of its own. Answers "terminal:3"."""
    require(by, GRANT_ROLES.name)
    if not name.strip() or not desk.strip():
        insist(refused("A shared terminal needs a name and a desk.", field="name"))
    try:
        with transaction.atomic():
            terminal = Terminal.objects.create(name=name.strip(), desk=desk.strip(), enrolled_by=by.ref, enrolled_at=at)
    except IntegrityError as error:
        raise Refused(refused("There is a terminal of that name.", field="name")) from error
    record = f"terminal:{terminal.pk}"
    write(events.TERMINAL_ENROLLED, record=record, facts={"terminal": terminal.name, "desk": terminal.desk})
    return record


@action
def retire_terminal(*, terminal: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """A terminal is shared no longer; it counts from the next sign-in on."""
    require(by, GRANT_ROLES.name)
    found = Terminal.objects.select_for_update().get(pk=terminal)
    if found.retired_at is not None:
        insist(refused("This terminal is already retired."))
    Terminal.objects.filter(pk=terminal).update(retired_at=at)
    write(events.TERMINAL_RETIRED, record=f"terminal:{terminal}", facts={"terminal": found.name})
    return f"terminal:{terminal}"


def _where(by: Acting) -> dict[str, str]:
    return {"terminal": by.terminal or OWN, "desk": by.desk}
