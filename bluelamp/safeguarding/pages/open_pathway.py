"""A person opens a pathway, whatever the answers say."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.safeguarding.actions.pathways import open_pathway as open_it
from bluelamp.safeguarding.pathway_files import pathways
from bluelamp.safeguarding.sight import step, the_domestic


class OpenPathwayForm(PlainForm):
    """Which one, and what makes the officer think so."""

    kind = forms.ChoiceField(label="Pathway", widget=forms.RadioSelect)
    words = forms.CharField(
        label="What you saw or heard that makes you think so", widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one.key, one.name) for one in pathways().values()]
        self.fields["kind"].choices = choices  # type: ignore[attr-defined]


@page("safeguarding.assess")
def open_pathway(request: HttpRequest, pk: int) -> HttpResponse:
    """Its steps are owed from then on, each by its own time."""
    return step(
        request,
        the_domestic(request, pk),
        form=OpenPathwayForm(posted(request)),
        act=lambda given: open_it(domestic=pk, **given, **signed(request)),
        heading="Open a pathway",
        lead="In doubt, open it. A supervisor closes it where it was not so.",
        submit="Open it",
    )
