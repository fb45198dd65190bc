"""The breach of an order is a crime: the number under which it stands recorded."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.safeguarding.actions.ordered_elsewhere import record_breach as record
from bluelamp.safeguarding.models import Breach
from bluelamp.safeguarding.records import record_step, the_notice


class RecordForm(PlainForm):
    """The number of the crime."""

    crime_number = forms.CharField(label="Crime number", max_length=30)


@page("safeguarding.protect", "safeguarding.assess")
def record_breach(request: HttpRequest, pk: int) -> HttpResponse:
    """Keeps the promise to record it; the crime itself is recorded from its incident."""
    made = Breach.objects.filter(pk=pk).first()
    if made is None:
        raise Http404
    return record_step(
        request,
        the_notice(request, made.notice_id),
        "protection",
        form=RecordForm(posted(request)),
        act=lambda given: record(breach=pk, **given, **signed(request)),
        heading="Recorded as a crime",
        lead=made.words,
        submit="Save",
    )
