"""The link to the victim's own page: asks for the code. Whoever has no living link is told the same few words."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.guard import open_to_all
from bluelamp.places.law_in_force import law_of
from bluelamp.victims.actions.own_page import DEAD, OPENED, try_code
from bluelamp.victims.models import Invitation
from bluelamp.victims.own_visits import as_written, hashed, holder, new_secret, not_open, own_render, private, remember
from bluelamp.victims.own_words import words_of
from bluelamp.victims.rules.own_page import dead


@open_to_all
def own_code(request: HttpRequest, token: str) -> HttpResponse:
    """Asking for the page uses nothing up: only the right code does, once."""
    at = clock.now()
    found = Invitation.objects.select_related("victim").filter(token_hash=hashed(as_written(token))).first()
    if found is None or dead(law_of("victims"), link=found.link(), at=at):
        return not_open(request, found.language if found else "en")
    words, wrong = words_of(found.language), ""
    if request.method == "POST":
        key = new_secret()
        code = "".join(request.POST.get("code", "").split())
        answer = try_code(by=holder(found.victim), at=at, invitation=found.pk, code=code, visit_key=key)
        if answer == OPENED:
            return private(remember(HttpResponseRedirect(reverse("victims:own_home"), status=303), key))
        if answer == DEAD:
            return not_open(request, found.language)
        wrong = words.say("page", "code_wrong")
    return own_render(request, "victims/own_code.html", words, {"wrong": wrong}, status=422 if wrong else 200)
