"""What the pages on the way to a suite share: the arrest, and who may see it."""

from django.http import Http404, HttpRequest, HttpResponse

from bluelamp.access.form_page import turned_to_owner
from bluelamp.custody.models import Arrest


def arrest_of(request: HttpRequest, pk: int, *, page: str) -> tuple[Arrest, HttpResponse | None]:
    """The arrest with its person and incident, and where to send a reader who may not see it. 404 if there is none."""
    made = Arrest.objects.select_related("person", "incident", "officer", "first_station").filter(pk=pk).first()
    if made is None:
        raise Http404
    return made, turned_to_owner(request, made.ref, made.person.ref, page=page)
