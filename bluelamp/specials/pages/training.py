"""Recording until when officer safety or first aid training holds."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import Day, PlainForm
from bluelamp.specials.actions.signing import SKILLS, record_training
from bluelamp.specials.queries import Stands, training_until
from bluelamp.specials.record_form import record_form


class TrainingForm(PlainForm):
    """Which, and until when."""

    skill = forms.ChoiceField(label="Training", choices=list(SKILLS.items()), widget=forms.RadioSelect)
    until = Day(label="Holds until, that day included")


@page("specials.coordinate")
def training(request: HttpRequest, pk: int) -> HttpResponse:
    """Patrol asks for both in date, at signing and on the day."""
    return record_form(
        request,
        pk,
        form=lambda _found: TrainingForm(posted(request)),
        act=lambda given: record_training(special=pk, **given, **signed(request)),
        template="training",
        more=_held,
    )


def _held(found: Stands) -> dict[str, object]:
    until = training_until(found.special.officer_id)
    return {"held": [(words, key in until, until.get(key)) for key, words in SKILLS.items()]}
