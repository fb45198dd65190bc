"""Age, vulnerability, nationality and ethnicity: asked at the desk, added or put right later."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.particulars import Seen, record_particulars
from bluelamp.custody.desk_fields import ParticularsFields, seen_of
from bluelamp.custody.desk_pages import desk_page, section


class ParticularsForm(ParticularsFields):
    """Each question may be left; one that is answered is written."""

    def clean(self) -> dict[str, Any]:
        """A date of birth that was given is written."""
        given = super().clean() or {}
        self.clean_particulars(given)
        if not self.errors and seen_of(given) is None:
            self.add_error(None, "Answer at least one question")
        return given


@page("custody.desk")
def particulars(request: HttpRequest, pk: int) -> HttpResponse:
    """What is not answered stays as it is on record."""
    return desk_page(
        request,
        pk,
        form=lambda _found, _state: ParticularsForm(posted(request)),
        sections=lambda form, _found, _state: [section("asked", "Asked and seen", form.particulars())],
        act=lambda given: record_particulars(detention=pk, seen=seen_of(given) or Seen(), **signed(request)),
        template="custody/particulars.html",
        submit="Save the answers",
    )
