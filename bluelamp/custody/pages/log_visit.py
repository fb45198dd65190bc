"""Logging a visit by independent custody visitors."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.visiting_independently import log_visit as log
from bluelamp.custody.models import CellStay
from bluelamp.design.forms import PlainForm
from bluelamp.places.models import Suite


class LogVisitForm(PlainForm):
    """Two visitors, whom they asked to see by cell, who of those agreed, what they raised."""

    renamed = {"visitors": "second", "asked": "agreed"}

    first = forms.CharField(label="First visitor", max_length=100)
    second = forms.CharField(label="Second visitor", max_length=100)
    agreed = forms.MultipleChoiceField(
        label="Asked to see, and the person agreed", widget=forms.CheckboxSelectMultiple, required=False
    )
    declined = forms.MultipleChoiceField(
        label="Asked to see, and the person declined", widget=forms.CheckboxSelectMultiple, required=False
    )
    raised = forms.CharField(label="What they raised", widget=forms.Textarea(attrs={"rows": 4}), required=False)

    def __init__(self, *args: Any, suite: Suite, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stays = CellStay.objects.filter(during__upper_inf=True, cell__suite=suite).select_related("cell")
        cells = [(str(stay.cell_id), stay.cell.number) for stay in stays.order_by("cell__position")]
        for name in ("agreed", "declined"):
            self.fields[name].choices = cells  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Nobody both agreed and declined."""
        given = super().clean() or {}
        if set(given.get("agreed", ())) & set(given.get("declined", ())):
            self.add_error("declined", "One cell is ticked as agreed and as declined")
        return given


@page("custody.transfer", "custody.authorise")
def log_visit(request: HttpRequest, pk: int) -> HttpResponse:
    """For one suite; afterwards the page of the visitors."""
    suite = get_object_or_404(Suite, pk=pk)
    back = reverse("custody:visitors")
    return form_page(
        request,
        form=LogVisitForm(posted(request), suite=suite),
        act=lambda given: _act(request, pk, given),
        then=back,
        template="custody/log_visit.html",
        context={"suite": suite, "back": back},
    )


def _act(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    asked = {int(cell): name == "agreed" for name in ("agreed", "declined") for cell in given[name]}
    names = [given["first"], given["second"]]
    return log(suite=pk, visitors=names, asked=asked, raised=given["raised"], **signed(request))
