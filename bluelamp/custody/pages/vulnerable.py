"""Whether the person is vulnerable, and what was seen or told."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.attending import note_vulnerability
from bluelamp.custody.desk import record_form
from bluelamp.design.forms import PlainForm, Segments


class VulnerableForm(PlainForm):
    """The finding and its words; nothing is chosen beforehand."""

    vulnerable = Segments(label="Vulnerable?", choices=[("yes", "Yes"), ("no", "No")])
    words = forms.CharField(label="What was seen or told", widget=forms.Textarea(attrs={"rows": 4}))

    def clean_vulnerable(self) -> bool:
        """Yes or no, as the action takes it."""
        return bool(self.cleaned_data["vulnerable"] == "yes")


@page("custody.call", "custody.book_in")
def vulnerable(request: HttpRequest, pk: int) -> HttpResponse:
    """Whether the person is vulnerable, and what was seen or told."""
    return record_form(
        request,
        pk,
        form=lambda _: VulnerableForm(posted(request)),
        act=lambda given: note_vulnerability(detention=pk, **given, **signed(request)),
        template="custody/vulnerable.html",
    )
