"""A sick call: who, from when to when; what it breaks stands on the next page."""

from datetime import timedelta

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.deadlines.instants import local_day
from bluelamp.design.forms import Day, PlainForm
from bluelamp.duty.actions.running_the_day import take_sick_call
from bluelamp.duty.models import Post


class SickForm(PlainForm):
    """The collar number is quickest to say on the phone. Nothing of what ails them is asked or kept."""

    collar = forms.CharField(label="Collar number", max_length=12, help_text="Or the name, where there is one only")
    first = Day(label="First day away")
    last = Day(label="Last day away")

    def clean_collar(self) -> int:
        """The officer's key. Raises ValidationError where nobody or more than one is meant."""
        said = str(self.cleaned_data["collar"]).strip()
        posts = Post.objects.select_related("officer")
        found = list(posts.filter(officer__collar_number=said)) or list(posts.filter(officer__name__icontains=said)[:2])
        if len(found) != 1:
            words = "Nobody on the establishment is called that." if not found else "More than one is called that: "
            raise forms.ValidationError(words + ("" if not found else "give the collar number."))
        return int(found[0].officer_id)


@page("duty.run_day")
def sick(request: HttpRequest) -> HttpResponse:
    """Where it leaves a gap, the first gap's page is next; else the day's."""
    today = local_day(clock.now())
    return form_page(
        request,
        form=SickForm(posted(request), initial={"first": today, "last": today + timedelta(days=2)}),
        act=lambda given: take_sick_call(
            officer=given["collar"], first=given["first"], last=given["last"], **signed(request)
        ),
        then=_next,
        template="duty/sick.html",
    )


def _next(gaps: list[str]) -> str:
    if gaps:
        return reverse("duty:gap", args=[gaps[0].partition(":")[2]])
    return reverse("duty:day")
