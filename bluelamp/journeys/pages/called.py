"""What became of a call: when they will come, that they are here, gone, or not coming."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions import calling
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Called
from bluelamp.custody.rules.called import Adult, Proposed
from bluelamp.design.forms import Instant, PlainForm, Segments
from bluelamp.journeys.actions.called import adult_came
from bluelamp.journeys.pages.arrest import offer_people, searched
from bluelamp.people.queries import Found

NEWS = [("expected", "Will come"), ("came", "Here"), ("not_coming", "Not coming")]
GONE = [("left", "Gone")]
UNKNOWN = "unknown"
YES_NO = [("yes", "Yes"), ("no", "No")]
ADULTS = [("parent", "Parent or guardian"), ("social_worker", "Social worker"), ("other", "Another adult")]


class CalledForm(PlainForm):
    """What happened; further questions belong to one kind of news."""

    news = Segments(label="What happened?", choices=NEWS)
    when = Instant(label="When, if not now; when they will come", required=False)
    who = forms.CharField(label="Name", max_length=200, required=False)
    words = forms.CharField(label="In words", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    remote = Segments(label="How?", choices=[("no", "In person"), ("yes", "At a distance")], required=False)
    language = forms.CharField(label="Language interpreted", max_length=60, required=False)
    interpreter_number = forms.CharField(label="Interpreter's number", max_length=40, required=False)
    person = forms.ChoiceField(
        label="Who are they on record?", widget=forms.RadioSelect, required=False, initial=UNKNOWN
    )
    another = forms.BooleanField(label="Another person, of the same name as somebody in it", required=False)
    adult = Segments(label="Who are they to the person?", choices=ADULTS, required=False)
    age = forms.IntegerField(label="Their age", min_value=0, max_value=120, required=False)
    police = Segments(label="Police, or employed by the police?", choices=YES_NO, required=False)
    involved = Segments(label="Suspect, victim or witness in the case?", choices=YES_NO, required=False)
    estranged = forms.BooleanField(label="Estranged, and the person objects to them", required=False)
    nearer_tried = forms.BooleanField(label="Parent, guardian and social worker were tried first", required=False)

    def __init__(self, *args: Any, one: Called, found: list[Found], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_people(self, found, (UNKNOWN, "Not on record"))
        if one.arrived_at:
            self.fields["news"].choices = GONE  # type: ignore[attr-defined]
        only = {
            "person another adult age police involved estranged nearer_tried": one.kind == Called.Kind.ADULT,
            "language interpreter_number": one.kind == Called.Kind.INTERPRETER,
            "remote": one.kind != Called.Kind.ADULT,
        }
        for names, wanted in only.items():
            for name in names.split():
                if not wanted or one.arrived_at:
                    del self.fields[name]


@page("custody.call", "custody.transfer")
def called(request: HttpRequest, pk: int, one: int) -> HttpResponse:
    """One call of one person's record."""
    found = Called.objects.filter(pk=one, detention_id=pk).first()
    if found is None:
        raise Http404
    asked = (request.POST.get("q") or request.GET.get("q") or "").strip()
    people = searched(request, asked) if asked and found.kind == Called.Kind.ADULT else []
    return record_form(
        request,
        pk,
        form=lambda _: CalledForm(posted(request), one=found, found=people),
        act=lambda given: _act(request, found, given),
        template="journeys/called.html",
        context=lambda _: {
            "one": found,
            "asked": asked,
            "people": people,
            "searches": found.kind == Called.Kind.ADULT and not found.arrived_at,
        },
    )


def _act(request: HttpRequest, one: Called, given: dict[str, Any]) -> str:
    who = {"called": one.pk, **signed(request)}
    when, words = given["when"], given["words"]
    if given["news"] == "expected":
        return calling.expect(expected_at=when or who["at"], words=words, **who)
    if given["news"] == "not_coming":
        return calling.not_coming(why=words, **who)
    if given["news"] == "left":
        return calling.left(words=words, left_at=when, reason=words if when else "", **who)
    if one.kind == Called.Kind.ADULT:
        known = given.get("person") or UNKNOWN
        return adult_came(
            who=given["who"],
            person=None if known == UNKNOWN else int(known),
            another=given.get("another", False),
            arrived_at=when,
            proposed=_proposed(given),
            reason=words if when else "",
            **who,
        )
    return calling.came(
        remote=given.get("remote") == "yes",
        who=given["who"],
        arrived_at=when,
        language=given.get("language", ""),
        interpreter_number=given.get("interpreter_number", ""),
        reason=words if when else "",
        **who,
    )


def _proposed(given: dict[str, Any]) -> Proposed | None:
    if not given.get("adult"):
        return None
    return Proposed(
        adult=Adult(given["adult"]),
        age=given["age"],
        police=_yes(given["police"]),
        involved=_yes(given["involved"]),
        estranged_and_objected=given["estranged"],
        nearer_tried=given["nearer_tried"],
    )


def _yes(answer: str) -> bool | None:
    return answer == "yes" if answer else None
