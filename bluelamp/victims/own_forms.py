"""What the forms of the victim's own page have in common: said in their language, nothing typed is lost."""

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from bluelamp.design.own_words import own
from bluelamp.design.uploads import had_files
from bluelamp.verdict import Refused
from bluelamp.victims.models import OwnVisit
from bluelamp.victims.own_visits import own_render
from bluelamp.victims.own_words import words_of


def own_form(
    request: HttpRequest,
    visit: OwnVisit,
    *,
    room: str,
    act: Callable[[], object],
    needed: Mapping[str, str],
    context: dict[str, object],
    refusals: Mapping[str, str] | None = None,
) -> HttpResponse:
    """Draw the form of `room`, or act and go home. `needed`: fields that must be filled, with the words where not, as
    "room.key"; `refusals` the same for a refusal about a field. What a refusal says in English is for officers."""
    words = words_of(visit.language)
    errors: list[tuple[str, str]] = []
    if request.method == "POST":
        missing = [(field, key) for field, key in needed.items() if not request.POST.get(field, "").strip()]
        files = [("", words.say("page", "no_files"))] if had_files(request) else []
        errors = [*files, *((field, words.say(*key.split("."))) for field, key in missing)]
        if not errors:
            try:
                act()
            except Refused as refusal:
                key = (refusals or {}).get(refusal.verdict.field, (refusals or {}).get("", "page.refused"))
                errors = [(refusal.verdict.field, words.say(*key.split(".")))]
            else:
                return HttpResponseRedirect(f"{reverse('victims:own_home')}?saved=yes", status=303)
    facts = {"errors": errors, "given": {name: own(said) for name, said in request.POST.items()}, **context}
    return own_render(request, f"victims/own_{room}.html", words, facts, status=422 if errors else 200, form=visit.form)
