"""A letter to a victim whom post reaches safely: in their language and form, with a reference and never the story."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted
from bluelamp.access.guard import acting, page
from bluelamp.design.forms import PlainForm
from bluelamp.messages.letters import FORMS, languages
from bluelamp.messages.rules.safe_channel import whom_to_ask
from bluelamp.people.models import SafeContact
from bluelamp.people.queries import safe_contact
from bluelamp.people.rules.safe_contact import Way, may_reach
from bluelamp.verdict import Verdict, every
from bluelamp.victims.actions.writing import write_letter
from bluelamp.victims.models import Telling, Victim
from bluelamp.victims.owed import BY_STEP
from bluelamp.victims.own_reading import letter_form
from bluelamp.victims.page_of_victim import the_victim, victim_form
from bluelamp.victims.reaching import language_of
from bluelamp.victims.rules.contact import may_write
from bluelamp.victims.rules.telling import Step

LETTERS = {"please-ring-this-number": "Please ring this number, with a reference", "please-ring-us": "Please ring us"}


class LetterForm(PlainForm):
    """What it says, and how they read."""

    renamed = {"personalisation": "when"}
    template = forms.ChoiceField(label="It says", choices=list(LETTERS.items()), widget=forms.RadioSelect)
    when = forms.CharField(
        label="When you are there", max_length=60,
        help_text="In their language, such as: on weekdays from 9 to 5. Nothing about the matter",
    )  # fmt: skip
    number = forms.CharField(
        label="The number to ring", max_length=30, required=False, help_text="Needed where the letter names one"
    )
    language = forms.ChoiceField(label="Their language", choices=lambda: list(languages().items()))
    form = forms.ChoiceField(label="How they read best", choices=list(FORMS.items()), widget=forms.RadioSelect)
    telling = forms.TypedChoiceField(
        label="Which news it is to bring them to", required=False, coerce=int, empty_value=None,
        help_text="A letter tells nobody: it is kept as an attempt, and stays owed",
    )  # fmt: skip

    def __init__(self, *args: Any, tellings: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["telling"].choices = [("", "None in particular"), *tellings]  # type: ignore[attr-defined]


@page("messages.send")
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """Where post is not safe there is no form: why, and whom to ask, stands in its place."""
    victim = the_victim(request, pk, page="victims:letter")
    safe = safe_contact(victim.person_id)
    form = LetterForm(posted(request), initial=_as_they_read(victim), tellings=tellings_of(victim))
    context = {
        "verdict": _verdict(safe),
        "post_to": safe.post_to if safe else "",
        "reference": victim.reference,
        "may_ask": acting(request).may("victims.record", "victims.tell"),
    }
    return victim_form(request, victim, form=form, act=write_letter, template="victims/letter.html", context=context)


def _verdict(safe: SafeContact | None) -> Verdict:
    facts = safe.facts() if safe else None
    reached = may_reach(safe=facts, way=Way.LETTER, at=clock.now())
    return whom_to_ask(every(reached, *([may_write(post_to=safe.post_to)] if safe and reached.allowed else [])), facts)


def _as_they_read(victim: Victim) -> dict[str, str]:
    """The language of their own page, and the form in which their rights were explained."""
    return {"language": language_of(victim), "form": letter_form(victim)}


def tellings_of(victim: Victim) -> list[tuple[str, str]]:
    """What they are still owed word of, to choose from."""
    waiting = Telling.objects.filter(victim=victim, told_at=None, opted_out_at=None).order_by("happened_at", "pk")
    return [(str(one.pk), BY_STEP[Step(one.step)].worded({"who": victim.person.name})) for one in waiting]
