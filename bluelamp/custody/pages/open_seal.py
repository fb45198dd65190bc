"""Opening a sealed bag: why, what goes back, and the new seal of the rest."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.property import open_seal as open_bag
from bluelamp.custody.desk import record_form
from bluelamp.custody.desk_fields import line
from bluelamp.custody.models import Detention, Seal
from bluelamp.custody.queries import bag_of
from bluelamp.design.forms import PlainForm


class OpenSealForm(PlainForm):
    """What goes back to the person, why, and the new seal."""

    why = forms.CharField(label="Why is it opened?", max_length=300)
    returned = forms.TypedMultipleChoiceField(
        label="What goes back to the person?", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    new_seal = line("Number of the new seal", help_text="Not needed where everything goes back", longest=30)

    def __init__(self, *args: Any, bag: Seal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        returned: Any = self.fields["returned"]
        returned.choices = [(one.pk, one.said) for one in bag.items.all()]


@page("custody.desk")
def open_seal(request: HttpRequest, pk: int, seal: int) -> HttpResponse:
    """A seal opened by somebody meanwhile is said so, with who and why."""
    bag = bag_of(pk, seal)
    if bag is None:
        raise Http404

    def context(_: Detention) -> Mapping[str, object]:
        return {"seal": bag}

    return record_form(
        request,
        pk,
        form=lambda _: OpenSealForm(posted(request), bag=bag),
        act=lambda given: open_bag(detention=pk, seal=seal, **given, **signed(request)),
        template="custody/open_seal.html",
        context=context,
    )
