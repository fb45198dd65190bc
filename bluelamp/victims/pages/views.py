"""A victim's views, asked before a decision: bail, a change of its conditions, settling without a court; or why not."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted
from bluelamp.access.guard import page
from bluelamp.custody.models import Bail
from bluelamp.deadlines.instants import local_day, spoken_day
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.victims.actions.views import ask_views
from bluelamp.victims.models import Victim, Views
from bluelamp.victims.others import speaks_now
from bluelamp.victims.page_of_victim import the_victim, victim_form
from bluelamp.victims.rules.views import About, Came


class ViewsForm(PlainForm):
    """About which decision, and what came of asking."""

    about = forms.ChoiceField(label="Before which decision", widget=forms.RadioSelect)
    answer = forms.ChoiceField(
        label="What came of it", choices=[(one.value, one.words) for one in Came], widget=forms.RadioSelect
    )
    words = forms.CharField(
        label="What they said; or how they were asked, what was tried, why not",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Where the suspect may not go, whom they may not contact, what would make them safe",
    )
    own = Segments(
        label="Whose words are these?",
        choices=[("yes", "Their own"), ("no", "Through who speaks for them")],
        required=False,
    )
    through = forms.CharField(label="Who spoke for them", required=False, help_text="Always of a child")

    def __init__(self, *args: Any, abouts: list[tuple[str, str]], child: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].choices = abouts  # type: ignore[attr-defined]
        del self.fields["own" if child else "through"]

    def asked(self) -> dict[str, Any]:
        """What the action takes."""
        given = self.cleaned_data
        about, _, bail = given["about"].partition(":")
        own = {"yes": True, "no": False}.get(given.get("own", ""))
        plain = {"answer": given["answer"], "words": given["words"], "through": given.get("through", "")}
        return {**plain, "about": about, "bail": int(bail) if bail else None, "own": own}


@page("victims.tell")
def views(request: HttpRequest, pk: int) -> HttpResponse:
    """`?about=` chooses the decision; every answer is kept with the time, and none is an answer to another."""
    victim = the_victim(request, pk, page="victims:views")
    child, abouts = victim.is_child(local_day(clock.now())), _abouts(victim)
    wanted = request.GET.get("about", "")
    initial = {"about": wanted if wanted in dict(abouts) else About.BAIL.value, "through": speaks_now(victim)}
    form = ViewsForm(posted(request), abouts=abouts, child=child, initial=initial)
    return victim_form(
        request,
        victim,
        form=form,
        act=lambda **given: ask_views(victim=pk, by=given["by"], at=given["at"], key=given["key"], **form.asked()),
        template="victims/views.html",
        context={"before": list(Views.objects.filter(victim=victim).order_by("-at")), "speaks": speaks_now(victim)},
    )


def _abouts(victim: Victim) -> list[tuple[str, str]]:
    """The first bail, each bail in force that may be changed, and settling without a court."""
    in_force = Bail.objects.filter(arrest__incident_id=victim.incident_id, ended_at=None).order_by("pk")
    changes = [
        (f"{About.VARYING}:{one.pk}", f"Changing the conditions of the bail of {spoken_day(one.starts_on)}")
        for one in in_force
    ]
    return [
        (About.BAIL.value, "Bail with conditions"),
        *changes,
        (About.OUT_OF_COURT.value, "Settling it without a court: a caution, a resolution, a penalty notice"),
    ]
