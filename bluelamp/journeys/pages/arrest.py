"""An arrest at an incident: who, for what, on which grounds, and why it is necessary."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.actions.looking import look
from bluelamp.access.form_page import form_page, posted, signed, turned_to_owner
from bluelamp.access.guard import acting, page
from bluelamp.calls.models import Incident
from bluelamp.crimes.models import Crime
from bluelamp.custody.actions.arresting import How, Offence
from bluelamp.custody.models import Arrest
from bluelamp.custody.rules.arrest import Arresting, Necessity, caution
from bluelamp.design.forms import Instant, PlainForm, Segments
from bluelamp.journeys.actions.arrest import arrest_newcomer, make_arrest
from bluelamp.people.queries import Found, search
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, Verdict

NEW = "new"
NECESSITY = {
    "name": "To find out their name",
    "address": "To find out their address",
    "injury_to_self_or_other": "To prevent injury to them or somebody else",
    "suffering_injury": "To prevent them being injured",
    "loss_or_damage": "To prevent loss or damage to property",
    "public_decency": "To prevent an offence against public decency",
    "obstruction_of_highway": "To prevent unlawful obstruction of the highway",
    "protect_child_or_vulnerable": "To protect a child or vulnerable person",
    "prompt_and_effective_investigation": "For the prompt and effective investigation",
    "prevent_disappearance": "To prevent them disappearing",
}


class ArrestForm(PlainForm):
    """Grounds first, then one box for each reason of necessity: what is filled in is what counts."""

    person = forms.ChoiceField(label="Who is arrested", widget=forms.RadioSelect, initial=NEW)
    given_names = forms.CharField(label="Given names", required=False, max_length=200)
    family_name = forms.CharField(
        label="Family name", required=False, max_length=200, help_text="Both may be empty: the name is then not known"
    )
    under_18 = Segments(label="Do they appear under 18?", choices=[("no", "No"), ("yes", "Yes")])
    offence_words = forms.CharField(label="Offence", max_length=200)
    offence_code = forms.CharField(label="Offence code", max_length=12)
    tried = Segments(label="How is it tried?", choices=Arrest.OffenceClass.choices)
    domestic = Segments(label="Domestic abuse?", choices=[("yes", "Yes"), ("no", "No")])
    suspicion = forms.CharField(
        label="What makes you suspect them", widget=forms.Textarea(attrs={"rows": 3}), help_text="PACE s.24(1) to (3)"
    )
    voluntary = Segments(
        label="Was voluntary attendance considered?",
        choices=[("yes", "Yes"), ("no", "No")],
        help_text="Code G 2.9(e)",
        required=False,
    )
    voluntary_why = forms.CharField(label="Why it would not do", required=False, max_length=400)
    caution_reply = forms.CharField(label="What they said after caution", required=False, max_length=1000)
    place_words = forms.CharField(label="Where", required=False, max_length=300)
    arrested_at = Instant(label="When")
    reason = forms.CharField(label="Why it is written late, if it is", required=False, max_length=300)

    def __init__(self, *args: Any, found: list[Found], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_people(self, found, (NEW, "Somebody not found above"))
        for code, words in NECESSITY.items():
            self.fields[f"need_{code}"] = forms.CharField(label=words, required=False, max_length=400)

    def refuse(self, refusal: Refused | Verdict) -> None:
        """A refusal about necessity belongs to the first of its boxes."""
        verdict = refusal.verdict if isinstance(refusal, Refused) else refusal
        places = {"necessity": "need_name", "occurred_at": "arrested_at"}
        field = places.get(verdict.field, verdict.field)
        super().refuse(Verdict(allowed=False, reasons=verdict.reasons, field=field))

    @property
    def needs(self) -> list[forms.BoundField]:
        return [self[f"need_{code}"] for code in NECESSITY]


def offer_people(form: PlainForm, found: list[Found], *others: tuple[str, str]) -> None:
    """Put people found by name into a form's field "person", each with why it matched, and other answers after them."""
    known = [(one.record.partition(":")[2], one.title) for one in found]
    person: Any = form.fields["person"]
    person.choices = [*known, *others]
    person.choice_hints = {one.record.partition(":")[2]: _hint(one) for one in found}


def _hint(one: Found) -> str:
    """Why it was found, and what tells people of one name apart."""
    return ". ".join(each[:1].upper() + each[1:] for each in (one.why, *one.details))


@page("custody.arrest")
def arrest(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the incident; `?q=` searches for the person first, and the search is logged."""
    incident = Incident.objects.filter(pk=pk).first()
    if incident is None:
        raise Http404
    turned = turned_to_owner(request, incident.ref, page="journeys:arrest")
    if turned:
        return turned
    asked = (request.POST.get("q") or request.GET.get("q") or "").strip()
    found = searched(request, asked) if asked else []
    form = ArrestForm(posted(request), found=found, initial=_initial(incident))
    return form_page(
        request,
        form=form,
        act=lambda given: _arrest(request, incident, given),
        then=lambda ref: reverse("journeys:choose_suite", args=[ref.partition(":")[2]]),
        template="journeys/arrest.html",
        context={
            "incident": incident,
            "asked": asked,
            "found": found,
            "caution": caution(on_charge=False, law=law_of("custody"), at=clock.now()),
        },
    )


def _initial(incident: Incident) -> dict[str, Any]:
    crime = Crime.objects.filter(incident=incident).first()
    facts: dict[str, Any] = {
        "arrested_at": clock.now(),
        "place_words": incident.place_words,
        "domestic": "yes" if "domestic_abuse" in incident.qualifiers else None,
        "person": NEW,
    }
    if crime:
        facts |= {"offence_words": crime.offence_words, "offence_code": crime.offence_code}
    return facts


def searched(request: HttpRequest, asked: str) -> list[Found]:
    """People found by name, without those restricted; the search is logged."""
    by, at = acting(request), clock.now()
    found = [one for one in search(by, asked, at=at, limit=10) if one.record.startswith("person:")]
    if request.method == "GET":
        look(page="arrest", records=[one.record for one in found], reason=f"Searched for {asked}", by=by, at=at)
    return [one for one in found if not one.restricted]


def _arrest(request: HttpRequest, incident: Incident, given: dict[str, Any]) -> str:
    needs = [(code, given[f"need_{code}"]) for code in NECESSITY]
    considered = {"yes": True, "no": False}.get(given["voluntary"])
    facts: dict[str, Any] = {
        "incident": incident.pk,
        "officer": acting(request).number,
        "offence": Offence(
            code=given["offence_code"],
            words=given["offence_words"],
            tried=given["tried"],
            domestic=given["domestic"] == "yes",
        ),
        "grounds": Arresting(
            suspicion=given["suspicion"],
            necessity=tuple(Necessity(code=code, grounds=words) for code, words in needs if words.strip()),
            voluntary_considered=considered,
            voluntary_why=given["voluntary_why"],
        ),
        "how": How(
            place_words=given["place_words"],
            caution_reply=given["caution_reply"],
            appears_under_18=given["under_18"] == "yes",
        ),
        "arrested_at": given["arrested_at"],
        "reason_late": given["reason"],
        **signed(request),
    }
    if given["person"] == NEW:
        return arrest_newcomer(given_names=given["given_names"], family_name=given["family_name"], **facts)
    return make_arrest(person=int(given["person"]), **facts)
