"""Handing over one piece of work that one began: to whom, what is done and what is left; or that nothing is."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.access.models import Officer
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.duty.actions.handing_over import hand_over as give_to
from bluelamp.duty.actions.handing_over import nothing_left
from bluelamp.duty.models import FollowUp, Tour


class HandOverForm(PlainForm):
    """Who goes on with it, or that nothing is left."""

    way = Segments(label="What now", choices=[("over", "Somebody takes over"), ("done", "Nothing is left to do")])
    to = forms.TypedChoiceField(
        label="Who goes on with it", coerce=int, required=False, empty_value=None,
        help_text="Regular officers who are on duty now",
    )  # fmt: skip
    words = forms.CharField(
        label="What is done, and what is left", max_length=240, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, officers: list[Officer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [("", "Choose"), *((one.pk, str(one)) for one in officers)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Somebody is chosen where somebody takes over."""
        given = super().clean() or self.cleaned_data
        if given.get("way") == "over" and not given.get("to") and "to" not in self.errors:
            self.add_error("to", "Choose who goes on with it.")
        return given


@page("duty.mine", "duty.run_day")
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own follow-up, or anybody's for the duty desk; whose it is not finds nothing here."""
    by = acting(request)
    row = FollowUp.objects.select_related("officer").filter(pk=pk, done_at=None).first()
    if row is None or not (row.officer_id == by.officer_id or by.may("duty.run_day")):
        raise Http404
    own = row.officer_id == by.officer_id
    return form_page(
        request,
        form=HandOverForm(posted(request), officers=_on_duty(row.officer_id), initial={"way": "over"}),
        act=lambda given: _act(request, pk, given),
        then=reverse("duty:mine" if own else "duty:day"),
        template="duty/hand_over.html",
        context={"row": row, "own": own},
    )


def _act(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    if given["way"] == "done":
        return nothing_left(follow_up=pk, words=given["words"], **signed(request))
    return give_to(follow_up=pk, to=given["to"], words=given["words"], **signed(request))


def _on_duty(holder: int) -> list[Officer]:
    """Regular officers with a tour that runs now, by collar number."""
    running = Tour.objects.filter(during__contains=clock.now(), kind=Tour.Kind.DUTY)
    found = Officer.objects.filter(pk__in=running.values("officer"), post__is_special=False, is_active=True)
    return list(found.exclude(pk=holder).order_by("collar_number"))
