"""A text or an email to a victim: please ring us, or an appointment, by a way that is safe now and never the story."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted
from bluelamp.access.guard import acting, page
from bluelamp.design.forms import PlainForm
from bluelamp.messages.rules.safe_channel import Channel
from bluelamp.people.queries import safe_contact
from bluelamp.verdict import Verdict, allowed, every, refused
from bluelamp.victims.actions.writing import write_message as write
from bluelamp.victims.models import Victim
from bluelamp.victims.others import may_reach
from bluelamp.victims.page_of_victim import the_victim, victim_form
from bluelamp.victims.pages.letter import LETTERS, tellings_of
from bluelamp.victims.reaching import addresses_of

CHANNELS = {Channel.TEXT: "Text", Channel.EMAIL: "Email"}


class MessageForm(PlainForm):
    """By which way, and what it says."""

    renamed = {"personalisation": "when"}
    channel = forms.ChoiceField(
        label="It goes by", choices=[(one.value, words) for one, words in CHANNELS.items()], widget=forms.RadioSelect
    )
    template = forms.ChoiceField(
        label="It says",
        choices=[*LETTERS.items(), ("appointment", "When their appointment is")],
        widget=forms.RadioSelect,
    )
    when = forms.CharField(
        label="When you are there, or the appointment",
        max_length=60,
        help_text="In their language, such as: on weekdays from 9 to 5. Nothing about the matter",
    )
    number = forms.CharField(
        label="The number to ring", max_length=30, required=False, help_text="Needed where the message names one"
    )
    telling = forms.TypedChoiceField(
        label="Which news it is to bring them to", required=False, coerce=int, empty_value=None,
        help_text="A message tells nobody: it is kept as an attempt, and stays owed",
    )  # fmt: skip

    def __init__(
        self, *args: Any, tellings: list[tuple[str, str]], verdicts: dict[str, Verdict], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["telling"].choices = [("", "None in particular"), *tellings]  # type: ignore[attr-defined]
        hints = {way: "Safe now" if one.allowed else f"Refused: {one.words}" for way, one in verdicts.items()}
        self.fields["channel"].choice_hints = hints  # type: ignore[attr-defined]


@page("messages.send")
def write_message(request: HttpRequest, pk: int) -> HttpResponse:
    """Where neither is safe now there is no form: why, and whom to ask, stands in its place."""
    victim = the_victim(request, pk, page="victims:write_message")
    verdicts = _verdicts(victim)
    form = MessageForm(posted(request), tellings=tellings_of(victim), verdicts=verdicts)
    context = {
        "safe": [one for one in verdicts.values() if one.allowed],
        "against": {CHANNELS[Channel(way)]: one.words for way, one in verdicts.items()},
        "reference": victim.reference,
        "may_ask": acting(request).may("victims.record", "victims.tell"),
    }
    return victim_form(request, victim, form=form, act=write, template="victims/write_message.html", context=context)


def _verdicts(victim: Victim) -> dict[str, Verdict]:
    """Whether each way is safe now and known; why not, with whom to ask."""
    at, addresses = clock.now(), addresses_of(victim, safe_contact(victim.person_id))
    unknown = refused("No number or address of theirs is known for this way.")
    return {
        one.value: every(may_reach(victim, one.way, at=at), allowed() if addresses[one] else unknown)
        for one in CHANNELS
    }
