"""Copies of the record asked for by right, and the record shown to the solicitor or the appropriate adult."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.disclosing import ask_copy, show_record
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Detention
from bluelamp.custody.models.papers import Recipient
from bluelamp.custody.queries_leaving import copies_of
from bluelamp.custody.rules.copies import right_ends
from bluelamp.deadlines.instants import local_day
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.places.law_in_force import law_of

WHAT = [("copy", "Asks for a copy"), ("shown", "Is shown the record now")]
WHO = [(one.value, one.label) for one in (Recipient.DETAINEE, Recipient.SOLICITOR, Recipient.APPROPRIATE_ADULT)]


class CopiesForm(PlainForm):
    """Who, and whether they ask for a copy or are shown the record."""

    what = Segments(label="What happens?", choices=WHAT)
    who = Segments(label="Who is it?", choices=WHO)
    name = forms.CharField(label="Their name", max_length=200)


@page("custody.papers")
def copies(request: HttpRequest, pk: int) -> HttpResponse:
    """Open and closed records alike; after 12 months the refusal is written down with its section."""
    return record_form(
        request,
        pk,
        form=lambda _found: CopiesForm(posted(request)),
        act=lambda given: _act(request, pk, given),
        template="custody/copies.html",
        context=_context,
    )


def _context(found: Detention) -> Mapping[str, object]:
    ends = right_ends(released_at=found.released_at, law=law_of("custody")) if found.released_at else None
    last = local_day(ends.due - timedelta(seconds=1)) if ends else None
    return {"asked": copies_of(found), "right_ends": ends, "last_day": last}


def _act(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    action = ask_copy if given["what"] == "copy" else show_record
    return action(detention=pk, who=given["who"], name=given["name"], **signed(request))
