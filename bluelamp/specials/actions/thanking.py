"""Thanks for hours and years, by a named person, once for each milestone."""

from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.specials import events
from bluelamp.specials.keeping import about, open_record
from bluelamp.specials.models import Thanks
from bluelamp.specials.rules import thanks
from bluelamp.specials.service import milestones
from bluelamp.verdict import Refused, refused


@action
def thank(
    *, by: Acting, at: datetime, special: int, milestone: str, words: str, key: str | None = None
) -> str:  # fmt: skip
    """Thank a special for a milestone that they reached, in words of one's own."""
    require(by, "specials.coordinate")
    found = open_record(special)
    if milestone not in {one.key for one in milestones(found, at)}:
        raise Refused(refused("This milestone is not reached yet.", "Order of events", field="milestone"))
    if found.thanks.filter(milestone=milestone).exists():
        raise Refused(refused("They were thanked for this already.", "Order of events", field="milestone"))
    if not words.strip():
        raise Refused(refused("Say it in your own words.", field="words"))
    Thanks.objects.create(
        special=found, milestone=milestone, words=words.strip(), thanked_at=at, thanked_by_id=officer_of(by)
    )  # fmt: skip
    facts = {"milestone": thanks.words_of(milestone)}
    write(events.THANKED, record=found.ref, facts=facts, words={"words": words.strip()}, about=about(found))
    return found.ref
