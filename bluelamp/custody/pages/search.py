"""A search of a detained person at any level, with the authority, who was there, and the reasons."""

from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.access.queries import officers
from bluelamp.custody.actions.searching import SearchMade
from bluelamp.custody.actions.searching import search as record_search
from bluelamp.custody.cells import is_child
from bluelamp.custody.desk_fields import TRUTH, YES_NO, YES_NO_LETTERS, Ask, line
from bluelamp.custody.desk_pages import Section, desk_page, section
from bluelamp.custody.desk_state import DeskState
from bluelamp.custody.models import Detention
from bluelamp.custody.rules.ranks import RANKS
from bluelamp.custody.rules.searching import Level
from bluelamp.design.forms import Instant, PlainForm, Segments

GROUNDS = [("could_injure", "A thing that could injure"), ("class_a_drug", "A Class A drug")]
AUTHORITIES = RANKS[1:]
"""Ranks that can authorise more than an ordinary search."""


class SearchForm(PlainForm):
    """How far, by whom, on whose authority, who was there, why, and what was found."""

    renamed: ClassVar = {"reason": "reason_late", "occurred_at": "searched_at", "adult_present": "adult_there"}

    level = Segments(
        label="How far", choices=[(one.value, one.words) for one in Level], letters={one.value: one[0] for one in Level}
    )
    reasons = forms.CharField(label="Why", widget=forms.Textarea(attrs={"rows": 2}), help_text="PACE s.54(6)")
    searcher_sex = Segments(
        label="Searched by somebody",
        choices=[("female", "Female"), ("male", "Male")],
        letters={"female": "f", "male": "m"},
    )
    searcher = line("Who searched, and who else was there")
    authority = forms.TypedChoiceField(
        label="Authorised by",
        required=False,
        coerce=int,
        empty_value=None,
        help_text="For a strip or intimate search. Leave empty where you authorise it yourself",
    )
    present = forms.IntegerField(label="People there besides the person", required=False, min_value=0, max_value=20)
    adult_there = Segments(
        label="Was the appropriate adult there?", required=False, choices=YES_NO, letters=YES_NO_LETTERS
    )
    adult_declined = forms.BooleanField(
        label="The child asked, with the adult there, that the adult stay out, and the adult agreed", required=False
    )
    urgent = forms.BooleanField(label="Serious harm could not wait for others to come", required=False)
    ground = forms.ChoiceField(
        label="Ground of an intimate search", choices=GROUNDS, widget=forms.RadioSelect, required=False
    )
    clinician = forms.BooleanField(label="A doctor or nurse searched", required=False)
    consent = forms.BooleanField(label="The person consented in writing", required=False)
    found = line("What was found; empty for nothing")
    searched_at = Instant(label="When, if not just now", required=False)
    reason_late = line("Why it is written late, if it is")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ranked = [one for one in officers() if one.regular_rank in AUTHORITIES]
        authority: Any = self.fields["authority"]
        authority.choices = [("", "Myself, or not needed"), *((one.pk, str(one)) for one in ranked)]


@page("custody.desk")
def search(request: HttpRequest, pk: int) -> HttpResponse:
    """The rule refuses a wrong rank, a wrong sex, a child without the adult."""
    return desk_page(
        request,
        pk,
        form=lambda _found, _state: SearchForm(posted(request)),
        sections=_sections,
        act=lambda given: record_search(
            detention=pk,
            made=_made(given),
            authority=given["authority"],
            searched_at=given["searched_at"],
            reason_late=given["reason_late"],
            **signed(request),
        ),
        template="custody/search.html",
        submit="Record the search",
        more=lambda found, _state: {"child": is_child(found)},
    )


def _sections(form: SearchForm, _found: Detention, _state: DeskState) -> list[Section]:
    def asks(*names: str) -> list[Ask]:
        return [Ask(answer=form[name]) for name in names]

    return [
        section("search", "The search", asks("level", "reasons", "searcher_sex", "searcher", "found")),
        section("far", "Strip or intimate", asks("authority", "present", "adult_there", "adult_declined", "urgent"),
                "Code C Annex A"),
        section("intimate", "Intimate only", asks("ground", "clinician", "consent"), "PACE s.55"),
        section("when", "When", asks("searched_at", "reason_late")),
    ]  # fmt: skip


def _made(given: dict[str, Any]) -> SearchMade:
    plain = ("level", "reasons", "searcher_sex", "searcher", "found", "ground", "present", "adult_declined", "urgent",
             "clinician", "consent")  # fmt: skip
    return SearchMade(**{name: given[name] for name in plain}, adult_present=TRUTH.get(given["adult_there"]))
