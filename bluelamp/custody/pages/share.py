"""Two in a cell: whom this person would share with, and the joint risk assessment that an inspector signs."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.access.queries import restricted_among
from bluelamp.custody.actions.sharing import share_cell
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import CellStay, Detention
from bluelamp.design.forms import PlainForm


class ShareForm(PlainForm):
    """With whom, and the risk of each to the other."""

    host = forms.TypedChoiceField(label="Shares with", coerce=int, widget=forms.RadioSelect)
    assessment = forms.CharField(
        label="Joint risk assessment",
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="The risk of each to the other, what each was asked and said, and why one cell each will not do",
    )


@page("custody.transfer")
def share(request: HttpRequest, pk: int) -> HttpResponse:
    """Only people with a cell to themselves at the same suite are offered; the rule refuses the rest in words."""
    return record_form(
        request,
        pk,
        form=lambda found: _form(request, found),
        act=lambda given: share_cell(detention=pk, **given, **signed(request)),
        template="custody/share.html",
        authority=True,
    )


def _form(request: HttpRequest, found: Detention) -> ShareForm:
    alone = CellStay.objects.filter(during__upper_inf=True, sharing=None, cell__suite=found.suite_id)
    stays = list(
        alone.exclude(detention=found.pk).select_related("detention__person", "cell").order_by("cell__position")
    )
    sights = restricted_among(acting(request), [stay.detention.person.ref for stay in stays])
    form = ShareForm(posted(request))
    form.fields["host"].choices = [  # type: ignore[attr-defined]
        (stay.detention_id, f"{stay.cell.number}, {stay.detention.number}, {stay.detention.person.name}")
        for stay in stays
        if stay.detention.person.ref not in sights
    ]
    return form
