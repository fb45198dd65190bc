"""The victim keeps a passkey on their device, or forgets those they kept; link and code work all the same."""

from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.design.forms import request_key
from bluelamp.people.queries import safe_contact
from bluelamp.verdict import Refused, refused
from bluelamp.victims.actions.passkeys import forget_passkeys, keep_passkey
from bluelamp.victims.models import OwnPasskey, OwnVisit
from bluelamp.victims.own_forms import own_form
from bluelamp.victims.own_passkeys import NotTaken, ask_to_keep, made, remember_question
from bluelamp.victims.own_visits import holder, own_page


@own_page
def own_keep_passkey(request: HttpRequest, visit: OwnVisit) -> HttpResponse:
    """Not offered where they said that somebody else can open their device."""
    safe = safe_contact(visit.victim.person_id)
    kept = OwnPasskey.objects.filter(victim=visit.victim_id, forgotten_at=None).count()
    asked, sealed = ask_to_keep(request, visit.pk)
    answer = own_form(
        request,
        visit,
        room="keep_passkey",
        act=lambda: _act(request, visit),
        needed={},
        refusals={"": "passkey.not_kept"},
        context={"asked": asked, "kept": kept, "shared": safe is not None and safe.shared_device},
    )
    return answer if answer.status_code == 303 else remember_question(answer, sealed)


def _act(request: HttpRequest, visit: OwnVisit) -> str:
    by, at, key = holder(visit.victim), clock.now(), request_key(request)
    if "forget" in request.POST:
        return forget_passkeys(by=by, at=at, key=key, victim=visit.victim_id)
    try:
        found = made(request, visit.pk)
    except NotTaken:
        raise Refused(refused("The device did not make a passkey.")) from None
    return keep_passkey(
        by=by, at=at, key=key, victim=visit.victim_id, credential_hash=found.credential_hash, public=found.public,
        count=found.count, language=visit.language,
    )  # fmt: skip
