"""How a detention ends: released, bailed or sent to court, with what must be done before the door opens."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Detention
from bluelamp.custody.rules.disposals import Closing, Disposal
from bluelamp.custody.rules.police_bail import Rung, bail_end
from bluelamp.deadlines.instants import local_day
from bluelamp.design.forms import PlainForm
from bluelamp.design.times import day_words
from bluelamp.journeys.actions.leaving import release_detained
from bluelamp.journeys.offers import views_heard
from bluelamp.places.law_in_force import law_of
from bluelamp.victims.queries import victims_of

NOT_HERE = frozenset({Disposal.NOT_AUTHORISED, Disposal.DE_ARRESTED})
AFTER_CHARGE = frozenset({Disposal.CHARGED_AND_BAILED, Disposal.CHARGED_AND_KEPT})
ALWAYS = frozenset({Disposal.WARRANT_OR_RECALL, Disposal.TRANSFERRED, Disposal.PLACE_OF_SAFETY, Disposal.DIED})


class ReleaseForm(PlainForm):
    """The disposal and the checks; each refusal stands at its check."""

    disposal = forms.ChoiceField(label="How does it end?", widget=forms.RadioSelect)
    risk = forms.BooleanField(label="Risk assessment before release is done", required=False)
    property = forms.BooleanField(label="Property given back, or kept with a reason", required=False)
    notice = forms.BooleanField(label="Written notice of no further action given", required=False)
    way_home = forms.CharField(label="How they get home", required=False, max_length=300)
    victim_views = forms.CharField(
        label="Why the victim's views could not be asked",
        required=False,
        max_length=300,
        help_text="Only for bail with conditions, and only where asking was not practicable",
    )
    referred_to_iopc = forms.BooleanField(label="Referred to the IOPC", required=False)
    words = forms.CharField(
        label="Conditions, or anything to add", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, found: Detention, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        disposal: Any = self.fields["disposal"]
        ways = [one for one in Disposal if _fits(one, found)]
        disposal.choices = [(one.name, one.value[0].upper() + one.value[1:]) for one in ways]
        if found.arrest and found.charged_at is None:
            ends = bail_end(arrested_at=found.arrest.arrested_at, rung=Rung.CUSTODY_OFFICER, law=law_of("custody"))
            last = day_words(local_day(ends.due - timedelta(seconds=1)))
            hint = f"Until the end of {last}. {ends.basis}"
            disposal.choice_hints = {"BAIL": hint, "BAIL_WITH_CONDITIONS": hint}


def _fits(one: Disposal, found: Detention) -> bool:
    if one in NOT_HERE:
        return False
    return one in ALWAYS or (one in AFTER_CHARGE) == bool(found.charged_at)


@page("custody.release")
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the detention; `?disposal=` chooses one beforehand."""
    chosen = request.GET.get("disposal", "")
    return record_form(
        request,
        pk,
        form=lambda found: ReleaseForm(posted(request), found=found, initial={"disposal": chosen}),
        act=lambda given: _release(request, pk, given),
        template="journeys/release.html",
        context=_context,
        authority=True,
    )


def _context(found: Detention) -> Mapping[str, object]:
    incident = found.arrest.incident_id if found.arrest else None
    victims = list(victims_of(incident)) if incident else []
    return {"victims": victims, "heard": views_heard(victims)}


def _release(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    why = given["victim_views"]
    closing = Closing(
        disposal=Disposal[given["disposal"]],
        risk_assessed=given["risk"],
        way_home=given["way_home"],
        property_settled=given["property"],
        notice_given=given["notice"],
        victim_views_sought=False if why.strip() else None,
        victim_views_why_not=why,
        referred_to_iopc=given["referred_to_iopc"],
    )
    return release_detained(detention=pk, closing=closing, words=given["words"], **signed(request))
