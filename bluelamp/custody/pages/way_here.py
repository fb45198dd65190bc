"""Why the way from the arrest to the suite took long."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.first_station import explain_way
from bluelamp.custody.desk import record_form
from bluelamp.custody.going_there import way_to_explain
from bluelamp.design.forms import PlainForm


class WayForm(PlainForm):
    """The reason, in words."""

    why = forms.CharField(
        label="Why it took long",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Only where something had to be investigated elsewhere at once",
    )


@page("custody.book_in", "custody.arrest")
def way_here(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the detention."""
    return record_form(
        request,
        pk,
        form=lambda _found: WayForm(posted(request)),
        act=lambda given: explain_way(detention=pk, why=given["why"], **signed(request)),
        template="custody/way_here.html",
        context=lambda found: {"verdict": way_to_explain(found)},
    )
