"""Handover: those that wait and those of the last days, and writing one for a suite at the end of a shift."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.custody.actions.handing_over import hand_over
from bluelamp.custody.handing_over import SHIFT
from bluelamp.custody.models import Handover
from bluelamp.design.forms import Instant, PlainForm
from bluelamp.places.models import Suite

SHOWN = 12


class HandoverForm(PlainForm):
    """Which suite, since when, and the words of the one who goes."""

    suite = forms.ModelChoiceField(label="Suite", queryset=Suite.objects.order_by("position"), empty_label="Choose")
    began_at = Instant(label="Your shift began")
    words = forms.CharField(
        label="What the next custody officer must know",
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text="Who worries you and why, what was promised and to whom, what is broken. Who is held, what changed "
        "and what is due is shown beside it by itself.",
    )


@page("custody.view")
def handover(request: HttpRequest) -> HttpResponse:
    """The form for those who may hand over, the list for all who see custody."""
    rows = Handover.objects.select_related("suite", "written_by", "accepted_by").order_by("-written_at")[:SHOWN]
    before = {"began_at": clock.now() - SHIFT}

    def act(given: dict[str, Any]) -> str:
        return hand_over(suite=given["suite"].pk, began_at=given["began_at"], words=given["words"], **signed(request))

    return form_page(
        request,
        form=HandoverForm(posted(request), initial=before),
        act=act,
        then=lambda ref: reverse("custody:handed_over", args=[ref.partition(":")[2]]),
        template="custody/handover.html",
        context={"handovers": list(rows), "may_write": acting(request).may("custody.authorise")},
    )
