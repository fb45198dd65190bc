"""Somebody was told of a partner's past, in person and by voice only."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.safeguarding.actions.disclosing import tell_of_past
from bluelamp.safeguarding.records import record_step, the_request


class ToldForm(PlainForm):
    """How it was done; what was said is not written here."""

    undertaking = forms.BooleanField(label="They signed first that they keep it to themselves", required=False)
    in_person = forms.BooleanField(label="In person", required=False)
    identity_checked = forms.BooleanField(
        label="Who is told is who they say: checked on paper", required=False,
        help_text="Needed where somebody else asked for them and was met",
    )  # fmt: skip
    to_third = forms.BooleanField(label="Told to who asked for them, not to the one in danger", required=False)
    can_protect = forms.CharField(
        label="How they can protect the one in danger", required=False, help_text="Only where they are told instead"
    )
    nothing_left = forms.BooleanField(label="By voice only: nothing was left with them in writing", required=False)


@page("safeguarding.disclose")
def told(request: HttpRequest, pk: int) -> HttpResponse:
    """Each of them is needed."""
    return record_step(
        request,
        the_request(request, pk),
        "disclosure",
        form=ToldForm(posted(request)),
        act=lambda given: tell_of_past(request=pk, **given, **signed(request)),
        heading="Told in person",
        submit="Save",
    )
