"""Answering what independent custody visitors raised."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.visiting_independently import answer_visitors as answer
from bluelamp.custody.models import CustodyVisit
from bluelamp.design.forms import PlainForm


class AnswerForm(PlainForm):
    """The answer in words."""

    answer = forms.CharField(label="Answer to the visitors", widget=forms.Textarea(attrs={"rows": 5}))


@page("custody.review", "custody.authorise")
def answer_visitors(request: HttpRequest, pk: int) -> HttpResponse:
    """What they raised stands above the answer."""
    visit = get_object_or_404(CustodyVisit.objects.select_related("suite"), pk=pk)
    back = reverse("custody:visitors")
    return form_page(
        request,
        form=AnswerForm(posted(request)),
        act=lambda given: answer(visit=pk, **given, **signed(request)),
        then=back,
        template="custody/answer_visitors.html",
        context={"visit": visit, "back": back},
    )
