"""A child in it: entered as a person, a victim in its own right, with its school."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.safeguarding.actions.children import Seen, note_child
from bluelamp.safeguarding.schools import schools
from bluelamp.safeguarding.sight import step, the_domestic

YES_NO = [("yes", "Yes"), ("no", "No"), ("", "Not known")]
ASKED = ("affected", "related", "present")


class ChildForm(PlainForm):
    """What is not known stays asked for; in doubt the child is treated as a victim."""

    given_names = forms.CharField(label="Given names", required=False, strip=False)
    family_name = forms.CharField(label="Family name", required=False, strip=False)
    age = forms.IntegerField(label="Age", required=False, min_value=0, max_value=130)
    affected = Segments(
        label="Does the child see, hear or feel what goes on?", choices=YES_NO, required=False,
        help_text="Asleep upstairs is not “no”",
    )  # fmt: skip
    related = Segments(label="Related to either of them?", choices=YES_NO, required=False)
    present = Segments(label="Was the child there this time?", choices=YES_NO, required=False)
    voice = forms.CharField(
        label="The child's own words, or what you saw of it", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    spoken_for_by = forms.CharField(
        label="Who speaks for the child, and is safe for it", required=False,
        help_text="Never whoever is suspected. Asked again while it is not known",
    )  # fmt: skip
    school = forms.ChoiceField(label="School", required=False)
    home_educated = forms.BooleanField(label="Taught at home", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(school.key, school.name) for school in schools().values()]
        self.fields["school"].choices = [("", "Not known"), *known]  # type: ignore[attr-defined]


@page("safeguarding.assess")
def child(request: HttpRequest, pk: int) -> HttpResponse:
    """The school is then told before its next first bell."""
    found = the_domestic(request, pk)

    def act(given: dict[str, Any]) -> str:
        known = {"yes": True, "no": False}
        asked = {name: known.get(given[name]) for name in ASKED}
        return note_child(domestic=pk, seen=Seen(**{**given, **asked}), **signed(request))

    family = found.victim.person.family_name if found.victim else ""
    return step(
        request,
        found,
        form=ChildForm(posted(request), initial={"family_name": family}),
        act=act,
        heading="Note a child",
        lead="A child who sees, hears or feels it is a victim too, there or not.",
        submit="Note the child",
    )
