"""Who may crew a unit, and who is in each: officers come from duty, booked on and in no unit yet."""

from dataclasses import dataclass
from datetime import datetime

from bluelamp.deadlines.instants import as_local, local_day
from bluelamp.dispatch.models import Unit, UnitCrew
from bluelamp.dispatch.queries import board_units
from bluelamp.dispatch.rules.unit_status import Status
from bluelamp.duty.models import Tour
from bluelamp.duty.queries import on_duty, skills_of


@dataclass(frozen=True, kw_only=True)
class Crewed:
    """A unit with who is in it and until when."""

    unit: Unit
    crew: tuple[str, ...]
    until: datetime | None
    job: str

    @property
    def doing(self) -> str:
        """What it is doing, as it was said (a meal), or for which incident; of an incident no more than its number."""
        words = Status(self.unit.status).words.capitalize()
        return f"{words}, {self.job}" if self.job else self.unit.status_words or words


def units_and_crews(at: datetime) -> list[Crewed]:
    """Every unit by call sign; two statements."""
    ends = dict(UnitCrew.objects.filter(during__contains=at).values_list("unit_id", "during__endswith"))
    return [
        Crewed(
            unit=one.unit,
            crew=one.crew,
            until=ends.get(one.unit.pk),
            job=one.assignment.incident.number if one.assignment else "",
        )
        for one in board_units(at)
    ]


def free_to_crew(at: datetime) -> list[Tour]:
    """The tours of those on duty who are in no unit now, by team and collar number; two statements."""
    aboard = UnitCrew.objects.filter(during__contains=at).values("officer_id")
    free = on_duty(at).exclude(officer__in=aboard)
    return list(free.order_by("team__position", "officer__collar_number"))


def named(tours: list[Tour], at: datetime) -> list[tuple[str, str]]:
    """Each officer's number with their name, team, skills and when the duty ends, as a form offers them."""
    skills = skills_of([one.officer_id for one in tours], on=local_day(at))
    return [(str(one.officer_id), _named(one, skills.get(one.officer_id, frozenset()))) for one in tours]


def _named(tour: Tour, skills: frozenset[str]) -> str:
    held = ", ".join(sorted(one.replace("_", " ") for one in skills))
    said = f"{tour.officer}, {tour.team.name}, on until {as_local(tour.during.upper):%H:%M}"
    return f"{said}. {held.capitalize()}" if held else said
