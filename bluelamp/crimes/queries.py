"""Reading crimes: those of an incident, and the decision not to record one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bluelamp.crimes.models import Crime, NotRecorded
from bluelamp.crimes.rules.hate import Strand
from bluelamp.crimes.rules.outcomes import OF_A_CHARGE, wording
from bluelamp.deadlines.law import Law, LawError

CATEGORIES = (
    "Anti-social behaviour",
    "Bicycle theft",
    "Burglary",
    "Criminal damage and arson",
    "Drugs",
    "Other crime",
    "Other theft",
    "Possession of weapons",
    "Public order",
    "Robbery",
    "Shoplifting",
    "Theft from the person",
    "Vehicle crime",
    "Violence and sexual offences",
)
"""The categories in which data.police.uk publishes."""


@dataclass(frozen=True, kw_only=True)
class Decided:
    """What was decided about an incident: its crimes, or why none was recorded; both empty while it is owed."""

    crimes: tuple[Crime, ...] = ()
    not_recorded: NotRecorded | None = None

    def __bool__(self) -> bool:
        return bool(self.crimes or self.not_recorded)


def decided_on(incident: int) -> Decided:
    """The decision on an incident; two statements."""
    crimes = tuple(Crime.objects.filter(incident_id=incident).order_by("pk"))
    return Decided(crimes=crimes, not_recorded=NotRecorded.objects.filter(incident_id=incident).first())


def strands_on(law: Law, *, on: date) -> dict[str, str]:
    """The strands of hate crime that may be flagged on a day, with their words: the national ones, then the force's."""
    local = {one.casefold().replace(" ", "_"): one for one in law.value("crimes.hate.local_strands", on=on).items}
    return {**{one.value: one.words for one in Strand}, **local}


def says_charged(crime: int) -> bool:
    """Whether the crime's outcome says that somebody is charged with it."""
    return Crime.objects.filter(pk=crime, outcome__in=OF_A_CHARGE).exists()


def outcomes_on(law: Law, *, on: date) -> Iterator[tuple[str, str]]:
    """Code and wording of every outcome in force on a day, in the order of their numbers."""
    codes = [key.rpartition(".")[2] for key in sorted(law.keys()) if key.startswith("crimes.outcome.")]
    for code in sorted(codes, key=lambda one: (int(one.rstrip("A")), one)):
        try:
            yield code, wording(law, code=code, on=on)
        except LawError:
            continue
