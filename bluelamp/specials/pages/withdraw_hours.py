"""Withdrawing hours that were offered."""

from django.http import Http404, HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.design.forms import PlainForm
from bluelamp.duty.models import OfferedHours
from bluelamp.specials.actions.giving import withdraw_hours as withdraw
from bluelamp.specials.own_form import own_form


class WithdrawForm(PlainForm):
    """Only a question: no reason is asked."""


@page("specials.mine")
def withdraw_hours(request: HttpRequest, offer: int) -> HttpResponse:
    """Without penalty: what is withdrawn is as if it had never been offered."""
    found = OfferedHours.objects.filter(pk=offer, officer_id=acting(request).number).first()
    if found is None:
        raise Http404
    return own_form(
        request,
        form=WithdrawForm(posted(request)),
        act=lambda _given: withdraw(offer=offer, **signed(request)),
        template="withdraw_hours",
        part="hours",
        context={"offer": found},
    )
