"""Pages about a meeting's case, a notice or a request: read only by those who may, four parts, forms back to them."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, turned_to_owner
from bluelamp.access.guard import TurnedAway, acting
from bluelamp.access.offers import Offer
from bluelamp.access.permissions_check import may
from bluelamp.design.forms import PlainForm
from bluelamp.owed.queries import for_record
from bluelamp.owed.rows import rows, sights_of
from bluelamp.partners.happened import happened
from bluelamp.safeguarding.models import DisclosureRequest, MaracReferral, Pathway, ProtectionNotice
from bluelamp.safeguarding.sight import records_of
from bluelamp.verdict import Verdict, allowed, refused

R = TypeVar("R")
TITLES = {
    "case": "Case of the meeting",
    "pathway": "Pathway",
    "protection": "Protection notice",
    "disclosure": "Request about a past",
}


def the_case(request: HttpRequest, pk: int) -> MaracReferral:
    """A case of the meeting for a page; 404, or turned away to whom to ask."""
    rows_ = MaracReferral.objects.select_related("domestic__incident", "domestic__victim__person", "meeting", "officer")
    found = rows_.prefetch_related("actions__body").filter(pk=pk).first()
    return _read(request, found, lambda one: [one.ref, one.domestic.ref])


def the_notice(request: HttpRequest, pk: int) -> ProtectionNotice:
    """A notice for a page."""
    rows_ = ProtectionNotice.objects.select_related("domestic__incident", "domestic__victim__person", "subject")
    found = rows_.select_related("issued_by").prefetch_related("breaches").filter(pk=pk).first()
    return _read(request, found, lambda one: [one.ref, one.domestic.ref, one.subject.ref])


def the_pathway(request: HttpRequest, pk: int) -> Pathway:
    """A pathway for a page."""
    rows_ = Pathway.objects.select_related("incident", "victim__person", "officer", "owner")
    rows_ = rows_.select_related("domestic__incident", "domestic__victim__person", "domestic__suspect")
    found = rows_.prefetch_related("steps__officer").filter(pk=pk).first()
    return _read(request, found, _on_pathway)


def _on_pathway(row: Pathway) -> list[str]:
    """Whoever may read the domestic record; alone, the incident and the person harmed too. The page names them."""
    if row.domestic:
        return records_of(row.domestic)
    return [row.ref, row.incident.ref, *([row.victim.person.ref] if row.victim else [])]


def the_request(request: HttpRequest, pk: int) -> DisclosureRequest:
    """A request about a partner's past for a page."""
    found = (
        DisclosureRequest.objects.select_related("applicant", "subject", "third_party", "officer").filter(pk=pk).first()
    )
    return _read(request, found, _in_request)


def _in_request(row: DisclosureRequest) -> list[str]:
    return [row.ref, row.applicant.ref, row.subject.ref, *([row.third_party.ref] if row.third_party else [])]


def _read(request: HttpRequest, found: R | None, records: Callable[[R], Sequence[str]]) -> R:
    if found is None:
        raise Http404
    page = request.resolver_match.view_name if request.resolver_match else ""
    turned = turned_to_owner(request, *records(found), page=page)
    if turned:
        raise TurnedAway(turned)
    return found


def record_page(request: HttpRequest, found: Any, template: str, **more: object) -> HttpResponse:
    """Its own page: what is owed, what happened, and what the page adds."""
    by, at = acting(request), clock.now()
    promises = for_record(found.ref)
    facts = {
        "found": found,
        "at": at,
        "rows": rows(promises, sights=sights_of(promises, by=by), at=at, fold=False),
        "entries": happened([found.ref]),
        **more,
    }
    return render(request, f"safeguarding/{template}.html", facts)


def record_step(
    request: HttpRequest,
    found: Model,
    kind: str,
    *,
    form: PlainForm,
    act: Callable[[dict[str, Any]], object],
    heading: str,
    submit: str,
    lead: str = "",
    authority: bool = False,
) -> HttpResponse:
    """A page with one form about one of them, and back to it."""
    back = reverse(f"safeguarding:{kind}", args=[found.pk])
    context = {"back": back, "back_words": TITLES[kind], "heading": heading, "submit": submit, "lead": lead}
    template = "safeguarding/record_step.html"
    return form_page(request, form=form, act=act, then=back, template=template, context=context, authority=authority)


def offered(request: HttpRequest, label: str, page: str, pk: int, *, needs: Sequence[str], against: str = "") -> Offer:
    """One offer: by capability, and refused in words where the order of events stands against it."""
    verdict: Verdict = refused(against, "Order of events") if against else allowed()
    if verdict.allowed:
        verdict = may(acting(request), *needs)
    url = reverse(f"safeguarding:{page}", args=[pk]) if verdict.allowed else None
    return Offer(label=label, url=url, verdict=verdict)
