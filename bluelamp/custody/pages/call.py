"""Those called to a detained person: call somebody, and see who is here, awaited or gone."""

from collections.abc import Mapping

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.calling import call as call_somebody
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Called, Detention
from bluelamp.custody.needs import adult_need
from bluelamp.design.forms import Instant, PlainForm


class CallForm(PlainForm):
    """Who is called, and when it was."""

    renamed = {"reason": "why", "occurred_at": "called_at"}

    kind = forms.ChoiceField(label="Who is called?", choices=Called.Kind.choices, widget=forms.RadioSelect)
    who = forms.CharField(label="Name, firm or number, where known", max_length=200, required=False)
    why = forms.CharField(label="Why, or why it is written later", max_length=300, required=False)
    called_at = Instant(label="When, if not now", required=False)


@page("custody.call", "custody.transfer")
def call(request: HttpRequest, pk: int) -> HttpResponse:
    """One form, and every call so far with what became of it."""
    return record_form(
        request,
        pk,
        form=lambda _: CallForm(posted(request)),
        act=lambda given: call_somebody(detention=pk, **given, **signed(request)),
        template="custody/call.html",
        context=_context,
    )


def _context(found: Detention) -> Mapping[str, object]:
    need = adult_need(found, clock.now())
    calls = Called.objects.filter(detention=found).order_by("-called_at", "-pk")
    return {"need": need, "calls": calls}
