"""Opening the victim's own page with a passkey. Whoever has none is told the same few words as for any dead link."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.guard import open_to_all
from bluelamp.victims.actions.own_page import OPENED
from bluelamp.victims.actions.passkeys import open_with_passkey
from bluelamp.victims.models import OwnPasskey
from bluelamp.victims.own_passkeys import NotTaken, ask_to_open, named, proved, remember_question
from bluelamp.victims.own_visits import holder, new_secret, not_open, own_render, private, remember
from bluelamp.victims.own_words import ENGLISH, words_of


@open_to_all
def own_passkey(request: HttpRequest) -> HttpResponse:
    """Asked for, it asks the browser the same question whoever it is; sent, the answer opens the page once."""
    if request.method != "POST":
        asked, sealed = ask_to_open(request)
        return remember_question(
            own_render(request, "victims/own_passkey.html", words_of(ENGLISH), {"asked": asked}), sealed
        )
    key = new_secret()
    try:
        opened = _opened(request, key)
    except NotTaken:
        opened = False
    if not opened:
        return not_open(request)
    return private(remember(HttpResponseRedirect(reverse("victims:own_home"), status=303), key))


def _opened(request: HttpRequest, key: str) -> bool:
    found = OwnPasskey.objects.select_related("victim").filter(credential_hash=named(request), forgotten_at=None)
    passkey = found.first()
    if passkey is None:
        return False
    proof = proved(request, bytes(passkey.public))
    answer = open_with_passkey(
        by=holder(passkey.victim), at=clock.now(), passkey=passkey.pk, count=proof.count,
        challenge_hash=proof.challenge_hash, visit_key=key,
    )  # fmt: skip
    return answer == OPENED
