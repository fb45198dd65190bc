"""Fingerprints, photograph and samples: several at once, with consents, authority and the adult."""

from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.access.queries import officers
from bluelamp.custody.actions.sampling import OF, SamplesTaken, take_samples
from bluelamp.custody.cells import is_child
from bluelamp.custody.desk_fields import TRUTH, YES_NO, YES_NO_LETTERS, Ask, line
from bluelamp.custody.desk_pages import Section, desk_page, section
from bluelamp.custody.desk_state import DeskState
from bluelamp.custody.models import Detention
from bluelamp.custody.rules.ranks import RANKS
from bluelamp.custody.rules.samples import Kind
from bluelamp.deadlines.instants import local_day
from bluelamp.design.forms import Instant, PlainForm, Segments
from bluelamp.places.law_in_force import law_of

AUTHORITIES = RANKS[RANKS.index("inspector") :]


class SamplesForm(PlainForm):
    """What, taken or refused; what was said before; consents; by whom; and who was there."""

    renamed: ClassVar = {"reason": "reason_late", "occurred_at": "taken_at", "adult_present": "adult_there"}

    kinds = forms.MultipleChoiceField(
        label="What", choices=[(one.value, one.words) for one in Kind], widget=forms.CheckboxSelectMultiple
    )
    outcome = Segments(
        label="Taken, or refused", choices=[("taken", "Taken"), ("refused", "Refused")],
        letters={"taken": "t", "refused": "r"},
    )  # fmt: skip
    of = forms.ChoiceField(label="Non-intimate sample of", required=False, widget=forms.RadioSelect)
    told = forms.BooleanField(
        label="Told before why, by what power, and that it may be checked against others", required=False
    )
    person_consents = forms.BooleanField(label="The person consented in writing", required=False)
    parent_consents = forms.BooleanField(
        label="A parent or guardian consented in writing",
        required=False,
        help_text="Besides the person from 14 to 17; instead of them below 14",
    )
    recordable = Segments(
        label="Is the offence recordable?", required=False, choices=YES_NO, letters=YES_NO_LETTERS,
    )  # fmt: skip
    adult_there = Segments(
        label="Was the appropriate adult there?", required=False, choices=YES_NO, letters=YES_NO_LETTERS
    )
    taken_by = line("Taken by, and the number of the kit or image")
    again_because = line("Why the one taken before will not do")
    words = line("What the person said, or anything else")
    intimate_of = forms.ChoiceField(label="Intimate sample of", required=False, widget=forms.RadioSelect)
    trigger = forms.BooleanField(label="The offence is one that calls for a drug test", required=False)
    warned = forms.BooleanField(
        label="Warned what a refusal without good cause may mean",
        required=False,
        help_text="Before an intimate sample or a drug test",
    )
    authority = forms.TypedChoiceField(
        label="Authorised by",
        required=False,
        coerce=int,
        empty_value=None,
        help_text="An intimate sample always; a drug test where the offence does not call for one",
    )
    clinician = forms.BooleanField(label="A doctor, nurse or dentist took it", required=False)
    adult_declined = forms.BooleanField(
        label="The child asked, with the adult there, that the adult stay out, and the adult agreed", required=False
    )
    taken_at = Instant(label="When, if not just now", required=False)
    reason_late = line("Why it is written late, if it is")

    def __init__(self, *args: Any, child: bool, summary: bool, **kwargs: Any) -> None:
        """Of a child only: the parent, and the adult who stays out. Of a summary offence only: is it recordable?"""
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        for name in (() if child else ("parent_consents", "adult_declined")) + (() if summary else ("recordable",)):
            del fields[name]
        fields["of"].choices = _of("samples.non_intimate")
        fields["intimate_of"].choices = _of("samples.intimate")
        ranked = [one for one in officers() if one.regular_rank in AUTHORITIES]
        fields["authority"].choices = [("", "Myself, or not needed"), *((one.pk, str(one)) for one in ranked)]


def _of(key: str) -> list[tuple[str, str]]:
    value = law_of("custody").value(key, on=local_day(clock.now()))
    return [(one, OF.get(one, one.replace("_", " ").capitalize())) for one in value.items]


@page("custody.desk")
def samples(request: HttpRequest, pk: int) -> HttpResponse:
    """Ordinary ones first; what only an intimate sample or a drug test asks stands below."""
    return desk_page(
        request,
        pk,
        form=lambda found, _state: SamplesForm(
            posted(request),
            initial={"of": "mouth_swab"},
            child=is_child(found),
            summary=found.kind_of_offence() == "summary",
        ),
        sections=_sections,
        act=lambda given: take_samples(
            detention=pk,
            taken=_taken(given),
            authority=given["authority"],
            taken_at=given["taken_at"],
            reason_late=given["reason_late"],
            **signed(request),
        ),
        template="custody/samples.html",
        submit="Record it",
        more=lambda found, _state: {"child": is_child(found)},
    )


def _sections(form: SamplesForm, _found: Detention, _state: DeskState) -> list[Section]:
    def asks(*names: str) -> list[Ask]:
        return [Ask(answer=form[name]) for name in names if name in form.fields]

    return [
        section("what", "What was taken", asks("kinds", "of", "outcome"), "several at once"),
        section("before", "Told and agreed", asks("told", "person_consents", "parent_consents", "recordable",
                                                  "adult_there")),
        section("by", "By whom, and in words", asks("taken_by", "words", "again_because")),
        section("harder", "Intimate sample or drug test", asks("intimate_of", "trigger", "warned", "authority",
                                                               "clinician", "adult_declined"), "PACE s.62, s.63B"),
        section("when", "When", asks("taken_at", "reason_late")),
    ]  # fmt: skip


def _taken(given: dict[str, Any]) -> SamplesTaken:
    plain = ("kinds", "of", "intimate_of", "told", "warned", "trigger", "person_consents", "parent_consents",
             "adult_declined", "clinician", "taken_by", "words", "again_because")  # fmt: skip
    return SamplesTaken(
        **{name: given[name] for name in plain if name in given},
        refused=given["outcome"] == "refused",
        recordable=TRUTH.get(given.get("recordable", "")),
        adult_present=TRUTH.get(given["adult_there"]),
    )
