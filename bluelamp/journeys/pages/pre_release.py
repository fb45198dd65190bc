"""The risk assessment before release: question by question, what is done about each, and how they get home."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.assessing import assess_before_release
from bluelamp.custody.cells import is_child
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Detention
from bluelamp.custody.queries_leaving import assessment_of
from bluelamp.custody.rules.pre_release import QUESTIONS, Answered, Assessing
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.people.rules.unknowns import Answer
from bluelamp.verdict import Refused, Verdict
from bluelamp.victims.queries import victims_of

ANSWERS = [
    ("known", "Yes"),
    ("none", "No"),
    ("not_known", "Not known"),
    ("declined", "Declined"),
    ("not_asked", "Not asked"),
]
SAME_HOME = [("known", "Yes"), ("none", "No, or no victim"), ("not_known", "Not known")]


def _asked() -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {}
    for code, question in QUESTIONS.items():
        fields[f"{code}_answer"] = Segments(label=question, choices=ANSWERS)
        fields[f"{code}_words"] = forms.CharField(label="What it is", required=False, max_length=1000)
        fields[f"{code}_doing"] = forms.CharField(label="What is done about it", required=False, max_length=1000)
    return fields


class PreReleaseForm(PlainForm):
    """Three answers a question: yes, no or which unknown; what it is; what is done about it."""

    where = Segments(label="Where do they go?", choices=[("out", "Out of the door"), ("held", "Stays held elsewhere")])
    way_home = forms.CharField(
        label="How they get home", required=False, max_length=300, help_text="Unless they stay held"
    )
    met_by = forms.CharField(
        label="The adult who meets them", required=False, max_length=200, help_text="Always for a child"
    )
    victims_address = Segments(label="Is their home the victim's home?", choices=SAME_HOME)
    goes_instead = forms.CharField(
        label="Where they go instead", required=False, max_length=200, help_text="If home is the victim's, or not known"
    )

    def refuse(self, refusal: Refused | Verdict) -> None:
        """Every reason at the field of its own question."""
        verdict = refusal.verdict if isinstance(refusal, Refused) else refusal
        for reason in verdict.reasons:
            code = next((code for code, question in QUESTIONS.items() if question in reason.words), "")
            part = "words" if reason.words.startswith("Say what it is") else "doing"
            field = f"{code}_{part}" if code else verdict.field
            super().refuse(Verdict(allowed=False, reasons=(reason,), field=field))

    def questions(self) -> Iterator[tuple[forms.BoundField, ...]]:
        """The three fields of each question."""
        for code in QUESTIONS:
            yield tuple(self[f"{code}_{part}"] for part in ("answer", "words", "doing"))

    def home(self) -> Iterator[forms.BoundField]:
        """The fields about getting home."""
        return (self[name] for name in ("where", "way_home", "met_by", "victims_address", "goes_instead"))


@page("custody.release")
def pre_release(request: HttpRequest, pk: int) -> HttpResponse:
    """Nothing is chosen beforehand, but that no victim means nobody's address is at stake."""
    return record_form(
        request,
        pk,
        form=lambda found: PreReleaseForm(posted(request), more=_asked(), initial=_initial(found)),
        act=lambda given: _assess(request, pk, given),
        template="journeys/pre_release.html",
        context=_context,
        authority=True,
    )


def _initial(found: Detention) -> dict[str, Any]:
    return {} if _victims(found) else {"victims_address": "none"}


def _context(found: Detention) -> Mapping[str, object]:
    homes = {_plain(victim.person.home) for victim in _victims(found)} - {""}
    own = _plain(found.person.home)
    release = reverse("journeys:release", args=[found.pk])
    return {"last": assessment_of(found), "child": is_child(found), "same": own in homes, "release": release}


def _victims(found: Detention) -> list[Any]:
    incident = found.arrest.incident_id if found.arrest else None
    return list(victims_of(incident).select_related("person")) if incident else []


def _plain(home: str) -> str:
    return "".join(letter for letter in home.casefold() if letter.isalnum())


def _assess(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    answers = tuple(
        Answered(
            question=code,
            answer=Answer(given[f"{code}_answer"]),
            words=given[f"{code}_words"],
            doing=given[f"{code}_doing"],
        )
        for code in QUESTIONS
    )
    assessing = Assessing(
        answers=answers,
        child=False,  # looked up by the action
        stays_held=given["where"] == "held",
        way_home=given["way_home"],
        met_by=given["met_by"],
        victims_address=Answer(given["victims_address"]),
        goes_instead=given["goes_instead"],
    )
    return assess_before_release(detention=pk, assessing=assessing, **signed(request))
