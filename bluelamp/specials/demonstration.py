"""Invented volunteers of a demonstration: one on accompanied patrol, three on the way, an event. Never in service."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings

from bluelamp import clock
from bluelamp.access.acting import PUBLIC, Acting, system
from bluelamp.access.middleware import acting_as
from bluelamp.access.models import Officer
from bluelamp.deadlines.instants import local_day
from bluelamp.duty.actions.skills import record_skill
from bluelamp.specials.actions import applying, giving, occasions, signing
from bluelamp.specials.models import Special
from bluelamp.specials.queries import steps_of
from bluelamp.specials.rules.deployment import TUTOR
from bluelamp.specials.rules.pathway import ATTESTED, CHECKS
from bluelamp.verdict import insist, refused

DAY = timedelta(days=1)
CAST = ("amadi", "lowe", "farrant", "okafor")


def create(*, at: datetime) -> bool:
    """Make them where there are none yet and the demonstration's people are there; True if it did.

    Raises Refused outside demo mode.
    """
    if not settings.DEMO:
        insist(refused("Demonstration records exist only in demo mode (BLUELAMP_DEMO)."))
    cast = {one.user_name: acting_as(one) for one in Officer.objects.filter(user_name__in=CAST, is_demonstration=True)}
    if set(cast) != set(CAST) or Special.objects.exists():
        return False
    _Making(at, cast).all()
    return True


class _Making:
    """Every step through the actions, as it would have been taken so many days ago."""

    def __init__(self, at: datetime, cast: dict[str, Acting]) -> None:
        self.at, self.cast = at, cast

    def do(self, who: str, days: float, act: Callable[..., str], **facts: Any) -> int:
        when = self.at - days * DAY
        with clock.set_to(when):
            made = act(by=self.cast.get(who, PUBLIC), at=when, **facts)
        return int(made.partition(":")[2])

    def signs(self, who: str, special: int, steps: Iterable[str], days: float, words: str = "") -> None:
        for number, step in enumerate(steps):
            facts = {"special": special, "step": step, "passed": True, "words": words}
            self.do(who, days - number / 2, signing.sign_step, **facts)

    def all(self) -> None:
        lowe = self.cast["lowe"].number
        record_skill(by=system("demonstration", "duty.crew"), at=self.at, officer=lowe, skill=TUTOR)
        okafor = self._applied("Chidi Okafor", 300, "career", "I want to see whether it is for me")
        self._learnt(okafor, lowe, 280)
        self._on_patrol(okafor)
        self._applied("Imogen Tarrant", 2, "community", "I coach the under-twelves in Aldenham Park")
        demir = self._applied("Yusuf Demir", 60, "undecided")
        self.do("amadi", 50, applying.accept, special=demir)
        self.signs("amadi", demir, ("identity", "right_to_work", "references"), 45)
        petrie = self._applied("Rhona Petrie", 120, "community")
        self.do("amadi", 110, applying.accept, special=petrie)
        self.signs("amadi", petrie, CHECKS, 100)
        self.do("amadi", 20, signing.name_tutor, special=petrie, tutor=lowe)
        self.signs("lowe", petrie, ("phase_1",), 12)
        self._ahead()

    def _applied(self, name: str, days: float, aim: str, why: str = "") -> int:
        return self.do("public", days, applying.apply, name=name, phone="01632 960 140", aim=aim, why=why)

    def _learnt(self, special: int, tutor: int, days: float) -> None:
        self.do("amadi", days, applying.accept, special=special)
        self.signs("amadi", special, CHECKS, days - 10)
        self.do("amadi", days - 15, signing.name_tutor, special=special, tutor=tutor)
        phases = [one.key for one in steps_of(Special.objects.get(pk=special)) if one.part == "Learning"]
        self.signs("lowe", special, phases, days - 20)

    def _on_patrol(self, special: int) -> None:
        self.do("amadi", 255, signing.link_account, special=special, officer=self.cast["okafor"].number)
        self.signs("farrant", special, (ATTESTED,), 250, "Hertsmere justices, before D. Marsh JP")
        until = local_day(self.at + 200 * DAY)
        for skill in signing.SKILLS:
            self.do("amadi", 249, signing.record_training, special=special, skill=skill, until=until)
        self.signs("amadi", special, ("accompanied",), 248)

    def _ahead(self) -> None:
        starts = self.at + 3 * DAY
        facts = {"title": "Lights switched on", "place": "Shenley Road, Borehamwood", "wanted": 4, "supervised": True}
        event = self.do("amadi", 1, occasions.make_occasion, starts=starts, ends=starts + DAY / 4, **facts)
        self.do("okafor", 0.5, occasions.sign_up, occasion=event)
        self.do("okafor", 0.4, giving.offer_hours, starts=self.at + 2 * DAY, hours=4)
