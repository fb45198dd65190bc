"""Kept apart: who shares no cell with this person and stands in none beside; flags set and lifted."""

from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.access.looks import look_at_shown
from bluelamp.access.queries import restricted_among
from bluelamp.custody.actions.sharing import end_keeping_apart, keep_apart
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Detention, KeptApart
from bluelamp.design.forms import PlainForm

LIFT = "lift"


class ApartForm(PlainForm):
    """From whom, why, in words; or that a flag is lifted."""

    other = forms.TypedChoiceField(label="Kept apart from", coerce=int, empty_value=None)
    why = forms.ChoiceField(
        label="Why", widget=forms.RadioSelect, choices=[*KeptApart.Why.choices, (LIFT, "No longer: lift the flag")]
    )
    words = forms.CharField(label="In words", required=False, max_length=300, help_text="Needed where a flag is lifted")


@page("custody.transfer")
def apart(request: HttpRequest, pk: int) -> HttpResponse:
    """Everyone held at either suite may be chosen: people move between them."""

    def act(given: dict[str, Any]) -> str:
        facts = {"detention": pk, "other": given["other"], "words": given["words"], **signed(request)}
        return end_keeping_apart(**facts) if given["why"] == LIFT else keep_apart(why=given["why"], **facts)

    return record_form(
        request,
        pk,
        form=lambda found: _form(request, found),
        act=act,
        template="custody/apart.html",
        context=lambda found: {"flags": _flags(found)},
    )


def _form(request: HttpRequest, found: Detention) -> ApartForm:
    held = Detention.objects.filter(released_at=None).exclude(pk=found.pk).select_related("person", "suite")
    people = list(held.order_by("suite__position", "arrived_at"))
    sights = restricted_among(acting(request), [each.person.ref for each in people])
    look_at_shown(sights, page="custody:apart", by=acting(request), at=clock.now())
    hidden = {ref for ref, sight in sights.items() if not sight.may_see}
    form = ApartForm(posted(request))
    form.fields["other"].choices = [  # type: ignore[attr-defined]
        ("", "Choose"),
        *(
            (each.pk, each.number if each.person.ref in hidden else f"{each.number}, {each.person.name}")
            for each in people
        ),
    ]
    return form


def _flags(found: Detention) -> list[tuple[str, str]]:
    """The number of each they are kept apart from, and why."""
    live = KeptApart.objects.filter(Q(first=found.pk) | Q(second=found.pk), ended_at=None)
    return [
        (flag.second.number if flag.first_id == found.pk else flag.first.number, flag.get_why_display())
        for flag in live.select_related("first", "second")
    ]
