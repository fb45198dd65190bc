"""What each way out of custody is asked for, field by field."""

from django import forms

from bluelamp.custody.rules.disposals import Disposal
from bluelamp.custody.rules.ways_out import AGREED, OUT_OF_COURT, TAKEN_OVER
from bluelamp.design.forms import Instant, PlainForm

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


def add_fields(form: PlainForm, chosen: Disposal | None, *, victim_first: bool) -> None:
    """Add to the form what `chosen` needs, in the order of the work."""
    if chosen is None:
        return
    if chosen is not Disposal.DIED:
        form.fields["property"] = _line("What happened to the property", "Given back and signed for, or kept, and why")
    if chosen is Disposal.NO_FURTHER_ACTION:
        form.fields["notice"] = forms.BooleanField(label="Written notice of no further action given", required=False)
    if chosen is Disposal.BAIL_WITH_CONDITIONS:
        hint = "Only where asking was not practicable"
        form.fields["victim_views"] = _line("Why the victim's views could not be asked", hint)
    if victim_first:
        form.fields["victim_told"] = _line(
            "How the victim was told first", "By whom, how and when: before the door opens"
        )
        form.fields["victim_not_told_why"] = _line("Why the victim could not be told first")
    _out_of_court(form, chosen)
    _elsewhere(form, chosen)
    label, hint = WORDS.get(chosen, ("Anything to add", ""))
    area = forms.Textarea(attrs={"rows": 3})
    form.fields["words"] = forms.CharField(label=label, required=False, widget=area, help_text=hint)


def _out_of_court(form: PlainForm, chosen: Disposal) -> None:
    if chosen in OUT_OF_COURT and chosen is not Disposal.PENALTY_NOTICE:
        form.fields["admitted"] = forms.BooleanField(label="The person admits the offence", required=False)
        if chosen is not Disposal.YOUTH_CAUTION:
            form.fields["consents"] = forms.BooleanField(label="The person consents", required=False)
    if chosen in OUT_OF_COURT:
        form.fields["adult"] = _line("Appropriate adult present", "For a child")
    if chosen in AGREED:
        form.fields["agreed"] = _line("Conditions, or what was agreed")
    if chosen in REFERENCE:
        form.fields["reference"] = _line(REFERENCE[chosen])


def _elsewhere(form: PlainForm, chosen: Disposal) -> None:
    if chosen in TAKEN_OVER:
        form.fields["taken_over_by"] = _line("Who takes them over, and where")
    if chosen is Disposal.CHARGED_AND_KEPT:
        form.fields["court"] = _line("Court")
        form.fields["sitting_at"] = Instant(label="Sitting", required=False)
        form.fields["handed_to"] = _line("Who takes them to court")
        form.fields["court_told"] = _line("Whom at the court you told", "Where no court sits that day or the next")


def _line(label: str, hint: str = "") -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=500, help_text=hint)
