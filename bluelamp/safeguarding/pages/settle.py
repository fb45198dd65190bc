"""Who the two are to each other: ages, connection and what was done. What is missing stays asked for."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.deadlines.instants import local_day
from bluelamp.design.forms import PlainForm
from bluelamp.people.actions.persons import add_person
from bluelamp.people.rules.ages import age
from bluelamp.people.rules.personal_connection import Tie
from bluelamp.safeguarding.actions.raising import Known
from bluelamp.safeguarding.actions.raising import settle as settle_it
from bluelamp.safeguarding.models import DomesticIncident
from bluelamp.safeguarding.queries import arrested_at
from bluelamp.safeguarding.rules.recognising import Behaviour
from bluelamp.safeguarding.sight import step, the_domestic

TIES = {
    Tie.MARRIED: "Married or civil partners",
    Tie.ENGAGED: "Agreed to marry",
    Tie.INTIMATE: "Intimate",
    Tie.SHARED_CHILD: "Parents of one child",
    Tie.RELATIVES: "Relatives",
    Tie.SHARED_HOME: "Share a home",
    Tie.NONE: "None of these",
}


class SettleForm(PlainForm):
    """Leave empty what is not known: it stays asked for."""

    ties = forms.MultipleChoiceField(
        label="How are they connected, now or before?",
        choices=[(tie.value, words) for tie, words in TIES.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="They need not live together. None ticked: still to be asked",
    )
    age_victim = forms.IntegerField(label="Age of the person harmed", required=False, min_value=0, max_value=130)
    age_suspect = forms.IntegerField(label="Age of the other person", required=False, min_value=0, max_value=130)
    behaviour = forms.MultipleChoiceField(
        label="What was done or threatened?",
        choices=[(one.value, one.words) for one in Behaviour],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="To them, or to a child or another to hurt them. Once is enough",
    )
    suspect = forms.ChoiceField(label="The other person", required=False)
    given_names = forms.CharField(label="Their given names, if not in the list", required=False, strip=False)
    family_name = forms.CharField(label="Their family name, if not in the list", required=False, strip=False)

    def __init__(self, *args: Any, found: DomesticIncident, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {one.pk: one.name for one in arrested_at(found.incident_id)}
        if found.suspect:
            known[found.suspect.pk] = found.suspect.name
        choices = [("", "Not known yet"), *((str(pk), name) for pk, name in known.items())]
        self.fields["suspect"].choices = choices  # type: ignore[attr-defined]


@page("safeguarding.assess")
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """The law's answer follows from the facts; nobody chooses it."""
    found = the_domestic(request, pk)

    def act(given: dict[str, Any]) -> str:
        sent = signed(request)
        key = sent.pop("key")
        known = Known(
            age_victim=given["age_victim"],
            age_suspect=given["age_suspect"],
            ties=given["ties"] or None,
            behaviour=given["behaviour"] or None,
            suspect=_suspect(given, sent),
        )
        return settle_it(domestic=pk, known=known, key=key, **sent)

    return step(
        request,
        found,
        form=SettleForm(posted(request), found=found, initial=_known(found)),
        act=act,
        heading="Who they are to each other",
        lead="Ask; do not guess. Until it is known it is treated as domestic abuse.",
        submit="Keep what is known",
    )


def _suspect(given: dict[str, Any], sent: dict[str, Any]) -> int | None:
    if given["suspect"]:
        return int(given["suspect"])
    if not (given["given_names"].strip() or given["family_name"].strip()):
        return None
    made = add_person(given_names=given["given_names"], family_name=given["family_name"], **sent)
    return int(made.partition(":")[2])


def _known(found: DomesticIncident) -> dict[str, Any]:
    today = local_day(clock.now())
    people = {"age_victim": found.victim.person if found.victim else None, "age_suspect": found.suspect}
    ages = {name: age(one.born(), on=today) if one else None for name, one in people.items()}
    return {
        **{name: getattr(found, name) or (span[0] if span else None) for name, span in ages.items()},
        "ties": found.ties,
        "behaviour": found.behaviour,
        "suspect": str(found.suspect_id or ""),
    }
