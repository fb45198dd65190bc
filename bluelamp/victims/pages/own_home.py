"""The victim's own page: news to open, what is happening now, who the officer is, what is owed and when."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from bluelamp import clock
from bluelamp.owed.queries import of_records
from bluelamp.people.models import SafeContact
from bluelamp.people.queries import safe_contact
from bluelamp.victims.models import OwnVisit, Telling
from bluelamp.victims.own_news import news, owes
from bluelamp.victims.own_visits import choose_language, own_page, own_render
from bluelamp.victims.own_words import Words, words_of
from bluelamp.victims.surveys import waiting_for


@own_page
def own_home(request: HttpRequest, visit: OwnVisit) -> HttpResponse:
    """A POST chooses another language for this visit."""
    if request.method == "POST":
        choose_language(visit, request.POST.get("language", ""))
        return HttpResponseRedirect(reverse("victims:own_home"), status=303)
    victim, words, at = visit.victim, words_of(visit.language), clock.now()
    tellings = list(Telling.objects.filter(victim=victim).select_related("asked"))
    told = news(tellings, words, opened=True, form=visit.form)
    context: dict[str, object] = {
        "news": news(tellings, words, opened=False, form=visit.form),
        "told": told,
        "owes": owes(of_records([victim.ref]), words, at=at),
        "officer": victim.cares,
        "number": words.say("home", "number", number=victim.crime.number) if victim.crime else "",
        "questions": waiting_for(victim, at) is not None,
        "reach": _reach(safe_contact(victim.person_id), words),
    }
    return own_render(request, "victims/own_home.html", words, context, form=visit.form)


def _reach(safe: SafeContact | None, words: Words) -> list[str]:
    """How they are reached, in their words; of a number only its end."""
    if safe is None:
        return [words.say("home", "reach_none")]
    ways = str(words.said["comma"]).join(words.say("ways", way) for way in safe.ways)
    found = [words.say("home", "reach_only", ways=f"{ways} …{safe.number[-3:]}" if safe.number else ways)]
    if safe.since and safe.until:
        found.append(words.say("home", "reach_hours", since=f"{safe.since:%H:%M}", until=f"{safe.until:%H:%M}"))
    return found
