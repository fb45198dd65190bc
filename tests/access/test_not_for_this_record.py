"""With the capability, but not for this record: every page about one record says whom to ask, and nothing is done.

Pages are found by their URL, so a new one is covered by being there; a page about no record that can be restricted is
named below with the reason.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.actions.restricting import restrict
from bluelamp.access.models import Restriction
from bluelamp.crimes.actions.recording import record_crime
from bluelamp.custody.actions.attending_freely import begin_attendance
from bluelamp.custody.models import Investigation
from bluelamp.custody.rules.disposals import Disposal
from bluelamp.ledger.models import Entry
from bluelamp.messages.models import State as MessageState
from bluelamp.people.actions.links import link
from bluelamp.people.actions.safety import keep_address
from bluelamp.people.actions.vehicles import add_vehicle
from bluelamp.safeguarding.actions.disclosing import Asked, ask_for_disclosure
from bluelamp.safeguarding.actions.marking import mark
from bluelamp.safeguarding.actions.meetings import undertake
from bluelamp.safeguarding.actions.pathways import open_pathway
from bluelamp.safeguarding.actions.protecting import write_breach
from bluelamp.safeguarding.actions.telling_owner import note_written
from bluelamp.safeguarding.models import AddressWritten, Marker, Pathway
from bluelamp.victims.actions.asking import ask
from bluelamp.victims.actions.information import write_request
from bluelamp.victims.actions.referring import refer
from bluelamp.victims.models import Referral, Telling
from bluelamp.victims.rules.information import Request
from tests.access.test_role_by_page import OF_A_DETENTION, WITH_CAPABILITY, Page, browser, evening, named  # noqa: F401
from tests.cases.at_court import charged_in
from tests.custody.actions.test_bailing import bailed, released
from tests.custody.evening import HOUR, TEN, Evening, done
from tests.messages.written import in_state
from tests.partners.bodies import Bodies
from tests.safeguarding.at_home import NOW, AtHome
from tests.specials.volunteers import Volunteers

ABOUT_NO_RECORD = {
    "safeguarding:meeting": "a meeting's list; each case is veiled by itself",
    "access:retire_terminal": "a terminal",
    "access:officer": "an officer's roles, for those who grant them",
    "places:contact_point": "a yellow phone",
    "dispatch:status": "a unit",
    "dispatch:unit": "a unit; of its work only the incident's number",
    "partners:partner": "a partner body; each share is veiled by itself",
    "partners:agree": "a partner body",
    "partners:contact": "a partner body",
    "partners:key": "a partner body",
    "partners:agreement": "an agreement with a partner body",
    "partners:end_agreement": "an agreement with a partner body",
    "custody:handed_over": "a suite; each person in it is veiled by itself",
    "custody:closing": "cells; each person in them is veiled by itself",
    "custody:planned_closures": "cells",
    "custody:visit_round": "a suite; each person in it is veiled by itself",
    "custody:log_visit": "a suite",
    "custody:answer_visitors": "a visit of independent custody visitors, who write nobody's name",
    "specials:withdraw_hours": "hours of one's own",
    "specials:evidence": "evidence of one's own",
    "specials:sign_up": "an event",
    "specials:event": "an event, with the officers who are down for it",
    "specials:pair": "an event, with the officers who are down for it",
    "desks:board_marks": "the map; each incident is veiled by itself",
    "duty:swap": "one's own duties",
    "duty:hand_over": "work of one's own; to others there is none",
    "duty:roster": "a roster of officers",
    "duty:publish": "a roster of officers",
    "duty:compare": "two rosters of officers",
    "duty:step": "a roster of officers",
    "duty:unit": "a unit of a roster",
    "duty:diary": "an officer's diary, for planners",
    "duty:change": "one day of an officer's roster, for planners",
    "duty:gap": "a gap in a roster",
    "duty:ask": "an officer asked to change a duty; to others than the desk and themselves there is none",
    "duty:call_out": "an officer called out; to others than the desk and themselves there is none",
    "duty:leave": "an officer's leave, for those who decide it",
}
Made = tuple[int, str]


def an_incident(evening: Evening) -> Made:  # noqa: F811
    found = evening.incident()
    return found.pk, found.ref


def an_arrest(evening: Evening) -> Made:  # noqa: F811
    arrest = evening.arrest(person=evening.person())
    return arrest, f"arrest:{arrest}"


def a_bail(evening: Evening) -> Made:  # noqa: F811
    found = bailed(evening)
    return found.pk, found.person.ref


def an_investigation(evening: Evening) -> Made:  # noqa: F811
    found = released(evening, Disposal.UNDER_INVESTIGATION, "Phones to be read")
    return Investigation.objects.get().pk, found.person.ref


def an_attendance(evening: Evening) -> Made:  # noqa: F811
    person, by = evening.person(), evening.acting("response_officer")
    facts = {"offence_words": "Theft", "why": "He offered", "appears_under_18": False, "place_words": "His kitchen"}
    made = done(begin_attendance, TEN, by=by, person=person, incident=evening.incident().pk, **facts)
    return made, f"person:{person}"


def a_person(evening: Evening) -> Made:  # noqa: F811
    person = evening.person()
    return person, f"person:{person}"


def a_victim(evening: Evening) -> Made:  # noqa: F811
    found = evening.victim(evening.incident())
    return found.pk, found.person.ref


def a_telling(evening: Evening) -> Made:  # noqa: F811
    incident = evening.incident()
    found = evening.victim(incident)
    evening.arrest(incident=incident)
    return Telling.objects.get(victim=found, step="arrested").pk, found.person.ref


def a_referral(evening: Evening) -> Made:  # noqa: F811
    found = evening.victim(evening.incident())
    by = evening.acting("victim_care_officer")
    done(refer, TEN, by=by, victim=found.pk, service="Beacon", agreed=True, words="Yes")
    return Referral.objects.get().pk, found.person.ref


def something_asked(evening: Evening) -> Made:  # noqa: F811
    found = evening.victim(evening.incident())
    by = evening.acting("victim_care_officer")
    made = done(ask, TEN, by=by, victim=found.pk, matter="message", words="When is it?")
    return made, found.person.ref


def a_special(_evening: Evening) -> Made:
    found = Volunteers().applied().record
    return found.pk, found.ref


def a_claim(_evening: Evening) -> Made:
    there = Volunteers().independent()
    return there.claimed(miles=12, vehicle="car"), there.record.ref


def a_domestic(evening: Evening) -> Made:  # noqa: F811
    found = AtHome(evening).raised()
    return found.pk, found.ref


def a_child(evening: Evening) -> Made:  # noqa: F811
    home = AtHome(evening)
    child = home.child(home.raised())
    return child.pk, child.domestic.ref


def a_crime(evening: Evening) -> Made:  # noqa: F811
    incident, by = evening.incident(), evening.acting("response_officer")
    facts = {"offence_code": "28E/3", "offence_words": "Burglary", "category": "Burglary", "circumstances": "Forced"}
    return done(record_crime, TEN, by=by, incident=incident.pk, **facts), incident.ref


def a_case_at_court(evening: Evening) -> Made:  # noqa: F811
    found = evening.held()
    case = charged_in(evening, found)
    return case, f"case:{case}"


def a_case(evening: Evening) -> Made:  # noqa: F811
    case = AtHome(evening).case()
    return case.pk, case.ref


def an_undertaking(evening: Evening) -> Made:  # noqa: F811
    home = AtHome(evening)
    case, by = home.case(), home.by("domestic_abuse_specialist")
    done(undertake, NOW, by=by, case=case.pk, words="A visit", due_on=date(2026, 12, 1))
    return case.actions.get().pk, case.ref


def a_link(evening: Evening) -> Made:  # noqa: F811
    by, one, other = evening.acting("response_officer"), evening.person(), evening.person("Joanne", "Redfern")
    return done(link, NOW, by=by, person=one, kind="married", to=f"person:{other}", source="Her"), f"person:{one}"


def a_vehicle(evening: Evening) -> Made:  # noqa: F811
    made = done(add_vehicle, NOW, by=evening.acting("response_officer"), as_seen="AB12 CDE")
    return made, f"vehicle:{made}"


def a_pathway(evening: Evening) -> Made:  # noqa: F811
    home = AtHome(evening)
    found, by = home.raised(), home.by("response_officer")
    row = done(open_pathway, NOW, by=by, domestic=found.pk, kind="stalking", words="He follows her each day")
    return row, found.ref


def a_pathway_step(evening: Evening) -> Made:  # noqa: F811
    row, ref = a_pathway(evening)
    return Pathway.objects.get(pk=row).steps.all()[0].pk, ref


def a_pathway_alone(evening: Evening) -> Made:  # noqa: F811
    row = AtHome(evening).stalked()
    return row.pk, row.ref


def a_marker(evening: Evening) -> Made:  # noqa: F811
    home = AtHome(evening)
    found, by = home.raised(), home.by("response_officer")
    until = clock.now() + timedelta(days=1)
    done(mark, NOW, by=by, domestic=found.pk, on="number", what="07700 900111", words="Send a crew", expires_at=until)
    return Marker.objects.get().pk, found.ref


def an_address_written(evening: Evening) -> Made:  # noqa: F811
    home = AtHome(evening)
    found, by = home.settled(), home.by("response_officer")
    person = found.victim.person_id
    done(keep_address, NOW, by=by, person=person, address="14 Orchard Close", why="From him")
    done(note_written, NOW, by=home.by("dispatcher"), people=[person], where="/calls/")
    return AddressWritten.objects.get().pk, found.ref


def a_notice(evening: Evening) -> Made:  # noqa: F811
    notice = AtHome(evening).notice()
    return notice.pk, notice.domestic.ref


def a_breach(evening: Evening) -> Made:  # noqa: F811
    home = AtHome(evening)
    notice, by = home.notice(served=True), home.by("response_officer")
    done(write_breach, NOW + 2 * HOUR, by=by, notice=notice.pk, words="He rang her")
    return notice.breaches.get().pk, notice.domestic.ref


def a_request(evening: Evening) -> Made:  # noqa: F811
    by, asked = evening.acting("domestic_abuse_specialist"), Asked(applicant_given="Ann", subject_given="Bob")
    found = done(ask_for_disclosure, NOW, by=by, kind="ask", asked=asked, words="She is afraid")
    return found, f"disclosure:{found}"


def a_message(evening: Evening) -> Made:  # noqa: F811
    found = in_state(MessageState.QUEUED)
    return found.pk, found.to


def a_share(_evening: Evening) -> Made:
    found = Bodies().shares()
    return found.pk, found.about[0]


def information_asked_for(evening: Evening) -> Made:  # noqa: F811
    number, ref = a_victim(evening)
    request = Request(
        holder="The surgery", what="One note", line="How", necessary="So", proportionate="Little", counselling=False
    )
    by = evening.acting("victim_care_officer")
    return done(write_request, NOW, by=by, victim=number, request=request), ref


def who_may_see(evening: Evening) -> tuple[str, str]:  # noqa: F811
    ref = evening.incident().ref
    return ref, ref


OF = {
    "victims/information/": information_asked_for,
    "who-may-see/": who_may_see,
    "partners/share/": a_share,
    "domestic/child/": a_child,
    "pathway/step/": a_pathway_step,
    "pathway/<int:pk>/take-on/": a_pathway_alone,
    "pathway/<int:pk>/assess/": a_pathway_alone,
    "pathway/": a_pathway,
    "domestic/mark/": a_marker,
    "domestic/written/": an_address_written,
    "marac/action/": an_undertaking,
    "marac/": a_case,
    "protection/breach/": a_breach,
    "protection/": a_notice,
    "clares-law/": a_request,
    "domestic/": a_domestic,
    "messages/": a_message,
    "specials/expenses/": a_claim,
    "specials/": a_special,
    "people/link/": a_link,
    "vehicle/": a_vehicle,
    "people/": a_person,
    "incident/": an_incident,
    "calls/incident/": an_incident,
    "dispatch/incident/": an_incident,
    "crimes/incident/": an_incident,
    "crimes/": a_crime,
    "arrest/": an_arrest,
    "custody/arrest/": an_arrest,
    "bail/": a_bail,
    "custody/bail/": a_bail,
    "custody/investigation/": an_investigation,
    "case/": a_case_at_court,
    "attendance/": an_attendance,
    "person/": a_person,
    "victims/telling/": a_telling,
    "victims/referral/": a_referral,
    "victims/asked/": something_asked,
    "victims/": a_victim,
    "victim/": a_victim,
}
PAGES = [
    page
    for page in WITH_CAPABILITY
    if page.pattern.pattern.converters and page not in OF_A_DETENTION and page.name not in ABOUT_NO_RECORD
]


def builder(page: Page) -> Callable[[Evening], tuple[int | str, str]]:
    found = next((make for start, make in OF.items() if str(page.pattern.pattern).startswith(start)), None)
    assert found, f"{page.name}: say how its record is made, or why it is about none"
    return found


def test_what_is_said_to_be_about_no_record_is_there() -> None:
    assert {page.name for page in WITH_CAPABILITY} >= ABOUT_NO_RECORD.keys()


def only(ref: str, owner: Any) -> None:
    """Nothing else about it is restricted: what was so from its first minute is lifted."""
    Restriction.objects.filter(lifted_at=None).update(lifted_at=clock.now())
    restrict(record=ref, why="An officer is involved", owner=owner.officer_id, by=owner, at=clock.now())


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_it_says_whom_to_ask_and_does_nothing(page: Page, browser: Any, evening: Evening) -> None:  # noqa: F811
    number, ref = builder(page)(evening)
    owner = evening.acting("domestic_abuse_specialist")
    only(ref, owner)
    url = reverse(page.name, kwargs=dict.fromkeys(page.pattern.pattern.converters, number))
    client, before = browser(*page.needed), Entry.objects.count()
    for answer in (client.get(url), client.post(url)):
        if answer.status_code != 405:
            assert answer.status_code in (302, 303), answer.content[:300]
            assert answer.url.startswith(f"/restricted/{ref}/"), answer.url
    assert Entry.objects.count() == before
