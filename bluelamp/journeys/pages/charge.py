"""Charging somebody detained, with the first hearing that follows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.cases.offers import may_charge_here
from bluelamp.cases.rules.first_hearing import Plea, first_hearing
from bluelamp.cases.rules.who_may_charge import Offence, TriedWhere
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Arrest, Detention
from bluelamp.custody.queries import arrests_of
from bluelamp.custody.rules.arrest import caution
from bluelamp.deadlines.instants import local_day
from bluelamp.design.forms import Day, PlainForm, Segments
from bluelamp.design.times import day_words
from bluelamp.journeys.actions.leaving import charge_detained
from bluelamp.journeys.pages.interview import offer_arrests
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, Verdict

FLAGS = [
    ("retail_theft", "Retail theft"),
    ("magistrates_suitable", "Suitable for sentence in the magistrates' court"),
    ("over_twelve_months_likely", "Over twelve months is likely"),
    ("hate", "Hate crime"),
    ("harassment_or_stalking", "Harassment or stalking"),
    ("death", "There has been a death"),
    ("consent_needed", "Consent of the DPP or a Law Officer is needed"),
]


class ChargeForm(PlainForm):
    """The charge, who decided it, and where it is first heard."""

    offence_words = forms.CharField(label="Offence charged", max_length=200)
    offence_code = forms.CharField(label="Offence code", max_length=12)
    tried = Segments(label="How is it tried?", choices=Arrest.OffenceClass.choices)
    domestic = Segments(label="Domestic abuse?", choices=[("yes", "Yes"), ("no", "No")])
    flags = forms.MultipleChoiceField(
        label="Which of these hold?", choices=FLAGS, widget=forms.CheckboxSelectMultiple, required=False
    )
    plea = Segments(label="Plea expected", choices=[("gap", "Guilty"), ("ngap", "Not guilty")])
    prosecutor_reference = forms.CharField(
        label="Prosecutor's reference",
        required=False,
        max_length=60,
        help_text="Needed where the police may not decide",
    )
    kept = Segments(label="Until court", choices=[("bailed", "Bailed"), ("kept", "Kept in custody")])
    kept_why = forms.CharField(
        label="Why bail is refused, where the person is kept",
        required=False,
        max_length=500,
        help_text="Needed for a child: the local authority is then asked. PACE s.38",
    )
    court = forms.CharField(label="Court", max_length=80)
    on = Day(label="First hearing")
    arrest = forms.TypedChoiceField(
        label="Which arrest does it come from?",
        coerce=int,
        widget=forms.RadioSelect,
        help_text="The victims of that are owed word of the charge",
    )
    renamed = {"words": "kept_why"}

    def __init__(self, *args: Any, arrests: Sequence[Arrest], **kwargs: Any) -> None:
        """Asked only where they are under arrest for several offences."""
        super().__init__(*args, **kwargs)
        if len(arrests) < 2:
            del self.fields["arrest"]
        else:
            offer_arrests(self.fields["arrest"], arrests)
            self.order_fields(["arrest"])

    def refuse(self, refusal: Refused | Verdict) -> None:
        """Where the police may not decide, what is missing is the prosecutor's reference."""
        super().refuse(to_the_prosecutor(refusal))


def to_the_prosecutor(refusal: Refused | Verdict) -> Verdict:
    """The refusal, put beside the prosecutor's reference where it is that which the Director's Guidance asks for."""
    verdict = refusal.verdict if isinstance(refusal, Refused) else refusal
    cps = not verdict.field and "Director's Guidance" in verdict.source
    return replace(verdict, field="prosecutor_reference") if cps else verdict


@page("cases.charge")
def charge(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the detention; the rule gives the last day for the first hearing."""
    return record_form(
        request,
        pk,
        form=lambda found: ChargeForm(posted(request), arrests=arrests_of(found), initial=_initial(found)),
        act=lambda given: _charge(request, pk, given),
        template="journeys/charge.html",
        context=_context,
        authority=True,
    )


def _initial(found: Detention) -> dict[str, Any]:
    made = found.arrest
    if made is None:
        return {}
    return {
        "offence_words": made.offence_words,
        "offence_code": made.offence_code,
        "tried": made.offence_class,
        "domestic": "yes" if made.domestic else "no",
    }


def _context(found: Detention) -> Mapping[str, object]:
    at, law = clock.now(), law_of("cases")
    listed = [("Bailed, guilty plea expected", False, Plea.GUILTY), ("Bailed, not guilty", False, Plea.NOT_GUILTY)]
    listed.append(("Kept in custody", True, Plea.GUILTY))
    lasts = [(name, first_hearing(law, charged_at=at, in_custody=kept, plea=plea)) for name, kept, plea in listed]
    return {
        "here": may_charge_here(found),
        "lasts": [(name, day_words(last.last_day), last.deadline.basis) for name, last in lasts],
        "today": local_day(at),
        "caution": caution(on_charge=True, law=law_of("custody"), at=at),
    }


def _charge(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    flags: dict[str, Any] = {flag: flag in given["flags"] for flag, _ in FLAGS}
    return charge_detained(
        detention=pk,
        offence=Offence(
            tried=TriedWhere(given["tried"]),
            domestic=given["domestic"] == "yes",
            guilty_plea_expected=given["plea"] == Plea.GUILTY,
            **flags,
        ),
        offence_code=given["offence_code"],
        offence_words=given["offence_words"],
        court=given["court"],
        first_hearing=given["on"],
        plea=given["plea"],
        prosecutor_reference=given["prosecutor_reference"],
        kept_in_custody=given["kept"] == "kept",
        kept_why=given["kept_why"],
        arrest=given.get("arrest"),
        **signed(request),
    )
