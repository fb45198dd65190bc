"""Another name that somebody is known by, and who says so."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed, turned_to_owner
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.people.actions.persons import add_alias as note_alias
from bluelamp.people.permissions import EDIT
from bluelamp.people.queries import person

NAME = "people:add_alias"


class AliasForm(PlainForm):
    """The name as they write it or are called, in any script."""

    alias = forms.CharField(label="Also known as", max_length=200, help_text="As it is written or said, in any script.")
    source = forms.CharField(label="Who knows them by it", max_length=200, help_text="Such as: herself, his neighbour.")


@page(EDIT.name)
def add_alias(request: HttpRequest, pk: int) -> HttpResponse:
    """A search for this name finds the person from now on."""
    found = person(pk)
    if found is None:
        raise Http404
    return turned_to_owner(request, found.ref, page=NAME) or form_page(
        request,
        form=AliasForm(posted(request)),
        act=lambda given: note_alias(person=pk, **given, **signed(request)),
        then=reverse("desks:person", args=[pk]),
        template="people/person_form.html",
        context={"found": found, "heading": "Another name", "submit": "Note the name"},
    )
