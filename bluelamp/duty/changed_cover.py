"""What a change to a published roster would do to the cover of a unit, asked of the checker before anybody makes it."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cached_property

from bluelamp.deadlines.instants import start_of_day
from bluelamp.deadlines.law import Law
from bluelamp.duty.checking.breaches import Broken
from bluelamp.duty.checking.check import Checked, check
from bluelamp.duty.document import Document
from bluelamp.duty.models import Roster
from bluelamp.duty.published import document_of
from bluelamp.duty.rules.cover import Cover
from bluelamp.duty.rules.duties import DAY, force_day
from bluelamp.duty.rules.repairs import Change as OneDay
from bluelamp.duty.rules.swapping import Missing
from bluelamp.places.law_in_force import law_of

Change = Callable[[Document], Document | None]
"""Takes one duty of the document and answers what would stand in its place; None for nothing."""


class UnitDays:
    """Some days of a unit in a published roster, with more on either side; read once, asked as often as needed."""

    def __init__(self, roster: Roster, unit: str, first: date, last: date, *, cover: Cover, law: Law) -> None:
        begins, ends = first - DAY, last + 2 * DAY
        self._cover = cover
        self._document = document_of(roster, cover=cover, law=law, begins=begins, ends=ends, units=[unit])
        since = start_of_day(max(begins, roster.begins))
        past = self._document["history"]
        self._document["history"] = [one for one in past if datetime.fromisoformat(one["ends"]) > since]

    @cached_property
    def checked(self) -> Checked:
        """What the checker says of these days as the roster stands."""
        return check(self._document)

    @cached_property
    def missing(self) -> list[Missing]:
        """Who is missing as the roster stands."""
        return self.missing_in(self.checked)

    def checked_with(self, change: OneDay) -> Checked:
        """What the checker would say with one officer's day changed."""
        return check(with_change(self._document, change))

    def missing_if(self, change: Change) -> list[Missing]:
        """Who would be missing if each duty were changed so."""
        found = (change(one) for one in self._document["duties"])
        return self.missing_in(check({**self._document, "duties": [one for one in found if one]}))

    def missing_in(self, found: Checked) -> list[Missing]:
        """The gaps that the checker found, in the words of a refusal."""
        return missing_in(found, self._cover)


def stretches(days: Iterable[date]) -> list[tuple[date, date]]:
    """Days as stretches from first to last, those that lie within three days of each other together."""
    found: list[tuple[date, date]] = []
    for day in sorted(set(days)):
        if found and day - found[-1][1] <= 3 * DAY:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def with_change(document: Document, change: OneDay) -> Document:
    """The document with one officer's day changed, or free where nothing stands after."""
    kind = "on_call" if change.on_call else "duty"
    kept = [
        one for one in document["duties"]
        if one["officer"] != change.officer or one["kind"] != kind or _day_of(one) != change.day
    ]  # fmt: skip
    made = {
        "officer": change.officer, "unit": change.unit, "kind": kind, "begins": change.begins.isoformat(),
        "ends": change.ends.isoformat(),
    }  # fmt: skip
    return {**document, "duties": [*kept, made] if change.after else kept}


def _day_of(one: Document) -> date:
    return force_day(datetime.fromisoformat(one["begins"]), law_of("duty"))


def newly_wrong(after: Checked, before: Checked) -> list[Broken]:
    """The hard rules that are broken and were not, for anybody: a special left with nobody beside them."""
    known = {(one.rule, one.officer, one.at) for one in before.broken}
    return [one for one in after.broken if one.hard and (one.rule, one.officer, one.at) not in known]


def missing_in(found: Checked, cover: Cover) -> list[Missing]:
    """The gaps that the checker found, in the words of a refusal."""
    names = {key: unit.name for key, unit in cover.units.items()}
    return [
        Missing(unit=names.get(one.unit, one.unit), begins=one.begins, ends=one.ends, short=one.needed - one.there,
                skill=one.skill, call=one.call)
        for one in found.gaps
    ]  # fmt: skip
