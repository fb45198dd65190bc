"""What is done again once the appropriate adult is here."""

from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.calling import repeat_with_adult
from bluelamp.custody.desk import record_form
from bluelamp.design.forms import PlainForm, Segments

WHAT = [
    ("rights", "Rights and notice"),
    ("caution", "Caution"),
    ("review", "Review"),
    ("search", "Search"),
    ("interview", "Interview"),
    ("charge", "Charge"),
]


class RepeatForm(PlainForm):
    """One thing done again."""

    what = Segments(label="What was done again in their presence", choices=WHAT)


@page("custody.call", "custody.care")
def repeat(request: HttpRequest, pk: int) -> HttpResponse:
    """Refused while no appropriate adult is here."""
    return record_form(
        request,
        pk,
        form=lambda _: RepeatForm(posted(request)),
        act=lambda given: repeat_with_adult(detention=pk, what=given["what"], **signed(request)),
        template="custody/repeat.html",
    )
