"""Publishing a roster: what the checker says of the whole of it, and the one press that freezes it."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.deadlines.instants import local_day
from bluelamp.design.forms import PlainForm
from bluelamp.duty.actions.publishing import publish as publish_roster
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.gaps import checked
from bluelamp.duty.pages.roster import as_shown, find
from bluelamp.duty.rules.duties import DAY
from bluelamp.duty.rules.notice import may_publish
from bluelamp.places.law_in_force import law_of


class PublishForm(PlainForm):
    """The reason is asked for only where the law's month or months are not kept."""

    why = forms.CharField(
        label="Why it is published all the same", required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Kept in the ledger with your name",
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput)


@page("duty.plan")
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Refused while there is one uncovered minute or one hard rule broken; each is named here."""
    row, cover = find(pk), cover_in_force()
    found = checked(row)
    timely = may_publish(published_on=local_day(clock.now()), begins=row.begins, ends=row.ends, law=law_of("duty"))
    form = PublishForm(posted(request), initial={"version": row.version})
    if timely.allowed:
        form.fields["why"].widget = forms.HiddenInput()
    hard = [one for one in found.broken if one.hard]
    return form_page(
        request,
        form=form,
        act=lambda given: publish_roster(roster=row.pk, version=given["version"], why=given["why"], **signed(request)),
        then=reverse("duty:roster", args=[row.pk]),
        template="duty/publish.html",
        context={
            "row": row,
            "last": row.ends - DAY,
            "found": found,
            "gaps": [(cover.units[one.unit].name, as_shown(one)) for one in found.gaps],
            "hard": hard,
            "in_the_way": len(found.gaps) + len(hard),
            "soft": [one for one in found.broken if not one.hard],
            "sound": not found.gaps and not hard,
            "timely": timely,
        },
    )
