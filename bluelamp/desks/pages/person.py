"""One person: who they are, what to mind, how they are linked. Roles belong to a case; nobody is an offender here."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.actions.looking import look
from bluelamp.access.form_page import turned_to_owner
from bluelamp.access.guard import acting, page
from bluelamp.access.queries import restricted_among
from bluelamp.calls.models import Incident
from bluelamp.custody.models import Arrest
from bluelamp.custody.queries import of_person
from bluelamp.deadlines.instants import local_day
from bluelamp.desks.happened import happened
from bluelamp.journeys.offers import restriction_offer
from bluelamp.people.models import ROLES, Person
from bluelamp.people.queries import kept_addresses, person_for_page, warnings_of
from bluelamp.people.rules.ages import in_words
from bluelamp.people.rules.masking import masked
from bluelamp.people.rules.unknowns import Answer
from bluelamp.safeguarding.models import DomesticIncident
from bluelamp.safeguarding.queries import of_people
from bluelamp.victims.models import Victim

NAME = "desks:person"
FIELDS = {
    "sex": "Sex",
    "ethnicity": "Ethnicity, self-defined",
    "language": "Language",
    "interpreter": "Interpreter",
    "disability": "Disability",
    "home": "Home",
    "phone": "Phone",
    "email": "Email",
}


@page("people.view", "people.search")
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """A restricted person's page says that a record exists and whom to ask; a look at one is logged."""
    found = person_for_page(pk)
    if found is None:
        raise Http404
    turned = turned_to_owner(request, found.ref, page=NAME)
    if turned:
        return turned
    at, by = clock.now(), acting(request)
    kept = kept_addresses(of=[pk])
    context = {
        "found": found,
        "age": in_words(found.born(), on=local_day(at)),
        "who": [(name, masked(value, kept=kept), unknown) for name, value, unknown in _who(found)],
        "kept": bool(kept),
        "may_edit": by.may("people.edit"),
        "may_describe": by.may("people.describe"),
        "warnings": warnings_of([pk], at=at),
        "links": [link for link in found.links.all() if link.kind not in ROLES],
        "parts": _parts(found, by),
        "detentions": of_person(pk) if by.may("custody.view") else [],
        "custody": by.may("custody.view"),
        "restriction": restriction_offer(found.ref, by),
        "entries": happened([found.ref], limit=40, reader=by.ref),
    }
    return render(request, "desks/person.html", context)


def _who(found: Person) -> list[tuple[str, str, str]]:
    """Each answer, or which of the four unknowns stands where it might be."""
    born = f"{found.born_on:%-d %B %Y}" if found.born_on else ""
    facts = [("Born", born, _unknown(found.born_on_answer))]
    for field, name in FIELDS.items():
        shown = getattr(found, f"get_{field}_display", lambda field=field: getattr(found, field))()
        facts.append((name, shown, _unknown(getattr(found, f"{field}_answer"))))
    if found.perceived_ethnicity:
        facts.append(("Ethnicity as perceived", f"{found.get_perceived_ethnicity_display()}", ""))
    return facts


def _unknown(answer: str) -> str:
    return "" if answer == Answer.KNOWN else answer


def _parts(found: Person, by: Acting) -> list[dict[str, Any]]:
    """Each case this person had a part in, with the part: victim here, suspect there, caller elsewhere."""
    parts = [_part("Victim", each.incident, each.recorded_at) for each in _victim_of(found)]
    arrests = Arrest.objects.filter(person=found).select_related("incident")
    parts += [_part("Arrested", each.incident, each.arrested_at, each.offence_words) for each in arrests]
    parts += [_part("Caller", each, each.received_at) for each in Incident.objects.filter(caller=found)]
    parts += [
        _linked(link.get_kind_display(), link.record, link.linked_at)
        for link in found.links.all()
        if link.record and not link.withdrawn
    ]
    parts += [_domestic(one, found) for one in of_people([found.pk])] if by.may("safeguarding.view") else []
    sights = restricted_among(by, [part["record"] for part in parts if part["record"]])
    if seen := [ref for ref, sight in sights.items() if sight.may_see]:
        look(page=NAME, records=seen, by=by, at=clock.now())
    return sorted((_veiled(part, sights) for part in parts), key=lambda part: part["at"], reverse=True)


def _victim_of(found: Person) -> Any:
    return Victim.objects.filter(person=found).select_related("incident")


def _part(role: str, incident: Incident | None, at: Any, words: str = "") -> dict[str, Any]:
    if incident is None:
        return {"role": role, "record": "", "words": words, "at": at, "url": ""}
    what = ". ".join(part for part in (f"Incident {incident.number}", incident.kind, words) if part)
    return {"role": role, "record": incident.ref, "words": what, "at": at, "url": _url(incident.ref)}


def _domestic(one: DomesticIncident, person: Person) -> dict[str, Any]:
    risk = f"Risk assessed as {one.get_grade_display().lower()}" if one.grade else "Risk not assessed yet"
    what = f"{one.incident.number}. {risk}"
    url = reverse("desks:domestic", args=[one.pk])
    role = "Suspect" if one.suspect_id == person.pk else "Victim"
    return {"role": f"{role}, domestic abuse", "record": one.ref, "words": what, "at": one.raised_at, "url": url}


def _linked(role: str, record: str, at: Any) -> dict[str, Any]:
    return {
        "role": role,
        "record": record,
        "words": record.replace(":", " ").capitalize(),
        "at": at,
        "url": _url(record),
    }


def _veiled(part: dict[str, Any], sights: Mapping[str, Any]) -> dict[str, Any]:
    sight = sights.get(part["record"])
    return {**part, "words": sight.words, "url": ""} if sight and not sight.may_see else part


def _url(record: str) -> str:
    noun, _, number = record.partition(":")
    try:
        return reverse(f"desks:{noun}", args=[number])
    except NoReverseMatch:
        return ""
