"""A victim's views on bail conditions, asked before anyone is bailed; or why they could not be asked."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed, turned_to_owner
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.victims.actions.recording import ask_views
from bluelamp.victims.models import Victim

ANSWERS = [
    ("given", "They said what they need"),
    ("none", "They were asked and want nothing"),
    ("not_practicable", "It was not practicable to ask"),
]


class ViewsForm(PlainForm):
    """What they said."""

    answer = forms.ChoiceField(label="What came of it", choices=ANSWERS, widget=forms.RadioSelect)
    words = forms.CharField(
        label="Their views, or why it was not practicable",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Where the suspect may not go, whom they may not contact, what would make them safe",
    )
    through = forms.CharField(label="Who spoke for them, if under 18 or vulnerable", required=False)


@page("victims.tell")
def views(request: HttpRequest, pk: int) -> HttpResponse:
    """Kept with the time; PACE s.47ZZA."""
    victim = Victim.objects.select_related("person", "incident").filter(pk=pk).first()
    if victim is None:
        raise Http404
    turned = turned_to_owner(request, victim.ref, victim.person.ref, page="victims:views")
    if turned:
        return turned
    back = reverse("desks:victim", args=[pk])
    return form_page(
        request,
        form=ViewsForm(posted(request)),
        act=lambda given: ask_views(victim=pk, **given, **signed(request)),
        then=back,
        template="victims/views.html",
        context={"victim": victim, "back": back},
    )
