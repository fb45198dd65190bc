"""Who may see a record: restricting it, naming an officer on it, taking one off, and lifting the restriction."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.actions.restricting import lift, name_on, restrict, take_off
from bluelamp.access.form_page import form_page, posted, signed, turned_to_owner
from bluelamp.access.guard import acting, page
from bluelamp.access.models import Officer, Restriction
from bluelamp.access.queries import restriction_of
from bluelamp.access.roles import role_words
from bluelamp.custody.desk import officer_named
from bluelamp.design.forms import PlainForm
from bluelamp.journeys.restrictable import Record, record_of

NAME = "journeys:restriction"
NAMES_AN_OFFICER = {"name_on": name_on, "take_off": take_off}


def _why() -> forms.CharField:
    help_text = "In a few words; it stays with the record"
    return forms.CharField(label="Why", widget=forms.Textarea(attrs={"rows": 3}), help_text=help_text, max_length=200)


class RestrictForm(PlainForm):
    """Why, and who else sees it from now on."""

    why = _why()
    others = forms.CharField(
        label="Who else may see it",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Collar numbers or sign-in names, one on a line. It belongs to you; others are told to ask you.",
    )

    def clean_others(self) -> list[int]:
        """The officers so named, each once."""
        return sorted({officer_named(line).pk for line in self.cleaned_data["others"].split()})


class ChangeForm(PlainForm):
    """One change to who may see it."""

    what = forms.ChoiceField(
        label="What do you want to do?",
        choices=[
            ("name_on", "Let one more officer see it"),
            ("take_off", "Take an officer's name off it"),
            ("lift", "Lift the restriction: everybody whose role allows it may see it again"),
        ],
        widget=forms.RadioSelect,
    )
    officer = forms.CharField(
        label="Collar number or sign-in name", required=False, help_text="Leave it empty to lift the restriction"
    )
    why = _why()

    def clean(self) -> dict[str, Any]:
        """An officer is named where one is meant."""
        given = super().clean() or self.cleaned_data
        if given.get("what") in NAMES_AN_OFFICER and "officer" in given:
            try:
                given["officer"] = officer_named(given["officer"]).pk
            except ValidationError as error:
                self.add_error("officer", error)
        return given


@page("access.restrict_records")
def restriction(request: HttpRequest, record: str) -> HttpResponse:
    """For its owner, or who stands in for one, to change; others who may see the record read who is on it."""
    found = record_of(record)
    if found is None:
        raise Http404
    turned = turned_to_owner(request, found.ref, page=NAME)
    if turned:
        return turned
    by, standing = acting(request), restriction_of(found.ref)
    mine = standing is not None and standing.belongs_to(by.officer_id, by.roles)
    form: PlainForm = ChangeForm(posted(request)) if standing else RestrictForm(posted(request))
    if standing and not mine:
        form.fields.clear()
    return form_page(
        request,
        form=form,
        act=lambda given: _done(found, standing, given, request),
        then=request.path,
        template="journeys/restriction.html",
        context={"record": found, "standing": standing, "mine": mine, "back": found.url or reverse("access:you"),
                 **(_shown(standing) if standing else {})},
    )  # fmt: skip


def _done(found: Record, standing: Restriction | None, given: dict[str, Any], request: HttpRequest) -> str:
    said, why = signed(request), given.get("why", "")
    if standing is None:
        return restrict(record=found.ref, why=why, owner=said["by"].number, allowed=given["others"], **said)
    if given.get("what") in NAMES_AN_OFFICER:
        return NAMES_AN_OFFICER[given["what"]](record=found.ref, officer=given["officer"], why=why, **said)
    return lift(record=found.ref, why=why, **said)


def _shown(standing: Restriction) -> dict[str, object]:
    named: list[Officer] = sorted(standing.allowed.all(), key=lambda one: one.name)
    return {"named": named, "roles": [role_words(key) for key in standing.roles]}
