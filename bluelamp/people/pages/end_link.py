"""A link that has ended, such as a marriage, or that was written in error."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse

from bluelamp.access.form_page import form_page, posted, signed, turned_to_owner
from bluelamp.access.guard import page
from bluelamp.design.forms import Day, PlainForm, Segments
from bluelamp.people.actions.links import end_link as end
from bluelamp.people.actions.links import withdraw_link
from bluelamp.people.permissions import EDIT
from bluelamp.people.queries import link_of

NAME = "people:end_link"
ENDED, ERROR = "ended", "error"


class EndLinkForm(PlainForm):
    """What became of it."""

    what = Segments(label="What became of it", choices=[(ENDED, "It has ended"), (ERROR, "It was never so")])
    ended_on = Day(label="The day it ended, if it is known", required=False)
    why = forms.CharField(label="How you know", widget=forms.Textarea(attrs={"rows": 2}))


@page(EDIT.name)
def end_link(request: HttpRequest, pk: int) -> HttpResponse:
    """A tie that has ended stays a tie in law; one written in error counts no more."""
    found = link_of(pk)
    if found is None:
        raise Http404
    ends = [found.person.ref, *([found.other.ref] if found.other else [])]
    turned = turned_to_owner(request, *ends, page=NAME)
    if turned:
        return turned
    back = _back(found.person_id)

    def act(given: dict[str, Any]) -> str:
        if given["what"] == ERROR:
            return withdraw_link(number=pk, why=given["why"], **signed(request))
        return end(number=pk, why=given["why"], ended_on=given["ended_on"], **signed(request))

    return form_page(
        request,
        form=EndLinkForm(posted(request), initial={"what": ENDED}),
        act=act,
        then=back,
        template="people/end_link.html",
        context={"link": found, "back": back, "live": found.ended_at is None},
    )


def _back(person: int) -> str:
    try:
        return reverse("desks:person", args=[person])
    except NoReverseMatch:
        return reverse("people:search")
