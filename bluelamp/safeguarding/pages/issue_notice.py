"""Issuing a protection notice: by the right rank, with grounds and conditions."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.deadlines.instants import local_day
from bluelamp.design.forms import PlainForm
from bluelamp.places.law_in_force import law_of
from bluelamp.safeguarding.actions.protecting import Grounds
from bluelamp.safeguarding.actions.protecting import issue_notice as issue
from bluelamp.safeguarding.rules.protection import regime
from bluelamp.safeguarding.sight import step, the_domestic


class IssueForm(PlainForm):
    """Whether the person harmed consents is not asked: it is not needed."""

    violence = forms.BooleanField(label="Violence was used or threatened", required=False)
    abuse = forms.BooleanField(label="There was abuse of another kind", required=False)
    necessary = forms.BooleanField(label="It is necessary to protect them", required=False)
    grounds = forms.CharField(label="Grounds", widget=forms.Textarea(attrs={"rows": 4}))
    representations = forms.CharField(
        label="What the subject says to it, or why they were not heard",
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    conditions = forms.CharField(
        label="Conditions, one a line", widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Not to contact; not to come near; to leave and stay away from",
    )  # fmt: skip
    address = forms.CharField(
        label="Address to keep away from", required=False,
        help_text="Never a new one that they do not know. The conditions are then shown at this address",
    )  # fmt: skip


@page("safeguarding.protect")
def issue_notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Which notice, and which rank, is a dated setting and the statute's; a special's grade is no rank."""
    found, at = the_domestic(request, pk), clock.now()
    which = regime(law_of("safeguarding"), on=local_day(at))
    rank = law_of("safeguarding").value(f"protection.{which}.rank", on=local_day(at)).text

    def act(given: dict[str, Any]) -> str:
        grounds = Grounds(**{**given, "conditions": given["conditions"].splitlines()})
        return issue(domestic=pk, grounds=grounds, **signed(request))

    return step(
        request,
        found,
        form=IssueForm(posted(request), initial={"address": found.incident.place_words}),
        act=act,
        heading=f"Issue a {which.notice.lower()}",
        lead=f"By {'an' if rank[0] in 'aeiou' else 'a'} {rank} or above, by regular rank.",
        submit="Issue it",
        authority=True,
    )
