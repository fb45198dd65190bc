"""Signing up for an event, or stepping back from it."""

from django.http import Http404, HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.design.forms import PlainForm
from bluelamp.specials.actions import occasions
from bluelamp.specials.own_form import own_form
from bluelamp.specials.queries import going, occasions_ahead, special_of, work
from bluelamp.specials.rules import deployment


class SignUpForm(PlainForm):
    """Only a question."""


@page("specials.mine")
def sign_up(request: HttpRequest, occasion: int) -> HttpResponse:
    """What the place asks for is said first: who goes only beside an experienced officer waits until one is named."""
    at = clock.now()
    found = occasions_ahead(at).filter(pk=occasion).first()
    special = special_of(acting(request).officer_id)
    if found is None or special is None:
        raise Http404
    down = found.down  # type: ignore[attr-defined]
    mine = next((one for one in down if one.special_id == special.pk), None)
    act = occasions.withdraw_sign_up if mine else occasions.sign_up
    alone = deployment.may_go(going=going(special), work=work(found))
    beside = deployment.may_go(going=going(special, beside=deployment.TO_BE_NAMED), work=work(found))
    return own_form(
        request,
        form=SignUpForm(posted(request)),
        act=lambda _given: act(occasion=occasion, **signed(request)),
        template="sign_up",
        part="events",
        context={"event": found, "mine": mine, "alone": alone, "beside": beside, "left": found.wanted - len(down)},
    )
