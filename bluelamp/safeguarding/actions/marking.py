"""A warning on an address or a telephone number, put there and taken off from the domestic record."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import spoken
from bluelamp.ledger.actions.writing import action
from bluelamp.people.actions.numbers import end_number_warning, warn_of_number
from bluelamp.people.rules.masking import holds_none
from bluelamp.places.actions.warnings import end_warning, warn_of_address
from bluelamp.safeguarding import events
from bluelamp.safeguarding.keeping import locked, say
from bluelamp.safeguarding.models import Marker
from bluelamp.safeguarding.queries import kept_of
from bluelamp.verdict import Refused, insist, refused


@action
def mark(
    *,
    by: Acting,
    at: datetime,
    domestic: int,
    on: str,
    what: str,
    words: str,
    expires_at: datetime,
    key: str | None = None,
) -> str:
    """Warn whoever answers a call from there, or goes there: in the name of whoever decides it, until `expires_at`.

    Refused where it would hold the new address that is kept from the other person: many may read a warning.
    """
    require(by, "safeguarding.assess")
    found = locked(domestic)
    if on not in Marker.On.values:
        raise Refused(refused("Choose whether it is an address or a number.", field="on"))
    insist(holds_none([what, words], kept=kept_of(found), field="what"))
    number = on == Marker.On.NUMBER
    source = f"Incident {found.incident.number}" if number else f"Incident {found.incident.number}, {by.name}"
    given = {"words": words, "source": source[:120], "expires_at": expires_at, "by": by, "at": at}
    ref = warn_of_number(number=what, **given) if number else warn_of_address(address=what, **given)  # type: ignore[arg-type]
    Marker.objects.create(domestic=found, on=on, warning=int(ref.partition(":")[2]))
    facts = {"on": Marker.On(on).label.lower(), "until": spoken(expires_at)}
    say(events.MARKED, found, facts=facts, words={"what": what, "words": words})
    return found.ref


@action
def unmark(*, by: Acting, at: datetime, marker: int, why: str, key: str | None = None) -> str:
    """Take a warning off before it lapses, saying why."""
    require(by, "safeguarding.assess")
    made = Marker.objects.select_for_update(of=("self",)).get(pk=marker)
    found = locked(made.domestic_id)
    end = end_number_warning if made.on == Marker.On.NUMBER else end_warning
    end(warning=made.warning, why=why, by=by, at=at)
    say(events.UNMARKED, found, facts={"on": Marker.On(made.on).label.lower()}, words={"why": why})
    return found.ref
