"""Days that need more people than the week does: entered, cancelled; a published roster is looked at again."""

from datetime import date, datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import local_day, spoken_day
from bluelamp.duty import events
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.gaps import recheck_days
from bluelamp.duty.models import CoverEvent
from bluelamp.duty.rules.cover import MINUTES_OF_A_DAY, Window
from bluelamp.ledger.actions.writing import action, write
from bluelamp.verdict import insist, refused

MOST = 200


@action
def enter_event(
    *, name: str, unit: str, day: date, begins: int, ends: int, least: int, skill: str = "", by: Acting, at: datetime,
    key: str | None = None,
) -> str:  # fmt: skip
    """A day that needs `least` people of a unit in all, from `begins` to `ends` in minutes after midnight (an end that
    is no later lies in the next day). Gaps that it makes in a published roster are promises from now on.
    """
    require(by, "duty.plan")
    cover = cover_in_force()
    if unit not in cover.units:
        insist(refused("There is no such unit.", "The borough's cover, cover.toml", field="unit"))
    if not name.strip():
        insist(refused("Say what happens that day.", "Force policy", field="name"))
    if not 1 <= least <= MOST:
        insist(refused(f"Say how many people, 1 to {MOST}.", "Force policy", field="least"))
    if day < local_day(at):
        insist(refused("This day is over.", "Order of events", field="day"))
    window = Window(begins=begins, ends=ends if ends > begins else ends + MINUTES_OF_A_DAY)
    if cover.already_needs(unit, day, window, least=least, skill=skill):
        insist(
            refused("The unit needs as many at that time already.", "The borough's cover, cover.toml", field="least")
        )
    row = CoverEvent.objects.create(
        name=name.strip(), unit=unit, day=day, begins=window.begins, ends=window.ends, least=least, skill=skill
    )
    write(events.EVENT_ENTERED, record=row.ref, facts=_facts(row))
    recheck_days(row.day, row.day, [row.unit], at)
    return row.ref


@action
def cancel_event(*, event: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """It does not happen after all: what it alone needed is needed no more. Refused where it was cancelled already."""
    require(by, "duty.plan")
    row = CoverEvent.objects.select_for_update().get(pk=event)
    if row.cancelled_at:
        insist(refused("This was cancelled already.", "Order of events"))
    row.cancelled_at = at
    row.save(update_fields=["cancelled_at"])
    write(events.EVENT_CANCELLED, record=row.ref, facts=_facts(row))
    recheck_days(row.day, row.day, [row.unit], at)
    return row.ref


def _facts(row: CoverEvent) -> dict[str, object]:
    unit = cover_in_force().units[row.unit].name
    return {"name": row.name, "unit": unit, "day": spoken_day(row.day), "least": row.least, "words": row.window.words}
