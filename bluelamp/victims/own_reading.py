"""In which form the victim's own page reads: plain, large print or easy read, and where a film in sign language is."""

from bluelamp.messages.letters import FORMS as LETTERS
from bluelamp.victims.models import OwnVisit, RightsGiven, Victim
from bluelamp.victims.rules.explaining import Form

FORMS = (Form.PLAIN, Form.LARGE_PRINT, Form.EASY_READ, Form.SIGNED)


def stated_form(victim: Victim) -> Form:
    """The form in which their rights were last explained; plain where that was by speaking, or not yet."""
    given = RightsGiven.objects.filter(victim=victim).order_by("-at").values_list("form", flat=True).first()
    return Form(given) if given in FORMS else Form.PLAIN


def letter_form(victim: Victim) -> str:
    """The form in which a letter to them is written; plain where there are no letters in theirs."""
    form = stated_form(victim)
    return form.value if form.value in LETTERS else Form.PLAIN.value


def choose_form(visit: OwnVisit, form: str) -> None:
    """Show this visit in another form; one that there is none of changes nothing."""
    if form in FORMS:
        OwnVisit.objects.filter(pk=visit.pk).update(form=form)


def room_of_news(form: str) -> str:
    """Where the words of news stand, in this form."""
    return "easy" if form == Form.EASY_READ else "news"
