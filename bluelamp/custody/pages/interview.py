"""An interview begun or ended: refused without the adult, the interpreter, the advice asked for, or fitness."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.interviewing import Before, begin_interview, end_interview
from bluelamp.custody.desk import record_form
from bluelamp.custody.interviews import adult_needed, here_now, interpreter_needed
from bluelamp.custody.models import Called, Detention
from bluelamp.design.forms import PlainForm, Segments

KNOWN = {"yes": True, "no": False}


class BeginForm(PlainForm):
    """What is settled before the first question."""

    reminded = forms.BooleanField(label="Reminded of free legal advice at any time", required=False)
    wants_advice = Segments(
        label="Wants legal advice", choices=[("no", "No"), ("yes", "Yes")], help_text="Asked now. Code C 11.2"
    )
    advised = forms.BooleanField(label="Has had the advice they asked for", required=False)
    fit = Segments(
        label="Fit to be interviewed", choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Nobody had a doubt")]
    )
    present = forms.CharField(label="Who is present", max_length=200)
    urgent_words = forms.CharField(
        label="Urgent without the adult or interpreter: the superintendent's grounds",
        required=False,
        max_length=500,
        help_text="Leave empty otherwise. Code C 11.18",
    )


class EndForm(PlainForm):
    """The breaks there were."""

    breaks = forms.CharField(
        label="Breaks, from and to",
        required=False,
        max_length=300,
        help_text="About 15 min every 2 h; 45 min for a meal",
    )


@page("custody.interview")
def interview(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin one, or end the one going on."""
    return record_form(
        request,
        pk,
        form=lambda found: (EndForm if _going(found) else BeginForm)(posted(request)),
        act=lambda given: _act(request, pk, given),
        template="custody/interview.html",
        context=_context,
    )


def _going(found: Detention) -> Any:
    return found.interviews.filter(ended_at=None).first()


def _context(found: Detention) -> dict[str, object]:
    here = here_now(found)
    needed = interpreter_needed(found)
    return {
        "going": _going(found),
        "adult": _words(adult_needed(found), Called.Kind.APPROPRIATE_ADULT in here),
        "interpreter": "Not asked yet" if needed is None else _words(needed, Called.Kind.INTERPRETER in here),
    }


def _words(needed: bool, here: bool) -> str:
    if not needed:
        return "Not needed"
    return "Needed, and here" if here else "Needed, and not here yet"


def _act(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    if "breaks" in given:
        return end_interview(detention=pk, breaks=given["breaks"], **signed(request))
    before = Before(
        wants_advice=KNOWN.get(given["wants_advice"]),
        advised=given["advised"],
        reminded=given["reminded"],
        fit=KNOWN.get(given["fit"]),
        present=given["present"],
        urgent_words=given["urgent_words"],
    )
    return begin_interview(detention=pk, before=before, **signed(request))
