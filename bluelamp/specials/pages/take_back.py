"""Taking a patrol status back by one step, with the reason."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.specials.actions.signing import take_back as take_status_back
from bluelamp.specials.record_form import record_form
from bluelamp.specials.rules import pathway, taking_back


class TakeBackForm(PlainForm):
    """Why."""

    words = forms.CharField(
        label="Why", max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="In words the special may read",
    )  # fmt: skip


@page("specials.sign")
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """An inspector by regular rank decides under their own name."""
    return record_form(
        request,
        pk,
        form=lambda _found: TakeBackForm(posted(request)),
        act=lambda given: take_status_back(special=pk, **given, **signed(request)),
        template="take_back",
        more=lambda found: {"highest": pathway.words_of(taking_back.highest(found.standing) or "none")},
        authority=True,
    )
