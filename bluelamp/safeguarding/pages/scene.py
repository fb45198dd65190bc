"""What was found and done at the scene (D9)."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.safeguarding.actions.scene import account_for_scene
from bluelamp.safeguarding.queries import arrested_at
from bluelamp.safeguarding.rules.positive_action import Scene
from bluelamp.safeguarding.sight import step, the_domestic

YES_NO = [("yes", "Yes"), ("no", "No"), ("", "Not known")]


def _words(label: str) -> forms.CharField:
    return forms.CharField(label=label, required=False, widget=forms.Textarea(attrs={"rows": 2}))


class SceneForm(PlainForm):
    """An arrest is expected where there are grounds; what else was done has its reason."""

    suspect_present = Segments(label="Was the suspect there?", choices=YES_NO, required=False)
    grounds = Segments(label="Were there grounds to arrest?", choices=YES_NO, required=False)
    arrested = forms.BooleanField(label="Arrested", required=False)
    why_not_arrested = _words("Why there was no arrest")
    counter_allegation = forms.BooleanField(label="Both accuse each other", required=False)
    primary_aggressor = _words("Who is the primary aggressor, and why you think so")
    filmed = forms.BooleanField(label="Filmed on body worn video", required=False)
    not_filmed_why = _words("Why it was not filmed")


@page("safeguarding.assess")
def scene(request: HttpRequest, pk: int) -> HttpResponse:
    """What is not known must be found out; not arresting has to be explained."""
    found = the_domestic(request, pk)

    def act(given: dict[str, Any]) -> str:
        known = {"yes": True, "no": False}
        asked = {name: known.get(given[name]) for name in ("suspect_present", "grounds")}
        return account_for_scene(domestic=pk, scene=Scene(**{**given, **asked}), **signed(request))

    initial = {**vars(found.scene()), "arrested": found.arrested or bool(arrested_at(found.incident_id))}
    initial |= {name: {True: "yes", False: "no", None: ""}[initial[name]] for name in ("suspect_present", "grounds")}
    return step(
        request,
        found,
        form=SceneForm(posted(request), initial=initial),
        act=act,
        heading="At the scene",
        lead="An arrest is expected where the suspect is there and there are grounds.",
        submit="Save",
    )
