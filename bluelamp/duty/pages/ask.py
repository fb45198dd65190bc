"""One officer asked to change a duty: what it means for them, and their answer, their own or taken down."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.duty.actions.running_the_day import answer_ask
from bluelamp.duty.models import Ask


class AnswerForm(PlainForm):
    """Yes or no; nobody has to say why not."""

    agreed = Segments(
        label="Their answer", choices=[("yes", "Agrees"), ("no", "Declines")], letters={"yes": "y", "no": "n"}
    )
    why = forms.CharField(label="Anything they said", required=False, max_length=300)


@page("duty.run_day", "duty.mine")
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Where the officer agrees, the roster is mended at once; every rule is asked again first."""
    row = Ask.objects.select_related("officer", "roster").filter(pk=pk).first()
    by = acting(request)
    if row is None or not (by.may("duty.run_day") or row.officer_id == by.officer_id):
        raise Http404
    gap = row.changes[0]["gap"]
    return form_page(
        request,
        form=AnswerForm(posted(request)),
        act=lambda given: answer_ask(ask=row.pk, agreed=given["agreed"] == "yes", why=given["why"], **signed(request)),
        then=lambda _: reverse("duty:gap", args=[gap]) if by.may("duty.run_day") else reverse("duty:mine"),
        template="duty/ask.html",
        context={
            "row": row,
            "open": row.state == Ask.State.ASKED,
            "gap": gap,
            "desk": by.may("duty.run_day"),
            "together": bool(row.changes[0].get("together")),
        },
    )
