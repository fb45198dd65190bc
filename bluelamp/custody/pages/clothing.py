"""Anti-ligature clothing: only on evidence of this person's own risk, written here."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.cells import issue_anti_ligature_clothing
from bluelamp.custody.desk import record_form
from bluelamp.design.forms import PlainForm

EVIDENCE = (
    ("seen_here", "Seen here: what the person did in custody"),
    ("said_so", "The person said so"),
    ("recent_warning", "A recent warning about this person"),
    ("healthcare_advice", "Advice of a healthcare professional who saw them"),
    ("none", "None of these"),
)


class ClothingForm(PlainForm):
    """Which evidence, and what exactly."""

    evidence = forms.ChoiceField(label="Evidence of this person's own risk", widget=forms.RadioSelect, choices=EVIDENCE)
    words = forms.CharField(label="What was seen, said or found", widget=forms.Textarea(attrs={"rows": 3}))


@page("custody.authorise")
def clothing(request: HttpRequest, pk: int) -> HttpResponse:
    """A level, a mark or a habit of the suite is not enough, and is refused in words."""
    return record_form(
        request,
        pk,
        form=lambda _found: ClothingForm(posted(request)),
        act=lambda given: issue_anti_ligature_clothing(detention=pk, **given, **signed(request)),
        template="custody/clothing.html",
    )
