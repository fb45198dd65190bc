"""The first checks of a request about a partner's past."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.safeguarding.actions.disclosing import check_first
from bluelamp.safeguarding.records import record_step, the_request


class ChecksForm(PlainForm):
    """What was checked, and whether there is danger now."""

    words = forms.CharField(
        label="What was checked, and whether there is danger now", widget=forms.Textarea(attrs={"rows": 4})
    )


@page("safeguarding.disclose")
def checks(request: HttpRequest, pk: int) -> HttpResponse:
    """Danger now is acted on now."""
    return record_step(
        request,
        the_request(request, pk),
        "disclosure",
        form=ChecksForm(posted(request)),
        act=lambda given: check_first(request=pk, **given, **signed(request)),
        heading="First checks",
        submit="Keep them",
    )
