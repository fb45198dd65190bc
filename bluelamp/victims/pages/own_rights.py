"""The victim's rights on their own page, in the form that they read best; what we do not have is said."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from bluelamp.victims.models import OwnVisit
from bluelamp.victims.own_reading import FORMS, choose_form
from bluelamp.victims.own_visits import own_page, own_render
from bluelamp.victims.own_words import words_of
from bluelamp.victims.rules.explaining import Form


@own_page
def own_rights(request: HttpRequest, visit: OwnVisit) -> HttpResponse:
    """A POST chooses another form for this visit. Looking at this page keeps no promise: rights are explained."""
    if request.method == "POST":
        choose_form(visit, request.POST.get("form", ""))
        return HttpResponseRedirect(reverse("victims:own_rights"), status=303)
    words = words_of(visit.language)
    easy = visit.form == Form.EASY_READ
    context: dict[str, object] = {
        "rights": words.said["rights"]["easy" if easy else "plain"],
        "easy": easy,
        "forms": [(one.value, words.say("rights", "plain_label" if one is Form.PLAIN else one)) for one in FORMS],
        "signed": visit.form == Form.SIGNED,
        "film": settings.SIGNED_RIGHTS if settings.SIGNED_RIGHTS.startswith("https://") else "",
        "chosen": visit.form,
    }
    return own_render(request, "victims/own_rights.html", words, context, form=visit.form)
