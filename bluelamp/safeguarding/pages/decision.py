"""The decision about a request, taken together with others."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.safeguarding.actions.disclosing import decide
from bluelamp.safeguarding.records import record_step, the_request


class DecisionForm(PlainForm):
    """With whom, what, and why."""

    disclose = Segments(label="Decided", choices=[("yes", "To tell them"), ("no", "Not to tell them")])
    bodies = forms.CharField(
        label="Together with, one a line", widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Name who decides with you: never the police alone"},
    )  # fmt: skip
    reason = forms.CharField(label="Why", widget=forms.Textarea(attrs={"rows": 4}))


@page("safeguarding.disclose")
def decision(request: HttpRequest, pk: int) -> HttpResponse:
    """Never by the police alone."""

    def act(given: dict[str, Any]) -> str:
        bodies, disclose = given["bodies"].splitlines(), given["disclose"] == "yes"
        return decide(request=pk, disclose=disclose, bodies=bodies, reason=given["reason"], **signed(request))

    return record_step(
        request,
        the_request(request, pk),
        "disclosure",
        form=DecisionForm(posted(request)),
        act=act,
        heading="Decide, together with others",
        submit="Keep the decision",
    )
