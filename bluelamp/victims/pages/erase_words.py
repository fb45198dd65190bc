"""What a victim wrote in their own words about how we did is erased for them, on a ground."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.victims.actions.surveying import erase_survey_words
from bluelamp.victims.models import Survey
from bluelamp.victims.page_of_victim import the_victim, victim_form


class EraseWordsForm(PlainForm):
    """One ground, in words."""

    why = forms.CharField(
        label="On what ground is it erased?", max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


@page("ledger.erase")
def erase_words(request: HttpRequest, pk: int) -> HttpResponse:
    """The words are not shown here; the answers stay counted."""
    victim = the_victim(request, pk, page="victims:erase_words")
    held = Survey.objects.filter(victim=victim).exclude(words="").count()
    return victim_form(
        request,
        victim,
        form=EraseWordsForm(posted(request)),
        act=erase_survey_words,
        template="victims/erase_words.html",
        context={"held": held},
    )
