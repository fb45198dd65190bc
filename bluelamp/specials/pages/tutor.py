"""Naming the tutor: a regular officer trained for it."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.specials.actions.signing import name_tutor
from bluelamp.specials.queries import possible_tutors
from bluelamp.specials.record_form import record_form


class TutorForm(PlainForm):
    """Who."""

    tutor = forms.TypedChoiceField(label="Tutor", coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = [(one.pk, str(one)) for one in possible_tutors(clock.now())]
        self.fields["tutor"].choices = [("", "Choose"), *found]  # type: ignore[attr-defined]


@page("specials.coordinate")
def tutor(request: HttpRequest, pk: int) -> HttpResponse:
    """Only who holds the tutor skill today is offered."""
    return record_form(
        request,
        pk,
        form=lambda _found: TutorForm(posted(request)),
        act=lambda given: name_tutor(special=pk, **given, **signed(request)),
        template="tutor",
        more=lambda _found: {"nobody": not possible_tutors(clock.now())},
    )
