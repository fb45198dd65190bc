"""Bail extended to the next rung: conditions A to D, the suspect told first, representations considered."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.extending_bail import Met
from bluelamp.custody.bail_desk import bail_form
from bluelamp.custody.models import Bail
from bluelamp.custody.rules.police_bail import RANK, Rung, bail_end
from bluelamp.deadlines.instants import local_day
from bluelamp.design.forms import Day, Instant, PlainForm
from bluelamp.journeys.actions.bail import extend_bail_and_tell
from bluelamp.journeys.bail_offers import next_rung
from bluelamp.places.law_in_force import law_of

SOONER = [
    ("", "It is the last day of the period"),
    ("aligned_with_other_bail", "Aligned with other bail"),
    ("charging_decision_expected_sooner", "A decision on charge is expected sooner"),
]


class MetForm(PlainForm):
    """What the law asks the decider to find, shared with an application to a court."""

    told_first_at = Instant(label="When the suspect, or their representative, was told of this", required=False)
    representations = forms.CharField(
        label="What they said about it",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="If they said nothing, write that",
    )
    suspicion = forms.BooleanField(label="A: there are reasonable grounds for suspicion", required=False)
    further_time_needed = forms.BooleanField(label="B: more time, or more investigation, is needed", required=False)
    diligent = forms.BooleanField(label="C: it is dealt with diligently and expeditiously", required=False)
    necessary_and_proportionate = forms.BooleanField(label="D: bail is necessary and proportionate", required=False)
    why = forms.CharField(label="Why, in your words", widget=forms.Textarea(attrs={"rows": 4}), help_text="PACE s.47ZC")

    def met(self) -> Met:
        """The conditions as found."""
        names = ("suspicion", "further_time_needed", "diligent", "necessary_and_proportionate", "told_first_at")
        found = {name: self.cleaned_data[name] for name in (*names, "representations")}
        consulted = bool(self.cleaned_data.get("prosecutor_consulted"))
        return Met(**found, prosecutor_consulted=consulted)


class ExtendBailForm(MetForm):
    """The same, with the day of return."""

    renamed = {"day": "return_on"}

    prosecutor_consulted = forms.BooleanField(
        label="Exceptionally complex: designated by a prosecutor, who was consulted", required=False
    )
    return_on = Day(
        label="To return on", required=False, help_text="Empty: the last day of the new period. PACE s.47ZA"
    )
    sooner_because = forms.ChoiceField(label="If sooner", choices=SOONER, widget=forms.RadioSelect, required=False)

    def __init__(self, *args: Any, found: Bail, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if next_rung(found) is not Rung.DESIGNATED_CASE:
            del self.fields["prosecutor_consulted"]


@page("custody.review", "custody.extend", "custody.release")
def extend_bail(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the bail; the rung is the next one, none is skipped."""
    made: list[ExtendBailForm] = []

    def form(found: Bail) -> PlainForm:
        made.append(ExtendBailForm(posted(request), found=found, initial={"sooner_because": ""}))
        return made[0]

    return bail_form(
        request,
        pk,
        form=form,
        act=lambda given: _extend(request, pk, made[0], given),
        template="journeys/extend_bail.html",
        context=_context,
    )


def _context(found: Bail) -> Mapping[str, object]:
    to = next_rung(found)
    if to is None:
        return {"rank": ""}
    ends = bail_end(arrested_at=found.arrest.arrested_at, rung=to, law=law_of("custody"))
    rank = RANK[to].replace("_", " ")
    article = "An" if rank[0] in "aeiou" else "A"
    last = local_day(ends.due - timedelta(microseconds=1))
    return {"rank": f"{article} {rank}", "last": last, "basis": ends.basis}


def _extend(request: HttpRequest, pk: int, form: MetForm, given: dict[str, Any]) -> str:
    found = Bail.objects.only("rung").get(pk=pk)
    to = next_rung(found) or Rung.COURT
    return extend_bail_and_tell(
        bail=pk,
        to=to.value,
        met=form.met(),
        why=given["why"],
        return_on=given["return_on"],
        sooner_because=given["sooner_because"],
        **signed(request),
    )
