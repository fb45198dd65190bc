"""A requisition taken back before a court has sat on it, with the reason and what the victim may read of it."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed, turned_to_owner
from bluelamp.access.guard import page
from bluelamp.cases.queries import case_for_page
from bluelamp.design.forms import PlainForm
from bluelamp.journeys.actions.requisition import withdraw_requisition
from bluelamp.journeys.pages.court_news import seen_with
from bluelamp.victims.queries import victims_of


class WithdrawForm(PlainForm):
    """Why, for the record; and as the victim may read it, where there is one."""

    why = forms.CharField(label="Why, for the record", widget=forms.Textarea(attrs={"rows": 3}))
    tell = forms.CharField(
        label="Why, in words the victim may read",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="They may open it on their own page, and ask for the decision to be looked at again",
    )

    def __init__(self, *args: Any, telling: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not telling:
            del self.fields["tell"]


@page("cases.charge")
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the case."""
    case = case_for_page(pk)
    if case is None:
        raise Http404
    turned = turned_to_owner(request, *seen_with(case), page="journeys:withdraw")
    if turned:
        return turned
    victims = victims_of(case.incident_id).count() if case.incident_id else 0
    back = reverse("desks:case", args=[pk])
    return form_page(
        request,
        form=WithdrawForm(posted(request), telling=bool(victims)),
        act=lambda given: withdraw_requisition(case=pk, **given, **signed(request)),
        then=back,
        template="journeys/withdraw.html",
        context={
            "case": case,
            "back": back,
            "victims": victims,
            "taken": [one for one in case.requisitions.all() if one.withdrawn_at is None],
        },
    )
