"""What a body undertook at the meeting, and by which day."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import Day, PlainForm
from bluelamp.places.queries import partners
from bluelamp.safeguarding.actions.meetings import undertake as undertaken
from bluelamp.safeguarding.records import record_step, the_case


class UndertakeForm(PlainForm):
    """Whose, what, by when."""

    body = forms.ChoiceField(label="Who", required=False)
    words = forms.CharField(label="What they undertook", widget=forms.Textarea(attrs={"rows": 3}))
    due_on = Day(label="By which day")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = [(str(one.pk), one.name) for one in partners()]
        self.fields["body"].choices = [("", "Police"), *bodies]  # type: ignore[attr-defined]


@page("safeguarding.marac")
def undertake(request: HttpRequest, pk: int) -> HttpResponse:
    """It is owed from then on, by body and day."""

    def act(given: dict[str, Any]) -> str:
        body = int(given["body"]) if given["body"] else None
        return undertaken(case=pk, body=body, words=given["words"], due_on=given["due_on"], **signed(request))

    return record_step(
        request,
        the_case(request, pk),
        "case",
        form=UndertakeForm(posted(request)),
        act=act,
        heading="Write what a body undertook",
        submit="Save",
    )
