"""Fetching one message for a page: not found, or turned away to whom to ask, before anything of it is drawn."""

from django.http import Http404, HttpRequest

from bluelamp.access.form_page import turned_to_owner
from bluelamp.access.guard import TurnedAway
from bluelamp.messages.models import Message


def message_to_read(request: HttpRequest, pk: int, *, page: str) -> Message:
    """The message of that number. Raises Http404, and TurnedAway where this person may not see whom it is about."""
    found = Message.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    if turned := turned_to_owner(request, *found.records, page=page):
        raise TurnedAway(turned)
    return found
