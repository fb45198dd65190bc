"""What one person says of themselves: each question optional, its purpose beside it, nothing guessed (D11, D12)."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme

from bluelamp.access.form_page import form_page, posted, signed, turned_to_owner
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.people.actions.persons import Given, describe_self
from bluelamp.people.models import ETHNICITIES, Person
from bluelamp.people.permissions import DESCRIBE
from bluelamp.people.queries import person
from bluelamp.people.rules.self_described import CHARACTERISTICS, DECLINES, PURPOSE, said, shown
from bluelamp.people.rules.unknowns import Answer

NAME = "people:in_their_words"


class WordsForm(PlainForm):
    """A question for each characteristic; what is left empty was not asked."""

    ethnicity = forms.ChoiceField(
        label="Ethnicity", required=False,
        choices=[("", "Not asked"), (DECLINES, DECLINES), *((k, v) for k, v in ETHNICITIES.items() if k != "NS")],
        help_text="The person chooses. To see whether everybody is served as well",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in CHARACTERISTICS:
            self.fields[one.field] = forms.CharField(
                label=one.question, required=False, max_length=120, help_text=one.purpose,
                widget=forms.TextInput(attrs={"list": f"{one.field}-often", "autocomplete": "off"}),
            )  # fmt: skip


@page(DESCRIBE.name)
def in_their_words(request: HttpRequest, pk: int) -> HttpResponse:
    """Only where the person wishes to say; any question may be left, and taken back."""
    found = person(pk)
    if found is None:
        raise Http404
    turned = turned_to_owner(request, found.ref, page=NAME)
    if turned:
        return turned
    back = request.GET.get("back", "")
    back = back if url_has_allowed_host_and_scheme(back, allowed_hosts=None) else ""
    return form_page(
        request,
        form=WordsForm(posted(request), initial=_initial(found)),
        act=lambda given: describe_self(person=pk, answers=_answers(given), **signed(request)),
        then=request.get_full_path(),
        template="people/in_their_words.html",
        context={
            "found": found, "purpose": PURPOSE, "back": back,
            "often": [(one.field, (*one.suggestions, DECLINES)) for one in CHARACTERISTICS],
        },
    )  # fmt: skip


def _initial(found: Person) -> dict[str, str]:
    fields = ["ethnicity", *(one.field for one in CHARACTERISTICS)]
    return {field: shown(getattr(found, field), getattr(found, f"{field}_answer")) for field in fields}


def _answers(given: dict[str, Any]) -> dict[str, Given]:
    return {field: Answer.DECLINED if words == DECLINES else said(words) for field, words in given.items()}
