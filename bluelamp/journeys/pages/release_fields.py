"""What each way out of custody is asked for, field by field."""

from collections.abc import Sequence

from django import forms

from bluelamp.custody.models import Item
from bluelamp.custody.property_held import property_fields
from bluelamp.custody.rules.disposals import Disposal
from bluelamp.custody.rules.ways_out import AGREED, OUT_OF_COURT, TAKEN_OVER, WHY
from bluelamp.design.forms import Instant

WORDS = {
    Disposal.BAIL_WITH_CONDITIONS: ("Conditions", "Never a victim's address: the person is given this on paper"),
    Disposal.NO_FURTHER_ACTION: ("Why no further action is taken", "It stands in the written notice"),
    Disposal.UNDER_INVESTIGATION: ("What is still to be investigated", ""),
    Disposal.DE_ARRESTED: ("Why the grounds for arrest are gone", ""),
    Disposal.DIED: ("What is known now", ""),
}
REFERENCE = {
    Disposal.PENALTY_NOTICE: "Number of the notice",
    Disposal.WARRANT_OR_RECALL: "Which warrant or recall",
    Disposal.PLACE_OF_SAFETY: "Under which section",
}


def fields_for(
    chosen: Disposal | None, *, victim_first: bool, child: bool, held: Sequence[Item] = ()
) -> dict[str, forms.Field]:
    """What `chosen` needs, in the order of the work; what only the rule can tell is asked as optional."""
    fields: dict[str, forms.Field] = {}
    if chosen is None:
        return fields
    if chosen is not Disposal.DIED:
        fields |= property_fields(held, needed=True)
    if chosen is Disposal.NO_FURTHER_ACTION:
        fields["notice"] = forms.BooleanField(label="Written notice of no further action given", required=False)
    if chosen is Disposal.BAIL_WITH_CONDITIONS or chosen in OUT_OF_COURT:
        hint = "Only where asking was not practicable"
        fields["victim_views"] = _line("Why the victim's views could not be asked", hint)
    if victim_first:
        fields["victim_told"] = _line("How the victim was told first", "By whom, how and when: before the door opens")
        fields["victim_not_told_why"] = _line("Why the victim could not be told first")
    fields |= _out_of_court(chosen, child) | _elsewhere(chosen)
    label, hint = WORDS.get(chosen, ("Anything to add", ""))
    area = forms.Textarea(attrs={"rows": 3})
    fields["words"] = forms.CharField(label=label, required=chosen in WHY, widget=area, help_text=hint)
    return fields


def _out_of_court(chosen: Disposal, child: bool) -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {}
    if chosen in OUT_OF_COURT and chosen is not Disposal.PENALTY_NOTICE:
        fields["admitted"] = forms.BooleanField(label="The person admits the offence", required=False)
        if chosen is not Disposal.YOUTH_CAUTION:
            fields["consents"] = forms.BooleanField(label="The person consents", required=False)
    if chosen in OUT_OF_COURT and child:
        fields["adult"] = _line("Appropriate adult present", needed=True)
    if chosen in AGREED:
        fields["agreed"] = _line("Conditions, or what was agreed", needed=True)
    if chosen in REFERENCE:
        fields["reference"] = _line(REFERENCE[chosen], needed=True)
    return fields


def _elsewhere(chosen: Disposal) -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {}
    if chosen in TAKEN_OVER:
        fields["taken_over_by"] = _line("Who takes them over, and where", needed=True)
    if chosen is Disposal.CHARGED_AND_KEPT:
        fields["court"] = _line("Court", needed=True)
        fields["sitting_at"] = Instant(label="Sitting")
        fields["handed_to"] = _line("Who takes them to court", needed=True)
        fields["court_told"] = _line("Whom at the court you told", "Where no court sits that day or the next")
    return fields


def _line(label: str, hint: str = "", *, needed: bool = False) -> forms.CharField:
    return forms.CharField(label=label, required=needed, max_length=500, help_text=hint)
