"""The outcome of a recorded crime: chosen first, then only what that outcome needs; its victims are owed word of it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed, turned_to_owner
from bluelamp.access.guard import acting, page
from bluelamp.cases.models import Charge
from bluelamp.cases.rules.time_limit import Offence, last_day
from bluelamp.cases.rules.who_may_charge import TriedWhere
from bluelamp.crimes.models import Crime
from bluelamp.crimes.queries import outcomes_on
from bluelamp.crimes.rules.outcomes import Outcome
from bluelamp.custody.desk import officer_named
from bluelamp.custody.models import Arrest
from bluelamp.deadlines.instants import local_day
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.journeys.actions.outcome import TOLD_OF, give_outcome
from bluelamp.places.law_in_force import law_of
from bluelamp.victims.heard import heard
from bluelamp.victims.others import suspects_of
from bluelamp.victims.queries import victims_of
from bluelamp.victims.rules.telling import Step
from bluelamp.victims.rules.views import About

YES_NO = [("yes", "Yes"), ("no", "No")]
_AGE, _NAMED = ("2", "2A", "3", "3A", "11"), ("14", "15", "16", "18")
ASKED: Mapping[str, tuple[str, ...]] = {
    "suspect_age": _AGE,
    "suspect_named": _NAMED,
    "form_mg18": ("4",),
    "victim_words": ("16",),
    "safeguarding_reviewed": ("16",),
    "tried": ("17",),
    "lines_of_enquiry": ("18",),
    "supervisor": ("18",),
    "agency": ("20",),
    "victim_told": ("20",),
}
"""Which outcomes ask for what; the rest asks for nothing but why."""
_GROUPS = {
    None: "Somebody is charged",
    Step.SENTENCE: "A court takes it into account",
    Step.OUT_OF_COURT: "Settled without a court",
    Step.NOT_PROSECUTED: "Nobody is taken to court",
    Step.NOT_INVESTIGATED: "Not looked into further",
}


class OutcomeForm(PlainForm):
    """Only what the chosen outcome needs; the reasons as the victim may read them, where there is one."""

    suspect_age = forms.IntegerField(label="How old the suspect was", min_value=0, max_value=130)
    suspect_named = Segments(label="Is a suspect named?", choices=YES_NO)
    form_mg18 = forms.BooleanField(label="The MG18 is signed", required=False)
    victim_words = forms.CharField(label="The victim's own words", widget=forms.Textarea(attrs={"rows": 3}))
    safeguarding_reviewed = forms.BooleanField(label="Safeguarding was reviewed", required=False)
    tried = Segments(label="How is it tried?", choices=Arrest.OffenceClass.choices)
    lines_of_enquiry = forms.CharField(label="Lines of enquiry followed", widget=forms.Textarea(attrs={"rows": 3}))
    supervisor = forms.CharField(label="Supervisor who agrees", help_text="Collar number or sign-in name")
    agency = forms.CharField(label="Who takes it on", max_length=120)
    victim_told = forms.BooleanField(label="The victim was told", required=False)
    why = forms.CharField(label="Why, for the record", widget=forms.Textarea(attrs={"rows": 3}))
    tell = forms.CharField(
        label="Why, in words the victim may read",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="They may open it on their own page, and ask for the decision to be looked at again",
    )
    victim_views = forms.CharField(
        label="Why the victim's views could not be asked",
        required=False,
        max_length=300,
        help_text="Only where asking was not practicable",
    )

    def __init__(self, *args: Any, code: str, telling: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in [name for name, codes in ASKED.items() if code not in codes]:
            del self.fields[name]
        if not telling:
            del self.fields["tell"]
        if not (telling and TOLD_OF.get(code) is Step.OUT_OF_COURT):
            del self.fields["victim_views"]

    def clean_supervisor(self) -> str:
        """The officer so named, as a reference."""
        return officer_named(self.cleaned_data["supervisor"]).ref


@page("crimes.decide")
def outcome(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the crime, `?code=` the outcome; without one they are listed by what the victim is told."""
    crime = Crime.objects.select_related("incident").filter(pk=pk).first()
    if crime is None or crime.incident is None:
        raise Http404
    turned = turned_to_owner(request, crime.ref, crime.incident.ref, page="journeys:outcome")
    if turned:
        return turned
    on = local_day(clock.now())
    listed, code = dict(outcomes_on(law_of("crimes"), on=on)), request.GET.get("code", "")
    if code and code not in listed:
        raise Http404
    victims = list(victims_of(crime.incident.pk))
    out_of_court = TOLD_OF.get(code) is Step.OUT_OF_COURT
    named = "yes" if suspects_of(crime.incident.pk) else "no"
    form = OutcomeForm(
        posted(request), code=code, telling=bool(victims and TOLD_OF.get(code)), initial={"suspect_named": named}
    )
    back = reverse("desks:incident", args=[crime.incident.pk])
    return form_page(
        request,
        form=form,
        act=lambda given: _give(request, crime, code, given),
        then=back,
        template="journeys/outcome.html",
        context={
            "crime": crime,
            "back": back,
            "code": code,
            "words": listed.get(code, ""),
            "groups": _grouped(listed),
            "victims": len(victims),
            "heard": heard(victims, About.OUT_OF_COURT, acting(request)) if out_of_court else [],
            "heard_source": About.OUT_OF_COURT.source,
        },
    )


def _grouped(listed: Mapping[str, str]) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (title, [(code, words) for code, words in listed.items() if TOLD_OF.get(code) is step])
        for step, title in _GROUPS.items()
    ]


def _give(request: HttpRequest, crime: Crime, code: str, given: dict[str, Any]) -> str:
    plain = ("suspect_age", "form_mg18", "victim_words", "safeguarding_reviewed", "lines_of_enquiry", "supervisor")
    facts: dict[str, Any] = {name: given[name] for name in (*plain, "agency", "victim_told") if name in given}
    on = local_day(clock.now())
    asked = Outcome(
        code=code,
        on=on,
        suspect_named=given.get("suspect_named") == "yes",
        charge_linked=Charge.objects.filter(case__crime=crime).exists(),
        domestic=crime.domestic,
        time_limit_passed=_passed(crime, given["tried"]) if "tried" in given else None,
        **facts,
    )
    told = {"tell": given.get("tell", ""), "views_why_not": given.get("victim_views", "")}
    return give_outcome(crime=crime.pk, outcome=asked, why=given["why"], **told, **signed(request))


def _passed(crime: Crime, tried: str) -> bool | None:
    """Whether the time limit, as the rule works it out, has passed; None where nobody knows when it happened."""
    happened = crime.occurred_to or crime.occurred_from
    if happened is None:
        return None
    offence = Offence(
        tried=TriedWhere(tried), committed_on=local_day(happened), reported_on=local_day(crime.reported_at)
    )
    limit = last_day(law_of("cases"), offence=offence)
    return limit is not None and clock.now() >= limit.due
