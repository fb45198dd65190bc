"""Asking somebody else for information about a victim: what, of whom, why; therapy is presumed not to be needed."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted
from bluelamp.access.guard import acting, page
from bluelamp.access.middleware import acting_as
from bluelamp.access.models import Officer
from bluelamp.access.permissions_check import may
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.victims.actions.information import write_request
from bluelamp.victims.models import InformationRequest
from bluelamp.victims.page_of_victim import the_victim, victim_form
from bluelamp.victims.rules.information import Request

_AREA = {"rows": 3}


class InformationForm(PlainForm):
    """Of whom, what exactly, and why no less will do."""

    holder = forms.CharField(label="Who has it", max_length=120, help_text="A school, a surgery, a phone company")
    what = forms.CharField(
        label="Which information, of which time",
        widget=forms.Textarea(attrs=_AREA),
        help_text="As little as follows the line of enquiry. Never everything there is",
    )
    line = forms.CharField(label="Which line of enquiry it follows", widget=forms.Textarea(attrs=_AREA))
    necessary = forms.CharField(label="Why it is necessary", widget=forms.Textarea(attrs=_AREA))
    proportionate = forms.CharField(
        label="What less was tried, and why no less is enough", widget=forms.Textarea(attrs=_AREA)
    )
    counselling = Segments(
        label="Is it from counselling or therapy?",
        choices=[("no", "No"), ("yes", "Yes"), ("not_known", "Not known")],
        help_text="Presumed not to be needed. PCSC Act 2022 s.44D",
    )
    counselling_why = forms.CharField(
        label="Of counselling: why it is likely to prove something substantial",
        required=False,
        widget=forms.Textarea(attrs=_AREA),
    )
    agreed_by = forms.CharField(
        label="Of counselling: who agreed, sign-in name", required=False, help_text="A supervisor in victim care"
    )

    def clean_agreed_by(self) -> str:
        """The supervisor of that sign-in name, as a reference."""
        name = self.cleaned_data["agreed_by"].strip().lower()
        if not name:
            return ""
        found = Officer.objects.filter(user_name=name, is_active=True).first()
        if found is None or not may(acting_as(found), "victims.supervise").allowed:
            raise forms.ValidationError("Nobody who supervises victim care signs in with that name.")
        return found.ref


@page("victims.tell")
def information(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the victim; with every request there was."""
    victim, by = the_victim(request, pk, page="victims.tell"), acting(request)

    def act(counselling: str, **given: Any) -> str:
        signed = {name: given.pop(name) for name in ("victim", "by", "at", "key")}
        counselled = {"yes": True, "no": False}.get(counselling)
        return write_request(request=Request(counselling=counselled, asked_by=by.ref, **given), **signed)

    rows = InformationRequest.objects.filter(victim=victim).order_by("-written_at")
    form = InformationForm(posted(request))
    context = {"rows": rows}
    return victim_form(request, victim, form=form, act=act, template="victims/information.html", context=context)
