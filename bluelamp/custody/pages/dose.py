"""One dose given, or refused by the person."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.treating import give
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Dose
from bluelamp.design.forms import PlainForm, Segments


class DoseForm(PlainForm):
    """Taken or refused, and who gave it."""

    taken = Segments(label="Taken?", choices=[("yes", "Taken"), ("no", "Refused")])
    given_by = forms.CharField(label="Given by", max_length=200, required=False)
    words = forms.CharField(label="In words", max_length=300, required=False)

    def clean_taken(self) -> bool:
        """Yes or no, as the action takes it."""
        return bool(self.cleaned_data["taken"] == "yes")


@page("custody.call")
def dose(request: HttpRequest, pk: int, one: int) -> HttpResponse:
    """One dose of one person's record."""
    found = Dose.objects.filter(pk=one, detention_id=pk).first()
    if found is None:
        raise Http404
    return record_form(
        request,
        pk,
        form=lambda _: DoseForm(posted(request)),
        act=lambda given: give(dose=one, **given, **signed(request)),
        template="custody/dose.html",
        context=lambda _: {"one": found},
    )
