"""Fetching one share for an officer's page: not found, or turned away to whom to ask, before anything is drawn."""

from django.http import Http404, HttpRequest

from bluelamp.access.form_page import turned_to_owner
from bluelamp.access.guard import TurnedAway
from bluelamp.partners.models import Agreement, Share
from bluelamp.partners.queries import body, share
from bluelamp.places.models import PartnerBody


def share_to_read(request: HttpRequest, pk: int, *, page: str) -> Share:
    """The share of that number. Raises Http404, and TurnedAway where this person may not see whom it is about."""
    found = share(pk)
    if found is None:
        raise Http404
    if turned := turned_to_owner(request, *found.records, page=page):
        raise TurnedAway(turned)
    return found


def body_to_read(key: str) -> PartnerBody:
    """The partner body of that key. Raises Http404."""
    found = body(key)
    if found is None:
        raise Http404
    return found


def agreement_to_read(pk: int) -> Agreement:
    """The agreement of that number. Raises Http404."""
    found = Agreement.objects.select_related("partner", "signed_for_us").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
