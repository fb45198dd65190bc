"""Safeguarding's part of the evening: Ms Marlow's case taken on; an earlier one assessed, with a child and a plan."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bluelamp.deadlines.instants import local_day
from bluelamp.journeys.actions.report import Harmed, Reported, take_report
from bluelamp.people.actions.persons import add_person
from bluelamp.people.actions.safety import set_safe_contact
from bluelamp.people.models import Link
from bluelamp.places.models import PartnerBody
from bluelamp.safeguarding.actions.alone import take_on_pathway
from bluelamp.safeguarding.actions.assessing import assess
from bluelamp.safeguarding.actions.children import Notice, Seen, note_child, tell_school
from bluelamp.safeguarding.actions.disclosing import Asked, ask_for_disclosure
from bluelamp.safeguarding.actions.marking import mark
from bluelamp.safeguarding.actions.meetings import refer_to_meeting, undertake
from bluelamp.safeguarding.actions.pathways import answer_step
from bluelamp.safeguarding.actions.protecting import Grounds, issue_notice, serve_notice, write_breach
from bluelamp.safeguarding.actions.raising import Known, settle, take_on
from bluelamp.safeguarding.actions.referring import plan_for_safety, refer
from bluelamp.safeguarding.actions.telling_owner import note_written
from bluelamp.safeguarding.models import (
    AddressWritten,
    DomesticIncident,
    MaracReferral,
    Marker,
    Pathway,
    ProtectionNotice,
)
from bluelamp.safeguarding.question_set_files import question_sets
from bluelamp.victims.rules.entitlement import Circumstances

if TYPE_CHECKING:
    from tests.journeys.world import Evening

SAID = {"strangled": "yes", "separated": "yes", "controls": "yes", "injured": "yes", "worse": "not_known"}


def fill(evening: Evening) -> None:
    """Ms Marlow's is Lowe's and waits; Ms Oakes's of the morning is assessed High and waits for a second look."""
    officer = evening.who("lowe")
    marlow = DomesticIncident.objects.get(incident=evening.made["marlow"]).pk
    evening.do(take_on, 200, officer, domestic=marlow)
    oakes = _oakes(evening)
    dean = evening.do(add_person, 630, officer, given_names="Dean", family_name="Oakes")
    evening.do(settle, 620, officer, domestic=oakes, known=Known(
        age_victim=41, age_suspect=44, ties=["married", "shared_child"], behaviour=["physical", "controlling"],
        suspect=dean,
    ))  # fmt: skip
    child = Seen(given_names="Ada", family_name="Oakes", age=8, affected=True, related=True,
                 school="brook-lane-primary", voice="I put the pillow on my ears")  # fmt: skip
    evening.made["child"] = evening.do(note_child, 615, officer, domestic=oakes, seen=child)
    brother = Seen(given_names="Ben", family_name="Oakes", age=11, affected=True, related=True,
                   school="brook-lane-primary", present=True, voice="I put the music on")  # fmt: skip
    told = evening.do(note_child, 614, officer, domestic=oakes, seen=brother)
    notice = Notice(
        to_name="The safeguarding lead, Brook Lane", to_named_lead=True, place="At home",
        circumstances="His father hit his mother in the kitchen while he was in his room", happened_at=evening.ago(640),
    )  # fmt: skip
    evening.made["told child"] = evening.do(tell_school, 600, officer, child=told, route="by_hand", notice=notice)
    codes = question_sets()["dash_27"].codes
    evening.do(assess, 600, officer, domestic=oakes, tool="dash_27", grade="high",
               answers={code: SAID.get(code, "no") for code in codes},
               reason="Strangled twice, and she has just left him")  # fmt: skip
    steps = ["Her sister in St Albans", "A bag and the passports at work", "The word is “pharmacy”"]
    review_on = local_day(evening.now) + timedelta(days=7)
    evening.do(plan_for_safety, 590, officer, domestic=oakes, steps=steps, review_on=review_on)
    advisers = PartnerBody.objects.get(key="domestic-advisers").pk
    evening.do(refer, 585, officer, domestic=oakes, kind="adviser", body=advisers, agreed=True)
    evening.made |= {"domestic marlow": marlow, "domestic": oakes, "Dean Oakes": dean}
    _pathway(evening, oakes)
    _stalked(evening)
    _meeting(evening, oakes)
    _notice(evening, oakes)
    asked = Asked(applicant_given="Grace", applicant_family="Hollis", subject_given="Neil", subject_family="Farrow")
    evening.made["request"] = evening.do(ask_for_disclosure, 300, evening.who("kerr"), kind="ask", asked=asked,
                                         words="Her sister says that he hurt the one before")  # fmt: skip


def _pathway(evening: Evening, oakes: int) -> None:
    """Strangled, by her answer: its first step is done; his number is marked."""
    officer, row = evening.who("lowe"), DomesticIncident.objects.get(pk=oakes).pathways.select_related("domestic").get()
    first, second = row.steps.order_by("due_at", "pk")[:2]
    evening.do(answer_step, 580, officer, step=first.pk, done=True, words="Crew of the ambulance saw her at home")
    words = "Her husband rings from here. Send a crew; do not put him through"
    evening.do(mark, 570, officer, domestic=oakes, on="number", what="07700 900222", words=words,
               expires_at=evening.now + timedelta(days=28))  # fmt: skip
    evening.made["link"] = Link.objects.get(kind="married", other=row.domestic.suspect).pk
    person, where = row.domestic.victim.person_id, "/calls/incident/1/line/"
    evening.do(note_written, 20, evening.who("winter"), people=[person], where=where)
    evening.do(set_safe_contact, 18, evening.who("sutter"), person=person, ways=("in_person", "letter"),
               source="Her own words", post_to="R Oakes\nc/o 3 Mill Lane\nSt Albans\nAL3 4HZ")  # fmt: skip
    evening.made["victim by letter"] = row.domestic.victim_id
    evening.made["written"] = AddressWritten.objects.get().pk
    evening.made |= {"pathway": row.pk, "pathway step": second.pk, "marker": Marker.objects.get().pk}


def _stalked(evening: Evening) -> None:
    """By a stranger, on 101: PC Lowe has it, and nobody has assessed it yet."""
    said = Reported(channel="101", kind="Stalking, outside her work", opening_code="stalking",
                    what="The same man waits outside the library each evening", crime_related=True)  # fmt: skip
    harmed = Harmed(
        circumstances=Circumstances(persistently_targeted=True), given_names="Maeve", family_name="Rourke",
        safe_ways=("phone",), safe_source="Herself",
    )  # fmt: skip
    incident = evening.do(take_report, 200, evening.who("marsh"), reported=said, victim=harmed)
    alone = Pathway.objects.get(incident=incident).pk
    evening.do(take_on_pathway, 190, evening.who("lowe"), pathway=alone)
    evening.made |= {"stalked": incident, "pathway alone": alone}


def _meeting(evening: Evening, oakes: int) -> None:
    """Urgent, and nobody has spoken yet; the refuge undertook something."""
    keeper = evening.who("kerr")
    case = evening.do(refer_to_meeting, 560, keeper, domestic=oakes, reason="Strangled twice, just left", urgent=True)
    refuge = PartnerBody.objects.get(key="refuge").pk
    due_on = local_day(evening.now) + timedelta(days=5)
    evening.do(undertake, 550, keeper, case=case, words="A room kept free for her", due_on=due_on, body=refuge)
    found = MaracReferral.objects.get(pk=case)
    evening.made |= {"case": case, "meeting": found.meeting_id, "undertaking": found.actions.get().pk}


def _notice(evening: Evening, oakes: int) -> None:
    """Issued and served, and broken once."""
    grounds = Grounds(
        violence=True, abuse=True, necessary=True, grounds="Strangled her twice in a month",
        representations="Says that she fell", conditions=["Not to contact Ruth Oakes", "Not to come to Aldenham Road"],
        address="Aldenham Road, Bushey",
    )  # fmt: skip
    notice = evening.do(issue_notice, 520, evening.who("ashdown"), domestic=oakes, grounds=grounds)
    evening.do(serve_notice, 500, evening.who("lowe"), notice=notice, how="At Borehamwood police station, to him")
    evening.do(write_breach, 100, evening.who("lowe"), notice=notice, words="He rang her eleven times",
               arrested_at=evening.ago(110))  # fmt: skip
    evening.made |= {"notice": notice, "breach": ProtectionNotice.objects.get(pk=notice).breaches.get().pk}


def _oakes(evening: Evening) -> int:
    said = Reported(
        channel="101", kind="Domestic, over now", opening_code="domestic", what="He had me by the neck. He has gone.",
        crime_related=True, qualifiers=("domestic_abuse",), caller_words="Ruth Oakes",
        where={"place_words": "Aldenham Road, Bushey", "settlement": "Bushey", "lon": -0.36, "lat": 51.643},
    )  # fmt: skip
    harmed = Harmed(
        circumstances=Circumstances(domestic=True), given_names="Ruth", family_name="Oakes",
        needs="A daughter of 8", safe_ways=("phone",), safe_source="Herself",
    )  # fmt: skip
    incident = evening.do(take_report, 640, evening.who("marsh"), reported=said, victim=harmed)
    return DomesticIncident.objects.get(incident=incident).pk
