"""Volunteers for the browser tests' borough: one on directed patrol, others on the way, events and expenses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bluelamp import clock
from bluelamp.access.acting import PUBLIC
from bluelamp.access.models import Officer
from bluelamp.deadlines.instants import local_day
from bluelamp.duty.actions.skills import record_skill
from bluelamp.duty.actions.tours import book_off, book_on
from bluelamp.places.models import Team
from bluelamp.specials.actions import applying, claiming, giving, into_regulars, occasions, signing, thanking
from bluelamp.specials.models import Special
from bluelamp.specials.rules.deployment import TUTOR
from bluelamp.specials.rules.pathway import CHECKS

if TYPE_CHECKING:
    from tests.journeys.world import Evening

DAY = 24 * 60
PHASES = tuple(f"phase_{number}" for number in range(1, 6))
COURT = "Hertsmere justices, before D. Marsh JP"


def fill(evening: Evening) -> None:
    """The tutor first; then Okafor's whole path, those who wait, what is ahead, what was given."""
    evening.do(record_skill, 500 * DAY, evening.who("holt"), officer=evening.who("lowe").number, skill=TUTOR)
    evening.made["okafor"] = okafor = _okafor(evening)
    _waiting(evening)
    _events(evening)
    _given(evening, okafor)


def _applied(evening: Evening, name: str, days: float, aim: str = "community", why: str = "") -> int:
    with clock.set_to(evening.ago(days * DAY)):
        at = evening.ago(days * DAY)
        made = applying.apply(by=PUBLIC, at=at, name=name, phone="01632 960 140", aim=aim, why=why)
    return int(made.partition(":")[2])


def _signed(evening: Evening, who: str, special: int, steps: Sequence[str], days: float, **facts: Any) -> None:
    for number, step in enumerate(steps):
        given = {"passed": True, "words": "", **facts}
        evening.do(signing.sign_step, (days - number) * DAY, evening.who(who), special=special, step=step, **given)


def _okafor(evening: Evening) -> int:
    amadi = evening.who("amadi")
    made = _applied(evening, "Chidi Okafor", 420, "career", "I want to see whether it is for me")
    evening.do(applying.contact_applicant, 418 * DAY, amadi, special=made, words="Rang; comes on Tuesday")
    evening.do(applying.accept, 410 * DAY, amadi, special=made)
    _signed(evening, "amadi", made, tuple(CHECKS), 400)
    evening.do(signing.name_tutor, 390 * DAY, amadi, special=made, tutor=evening.who("lowe").number)
    _signed(evening, "lowe", made, PHASES, 380)
    evening.do(signing.link_account, 371 * DAY, amadi, special=made, officer=evening.who("okafor").number)
    _signed(evening, "farrant", made, ("attested",), 370, words=COURT)
    until = local_day(evening.now + timedelta(days=200))
    for skill in signing.SKILLS:
        evening.do(signing.record_training, 369 * DAY, amadi, special=made, skill=skill, until=until)
    _signed(evening, "amadi", made, ("accompanied",), 368)
    _signed(evening, "lowe", made, ("directed",), 30)
    return made


def _waiting(evening: Evening) -> None:
    amadi = evening.who("amadi")
    evening.made["Tarrant"] = _applied(evening, "Imogen Tarrant", 2, why="I coach the under-twelves in Aldenham Park")
    evening.made["Demir"] = demir = _applied(evening, "Yusuf Demir", 60, "undecided")
    evening.do(applying.accept, 50 * DAY, amadi, special=demir)
    _signed(evening, "amadi", demir, ("identity", "right_to_work", "references"), 48)
    _signed(evening, "amadi", demir, ("fitness",), 44, passed=False, words="Comes again in six weeks")
    evening.made["Petrie"] = petrie = _applied(evening, "Rhona Petrie", 120, "career")
    evening.do(applying.accept, 110 * DAY, amadi, special=petrie)
    _signed(evening, "amadi", petrie, tuple(CHECKS), 100)
    evening.do(signing.name_tutor, 90 * DAY, amadi, special=petrie, tutor=evening.who("lowe").number)
    _signed(evening, "lowe", petrie, PHASES[:2], 40)
    evening.made["Rhys"] = rhys = _applied(evening, "Gethin Rhys", 40)
    words = "You may apply again when you live here"
    evening.do(applying.end_record, 30 * DAY, amadi, special=rhys, ending="declined", words=words)


def _events(evening: Evening) -> None:
    amadi, okafor = evening.who("amadi"), evening.who("okafor")
    for name, title, place, days, facts in (
        ("lights", "Lights switched on", "Shenley Road, Borehamwood", 3, {"supervised": True}),
        ("fair", "Winter fair", "Bushey High Street", 9, {}),
        ("evening class", "Training evening: statements", "Borehamwood police station", 5, {"training": True}),
    ):
        starts = evening.now + timedelta(days=days)
        given = {"title": title, "place": place, "starts": starts, "ends": starts + timedelta(hours=5), "wanted": 4}
        evening.made[name] = evening.do(occasions.make_occasion, DAY, amadi, **given, **facts)
    for name in ("lights", "fair"):
        evening.do(occasions.sign_up, 300, okafor, occasion=evening.made[name])
    starts = evening.now + timedelta(days=2)
    evening.made["offer"] = evening.do(giving.offer_hours, 400, okafor, starts=starts, hours=4)


def _given(evening: Evening, special: int) -> None:
    okafor, holt = evening.who("okafor"), evening.who("holt")
    team = Team.objects.filter(kind=Team.Kind.SPECIALS).first() or Team.objects.first()
    assert team
    for days, hours in ((95, 6), (65, 8), (61, 7), (36, 6), (33, 5), (30, 8), (8, 6), (4, 7)):
        until = evening.ago(days * DAY - (hours + 1) * 60)
        evening.do(book_on, days * DAY, holt, officer=okafor.number, team=team.pk, until=until)
        evening.do(book_off, days * DAY - hours * 60, holt, officer=okafor.number)
    for days in range(110, 360, 22):
        starts, done = evening.ago(days * DAY), evening.ago(days * DAY - 400)
        what = "Patrol with PC Lowe, before booking on was kept"
        with clock.set_to(done):
            giving.give_training(by=okafor, at=done, starts=starts, minutes=360, what=what)
    on = local_day(evening.ago(4 * DAY))
    facts = {"on": on, "miles": 14, "vehicle": "car", "meal": 650}
    evening.made["claim"] = evening.do(claiming.claim, 3 * DAY, okafor, **facts)
    record = Special.objects.get(pk=special)
    shown = "Two searches in Shenley Road, logs 88 and 91 of 4 November; I learnt to say the grounds out loud."
    evening.do(into_regulars.put_evidence, 2 * DAY, okafor, step="portfolio_arrest", words=shown)
    words = "For every wet Friday you stood at the station."
    facts = {"special": record.pk, "milestone": "hours_100", "words": words}
    evening.do(thanking.thank, DAY, evening.who("amadi"), **facts)
    assert Officer.objects.get(user_name="okafor").special == record
