"""Those called to a detained person: who is waited for, who is here, and calling somebody."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.calling import Somebody
from bluelamp.custody.actions.calling import call as call_somebody
from bluelamp.custody.cells import is_child
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Called, Detention
from bluelamp.custody.rules.appropriate_adults import Offered, Relation
from bluelamp.design.forms import Instant, PlainForm, Segments

KNOWN = [("no", "No"), ("yes", "Yes"), ("unknown", "Not asked yet")]
RELATIONS = [
    ("", "Choose"),
    (Relation.PARENT.value, "Parent"),
    (Relation.GUARDIAN.value, "Guardian"),
    (Relation.CARER.value, "Relative or carer"),
    (Relation.SOCIAL_WORKER.value, "Social worker"),
    (Relation.SCHEME.value, "Appropriate adult scheme"),
    (Relation.OTHER.value, "Another adult, not of the police"),
]
BOOL = {"yes": True, "no": False}


class CallForm(PlainForm):
    """Whom, when and why; what bars an appropriate adult is asked when one is called."""

    kind = forms.ChoiceField(label="Who is called", choices=Called.Kind.choices, widget=forms.RadioSelect)
    who = forms.CharField(label="Name, and how they were reached", max_length=200, required=False)
    why = forms.CharField(label="Why, and what they were told", required=False, max_length=500)
    called_at = Instant(label="Called at", help_text="A time earlier than now needs a reason")
    language = forms.CharField(label="Language, for an interpreter", required=False, max_length=60)
    remote = forms.BooleanField(label="By telephone or live link", required=False)
    relation = forms.ChoiceField(label="Appropriate adult: who they are", choices=RELATIONS, required=False)
    aged_18 = Segments(label="Aged 18 or over", choices=KNOWN, required=False)
    involved = Segments(
        label="Suspected, victim or witness, or told of the offence", choices=KNOWN, required=False,
        help_text="Whoever is involved cannot act. Code C 1.7, note 1B",
    )  # fmt: skip
    for_police = Segments(label="Works for the police", choices=KNOWN, required=False)
    objected_to = forms.BooleanField(label="An estranged parent to whom the child objects", required=False)
    reason_late = forms.CharField(label="Why it is written late, if it is", required=False, max_length=300)

    def clean(self) -> dict[str, Any]:
        """For an appropriate adult the relation is needed."""
        given = super().clean() or {}
        if given.get("kind") == Called.Kind.APPROPRIATE_ADULT and not given.get("relation"):
            self.add_error("relation", "Choose who the appropriate adult is")
        return given


@page("custody.call", "custody.care")
def call(request: HttpRequest, pk: int) -> HttpResponse:
    """The list stands above the form, so that a second call is seen before it is made."""
    return record_form(
        request,
        pk,
        form=lambda _: CallForm(posted(request), initial={"called_at": clock.now()}),
        act=lambda given: _act(request, pk, given),
        template="custody/call.html",
        context=_context,
    )


def _context(found: Detention) -> dict[str, object]:
    called = list(found.called.order_by("-called_at"))
    adult = Called.Kind.APPROPRIATE_ADULT
    return {
        "called": called,
        "needs_adult": is_child(found) and not any(one.kind == adult for one in called),
        "adult_here": any(one.kind == adult and one.state == "here" for one in called),
    }


def _act(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    adult = given["kind"] == Called.Kind.APPROPRIATE_ADULT
    more = Somebody(language=given["language"], remote=given["remote"], offered=_offered(given) if adult else None)
    wanted = ("kind", "who", "why", "called_at", "reason_late")
    return call_somebody(detention=pk, more=more, **{name: given[name] for name in wanted}, **signed(request))


def _offered(given: dict[str, Any]) -> Offered:
    return Offered(
        relation=Relation(given["relation"]),
        aged_18=BOOL.get(given["aged_18"]),
        for_police=BOOL.get(given["for_police"]),
        involved=BOOL.get(given["involved"]),
        estranged=given["objected_to"],
        objected_to=given["objected_to"],
    )
