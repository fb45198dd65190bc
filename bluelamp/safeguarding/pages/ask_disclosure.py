"""Taking a request about a partner's past."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.safeguarding.actions.disclosing import Asked, ask_for_disclosure
from bluelamp.safeguarding.models import DisclosureRequest


class AskForm(PlainForm):
    """Who asks, of whom, and why."""

    kind = forms.ChoiceField(label="Which", choices=DisclosureRequest.Kind.choices, widget=forms.RadioSelect)
    applicant_given = forms.CharField(label="Given names of the one who may be in danger", strip=False, required=False)
    applicant_family = forms.CharField(label="Their family name", strip=False, required=False)
    subject_given = forms.CharField(label="Given names of the partner", strip=False, required=False)
    subject_family = forms.CharField(label="The partner's family name", strip=False, required=False)
    third_given = forms.CharField(
        label="Given names of who asks for them", strip=False, required=False,
        help_text="Only where it is somebody else, such as a parent. They are met; the one in danger is told",
    )  # fmt: skip
    third_family = forms.CharField(label="The family name of who asks for them", strip=False, required=False)
    words = forms.CharField(label="What they ask, and why they are afraid", widget=forms.Textarea(attrs={"rows": 4}))


@page("safeguarding.disclose")
def ask_disclosure(request: HttpRequest) -> HttpResponse:
    """Three clocks run from now. The partner is not told that anybody asked."""

    def act(given: dict[str, Any]) -> str:
        names = {name: given[name] for name in given if name.startswith(("applicant", "subject", "third"))}
        return ask_for_disclosure(kind=given["kind"], words=given["words"], asked=Asked(**names), **signed(request))

    back = reverse("safeguarding:disclosures")
    return form_page(
        request,
        form=AskForm(posted(request)),
        act=act,
        then=lambda ref: reverse("safeguarding:disclosure", args=[ref.partition(":")[2]]),
        template="safeguarding/record_step.html",
        context={
            "back": back, "back_words": "Requests about a past", "heading": "Take a request", "submit": "Take it",
            "lead": "Ask how they may be reached safely. The partner is not told that anybody asked.",
        },
    )  # fmt: skip
