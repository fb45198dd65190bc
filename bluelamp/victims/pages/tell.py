"""Telling a victim of one step: the way, and how it ended. An unsafe way is refused, however late it is."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed, turned_to_owner
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.messages.rules.safe_channel import whom_to_ask
from bluelamp.people.queries import safe_contact
from bluelamp.people.rules.safe_contact import Safe, Way
from bluelamp.verdict import Verdict, every
from bluelamp.victims.actions.telling import tell as tell_victim
from bluelamp.victims.models import Telling
from bluelamp.victims.others import may_speak_still
from bluelamp.victims.owed import BY_STEP
from bluelamp.victims.rules.contact import Result, may_try
from bluelamp.victims.rules.review import IN_WRITING, Writing
from bluelamp.victims.rules.telling import Step


class TellForm(PlainForm):
    """How they were reached, and what came of it."""

    way = forms.ChoiceField(
        label="How", choices=[(way.value, way.words.capitalize()) for way in Way], widget=forms.RadioSelect
    )
    result = forms.ChoiceField(
        label="What came of it", choices=[(one.value, one.words) for one in Result], widget=forms.RadioSelect
    )
    words = forms.CharField(
        label="What was said",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="If they do not want to be told, their own words",
    )

    writing = forms.ChoiceField(
        label="How they have it in writing, with the reasons",
        choices=[(one.value, one.words) for one in Writing],
        required=False,
        widget=forms.RadioSelect,
        help_text="Where they were reached. Their time to ask for it to be looked at again runs from today",
    )

    def __init__(self, *args: Any, step: Step, safe: Safe | None, speaks: Verdict, **kwargs: Any) -> None:
        """`speaks`: whether who speaks for them may be used now."""
        super().__init__(*args, **kwargs)
        if step not in IN_WRITING:
            del self.fields["writing"]
        verdicts = {way.value: whom_to_ask(may_try(safe=safe, way=way, at=clock.now()), safe) for way in Way}
        verdicts[Way.REPRESENTATIVE] = every(verdicts[Way.REPRESENTATIVE], speaks)
        hints = {way: "Safe now" if one.allowed else f"Refused: {one.words}" for way, one in verdicts.items()}
        self.fields["way"].choice_hints = hints  # type: ignore[attr-defined]


@page("victims.tell")
def tell(request: HttpRequest, pk: int) -> HttpResponse:
    """Every attempt is kept; only a victim reached, or who opts out in their own words, ends what is owed."""
    telling = Telling.objects.select_related("victim__person", "victim__incident").filter(pk=pk).first()
    if telling is None:
        raise Http404
    victim = telling.victim
    turned = turned_to_owner(request, victim.ref, victim.person.ref, page="victims:tell")
    if turned:
        return turned
    safe = safe_contact(victim.person_id)
    what = BY_STEP[Step(telling.step)].worded({"who": victim.person.name})
    back = reverse("desks:victim", args=[victim.pk])
    return form_page(
        request,
        form=TellForm(
            posted(request),
            step=Step(telling.step),
            safe=safe.facts() if safe else None,
            speaks=may_speak_still(victim),
        ),
        act=lambda given: tell_victim(telling=pk, **given, **signed(request)),
        then=back,
        template="victims/tell.html",
        context={"telling": telling, "victim": victim, "safe": safe, "back": back, "what": what},
    )
