"""One contact point, such as the yellow phone: its state, what happened to it, and what may be done now."""

from typing import Any, cast

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.guard import acting, page
from bluelamp.access.pages.who_looked import named
from bluelamp.design.forms import PlainForm, request_key
from bluelamp.ledger.queries import timeline
from bluelamp.places.actions.phones import begin_test, end_test, mend, report_fault
from bluelamp.places.models import ContactPoint
from bluelamp.verdict import Refused

STEPS = {
    "fault": "It is out of order",
    "begin": "Begin a test call",
    "passed": "The test was heard and understood",
    "failed": "The test failed",
    "mend": "It is mended",
}
POSSIBLE = {"working": ["fault", "begin"], "faulty": ["begin", "mend"], "testing": ["passed", "failed"]}


class ContactPointForm(PlainForm):
    """What became of the phone; a fault needs words."""

    step = forms.ChoiceField(label="What happened", widget=forms.RadioSelect)
    fault = forms.CharField(
        label="What is wrong", required=False, max_length=500, help_text="For a fault or a failed test"
    )

    def __init__(self, *args: Any, state: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        step = cast(forms.ChoiceField, self.fields["step"])
        step.choices = [(name, STEPS[name]) for name in POSSIBLE[state]]


@page("places.view")
def contact_point(request: HttpRequest, pk: int) -> HttpResponse:
    """See the phone; who may edit places or answer contacts also reports, tests and mends it."""
    phone = get_object_or_404(ContactPoint, pk=pk)
    form = ContactPointForm(request.POST or None, state=phone.state)
    if request.method == "POST" and form.is_valid():
        try:
            _act(request, phone, form.cleaned_data["step"], form.cleaned_data["fault"])
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return HttpResponseRedirect(reverse("places:contact_point", args=[phone.pk]), status=303)
    may = acting(request).may("places.edit", "calls.answer")
    context = {"phone": phone, "form": form, "may": may, "rows": named(timeline(f"contact_point:{phone.pk}", limit=20))}
    return render(request, "places/contact_point.html", context, status=422 if form.errors else 200)


def _act(request: HttpRequest, phone: ContactPoint, step: str, fault: str) -> None:
    who: dict[str, Any] = {
        "by": acting(request),
        "at": clock.now(),
        "key": request_key(request),
        "contact_point": phone.pk,
    }
    if step == "fault":
        report_fault(fault=fault, **who)
    elif step == "begin":
        begin_test(**who)
    elif step == "mend":
        mend(**who)
    else:
        end_test(passed=step == "passed", fault=fault, **who)
