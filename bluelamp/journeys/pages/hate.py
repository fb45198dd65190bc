"""A crime that the victim, or anybody else, feels is a hate crime: about what, who says so, in which words."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed, turned_to_owner
from bluelamp.access.guard import page
from bluelamp.crimes.models import Crime, HateFlag
from bluelamp.crimes.queries import strands_on
from bluelamp.crimes.rules.hate import Perceived, Perceiver
from bluelamp.deadlines.instants import local_day
from bluelamp.design.forms import PlainForm
from bluelamp.journeys.actions.hate import flag_hate_and_care
from bluelamp.places.law_in_force import law_of


class HateForm(PlainForm):
    """Asked, not concluded from who anybody is."""

    strands = forms.MultipleChoiceField(
        label="What is it felt to be about?", required=False, widget=forms.CheckboxSelectMultiple
    )
    perceived_by = forms.ChoiceField(
        label="Who feels so?",
        choices=[(one.value, one.words) for one in Perceiver],
        required=False,
        widget=forms.RadioSelect,
        help_text="Anybody may. No evidence is needed, and nobody is asked what they are",
    )
    words = forms.CharField(label="In their words", required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, strands: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["strands"].choices = list(strands.items())  # type: ignore[attr-defined]


@page("victims.record", "victims.tell")
def hate(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the crime."""
    crime = Crime.objects.select_related("incident").filter(pk=pk).first()
    if crime is None or crime.incident is None:
        raise Http404
    turned = turned_to_owner(request, crime.ref, crime.incident.ref, page="journeys:hate")
    if turned:
        return turned
    strands = strands_on(law_of("crimes"), on=local_day(clock.now()))
    flags = [(strands.get(one.strand, one.strand), one) for one in HateFlag.objects.filter(crime=crime).order_by("at")]
    back = reverse("desks:incident", args=[crime.incident.pk])
    return form_page(
        request,
        form=HateForm(posted(request), strands=strands),
        act=lambda given: flag_hate_and_care(crime=pk, perceived=_perceived(given), **signed(request)),
        then=back,
        template="journeys/hate.html",
        context={"crime": crime, "flags": flags, "back": back},
    )


def _perceived(given: dict[str, Any]) -> Perceived:
    who = given["perceived_by"]
    return Perceived(strands=tuple(given["strands"]), by=Perceiver(who) if who else None, words=given["words"])
