"""Referring somebody to those who help."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.partners.queries import bodies_for
from bluelamp.safeguarding.actions.referring import refer as refer_them
from bluelamp.safeguarding.models import Referral
from bluelamp.safeguarding.sharing import PURPOSES
from bluelamp.safeguarding.sight import step, the_domestic


class ReferForm(PlainForm):
    """To whom, of those who have an agreement, and what the person harmed says to it."""

    kind = forms.ChoiceField(label="Refer to", choices=Referral.Kind.choices, widget=forms.RadioSelect)
    body = forms.ChoiceField(label="Which body")
    agreed = Segments(
        label="Does the person harmed agree?", required=False, choices=[("yes", "Yes"), ("no", "No"), ("", "Not asked")]
    )
    words = forms.CharField(label="What they need to know", required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        at = clock.now()
        agreed = {one.pk: one.name for purpose in PURPOSES.values() for one in bodies_for(purpose, at=at)}
        bodies = [(str(pk), name) for pk, name in agreed.items()]
        self.fields["body"].choices = [("", "Choose"), *bodies]  # type: ignore[attr-defined]


@page("safeguarding.refer")
def refer(request: HttpRequest, pk: int) -> HttpResponse:
    """An adviser is told at once where the risk is High, agreed or not; below it only where they agree."""
    found = the_domestic(request, pk)

    def act(given: dict[str, Any]) -> str:
        agreed = {"yes": True, "no": False}.get(given.pop("agreed"))
        return refer_them(
            domestic=pk, kind=given["kind"], body=int(given["body"]), words=given["words"], agreed=agreed,
            **signed(request),
        )  # fmt: skip

    return step(
        request,
        found,
        form=ReferForm(posted(request), initial={"kind": request.GET.get("kind", "adviser")}),
        act=act,
        heading="Refer to those who help",
        submit="Refer",
    )
