"""Flagging a crime as a hate crime, because somebody perceives it so."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.crimes import events
from bluelamp.crimes.models import Crime, HateFlag
from bluelamp.crimes.queries import strands_on
from bluelamp.crimes.rules.hate import Perceived, may_flag
from bluelamp.deadlines.instants import local_day
from bluelamp.ledger.actions.writing import action, write
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import insist


@action
def flag_hate(*, by: Acting, at: datetime, crime: int, perceived: Perceived, key: str | None = None) -> str:
    """Keep that this crime is felt to be a hate crime, by whom and in which words. Each strand stands once."""
    require(by, "victims.record", "victims.tell")
    found = Crime.objects.select_for_update(of=("self",)).get(pk=crime)
    known = strands_on(law_of("crimes"), on=local_day(at))
    flagged = set(HateFlag.objects.filter(crime=found).values_list("strand", flat=True))
    insist(may_flag(perceived, known=known, flagged=flagged))
    assert perceived.by is not None
    new = [one for one in perceived.strands if one not in flagged]
    HateFlag.objects.bulk_create(
        HateFlag(crime=found, strand=one, perceived_by=perceived.by, words=perceived.words.strip(), at=at,
                 officer_id=by.officer_id)
        for one in new
    )  # fmt: skip
    who = perceived.by.words
    facts = {"strands": ", ".join(known[one].lower() for one in new), "who": f"{who[0].lower()}{who[1:]}"}
    about = (f"incident:{found.incident_id}",) if found.incident_id else ()
    write(events.HATE_FLAGGED, record=found.ref, about=about, facts=facts, words={"words": perceived.words})
    return found.ref
