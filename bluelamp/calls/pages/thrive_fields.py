"""What an assessment asks on every page that asks it: six headings in words, never a score, and the grade decided."""

from typing import Any

from django import forms

from bluelamp.calls.rules.grading import Grade, Sign
from bluelamp.calls.rules.thrive import HEADINGS, Rationale
from bluelamp.design.forms import PlainForm

HINTS = {
    "threat": "Who or what, and how near.",
    "harm": "What has happened, to whom, how badly.",
    "risk": "How likely, and to whom next.",
    "investigation": "Evidence, witnesses, lines of enquiry.",
    "vulnerability": "Who may be less able to protect themselves, and why.",
    "engagement": "What the caller wants and can do.",
}
GRADES = [(grade.value, grade.words) for grade in Grade]
SIGNS = [(sign.value, sign.words.rstrip(".")) for sign in Sign]


def thrive_field(name: str) -> forms.CharField:
    """One heading. "None known" is an answer; an empty heading is not, and the rule says so."""
    return forms.CharField(
        label=HEADINGS[name], help_text=HINTS[name], required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class ThriveForm(PlainForm):
    """The six headings."""

    threat = thrive_field("threat")
    harm = thrive_field("harm")
    risk = thrive_field("risk")
    investigation = thrive_field("investigation")
    vulnerability = thrive_field("vulnerability")
    engagement = thrive_field("engagement")

    def rationale(self) -> Rationale:
        """What was written under each heading."""
        return rationale_of(self.cleaned_data)


def rationale_of(given: dict[str, Any]) -> Rationale:
    return Rationale(**{name: given.get(name) or "" for name in HEADINGS})
