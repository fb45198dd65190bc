"""A written charge and requisition, written down once it was sent to somebody who is not held."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.form_page import form_page, posted, signed, turned_to_owner
from bluelamp.access.guard import acting, page
from bluelamp.access.looks import look_at_shown
from bluelamp.access.queries import restricted_among
from bluelamp.cases.actions.requisition import Sent
from bluelamp.cases.keeping import Count
from bluelamp.cases.rules.requisition import taken_as_served
from bluelamp.cases.rules.who_may_charge import Offence, TriedWhere
from bluelamp.crimes.models import Crime
from bluelamp.custody.bail_queries import bails_of
from bluelamp.custody.models import Arrest
from bluelamp.deadlines.instants import local_day
from bluelamp.design.forms import Day, Instant, PlainForm, Segments
from bluelamp.design.times import day_words
from bluelamp.journeys.actions.requisition import send_requisition
from bluelamp.journeys.pages.charge import FLAGS, to_the_prosecutor
from bluelamp.people.models import Person
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, Verdict
from bluelamp.victims.others import why_suspected

ASSAULT = ("domestic_assault", "Common assault or battery, in domestic abuse")
MORE = (2, 3, 4)
"""Further charges on the same requisition."""


class RequisitionForm(PlainForm):
    """Who, with what, who decided, and for which court. What is asked of the first charge is asked of each further."""

    person = forms.ChoiceField(label="Who is charged", widget=forms.RadioSelect)
    offence_words = forms.CharField(label="Offence charged", max_length=200)
    offence_code = forms.CharField(label="Offence code", max_length=12)
    tried = Segments(label="How is it tried?", choices=Arrest.OffenceClass.choices)
    committed_on = Day(label="The day of the offence", help_text="A summary offence is charged within six months of it")
    domestic = Segments(label="Domestic abuse?", choices=[("yes", "Yes"), ("no", "No")])
    flags = forms.MultipleChoiceField(
        label="Which of these hold, of any charge?",
        choices=[*FLAGS, ASSAULT],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    plea = Segments(label="Plea expected", choices=[("gap", "Guilty"), ("ngap", "Not guilty")])
    prosecutor_reference = forms.CharField(
        label="Prosecutor's reference",
        required=False,
        max_length=60,
        help_text="Needed where the police may not decide",
    )
    sent_on = Day(label="The day it was sent", help_text="The time to tell the victim runs from then")
    court = forms.CharField(label="Court", max_length=80)
    hearing_at = Instant(label="First hearing")

    def __init__(self, *args: Any, suspects: list[tuple[str, str, str]], **kwargs: Any) -> None:
        super().__init__(*args, more=dict(_further()), **kwargs)
        person: Any = self.fields["person"]
        person.choices = [(value, name) for value, name, _ in suspects]
        person.choice_hints = {value: why for value, _, why in suspects}

    def clean(self) -> dict[str, Any]:
        """A further charge is whole, or not there at all."""
        given: dict[str, Any] = super().clean() or {}
        for number in MORE:
            there = {name: given.get(f"{name}_{number}") for name in ("offence_words", "offence_code", "tried")}
            for name, value in there.items():
                if any(there.values()) and not value and f"{name}_{number}" not in self.errors:
                    self.add_error(f"{name}_{number}", "This charge is not whole: offence, code, how it is tried.")
        return given

    def refuse(self, refusal: Refused | Verdict) -> None:
        """Where the police may not decide, what is missing is the prosecutor's reference."""
        super().refuse(to_the_prosecutor(refusal))

    @property
    def further(self) -> list[tuple[int, list[forms.BoundField], bool]]:
        """The fields of each further charge, and whether anything is written there."""
        rows = [(n, [self[f"{name}_{n}"] for name in ("offence_words", "offence_code", "tried")]) for n in MORE]
        return [(n, fields, any(one.value() for one in fields)) for n, fields in rows]


def _further() -> Iterator[tuple[str, forms.Field]]:
    for number in MORE:
        yield (
            f"offence_words_{number}",
            forms.CharField(label=f"Offence, charge {number}", required=False, max_length=200),
        )
        yield f"offence_code_{number}", forms.CharField(label=f"Code, charge {number}", required=False, max_length=12)
        label = f"How is charge {number} tried?"
        yield f"tried_{number}", Segments(label=label, choices=Arrest.OffenceClass.choices, required=False)


@page("cases.charge")
def requisition(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the crime. Only its suspects are offered; a restricted one is said to be there, without a name."""
    crime = Crime.objects.select_related("incident").filter(pk=pk).first()
    if crime is None or crime.incident is None:
        raise Http404
    turned = turned_to_owner(request, crime.ref, crime.incident.ref, page="journeys:requisition")
    if turned:
        return turned
    incident = crime.incident
    suspects, hidden = _suspects(incident.pk, acting(request))
    today = local_day(clock.now())
    return form_page(
        request,
        form=RequisitionForm(posted(request), suspects=suspects, initial=_initial(crime, suspects)),
        act=lambda given: _send(request, crime, given),
        then=lambda ref: reverse("desks:case", args=[ref.partition(":")[2]]),
        template="journeys/requisition.html",
        context={
            "crime": crime,
            "incident": incident,
            "back": reverse("desks:incident", args=[incident.pk]),
            "suspects": suspects,
            "hidden": hidden,
            "bails": [one for value, _, _ in suspects for one in bails_of(int(value), incident.pk)],
            "served": day_words(taken_as_served(law_of("cases"), sent_on=today)),
        },
    )


def _suspects(incident: int, by: Acting) -> tuple[list[tuple[str, str, str]], list[str]]:
    """Each suspect with their name and why they are one; and what is said of those who may not be seen."""
    why = why_suspected(incident)
    people = list(Person.objects.filter(pk__in=why).order_by("pk"))
    sights = restricted_among(by, [one.ref for one in people])
    look_at_shown(sights, page="journeys:requisition", by=by, at=clock.now())
    hidden = [sight.words for sight in sights.values() if not sight.may_see]
    shown = [one for one in people if one.ref not in sights or sights[one.ref].may_see]
    return [(str(one.pk), one.name, why[one.pk]) for one in shown], hidden


def _initial(crime: Crime, suspects: list[tuple[str, str, str]]) -> dict[str, Any]:
    happened = crime.occurred_to or crime.occurred_from
    return {
        "person": suspects[0][0] if len(suspects) == 1 else None,
        "offence_words": crime.offence_words,
        "committed_on": local_day(happened) if happened else None,
        "domestic": "yes" if crime.domestic else None,
        "sent_on": local_day(clock.now()),
    }


def _send(request: HttpRequest, crime: Crime, given: dict[str, Any]) -> str:
    sent = Sent(
        sent_on=given["sent_on"],
        court=given["court"],
        hearing_at=given["hearing_at"],
        committed_on=given["committed_on"],
    )
    return send_requisition(
        crime=crime.pk,
        person=int(given["person"]),
        counts=list(_counts(crime, given)),
        sent=sent,
        prosecutor_reference=given["prosecutor_reference"],
        **signed(request),
    )


def _counts(crime: Crime, given: dict[str, Any]) -> Iterator[Count]:
    holds: dict[str, Any] = {flag: flag in given["flags"] for flag, _ in FLAGS}
    for end in ("", *(f"_{number}" for number in MORE)):
        if given[f"offence_words{end}"]:
            offence = Offence(
                tried=TriedWhere(given[f"tried{end}"]),
                domestic=given["domestic"] == "yes",
                guilty_plea_expected=given["plea"] == "gap",
                **holds,
            )
            yield Count(
                offence=offence,
                code=given[f"offence_code{end}"],
                words=given[f"offence_words{end}"],
                crime=crime.pk,
                domestic_assault=ASSAULT[0] in given["flags"],
            )
