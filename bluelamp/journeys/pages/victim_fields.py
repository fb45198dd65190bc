"""What a page asks about a victim: name, circumstances, needs, and the ways that are safe."""

from typing import Any

from django import forms

from bluelamp.design.forms import PlainForm
from bluelamp.journeys.actions.report import Harmed
from bluelamp.people.rules.safe_contact import Way
from bluelamp.victims.rules.entitlement import Circumstances

CIRCUMSTANCES = [
    ("domestic", "Domestic abuse"),
    ("hate", "Hate crime"),
    ("sexual", "Sexual offence"),
    ("most_serious", "A most serious crime"),
    ("bereaved", "Bereaved close relative"),
    ("persistently_targeted", "Persistently targeted"),
    ("evidence_affected", "Evidence may be affected by a disorder, impairment or disability"),
    ("intimidated", "Intimidated"),
]
WAYS = [(way.value, way.words.capitalize()) for way in Way]


class VictimForm(PlainForm):
    """Left empty where nobody is known to be harmed."""

    given_names = forms.CharField(label="Victim's given names", required=False, strip=False)
    family_name = forms.CharField(label="Victim's family name", required=False, strip=False)
    age = forms.IntegerField(label="Age, if known", required=False, min_value=0, max_value=130)
    circumstances = forms.MultipleChoiceField(
        label="Circumstances", choices=CIRCUMSTANCES, required=False, widget=forms.CheckboxSelectMultiple
    )
    needs = forms.CharField(label="What they need", required=False, widget=forms.Textarea(attrs={"rows": 2}))
    safe_ways = forms.MultipleChoiceField(
        label="Safe ways to reach them",
        choices=WAYS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Only what they said is safe. None ticked: only in person.",
    )
    safe_source = forms.CharField(label="Who says it is safe", required=False)
    shared_device = forms.BooleanField(label="Somebody else can read what arrives", required=False)
    do_not_ring = forms.BooleanField(label="Do not ring or text back", required=False)


def harmed(given: dict[str, Any]) -> Harmed | None:
    """The victim the form names, or None where it names nobody and says nothing of them."""
    named = given.get("given_names", "").strip() or given.get("family_name", "").strip()
    if not (named or given.get("circumstances") or given.get("needs", "").strip() or given.get("safe_ways")):
        return None
    grounds: dict[str, Any] = dict.fromkeys(given.get("circumstances") or (), True)
    ways = tuple(given.get("safe_ways") or ())
    if given.get("do_not_ring") and not ways:
        ways = (Way.IN_PERSON.value,)
    return Harmed(
        circumstances=Circumstances(**grounds, age=given.get("age")),
        given_names=given.get("given_names", ""),
        family_name=given.get("family_name", ""),
        needs=given.get("needs", ""),
        safe_ways=ways,
        safe_source=given.get("safe_source", "") or ("The call itself" if given.get("do_not_ring") else ""),
        safe={"shared_device": bool(given.get("shared_device")), "do_not_ring": bool(given.get("do_not_ring"))},
    )
