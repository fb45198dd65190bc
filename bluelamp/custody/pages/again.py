"""What is said again once the appropriate adult is here, ticked with the time."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.attending import say_again
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Called, Detention
from bluelamp.custody.needs import here, said_without_adult
from bluelamp.custody.rules.repeating import Matter
from bluelamp.design.forms import PlainForm

WORDS = {
    Matter.RIGHTS: "Rights and entitlements",
    Matter.CAUTION: "The caution",
    Matter.REVIEW: "The review of detention",
    Matter.SEARCH: "The search",
    Matter.INTERVIEW: "The interview",
    Matter.CHARGE: "The charge",
}


class AgainForm(PlainForm):
    """The matters still to be said again."""

    matters = forms.MultipleChoiceField(label="Said again now", widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: object, left: tuple[Matter, ...], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["matters"].choices = [(one.value, WORDS[one]) for one in left]  # type: ignore[attr-defined]


@page("custody.call", "custody.book_in")
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Only with the appropriate adult here."""
    return record_form(
        request,
        pk,
        form=lambda found: AgainForm(posted(request), left=said_without_adult(found)),
        act=lambda given: say_again(detention=pk, **given, **signed(request)),
        template="custody/again.html",
        context=_context,
    )


def _context(found: Detention) -> dict[str, object]:
    return {"adult": here(found, Called.Kind.ADULT), "left": said_without_adult(found)}
