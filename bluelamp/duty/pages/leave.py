"""Deciding one officer's leave: who else of the unit is away, which gaps it makes; granted, or refused with why."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.duty.actions.away import decide_leave
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.leave_queries import effect_of_leave, others_away, strength_of
from bluelamp.duty.mine_queries import unit_of
from bluelamp.duty.models import Absence
from bluelamp.duty.owed import leave_due
from bluelamp.duty.rules.planning import Away


class DecideForm(PlainForm):
    """Granted or refused; the officer reads the reason."""

    grant = Segments(label="Grant or refuse", choices=[("yes", "Grant"), ("no", "Refuse")])
    why = forms.CharField(
        label="Why", required=False, widget=forms.Textarea(attrs={"rows": 2}), max_length=300,
        help_text="Needed to refuse: the officer reads it.",
    )  # fmt: skip


@page("duty.plan")
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """One request for leave with what bears on it, and the decision."""
    row = Absence.objects.select_related("officer").filter(pk=pk, kind=Away.LEAVE.value).first()
    if row is None:
        raise Http404
    unit = unit_of(row.officer_id)
    units = cover_in_force().units
    return form_page(
        request,
        form=DecideForm(posted(request)),
        act=lambda given: decide_leave(
            absence=pk, grant=given["grant"] == "yes", why=given["why"], **signed(request)
        ),
        then=reverse("duty:leave", args=[pk]),
        template="duty/leave.html",
        context={
            "row": row, "state": row.get_state_display(), "unit": units[unit].name if unit in units else "no unit",
            "strength": strength_of(unit), "others": others_away(row.officer_id, unit, row.first, row.last),
            "effect": effect_of_leave(row.officer_id, unit, row.first, row.last),
            "due": leave_due(row.told_at), "is_open": row.state == Absence.State.ASKED,
            "is_own": row.officer_id == acting(request).officer_id, "days": (row.last - row.first).days + 1,
        },
    )  # fmt: skip
