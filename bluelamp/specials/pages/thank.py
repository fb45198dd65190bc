"""Thanking a special for hours or years."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.specials.actions.thanking import thank as thank_special
from bluelamp.specials.queries import Stands
from bluelamp.specials.record_form import record_form
from bluelamp.specials.rules.thanks import words_of
from bluelamp.specials.service import milestones


class ThankForm(PlainForm):
    """What to say."""

    words = forms.CharField(
        label="Your words", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="They stand on the special's own page, with your name",
    )  # fmt: skip


@page("specials.coordinate")
def thank(request: HttpRequest, pk: int, milestone: str) -> HttpResponse:
    """A named person says it in their own words."""
    return record_form(
        request,
        pk,
        form=lambda _found: ThankForm(posted(request)),
        act=lambda given: thank_special(special=pk, milestone=milestone, **given, **signed(request)),
        template="thank",
        more=lambda found: {"milestone": _called(found, milestone)},
    )


def _called(found: Stands, milestone: str) -> str:
    if milestone not in {one.key for one in milestones(found.special, clock.now())}:
        raise Http404
    return words_of(milestone)
