"""Telling a child's school by a secure route, or writing for which coded reason it is not told."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import Instant, PlainForm
from bluelamp.places.law_in_force import law_of
from bluelamp.safeguarding.actions.children import Notice, leave_school_out
from bluelamp.safeguarding.actions.children import tell_school as tell
from bluelamp.safeguarding.models import ChildInvolved
from bluelamp.safeguarding.rules.school_notice import LONGEST, recipient
from bluelamp.safeguarding.schools import School, schools
from bluelamp.safeguarding.sharing import body_for
from bluelamp.safeguarding.sight import step, the_domestic

ROUTES = [
    ("secure_mail", "Secure mail"),
    ("partner_page", "The secure page"),
    ("by_hand", "By hand"),
    ("phone", "By phone"),
    ("email", "Ordinary email"),
]
EXCEPTIONS = [
    ("", "It is told"),
    ("danger_to_child", "It would put the child in danger"),
    ("danger_to_victim", "It would put the person harmed in danger"),
    ("lead_is_involved", "The safeguarding lead is involved"),
    ("school_not_known", "The school is not known, and was asked for"),
    ("covert_inquiry", "A covert inquiry"),
]


class TellSchoolForm(PlainForm):
    """To the named lead, by a secure route only."""

    route = forms.ChoiceField(label="By which route", choices=ROUTES, required=False, widget=forms.RadioSelect)
    to_name = forms.CharField(label="To whom, by name", required=False, max_length=120)
    to_named_lead = forms.BooleanField(label="That is the named safeguarding lead", required=False)
    circumstances = forms.CharField(
        label="What happened, in one line", required=False, max_length=LONGEST,
        help_text="Whether the child was there, and its own words, go with it. No new address",
    )  # fmt: skip
    happened_at = Instant(label="When it happened", required=False)
    place = forms.CharField(label="Where it happened", required=False, help_text="Such as: at home. No new address")
    code = forms.ChoiceField(label="Not told, because", choices=EXCEPTIONS, required=False)
    words = forms.CharField(label="Why, in words", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        secure = law_of("safeguarding")["school.routes"].items
        hints = {route: "" if route in secure else "Not secure: refused" for route, _ in ROUTES}
        self.fields["route"].choice_hints = hints  # type: ignore[attr-defined]


@page("safeguarding.refer")
def tell_school(request: HttpRequest, pk: int) -> HttpResponse:
    """Kept only by the lead being told, or by a coded reason; an unsafe route is refused however late it is."""
    made = ChildInvolved.objects.filter(pk=pk).select_related("person").first()
    if made is None:
        raise Http404
    found, at = the_domestic(request, made.domestic_id), clock.now()

    def act(given: dict[str, Any]) -> str:
        code, words, route = given.pop("code"), given.pop("words"), given.pop("route")
        if code:
            return leave_school_out(child=pk, code=code, words=words, **signed(request))
        return tell(child=pk, route=route, notice=Notice(**given), **signed(request))

    whom = recipient(law_of("safeguarding"), age=made.age, home_educated=made.home_educated, at=at)
    school = schools().get(made.school)
    return step(
        request,
        found,
        form=TellSchoolForm(
            posted(request),
            initial={"to_name": school.lead if school else "", "happened_at": found.incident.received_at},
        ),
        then=reverse("safeguarding:school_notice", args=[pk]),
        act=act,
        heading=f"Tell the school of {made.person.name}",
        lead=f"{whom.words}. {school.name if school else 'The school is not known yet'}. {_page_of(school)} "
        f"Reference {found.incident.number}.",
        submit="Save",
    )


def _page_of(school: School | None) -> str:
    body = body_for(school, at=clock.now())
    if body is None:
        return "No secure page is agreed: secure mail, or by hand."
    return f"The secure page is that of {body.name}."
