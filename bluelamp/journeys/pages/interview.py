"""Out for interview, or back where the person is out."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.interviewing import out_to_interview
from bluelamp.custody.desk import record_form
from bluelamp.custody.desk_state import reminder_words
from bluelamp.custody.models import Arrest, Detention, Interview
from bluelamp.custody.needs import interpreter_needed
from bluelamp.custody.queries import arrests_of
from bluelamp.custody.rules.giving_rights import Occasion
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.design.times import clock_words
from bluelamp.journeys.actions.interview import back_and_tell


class OutForm(PlainForm):
    """The reminder of free legal advice, and an interpreter where the record does not say."""

    reminded = forms.BooleanField(
        label="Reminded of free legal advice", required=False, help_text="Before each interview. Code C 11.2"
    )
    interpreter = Segments(label="Do they need an interpreter?", choices=[("yes", "Yes"), ("no", "No")], required=False)

    def __init__(self, *args: Any, known: bool | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known is not None:
            del self.fields["interpreter"]


class BackForm(PlainForm):
    """What the officer who had them reports."""

    under_caution = Segments(
        label="Were they interviewed under caution?",
        choices=[("yes", "Yes"), ("no", "No, it did not take place")],
        help_text="Where they were, each victim is owed word of it",
    )
    about = forms.TypedMultipleChoiceField(
        label="Which offences was it about?",
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="The victims of each are owed word of it",
    )
    kept = Segments(label="Were the Act and the Codes kept?", choices=[("yes", "Yes"), ("no", "No")])
    report = forms.CharField(
        label="What the officer reported", widget=forms.Textarea(attrs={"rows": 3}), help_text="PACE s.39(3)"
    )
    words = forms.CharField(label="Breaks, and what they asked for", widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, arrests: Sequence[Arrest], **kwargs: Any) -> None:
        """Asked only where they are under arrest for several, and then all are chosen until somebody says otherwise."""
        super().__init__(*args, **kwargs)
        if len(arrests) < 2:
            del self.fields["about"]
            return
        offer_arrests(self.fields["about"], arrests)
        self.fields["about"].initial = [one.pk for one in arrests]


def offer_arrests(field: Any, arrests: Sequence[Arrest]) -> None:
    """Put the arrests of somebody held into a field, each with when it was and what it is about."""
    field.choices = [(str(one.pk), one.offence_words) for one in arrests]
    field.choice_hints = {str(one.pk): _which(one) for one in arrests}


def _which(one: Arrest) -> str:
    incident = f", incident {one.incident.number}" if one.incident else ""
    return f"Arrested {clock_words(one.arrested_at)}{incident}"


@page("custody.arrest", "custody.authorise", "custody.transfer")
def interview(request: HttpRequest, pk: int) -> HttpResponse:
    """A refusal names every thing missing."""

    def form(found: Detention) -> PlainForm:
        if out(found):
            return BackForm(posted(request), arrests=arrests_of(found))
        return OutForm(posted(request), known=interpreter_needed(found))

    return record_form(
        request,
        pk,
        form=form,
        act=lambda given: _act(request, pk, given),
        template="journeys/interview.html",
        context=_shown,
    )


def _shown(found: Detention) -> Mapping[str, object]:
    """The reminder is owed before the interview, not on the way back."""
    gone = out(found)
    reminder = "" if gone else reminder_words(found, Occasion.INTERVIEW, at=clock.now())
    return {"out": gone, "reminder": reminder}


def out(found: Detention) -> Interview | None:
    """The interview they are out for now."""
    return Interview.objects.filter(detention=found, back_at=None).first()


def _act(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    if "words" in given:
        return back_and_tell(
            detention=pk,
            words=given["words"],
            report=given["report"],
            complied=given["kept"] == "yes",
            under_caution=given["under_caution"] == "yes",
            about=given.get("about"),
            **signed(request),
        )
    said = given.get("interpreter", "")
    needed = said == "yes" if said else None
    return out_to_interview(detention=pk, reminded=given["reminded"], interpreter_needed_now=needed, **signed(request))
