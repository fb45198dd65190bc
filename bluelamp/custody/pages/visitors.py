"""Independent custody visitors: what they may see, the visit they write, and what is answered."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.custody.actions.overseeing import Visit, answer_visitors, record_visit
from bluelamp.custody.models import CellStay, CustodyVisit
from bluelamp.design.forms import Instant, PlainForm
from bluelamp.places.models import Suite
from bluelamp.verdict import Refused, refused


class VisitForm(PlainForm):
    """Who came, which cells they asked for, who declined, and what they raised."""

    suite = forms.TypedChoiceField(label="Suite", coerce=int, widget=forms.RadioSelect)
    visitors = forms.CharField(
        label="Both visitors", max_length=200, help_text="Two names with a comma between: they come in pairs"
    )
    seen = forms.CharField(label="Cells visited, with consent", required=False, help_text="Such as: M3, M7")
    declined = forms.CharField(label="Cells whose person declined", required=False)
    raised = forms.CharField(
        label="What they raise", required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="No names: cells only. It is owed an answer.",
    )  # fmt: skip
    came_at = Instant(label="Came at", help_text="A time earlier than now needs a reason")
    reason_late = forms.CharField(label="Why it is written late, if it is", required=False, max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        suite: Any = self.fields["suite"]
        suite.choices = list(Suite.objects.values_list("pk", "name"))


class AnswerForm(PlainForm):
    """The answer to one visit."""

    visit = forms.IntegerField(widget=forms.HiddenInput)
    answer = forms.CharField(label="Your answer", widget=forms.Textarea(attrs={"rows": 3}))


@page("custody.visitors", "custody.call", "custody.review")
def visitors(request: HttpRequest) -> HttpResponse:
    """Cells in use without a name, an offence or a picture; visits so far; the form to write one."""
    answering = "answer" in request.POST
    form: PlainForm = AnswerForm(posted(request)) if answering else VisitForm(posted(request), initial=_initial())
    context = {
        "cells": _cells(),
        "visits": CustodyVisit.objects.select_related("suite").order_by("-came_at")[:20],
        "may_answer": acting(request).may("custody.review"),
        "form": VisitForm(initial=_initial()),
    }
    return form_page(
        request,
        form=form,
        act=lambda given: _act(request, given),
        then=reverse("custody:visitors"),
        template="custody/visitors.html",
        context={name: value for name, value in context.items() if name != "form" or (answering and not form.errors)},
    )


def _initial() -> dict[str, object]:
    return {"came_at": clock.now()}


def _cells() -> list[tuple[str, list[str]]]:
    """Numbers of the cells in use, by suite; nothing about who is in them."""
    stays = CellStay.objects.filter(during__upper_inf=True).order_by("cell__suite__position", "cell__position")
    found: dict[str, list[str]] = {name: [] for name in Suite.objects.values_list("name", flat=True)}
    for suite, number in stays.values_list("cell__suite__name", "cell__number"):
        found[suite].append(number)
    return list(found.items())


def _act(request: HttpRequest, given: dict[str, Any]) -> str:
    if "answer" in given:
        return answer_visitors(visit=given["visit"], answer=given["answer"], **signed(request))
    seen, declined = _numbers(given["seen"]), _numbers(given["declined"])
    _known(given["suite"], (*seen, *declined))
    names = tuple(one.strip() for one in given["visitors"].replace(" and ", ",").split(",") if one.strip())
    visit = Visit(visitors=names, seen=seen, declined=declined, raised=given["raised"])
    wanted = ("suite", "came_at", "reason_late")
    return record_visit(visit=visit, **{name: given[name] for name in wanted}, **signed(request))


def _numbers(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.strip().upper() for one in words.replace(";", ",").split(",") if one.strip()))


def _known(suite: int, numbers: tuple[str, ...]) -> None:
    there = set(Suite.objects.get(pk=suite).cells.values_list("number", flat=True))
    if strange := [one for one in numbers if one not in there]:
        raise Refused(refused(f"This suite has no cell {', '.join(strange)}.", field="seen"))
