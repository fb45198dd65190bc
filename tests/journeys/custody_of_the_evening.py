"""Arrests and detentions for the browser tests' borough: both suites, clocks at every stage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bluelamp.custody.actions import authorising, cells, reviewing, slots
from bluelamp.custody.actions.arresting import How, Offence
from bluelamp.custody.actions.assessing_risk import assess_risk
from bluelamp.custody.actions.attending_freely import Told, begin_attendance, tell_attendee
from bluelamp.custody.actions.giving_rights import tell_right
from bluelamp.custody.actions.handing_over import hand_over
from bluelamp.custody.actions.property import Taken, take_property
from bluelamp.custody.actions.street_bailing import Notice, grant_street_bail
from bluelamp.custody.cells import ranked_cells
from bluelamp.custody.models import Detention, Seal
from bluelamp.custody.rules.arrest import Arresting, Necessity
from bluelamp.journeys.actions.arrest import arrest_newcomer, arrive_at_suite, set_out_for_suite
from bluelamp.journeys.actions.report import record_crime_for_victims
from bluelamp.people.actions.persons import add_person
from bluelamp.places.models import Station, Suite
from tests.custody.at_the_desk import whole_assessment
from tests.custody.evening import ESCORT

if TYPE_CHECKING:
    from tests.journeys.world import Evening

GROUNDS = Arresting(
    suspicion="Named by a witness who saw it",
    necessity=(
        Necessity(code="prompt_and_effective_investigation", grounds="To be interviewed before others are warned"),
    ),
    voluntary_considered=True,
    voluntary_why="He would not come, and has not before",
)


@dataclass(frozen=True, kw_only=True)
class Held:
    """One detainee: how long ago he came, and when the first review was done, if it was."""

    name: tuple[str, str]
    suite: str
    came: float
    offence: tuple[str, str]
    reviewed: float = 0.0
    celled: bool = True
    child: bool = False


HELD = (
    Held(name=("Darren", "Pike"), suite="hatfield", came=500, offence=("28A", "Burglary, dwelling")),
    Held(name=("Tobias", "Brand"), suite="hatfield", came=1053, offence=("105", "Common assault"), reviewed=700),
    Held(name=("Lena", "Varley"), suite="hatfield", came=343, offence=("39", "Theft from the person")),
    Held(name=("Amir", "Wahid"), suite="hatfield", came=180, offence=("49", "Theft, shop")),
    Held(name=("Grace", "Fenn"), suite="stevenage", came=620, offence=("8N", "Wounding"), reviewed=270),
    Held(name=("Stefan", "Petrov"), suite="stevenage", came=310, offence=("126", "Interfering with a vehicle")),
    Held(name=("Jay", "Kemble"), suite="stevenage", came=95, offence=("105", "Common assault"), child=True),
    Held(name=("Rhys", "Tull"), suite="stevenage", came=23, offence=("125", "Affray"), celled=False),
    Held(name=("Owen", "Fairley"), suite="stevenage", came=11, offence=("49", "Theft, shop"), celled=False),
)


def fill(evening: Evening) -> None:
    """Mr Redfern from 214, those already held, and one whose crew waits for an answer."""
    redfern(evening)
    for held in HELD:
        evening.made[held.name[1]] = detained(evening, held)
    waiting = _arrested(evening, ("Mark", "Sillitoe"), 9, ("49", "Theft, shop"), None)
    evening.made["Sillitoe"] = waiting
    suite = Suite.objects.get(key="hatfield").pk
    words = "Pike is past his review: the inspector knows. Varley has asked for a solicitor since four."
    evening.made["handover"] = evening.do(
        hand_over, 20, evening.who("haldane"), suite=suite, began_at=evening.ago(560), words=words
    )
    without_a_suite(evening)
    eta = evening.now + timedelta(minutes=21)
    evening.made["Sillitoe's slot"] = evening.do(
        slots.ask_slot, 6, evening.who("hale"), arrest=waiting, suite=suite, eta=eta
    )


def without_a_suite(evening: Evening) -> None:
    """One bailed on the street, and one who came of their own will."""
    officer, at = evening.who("lowe"), evening.ago(60)
    arrest = _arrested(evening, ("Jodie", "Marsden"), 70, ("49", "Theft, shop"), None)
    weighed = ("surrender_to_custody", "offending_on_bail", "victims_and_witnesses", "the_persons_own_safety")
    notice = Notice(
        authorised_by=evening.who("haldane").number,
        authorised_at=at,
        factors=(*weighed, "risks_to_the_public"),
        why="Her address was checked and she has three children to fetch",
        suite=Suite.objects.get(key="hatfield").pk,
        answer_at=evening.now + timedelta(days=13),
        given=True,
        views="none",
    )
    evening.do(grant_street_bail, 55, officer, arrest=arrest, notice=notice)
    evening.made["street bail"] = arrest
    came = evening.do(add_person, 41, officer, given_names="Leonard", family_name="Ashby")
    evening.made["attendance"] = evening.do(
        begin_attendance, 40, officer, person=came, incident=evening.made["marlow"], offence_words="Criminal damage",
        why="He rang and offered to come", appears_under_18=False,
        station=Station.objects.get(key="borehamwood").pk,
    )  # fmt: skip
    told = Told(free_to_leave=True, rights=True, advice="declined", vulnerable=False, words="I will talk to you")
    evening.do(tell_attendee, 35, officer, attendance=evening.made["attendance"], told=told)


def redfern(evening: Evening) -> None:
    """Arrested at 214 after she named him; taken to Hatfield; his first review is still to come."""
    officer, sergeant, incident = evening.who("lowe"), evening.who("haldane"), evening.made["marlow"]
    evening.made["crime"] = evening.do(
        record_crime_for_victims, 207, officer, incident=incident, offence_code="8N",
        offence_words="Assault occasioning actual bodily harm", category="Violence and sexual offences",
        circumstances="Struck her on the arm in the hall.",
    )  # fmt: skip
    arrest = _arrested(evening, ("Callum", "Redfern"), 205, ("8N", "Assault occasioning actual bodily harm"), incident)
    suite = Suite.objects.get(key="hatfield").pk
    slot = evening.do(slots.ask_slot, 203, officer, arrest=arrest, suite=suite, eta=evening.ago(178))
    evening.do(slots.answer_slot, 200, sergeant, slot=slot, accepted=True)
    evening.do(set_out_for_suite, 199, officer, arrest=arrest, unit=evening.made["unit 43"], escorting=ESCORT)
    detention = evening.do(arrive_at_suite, 176, sergeant, arrest=arrest, suite=suite)
    _authorised(evening, detention, 160)
    evening.made["Redfern"] = detention
    desk_of_redfern(evening, detention)


def desk_of_redfern(evening: Evening, detention: int) -> None:
    """Some of his booking in was done, some is still to be done."""
    sergeant = evening.who("haldane")
    told = (
        ("someone_informed", "wanted", "His brother Dean"),
        ("legal_advice", "not_now", "Not until I have slept"),
        ("written_notice", "wanted", ""),
    )
    for right, response, words in told:
        evening.do(tell_right, 158, sergeant, detention=detention, right=right, response=response, words=words)
    evening.do(
        assess_risk,
        156,
        sergeant,
        detention=detention,
        assessing=whole_assessment(drink_or_drugs="Four pints since six"),
    )
    evening.do(take_property, 155, sergeant, detention=detention, seal="A 4471", taken=Taken(
        things=("Black phone", "Two keys"), pence=2340, agreed="Signed the list"))  # fmt: skip
    evening.made["seal"] = Seal.objects.get(number="A 4471").pk


def detained(evening: Evening, held: Held) -> int:
    arrest = _arrested(evening, held.name, held.came + 45, held.offence, None, child=held.child)
    suite = Suite.objects.get(key=held.suite).pk
    slot = evening.do(slots.ask_slot, held.came + 40, evening.who("hale"), arrest=arrest, suite=suite,
                      eta=evening.ago(held.came - 1))  # fmt: skip
    evening.do(slots.answer_slot, held.came + 35, evening.who("haldane"), slot=slot, accepted=True)
    detention = evening.do(arrive_at_suite, held.came, evening.who("haldane"), arrest=arrest, suite=suite)
    if held.celled:
        _authorised(evening, detention, held.came - 14)
    if held.reviewed:
        evening.do(reviewing.review, held.reviewed, evening.who("farrant"), detention=detention, outcome="continued",
                   words="Still necessary to secure evidence by interview.")  # fmt: skip
    return detention


def _arrested(
    evening: Evening,
    name: tuple[str, str],
    ago: float,
    offence: tuple[str, str],
    incident: int | None,
    *,
    child: bool = False,
) -> int:
    officer = evening.who("lowe" if incident else "hale")
    return evening.do(
        arrest_newcomer, ago, officer, given_names=name[0], family_name=name[1], incident=incident,
        officer=officer.number, grounds=GROUNDS, how=How(appears_under_18=child),
        offence=Offence(code=offence[0], words=offence[1], tried="either_way", domestic=incident is not None),
    )  # fmt: skip


def _authorised(evening: Evening, detention: int, ago: float) -> None:
    sergeant = evening.who("haldane")
    evening.do(authorising.authorise, ago, sergeant, detention=detention,
               grounds="To secure and preserve evidence, and to obtain it by questioning")  # fmt: skip
    best = ranked_cells(Detention.objects.get(pk=detention), at=evening.ago(ago - 2))
    evening.do(cells.allocate_cell, ago - 3, sergeant, detention=detention, cell=best[0][0].pk)
