"""Medication: a dose written as due; those due and given."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.treating import prescribe
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Dose
from bluelamp.design.forms import Instant, PlainForm


class MedicineForm(PlainForm):
    """One dose, who prescribed it, when it is due."""

    medicine = forms.CharField(label="Medicine", max_length=120)
    dose = forms.CharField(label="Dose", max_length=80)
    prescribed_by = forms.CharField(label="Prescribed by", max_length=200)
    due_at = Instant(label="Due")


@page("custody.call")
def medicine(request: HttpRequest, pk: int) -> HttpResponse:
    """Medication: a dose written as due; those due and given."""
    return record_form(
        request,
        pk,
        form=lambda _: MedicineForm(posted(request)),
        act=lambda given: prescribe(detention=pk, **given, **signed(request)),
        template="custody/medicine.html",
        context=lambda found: {"doses": Dose.objects.filter(detention=found).order_by("due_at")},
    )
