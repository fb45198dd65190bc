"""A superintendent's authority to keep somebody beyond 24 hours."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.reviewing import LiveLink
from bluelamp.custody.actions.reviewing import extend as extend_detention
from bluelamp.custody.desk import record_form
from bluelamp.custody.desk_state import reminder_words
from bluelamp.custody.models import Detention
from bluelamp.custody.rules.detention_clock import extended_limit
from bluelamp.custody.rules.giving_rights import Occasion
from bluelamp.design.forms import Instant, PlainForm, Segments
from bluelamp.places.law_in_force import law_of

METHODS = [("in_person", "In person"), ("live_link", "By live link")]


class ExtendForm(PlainForm):
    """Until when, why, and that the law's conditions are met."""

    until = Instant(label="Keep until", help_text="No later than 36 hours of counted time")
    responsible = forms.BooleanField(label="I am responsible for the station where they are held", required=False)
    necessary = forms.BooleanField(
        label="Detention is necessary to secure, preserve or obtain evidence", required=False
    )
    diligent = forms.BooleanField(label="The investigation is diligent and expeditious", required=False)
    grounds = forms.CharField(label="Grounds", widget=forms.Textarea(attrs={"rows": 4}), help_text="PACE s.42(1)")
    representations = forms.CharField(
        label="What the person or their solicitor said about it",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="They must be heard first; if they said nothing, write that. PACE s.42(6)",
    )
    method = Segments(label="How were they heard?", choices=METHODS, initial="in_person")
    had_legal_advice = forms.BooleanField(
        label="By live link: they have had legal advice about it", required=False, help_text="PACE s.45ZA(2)"
    )
    consented_to_live_link = forms.BooleanField(label="By live link: they consent", required=False)
    rights_words = forms.CharField(
        label="Rights not used so far, and what you decide about them",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Someone informed, legal advice. PACE s.42(9)",
    )


@page("custody.extend")
def extend(request: HttpRequest, pk: int) -> HttpResponse:
    """The rule refuses too early, too late, summary offences and a lower rank."""
    return record_form(
        request,
        pk,
        form=lambda found: ExtendForm(
            posted(request), initial={"until": _furthest(found)["furthest"], "method": "in_person"}
        ),
        act=lambda given: _extend(request, pk, given),
        template="custody/extend.html",
        context=_furthest,
        authority=True,
    )


def _extend(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    advice, consent = given.pop("had_legal_advice"), given.pop("consented_to_live_link")
    linked = LiveLink(had_legal_advice=advice, consented=consent) if given.pop("method") == "live_link" else None
    return extend_detention(detention=pk, live_link=linked, **given, **signed(request))


def _furthest(found: Detention) -> Mapping[str, object]:
    limit = extended_limit(detention=found.as_facts(), law=law_of("custody"), at=clock.now())
    reminder = reminder_words(found, Occasion.EXTENSION, at=clock.now())
    return {"furthest": limit.due if limit else None, "reminder": reminder}
