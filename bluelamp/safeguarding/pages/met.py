"""Somebody who asks was met face to face."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.safeguarding.actions.disclosing import meet
from bluelamp.safeguarding.records import record_step, the_request


class MetForm(PlainForm):
    """Who they are."""

    identity_checked = forms.BooleanField(label="They are who they say: checked on paper", required=False)


@page("safeguarding.disclose")
def met(request: HttpRequest, pk: int) -> HttpResponse:
    """In a safe place, alone."""
    return record_step(
        request,
        the_request(request, pk),
        "disclosure",
        form=MetForm(posted(request)),
        act=lambda given: meet(request=pk, **given, **signed(request)),
        heading="Met face to face",
        submit="Save",
    )
