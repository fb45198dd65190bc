"""Something changed for a victim: they are to be asked again what they need, in the Code's time."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.people.rules.unknowns import in_words
from bluelamp.victims.actions.assessing import needs_changed
from bluelamp.victims.models import Assessment
from bluelamp.victims.page_of_victim import the_victim, victim_form


class NeedsForm(PlainForm):
    """What changed."""

    words = forms.CharField(
        label="What changed, or what they said",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="They moved, they are afraid now, they need an interpreter",
    )
    vulnerable = forms.BooleanField(
        label="They are vulnerable: a disorder, an impairment or a disability may affect their evidence",
        required=False,
        help_text="Enhanced rights from now on: what is open is due sooner. Your words above are kept as the reason",
    )


@page("victims.tell", "victims.record")
def needs(request: HttpRequest, pk: int) -> HttpResponse:
    """With what they said when they were asked last."""
    victim = the_victim(request, pk, page="victims:needs")
    last = Assessment.objects.filter(victim=victim).order_by("-at").first()
    said = [(one.topic.short, in_words(one.answer, one.words)) for one in (last.answers() if last else ())]
    form = NeedsForm(posted(request))
    if victim.vulnerable:
        del form.fields["vulnerable"]
    context = {"said": said, "asked_at": last.at if last else None}
    return victim_form(request, victim, form=form, act=needs_changed, template="victims/needs.html", context=context)
