"""The end of a call, on a phone: a safe way, needs, rights, the offer of a statement, support. Three minutes."""

from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted
from bluelamp.access.guard import page
from bluelamp.owed.models import State
from bluelamp.owed.queries import of_records
from bluelamp.people.queries import safe_contact
from bluelamp.victims.actions.first_care import give_first_care
from bluelamp.victims.first_care_form import PARTS, TITLES, FirstCareForm
from bluelamp.victims.models import Victim
from bluelamp.victims.page_of_victim import the_victim, victim_form
from bluelamp.victims.passing_on import services

KEPT_BY = {
    "needs": "victims.assess_needs",
    "rights": "victims.tell_rights_explained",
    "statement": "victims.tell_statement_offered",
    "referral": "victims.tell_referred",
}


@page("victims.record", "victims.tell")
def first_care(request: HttpRequest, pk: int) -> HttpResponse:
    """What is done already is only named; `?again=needs` opens a part once more. What is left out stays owed."""
    victim = the_victim(request, pk, page="victims:first_care")
    still, because = _still(victim)
    again = request.GET.get("again", "")
    parts = tuple(part for part in PARTS if part in still or part == again)
    form = FirstCareForm(posted(request), parts=parts, services=services(clock.now()))
    return victim_form(
        request,
        victim,
        form=form,
        act=lambda **given: give_first_care(
            victim=pk, care=form.care(because), by=given["by"], at=given["at"], key=given["key"]
        ),
        template="victims/first_care.html",
        context={"done": [(part, TITLES[part][3:]) for part in PARTS if part not in parts]},
    )


def _still(victim: Victim) -> tuple[set[str], str]:
    """The parts that are open, and why needs are asked about now."""
    found = [one for one in of_records([victim.ref]) if one.state == State.OPEN]
    still = {part for part, kind in KEPT_BY.items() if any(one.kind == kind for one in found)}
    if safe_contact(victim.person_id) is None:
        still.add("contact")
    asked = next((one.slot.partition(" ")[0] for one in found if one.kind == KEPT_BY["needs"]), "asked")
    return still, asked
