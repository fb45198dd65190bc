"""Who speaks for a victim: a child's parent, somebody of a bereaved family, the named contact of a business."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.journeys.pages.arrest import offer_people, searched
from bluelamp.people.queries import Found
from bluelamp.victims.actions.agreeing import name_speaker
from bluelamp.victims.page_of_victim import the_victim, victim_form
from bluelamp.victims.rules.naming import Kind


class SpeakerForm(PlainForm):
    """Somebody found by name, and who that is to the victim; of a business a name alone."""

    renamed = {"speaks_for": "person"}
    person = forms.ChoiceField(label="Who speaks for them", widget=forms.RadioSelect)
    who = forms.CharField(max_length=120)

    def __init__(self, *args: Any, found: list[Found], business: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        who = self.fields["who"]
        who.label = "Name, and what they are there" if business else "Who that is to the victim"
        who.help_text = "R. Hale, manager" if business else "Their mother, their brother"
        if business:
            del self.fields["person"]
        else:
            offer_people(self, found)


@page("victims.record", "victims.tell")
def speaker(request: HttpRequest, pk: int) -> HttpResponse:
    """`?q=` searches for the person first, and the search is logged. A suspect, or somebody at odds, is refused."""
    victim = the_victim(request, pk, page="journeys:speaker")
    business = victim.kind == Kind.BUSINESS
    asked = (request.POST.get("q") or request.GET.get("q") or "").strip()
    found = searched(request, asked) if asked and not business else []

    def act(who: str, person: str = "", **said: Any) -> str:
        return name_speaker(who=who, person=int(person) if person else None, **said)

    form = SpeakerForm(posted(request), found=found, business=business)
    context = {"asked": asked, "found": found, "business": business}
    return victim_form(request, victim, form=form, act=act, template="journeys/speaker.html", context=context)
