"""Enhanced rights: on by anybody's judgement, off only by a supervisor who is not who asks."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted
from bluelamp.access.guard import page
from bluelamp.access.models import Officer
from bluelamp.design.forms import PlainForm
from bluelamp.victims.actions.switching import switch_off, switch_on
from bluelamp.victims.page_of_victim import the_victim, victim_form


class OnForm(PlainForm):
    """Why."""

    why = forms.CharField(label="Why", required=False, widget=forms.Textarea(attrs={"rows": 3}))


class OffForm(OnForm):
    """Why, and who asks for it."""

    asked_by = forms.CharField(label="Who asks for it (sign-in name)")

    def clean_asked_by(self) -> str:
        """The officer of that sign-in name, as a reference."""
        found = Officer.objects.filter(user_name=self.cleaned_data["asked_by"].strip().lower(), is_active=True).first()
        if found is None:
            raise forms.ValidationError("Nobody signs in with that name.")
        return found.ref


@page("victims.record", "victims.tell", "victims.supervise")
def enhanced(request: HttpRequest, pk: int) -> HttpResponse:
    """Whichever way it may go now."""
    victim = the_victim(request, pk, page="victims:enhanced")
    form = OffForm(posted(request)) if victim.enhanced else OnForm(posted(request))
    act = switch_off if victim.enhanced else switch_on
    return victim_form(request, victim, form=form, act=act, template="victims/enhanced.html")
