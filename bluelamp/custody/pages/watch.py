"""Relieving the one who watches without a break: the next by name, told what there is to know."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.watching import relieve
from bluelamp.custody.desk import record_form
from bluelamp.custody.rules import observing
from bluelamp.design.forms import PlainForm
from bluelamp.places.law_in_force import law_of


class WatchForm(PlainForm):
    """Who watches from now on."""

    observer = forms.CharField(label="Who watches from now on", max_length=120)
    words = forms.CharField(label="What they were told", widget=forms.Textarea(attrs={"rows": 3}))


@page("custody.care")
def watch(request: HttpRequest, pk: int) -> HttpResponse:
    """Who watches now, since when, and who takes over."""

    def context(found: object) -> dict[str, object]:
        now = found.watches.filter(ended_at=None).first()  # type: ignore[attr-defined]
        due = observing.relief_due(since=now.began_at, law=law_of("custody")) if now else None
        return {"watch": now, "due": due}

    return record_form(
        request,
        pk,
        form=lambda _found: WatchForm(posted(request)),
        act=lambda given: relieve(detention=pk, **given, **signed(request)),
        template="custody/watch.html",
        context=context,
    )
