"""How a detention ends: first the way out, then what that way needs before the door opens."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.acting import Acting
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.custody.cells import is_child
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Detention
from bluelamp.custody.property_held import items_held
from bluelamp.custody.queries_leaving import assessment_of, notice_made
from bluelamp.custody.rules.disposals import STAY_HELD, Closing, Disposal
from bluelamp.custody.rules.police_bail import Rung, bail_end
from bluelamp.custody.rules.pre_release import still_good
from bluelamp.custody.rules.ways_out import OUT_OF_COURT, ToCourt, WayOut, first_sitting
from bluelamp.deadlines.instants import local_day
from bluelamp.design.forms import PlainForm
from bluelamp.design.times import day_words
from bluelamp.journeys.actions.leaving import release_detained
from bluelamp.journeys.pages.release_fields import fields_for
from bluelamp.places.law_in_force import law_of
from bluelamp.victims.heard import heard
from bluelamp.victims.models import Victim
from bluelamp.victims.queries import victims_of
from bluelamp.victims.rules.views import About

AFTER_CHARGE = frozenset({Disposal.CHARGED_AND_BAILED, Disposal.CHARGED_AND_KEPT})
ALWAYS = frozenset({Disposal.WARRANT_OR_RECALL, Disposal.TRANSFERRED, Disposal.PLACE_OF_SAFETY, Disposal.DIED})
UNDECIDED = frozenset({Disposal.DE_ARRESTED, Disposal.DIED})


class ReleaseForm(PlainForm):
    """The way out, and only the fields that it needs; each refusal stands at its field."""

    disposal = forms.ChoiceField(label="How does it end?", widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, found: Detention, chosen: Disposal | None, victim_first: bool, **kwargs: Any
    ) -> None:
        first = victim_first and chosen not in STAY_HELD
        super().__init__(
            *args,
            more=fields_for(chosen, victim_first=first, child=is_child(found), held=items_held(found)),
            **kwargs,
        )
        disposal: Any = self.fields["disposal"]
        disposal.choices = [(one.name, _said(one)) for one in ways(found)]
        self.initial["disposal"] = chosen.name if chosen else ""


def ways(found: Detention) -> list[Disposal]:
    """The ways out that the state of the record leaves open."""
    if found.authorised_at is None:
        return [one for one in Disposal if one in UNDECIDED]
    charged = bool(found.charged_at)
    not_here = {Disposal.NOT_AUTHORISED} | ({Disposal.DE_ARRESTED} if charged else set())
    return [one for one in Disposal if one not in not_here and (one in ALWAYS or (one in AFTER_CHARGE) == charged)]


def _said(one: Disposal) -> str:
    return one.value[0].upper() + one.value[1:]


@page("custody.release")
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the detention. Without `?disposal=` the ways out are listed; with it, what that one needs is asked."""
    asked = request.POST.get("disposal") or request.GET.get("disposal", "")
    chosen = Disposal.__members__.get(asked)
    return record_form(
        request,
        pk,
        form=lambda found: ReleaseForm(
            posted(request), found=found, chosen=chosen, victim_first=any(one.domestic for one in _victims(found))
        ),
        act=lambda given: _release(request, pk, given),
        template="journeys/release.html",
        context=lambda found: _context(found, chosen, acting(request)),
        authority=True,
    )


def _context(found: Detention, chosen: Disposal | None, by: Acting) -> Mapping[str, object]:
    victims, assessed, about = _victims(found), assessment_of(found), _about(chosen)
    here = reverse("journeys:release", args=[found.pk])
    return {
        "chosen": _said(chosen) if chosen else "",
        "note": _note(chosen, found) if chosen else "",
        "ways": [(_said(one), f"{here}?disposal={one.name}", _note(one, found)) for one in ways(found)],
        "victims": victims,
        "heard": heard(victims, about, by) if about else [],
        "heard_source": about.source if about else "",
        "assessed": assessed,
        "assessment": still_good(assessed_at=assessed.at if assessed else None, charged_at=found.charged_at),
        "wants_notice": chosen is Disposal.NO_FURTHER_ACTION and not notice_made(found),
        "court": _court(found) if chosen is Disposal.CHARGED_AND_KEPT else None,
        "died": chosen is Disposal.DIED,
    }


def _about(chosen: Disposal | None) -> About | None:
    """What the victims' views are asked about before this way out; None where none are."""
    if chosen is Disposal.BAIL_WITH_CONDITIONS:
        return About.BAIL
    return About.OUT_OF_COURT if chosen in OUT_OF_COURT else None


def _note(one: Disposal, found: Detention) -> str:
    if one not in (Disposal.BAIL, Disposal.BAIL_WITH_CONDITIONS) or found.arrest is None:
        return ""
    ends = bail_end(arrested_at=found.arrest.arrested_at, rung=Rung.CUSTODY_OFFICER, law=law_of("custody"))
    return f"Until the end of {day_words(local_day(ends.due - timedelta(seconds=1)))}. {ends.basis}"


def _court(found: Detention) -> Any:
    return first_sitting(charged_at=found.charged_at, law=law_of("custody")) if found.charged_at else None


def _victims(found: Detention) -> list[Victim]:
    incident = found.arrest.incident_id if found.arrest else None
    return list(victims_of(incident)) if incident else []


def _release(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    disposal, views = Disposal[given["disposal"]], given.get("victim_views", "")
    closing = Closing(
        disposal=disposal,
        notice_given=given.get("notice", False),
        victim_views_sought=False if views.strip() else None,
        victim_views_why_not=views,
        victim_told=given.get("victim_told", ""),
        victim_not_told_why=given.get("victim_not_told_why", ""),
    )
    way = WayOut(
        disposal=disposal,
        admitted=given.get("admitted", False),
        consents=given.get("consents", False),
        appropriate_adult=given.get("adult", ""),
        agreed=given.get("agreed", ""),
        reference=given.get("reference", ""),
        taken_over_by=given.get("taken_over_by", ""),
    )
    move = ToCourt(
        charged_at=None,  # looked up by the action
        court=given.get("court", ""),
        sitting_at=given.get("sitting_at"),
        court_told=given.get("court_told", ""),
        handed_to=given.get("handed_to", ""),
    )
    property_words = given.get("property", "")
    return release_detained(
        detention=pk,
        closing=closing,
        words=given["words"],
        property_words=property_words,
        given_back=given.get("given_back", ()),
        way=way,
        move=move,
        **signed(request),
    )
