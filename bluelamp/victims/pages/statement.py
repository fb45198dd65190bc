"""The personal statement with an officer: taken, changed, taken back, sent to the court. Every version is kept."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.people.queries import kept_addresses
from bluelamp.people.rules.masking import masked
from bluelamp.verdict import allowed
from bluelamp.victims.actions.statements import serve_statement, take_statement, withdraw_statement
from bluelamp.victims.models import Statement, Victim
from bluelamp.victims.page_of_victim import the_victim, victim_form
from bluelamp.victims.rules.naming import Kind
from bluelamp.victims.rules.statement import NO_SENTENCE, Reading, speaks_of_sentence

DO = [("take", "Keep these words as a new version"), ("withdraw", "Take it back"), ("serve", "It went to the court")]


class StatementForm(PlainForm):
    """In their own words; a wish about reading it out."""

    do = forms.ChoiceField(label="What is done", choices=DO, initial="take", widget=forms.RadioSelect)
    words = forms.CharField(
        label="What it did to them, in their words; or why it is taken back",
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=NO_SENTENCE,
    )
    as_it_is = forms.BooleanField(
        label="They were told this, and want these words as they are", required=False, widget=forms.HiddenInput
    )
    reading = forms.ChoiceField(
        label="In court", choices=[(one.value, one.words) for one in Reading], required=False, widget=forms.RadioSelect
    )
    told_disclosable = forms.BooleanField(label="They know that the defence will see it", required=False)
    authorised = forms.CharField(label="Who speaks for the business", required=False)
    with_adult = forms.CharField(label="Grown-up with a child", required=False)

    def clean(self) -> dict[str, Any]:
        """Words that may speak of the sentence are asked about once; they are kept as they are where that is said."""
        given = super().clean() or self.cleaned_data
        asked = speaks_of_sentence(given.get("words", "")) if given.get("do") == "take" else allowed()
        if not asked.allowed:
            self.fields["as_it_is"].widget = forms.CheckboxInput()
            if not given.get("as_it_is"):
                self.add_error("as_it_is", asked.words)
        return given


@page("victims.tell", "victims.record")
def statement(request: HttpRequest, pk: int) -> HttpResponse:
    """Taken at any time before sentence."""
    victim = the_victim(request, pk, page="victims:statement")
    return victim_form(
        request,
        victim,
        form=StatementForm(posted(request)),
        act=_act,
        template="victims/statement.html",
        context={
            "called": Kind(victim.kind).statement,
            "versions": _versions(victim),
        },
    )


def _versions(victim: Victim) -> list[Statement]:
    """Every version, the newest first; an address that is kept from somebody since then is struck out at sight."""
    found, kept = list(Statement.objects.filter(victim=victim).order_by("-version")), kept_addresses()
    for each in found if kept else ():
        each.words = masked(each.words, kept=kept)
    return found


def _act(*, do: str, words: str, reading: str, **given: Any) -> str:
    given.pop("as_it_is")
    more = {name: given.pop(name) for name in ("told_disclosable", "authorised", "with_adult")}
    if do == "withdraw":
        return withdraw_statement(why=words, **given)
    if do == "serve":
        return serve_statement(**given)
    return take_statement(words=words, reading=reading or Reading.NOT_DECIDED.value, **more, **given)
