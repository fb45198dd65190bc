"""One piece of news on the victim's own page. Opening it, by a press of the button, is being told."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from bluelamp import clock
from bluelamp.verdict import Refused
from bluelamp.victims.actions.own_page import read_news
from bluelamp.victims.models import OwnVisit, Telling
from bluelamp.victims.own_news import in_words, is_news
from bluelamp.victims.own_visits import holder, own_page, own_render
from bluelamp.victims.own_words import words_of


@own_page
def own_news(request: HttpRequest, visit: OwnVisit, pk: int) -> HttpResponse:
    """Shown only once it was opened; a look at its address alone tells nothing and keeps nothing."""
    found = Telling.objects.select_related("asked").filter(pk=pk, victim=visit.victim_id, opted_out_at=None).first()
    if found is None or not is_news(found):
        raise Http404
    if request.method == "POST":
        try:
            read_news(by=holder(visit.victim), at=clock.now(), victim=visit.victim_id, telling=pk)
        except Refused:  # opened in another window a moment ago
            found.refresh_from_db()
        return HttpResponseRedirect(reverse("victims:own_news", args=[pk]), status=303)
    if found.told_at is None:
        return HttpResponseRedirect(reverse("victims:own_home"))
    words = words_of(visit.language)
    return own_render(
        request, "victims/own_news.html", words, {"one": in_words(found, words, visit.form)}, form=visit.form
    )
