"""Papers of a custody record: signed PDFs, logged before they are handed over; no victim's address to the suspect."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import posted, turned_to_owner
from bluelamp.access.guard import acting, page
from bluelamp.custody.actions.disclosing import log_paper
from bluelamp.custody.models import Detention, Paper
from bluelamp.custody.models.papers import Recipient
from bluelamp.custody.papers.printing import printed
from bluelamp.custody.queries import whole
from bluelamp.custody.queries_leaving import papers_of
from bluelamp.design.forms import PlainForm
from bluelamp.paper.fonts import NoFonts
from bluelamp.paper.making import CONFORMS, NotMade
from bluelamp.people.queries import kept_addresses
from bluelamp.safeguarding.hiding import hidden_from
from bluelamp.safeguarding.queries import kept_from
from bluelamp.verdict import Refused
from bluelamp.victims.queries import victims_of


class PapersForm(PlainForm):
    """Which paper, for whom, and why."""

    kind = forms.ChoiceField(label="Which paper?", choices=Paper.Kind.choices, widget=forms.RadioSelect)
    recipient = forms.ChoiceField(label="For whom?", choices=Recipient.choices, widget=forms.RadioSelect)
    recipient_name = forms.CharField(
        label="Their name", required=False, max_length=200, help_text="Not needed where it stays with the police"
    )
    why = forms.CharField(label="Why it is made", max_length=300)


@page("custody.papers")
def papers(request: HttpRequest, pk: int) -> HttpResponse:
    """Sending the form answers with the PDF itself: each one made is another entry in the log."""
    found = whole(pk)
    if found is None:
        raise Http404
    turned = turned_to_owner(request, found.ref, found.person.ref, page="papers")
    if turned:
        return turned
    chosen = {name: request.GET.get(name, "") for name in ("kind", "recipient")}
    form = PapersForm(posted(request), initial=chosen)
    if request.method == "POST" and form.is_valid():
        try:
            return _made(request, found, form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        except (NoFonts, NotMade) as error:
            form.add_error(None, f"The paper could not be made, and nothing was logged. {error}")
    return render(request, "journeys/papers.html", _context(found, form), status=422 if form.errors else 200)


def _made(request: HttpRequest, found: Detention, given: dict[str, Any]) -> HttpResponse:
    at = clock.now()
    made = printed(
        found,
        kind=given["kind"],
        recipient=given["recipient"],
        secrets=secrets_of(found),
        hidden=hidden_from(acting(request)),
        at=at,
        made_by=acting(request).name,
    )
    log_paper(
        by=acting(request),
        at=at,
        detention=found.pk,
        sha256=made.sha256,
        entries=made.entries,
        withheld=made.withheld,
        **given,
    )
    answer = HttpResponse(made.pdf, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{made.name}"'
    answer["Cache-Control"] = "no-store"
    return answer


def _context(found: Detention, form: PapersForm) -> Mapping[str, object]:
    back = reverse("desks:detention", args=[found.pk])
    return {"found": found, "form": form, "back": back, "papers": papers_of(found), "conforms": CONFORMS}


def secrets_of(found: Detention) -> Sequence[str]:
    """Where each victim lives and how they are reached: left out of what goes to the suspect's side (D10).

    New addresses kept from others too, of these victims and of everybody this person was the suspect towards.
    """
    incident = found.arrest.incident_id if found.arrest else None
    victims = list(victims_of(incident).select_related("person")) if incident else []
    held = [(one.person.home, one.person.phone, one.person.email) for one in victims]
    kept = [*kept_addresses(of=[one.person_id for one in victims]), *kept_from(found.person_id)]
    return [*(each for one in held for each in one if each), *kept]
